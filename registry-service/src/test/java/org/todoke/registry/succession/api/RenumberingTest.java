package org.todoke.registry.succession.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.todoke.contracts.Topics;
import org.todoke.registry.FreshRegistry;
import org.todoke.registry.RegistryTest;
import org.todoke.registry.TestRows;
import org.todoke.testing.EventContract;
import org.todoke.testing.ReceivedEvent;
import org.todoke.testing.TopicProbe;

/** A corporation whose number was not known goes up in itself under its number. */
@QuarkusTest
@FreshRegistry
class RenumberingTest extends RegistryTest {

  private static final String ONE = "/v1/organizations/{code}";
  private static final String CONTACTS = ONE + "/contacts";
  private static final String PROVISIONAL = "op:0123456789abcdef";
  private static final String ANOTHER = "op:fedcba9876543210";
  private static final String NAME = "架空みなとケア㈱";

  private TopicProbe probe;

  @BeforeEach
  void enterIt() {
    probe = TopicProbe.fromNow(Topics.ORGANIZATIONS);
    register(PROVISIONAL, NAME, YAWATAHAMA);
  }

  @AfterEach
  void stopListening() {
    probe.close();
  }

  @Test
  void contactsGoAlongAndNoneIsThereTwice() {
    // The second is that of the corporation with the number, too.
    addContact(PROVISIONAL, "post", "八幡浜市架空町1-1");
    addContact(PROVISIONAL, "fax", "0894-00-5555");
    addContact(MINATO, "fax", "0894-00-5555");

    merge(PROVISIONAL, MINATO);

    as(MINATO, "responder")
        .queryParam("state", "active")
        .get(CONTACTS, MINATO)
        .then()
        .body("items.findAll { it.channel == 'post' }.value", contains("八幡浜市架空町1-1"))
        .body("items.findAll { it.value == '0894-00-5555' }.channel", contains("fax"))
        .body("items.findAll { it.channel == 'post' }.validFrom", contains("2026-04-02"));
    as(YAWATAHAMA, "registrar")
        .get(CONTACTS, PROVISIONAL)
        .then()
        .body("items.state", equalTo(List.of("closed", "closed")))
        .body("items.value", containsInAnyOrder("八幡浜市架空町1-1", "0894-00-5555"))
        .body("items.validTo", equalTo(List.of(TODAY.toString(), TODAY.toString())));
    ReceivedEvent told = last(MINATO);
    EventContract.assertValid(told);
    assertThat(told.data().path("channels").toString())
        .isEqualTo("[\"email\",\"fax\",\"telephone\",\"post\"]");
    assertThat(last(PROVISIONAL).data().path("channels").toString()).isEqualTo("[]");
  }

  @Test
  void whatIsKnownOfTheReachabilityOfAContactGoesAlong() {
    addContact(PROVISIONAL, "post", "八幡浜市架空町1-1");
    String id =
        as(YAWATAHAMA, "registrar").get(CONTACTS, PROVISIONAL).then().extract().path("items[0].id");
    as(YAWATAHAMA, "registrar")
        .body("{\"state\": \"unreachable\", \"reason\": \"returned\"}")
        .post(CONTACTS + "/{id}/reachability", PROVISIONAL, id)
        .then()
        .statusCode(200);

    merge(PROVISIONAL, MINATO);

    as(MINATO, "responder")
        .get(CONTACTS, MINATO)
        .then()
        .body("items.findAll { it.channel == 'post' }.reachability.state", contains("unreachable"));
    as(MINATO, "responder")
        .get(ONE, MINATO)
        .then()
        .body("channels", contains("email", "fax", "telephone"));
  }

  /** Whoever merges decides that it is the same; what the other has is still not theirs to see. */
  @Test
  void contactsGoAlongToWhereTheRegistrarDoesNotSeeThem() {
    addContact(PROVISIONAL, "post", "八幡浜市架空町1-1");
    as(YAWATAHAMA, "registrar").get(CONTACTS, HIJIKAWA).then().statusCode(404);

    merge(PROVISIONAL, HIJIKAWA);

    as(YAWATAHAMA, "registrar").get(CONTACTS, HIJIKAWA).then().statusCode(404);
    as(HIJIKAWA, "responder")
        .get(CONTACTS, HIJIKAWA)
        .then()
        .body("items.findAll { it.channel == 'post' }.value", contains("八幡浜市架空町1-1"));
    as(KOCHI, "auditor")
        .get(ONE, HIJIKAWA)
        .then()
        .body("channels.findAll { it == 'post' }", contains("post"));
  }

