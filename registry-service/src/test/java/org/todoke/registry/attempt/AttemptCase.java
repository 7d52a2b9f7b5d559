package org.todoke.registry.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import io.quarkus.test.common.QuarkusTestResource;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.todoke.contracts.EventType;
import org.todoke.contracts.Topics;
import org.todoke.registry.FreshRegistry;
import org.todoke.registry.RegistryTest;
import org.todoke.registry.TestRows;
import org.todoke.testing.EventContract;
import org.todoke.testing.Eventually;
import org.todoke.testing.ReceivedEvent;
import org.todoke.testing.TopicProbe;
import org.todoke.testing.TopicWriter;

/** A corporation with an e-mail contact, a mail server, and what the world hears. */
@QuarkusTestResource(MailSettings.class)
@FreshRegistry
abstract class AttemptCase extends RegistryTest {

  static final String OFFICE = "office@shiosai.example.jp";

  final UUID notice = UUID.randomUUID();
  @Inject SendAttempts sending;
  @Inject SendingChannel channel;
  MailServer mail;
  TopicProbe probe;

  @BeforeEach
  void openTheMailServer() {
    mail = new MailServer();
    probe = TopicProbe.fromNow(Topics.ATTEMPTS, Topics.ORGANIZATIONS);
    onlyContact(SHIOSAI, OFFICE);
  }

  @AfterEach
  void shutTheMailServer() {
    mail.close();
    probe.close();
  }

  /** Takes away every other. */
  static void onlyContact(String organization, String address) {
    TestRows.change("delete from contact where organization = '%s'".formatted(organization));
    contact(organization, "email", address);
  }

  static void contact(String organization, String channel, String value) {
    creatingAs(MINISTRY, "registrar")
        .body("{\"channel\": \"%s\", \"value\": \"%s\"}".formatted(channel, value))
        .post("/v1/organizations/{code}/contacts", organization)
        .then()
        .statusCode(201);
  }

  CloudEvent arrival(String organization) {
    return arrival(organization, "inbox", true, "actual");
  }

  CloudEvent arrival(String organization, String channel, boolean first, String usage) {
    return arrivalOf(notice, organization, channel, first, usage);
  }

  static CloudEvent arrivalOf(
      UUID notice, String organization, String channel, boolean first, String usage) {
    return TopicWriter.event(
        EventType.DELIVERY_ARRIVED,
        notice + "/" + organization,
        notice.toString(),
        1,
        """
        {"noticeId": "%s", "organization": "%s", "tier": "corporation", "from": "%s",
         "channel": "%s", "first": %s, "usage": "%s"}
        """
            .formatted(notice, organization, YAWATAHAMA, channel, first, usage));
  }

  static void tell(CloudEvent... events) {
    try (TopicWriter topic = new TopicWriter()) {
      for (CloudEvent event : events) {
        topic.send(event);
      }
    }
  }

  /** Tells of an arrival and waits until an attempt has been made of it. */
  void arrived(String organization) {
    tell(arrival(organization));
    Eventually.assertThat(
        () -> assertThat(attempts("organization = '%s'".formatted(organization))).isNotEmpty());
  }

  static List<String> attempts(String where) {
    return TestRows.of(
        "select channel || ' ' || state || coalesce(' ' || reason, '') || ' ' || tries"
            + " from attempt where "
            + where
            + " order by organization, ordinal");
  }

  /** What is heard of the attempts about an organisation, in order, each fitting its schema. */
  List<String> heard(String organization, int atLeast) {
    List<ReceivedEvent> events =
        probe.awaitEvents(
            atLeast,
            e ->
                e.topic().equals(Topics.ATTEMPTS)
                    && e.data().path("organization").asText().equals(organization)
                    && e.data().path("noticeId").asText().equals(notice.toString()));
    events.forEach(EventContract::assertValid);
    assertThat(events).noneMatch(e -> e.data().toString().contains("@"));
    return events.stream()
        .map(
            e ->
                e.type()
                    + " "
                    + e.data().path("channel").asText()
                    + (e.data().has("permanent") ? " " + e.data().path("permanent") : "")
                    + (e.data().has("reason") ? " " + e.data().path("reason").asText() : "")
                    + (e.data().has("nextChannel")
                        ? " then " + e.data().path("nextChannel").asText()
                        : ""))
        .toList();
  }
}