  @Test
  void spellingsComeTogether() {
    TestRows.change(
        """
        insert into name_variant (
          organization, name, occurrences, first_listed_on, last_listed_on, chosen_by, chosen_at)
        values ('%1$s', 'みなとケア', 2, '2024-06-30', '2025-06-30', '%3$s', now()),
               ('%1$s', 'ミナトケア', 3, '2025-06-30', '2025-12-31', null, null),
               ('%2$s', 'みなとケア', 5, '2025-06-30', '2025-12-31', null, null)"""
            .formatted(PROVISIONAL, MINATO, EHIME));

    merge(PROVISIONAL, MINATO);

    as(KOCHI, "auditor")
        .get(ONE + "/name-variants", MINATO)
        .then()
        .body("items.name", containsInAnyOrder("みなとケア", "ミナトケア", NAME, "株式会社架空みなとケア"))
        .body("items.find { it.name == 'みなとケア' }.occurrences", equalTo(7))
        .body("items.find { it.name == 'みなとケア' }.firstListedOn", equalTo("2024-06-30"))
        .body("items.find { it.name == 'みなとケア' }.lastListedOn", equalTo("2025-12-31"))
        .body("items.findAll { it.preferred }", empty())
        .body("items.find { it.current }.name", equalTo("株式会社架空みなとケア"));
    as(KOCHI, "auditor").get(ONE + "/name-variants", PROVISIONAL).then().body("items", empty());
    // What it was called under its former code stands in its history.
    as(KOCHI, "auditor")
        .get(ONE + "/history", PROVISIONAL)
        .then()
        .body("items.attributes.name", contains(NAME, NAME));
  }

  @Test
  void pairsGoAlongAndNoneIsThereTwice() {
    register(ANOTHER, NAME, YAWATAHAMA);
    pair(PROVISIONAL, MINATO, "number-unknown-same-name", "open", "{" + KOCHI + "}");
    pair(PROVISIONAL, SHIOSAI, "number-unknown-same-name", "open", "{" + KOCHI + "}");
    pair(PROVISIONAL, USHIO, "number-unknown-same-name", "different", "{" + KOCHI + "}");
    pair(PROVISIONAL, HIJIKAWA, "number-unknown-same-name", "open", "{" + KOCHI + "}");
    pair(MINATO, HIJIKAWA, "same-name-other-number", "different", "{" + EHIME + "}");
    pair(ANOTHER, PROVISIONAL, "same-address", "open", "{" + YAWATAHAMA + "}");

    merge(PROVISIONAL, MINATO);

    assertThat(
            TestRows.of(
                """
                select first_code || ' ' || second_code || ' ' || reason || ' ' || state
                  from suspected_pair"""))
        .containsExactlyInAnyOrder(
            MINATO + " " + PROVISIONAL + " number-unknown-same-name same",
            SHIOSAI + " " + MINATO + " same-name-other-number open",
            MINATO + " " + USHIO + " same-name-other-number different",
            MINATO + " " + HIJIKAWA + " same-name-other-number different",
            MINATO + " " + ANOTHER + " same-address open");
    as(MINISTRY, "registrar")
        .queryParam("state", "same")
        .get("/v1/suspected-pairs")
        .then()
        .body("items.decidedBy", contains(YAWATAHAMA));
  }

  @Test
  void nothingGoesAlongWithAMergerOfTwoThatHaveNumbers() {
    List<String> before = activeContacts(MINATO);

    merge(SHIOSAI, MINATO);

    assertThat(activeContacts(MINATO)).isEqualTo(before);
    assertThat(activeContacts(SHIOSAI)).hasSize(3);
  }

  private static List<String> activeContacts(String code) {
    return TestRows.of(
        "select value from contact where organization = '%s' and state = 'active' order by 1"
            .formatted(code));
  }

  private ReceivedEvent last(String code) {
    probe.awaitEvent("organization.closed", PROVISIONAL);
    List<ReceivedEvent> told = probe.awaitEvents(1, e -> e.subject().equals(code));
    return told.get(told.size() - 1);
  }

  private static void register(String code, String name, String municipality) {
    creatingAs(MINISTRY, "registrar")
        .body(
            """
            {"code": "%s", "kind": "corporation", "name": "%s", "municipality": "%s"}"""
                .formatted(code, name, municipality))
        .post("/v1/organizations")
        .then()
        .statusCode(201);
  }

  private static void addContact(String code, String channel, String value) {
    creatingAs(MINISTRY, "registrar")
        .body("{\"channel\": \"%s\", \"value\": \"%s\"}".formatted(channel, value))
        .post(CONTACTS, code)
        .then()
        .statusCode(201);
  }

  private static void pair(String one, String other, String reason, String state, String places) {
    TestRows.change(
        """
        insert into suspected_pair (
          first_code, second_code, reason, places, state, found_at, decided_by, decided_at)
        select least('%1$s' collate "C", '%2$s' collate "C"),
               greatest('%1$s' collate "C", '%2$s' collate "C"), '%3$s', '%5$s', '%4$s', now(),
               case when '%4$s' <> 'open' then 'go:mhlw' end,
               case when '%4$s' <> 'open' then now() end"""
            .formatted(one, other, reason, state, places));
  }

  private static void merge(String code, String into) {
    as(YAWATAHAMA, "registrar")
        .header("If-Match", "*")
        .body("{\"into\": \"%s\"}".formatted(into))
        .post(ONE + "/merger", code)
        .then()
        .statusCode(200);
  }
}
