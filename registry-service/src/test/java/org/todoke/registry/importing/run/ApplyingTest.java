package org.todoke.registry.importing.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.todoke.registry.importing.run.ListOfEstablishments.HELPERS;
import static org.todoke.registry.importing.run.ListOfEstablishments.MIKAN;
import static org.todoke.registry.importing.run.ListOfEstablishments.MIKAN_CORPORATION;
import static org.todoke.registry.importing.run.ListOfEstablishments.empty;
import static org.todoke.registry.importing.run.ListOfEstablishments.ofTwo;
import static org.todoke.registry.importing.run.ListOfEstablishments.row;

import io.quarkus.test.junit.QuarkusTest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ApplyingTest extends ImportTest {

  private static final String JUNE = "2025-06-30";
  private static final String DECEMBER = "2025-12-31";

  @Test
  void rowsBecomeEstablishmentsServicesContactsAndTheirCorporation() {
    UUID run = applied(JUNE, ofTwo());

    run(run)
        .body("format", equalTo("mhlw-open-data"))
        .body("rows.read", equalTo(2))
        .body("rows.accepted", equalTo(2))
        .body("effects.corporation.created", equalTo(1))
        .body("effects.establishment.created", equalTo(2))
        .body("effects.service.created", equalTo(2))
        .body("effects.contact.added", equalTo(4))
        .body("progress.done", equalTo(2))
        .body("progress.total", equalTo(2));
    organization("kj:" + MIKAN)
        .statusCode(200)
        .body("name", equalTo("デイサービスみかんの丘"))
        .body("municipality", equalTo(YAWATAHAMA))
        .body("prefecture", equalTo(EHIME))
        .body("corporation", equalTo("cn:" + MIKAN_CORPORATION))
        .body("serviceTypes", contains("15"))
        .body("channels", contains("fax", "telephone"))
        .body("validFrom", equalTo(JUNE));
    organization("cn:" + MIKAN_CORPORATION).body("name", equalTo("社会福祉法人架空みかん会"));
    assertThat(
            rows(
                "select capacity, days, listing from establishment_service where establishment = ?",
                "kj:" + MIKAN))
        .singleElement()
        .satisfies(
            service -> {
              assertThat(service).containsEntry("capacity", 25).containsEntry("listing", "listed");
              assertThat(service.get("days")).hasToString("{weekday,saturday}");
            });
  }

  @Test
  void oneEventTellsOfEachOrganizationThatIsNew() {
    applied(JUNE, ofTwo());

    assertThat(sequences())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("kj:" + MIKAN, 1L, "kj:" + HELPERS, 1L, "cn:" + MIKAN_CORPORATION, 1L));
  }

  @Test
  void sameListAgainChangesNothingAndTellsNothing() {
    applied(JUNE, ofTwo());
    List<Map<String, Object>> before = everything();

    UUID again = applied(JUNE, ofTwo());

    run(again)
        .body("effects.establishment.unchanged", equalTo(2))
        .body("effects.establishment.created", nullValue())
        .body("effects.establishment.changed", nullValue())
        .body("effects.service.unchanged", equalTo(2));
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void newerListThatSaysTheSameChangesNothingEither() {
    applied(JUNE, ofTwo());
    List<Map<String, Object>> before = everything();

    applied(DECEMBER, ofTwo());

    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void previewCountsWhatIsThenDone() {
    applied(JUNE, ofTwo());
    UUID run =
        read(
            DECEMBER,
            empty()
                .with(row(MIKAN).forPersons("30").build())
                .with(row("3870498031").named("新しいデイ").build()));

    as(MINISTRY, "registrar")
        .get("/v1/imports/{id}/preview", run)
        .then()
        .statusCode(200)
        .body("establishment.create", equalTo(1))
        .body("establishment.change", equalTo(1))
        .body("establishment.notListed", equalTo(1))
        .body("service.create", equalTo(1))
        .body("service.change", equalTo(1))
        .body("service.notListed", equalTo(1));
    apply(run);

    run(run)
        .body("effects.establishment.created", equalTo(1))
        .body("effects.establishment.changed", equalTo(1))
        .body("effects.establishment.notListed", equalTo(1))
        .body("effects.service.created", equalTo(1))
        .body("effects.service.changed", equalTo(1))
        .body("effects.service.notListed", equalTo(1));
  }

  @Test
  void whatChangedBeginsANewPeriodAndTheOldOneStays() {
    applied(JUNE, ofTwo());

    applied(
        DECEMBER,
        empty()
            .with(row(MIKAN).named("デイサービスみかんの里").forPersons("30").build())
            .with(row(HELPERS).named("デイ架空").build()));

    assertThat(
            rows(
                """
                select name, capacity, valid_from::text, valid_to::text from establishment_service
                 where establishment = ? order by valid_from""",
                "kj:" + MIKAN))
        .containsExactly(
            row("デイサービスみかんの丘", 25, JUNE, "2025-12-30"), row("デイサービスみかんの里", 30, DECEMBER, null));
    assertThat(
            rows(
                """
                select name, valid_from::text, valid_to::text from organization_history
                 where organization = ? order by seq""",
                "kj:" + MIKAN))
        .extracting(r -> r.get("name"), r -> r.get("valid_to"))
        .containsExactly(tuple("デイサービスみかんの丘", "2025-12-30"), tuple("デイサービスみかんの里", null));
    assertThat(sequences()).containsEntry("kj:" + MIKAN, 2L).containsEntry("kj:" + HELPERS, 1L);
  }

  @Test
  void whoIsNoLongerListedIsNotClosed() {
    applied(JUNE, ofTwo());

    applied(DECEMBER, empty().with(row(MIKAN).build()));

    organization("kj:" + HELPERS).body("state", equalTo("active"));
    assertThat(value("select listing from organization where code = ?", "kj:" + HELPERS))
        .isEqualTo("not-listed");
    assertThat(sequences()).containsEntry("kj:" + HELPERS, 2L);
    assertThat(value("select listing from organization where code = ?", "kj:" + MIKAN))
        .isEqualTo("listed");
  }

  @Test
  void whoIsListedAgainIsListed() {
    applied("2025-01-31", ofTwo());
    applied(JUNE, empty().with(row(MIKAN).build()));

    applied(DECEMBER, ofTwo());

    assertThat(value("select listing from organization where code = ?", "kj:" + HELPERS))
        .isEqualTo("listed");
  }

  @Test
  void rejectedRowIsNoAbsence() {
    applied(JUNE, ofTwo());

    applied(
        DECEMBER, empty().with(row(MIKAN).build()).with(row(HELPERS).in("999999", "", "").build()));

    assertThat(value("select listing from organization where code = ?", "kj:" + HELPERS))
        .isEqualTo("listed");
  }

  @Test
  void anotherServicesListLeavesTheFirstOneAlone() {
    applied(JUNE, ofTwo());

    UUID run = applied(JUNE, empty().with(row(MIKAN).offering("訪問介護").named("ヘルパーみかん").build()));

    run(run)
        .body("effects.establishment.changed", equalTo(1))
        .body("effects.service.created", equalTo(1))
        .body("effects.service.notListed", nullValue());
    organization("kj:" + MIKAN)
        .body("serviceTypes", contains("11", "15"))
        .body("name", equalTo("ヘルパーみかん"));
  }

  @Test
  void orderOfTheListsDoesNotMatter() {
    ListOfEstablishments homeHelp =
        empty()
            .with(
                row(MIKAN)
                    .offering("訪問介護")
                    .named("ヘルパーみかん")
                    .at("愛媛県八幡浜市別町9")
                    .runBy(MIKAN_CORPORATION, "(福)架空みかん会")
                    .build());
    applied(JUNE, ofTwo());
    applied(JUNE, homeHelp);
    List<Map<String, Object>> oneWay = attributes();
    beginWithWhatWasLoadedAgain();

    applied(JUNE, homeHelp);
    applied(JUNE, ofTwo());

    assertThat(attributes()).isEqualTo(oneWay);
  }

  @Test
  void spellingsOfOneNumberAreVariantsOfWhichTheCommonestIsTheName() {
    applied(JUNE, ofTwo().with(row("3870498031").runBy(MIKAN_CORPORATION, "架空みかん会").build()));

    organization("cn:" + MIKAN_CORPORATION).body("name", equalTo("社会福祉法人架空みかん会"));
    assertThat(
            rows(
                "select name, occurrences from name_variant where organization = ? order by occurrences",
                "cn:" + MIKAN_CORPORATION))
        .extracting(r -> r.get("name"), r -> r.get("occurrences"))
        .containsExactly(tuple("架空みかん会", 1), tuple("社会福祉法人架空みかん会", 2));
  }

  @Test
  void equalNamesUnderTwoNumbersStayTwoCorporations() {
    applied(JUNE, ofTwo().with(row("3870498031").runBy("2999905000002", "社会福祉法人架空みかん会").build()));

    organization("cn:2999905000002").body("name", equalTo("社会福祉法人架空みかん会"));
    organization("kj:3870498031").body("corporation", equalTo("cn:2999905000002"));
  }

  @Test
  void corporationWithoutANumberGetsAnIdentityThatIsTheSameEveryTime() {
    ListOfEstablishments list = empty().with(row(MIKAN).runBy("", "有限会社架空堂").build());
    applied(JUNE, list);
    String code = organization("kj:" + MIKAN).extract().path("corporation");

    applied(DECEMBER, list);

    assertThat(code).startsWith("op:");
    organization("kj:" + MIKAN).body("corporation", equalTo(code));
    organization(code).body("name", equalTo("有限会社架空堂")).body("kind", equalTo("corporation"));
  }

  @Test
  void whatARegistrarChangedSinceTheDayOfTheListIsKept() {
    applied(JUNE, ofTwo());
    String etag = organization("kj:" + MIKAN).extract().header("ETag");
    as(EHIME, "registrar")
        .header("If-Match", etag)
        .body(
            """
            {"name": "みかんの丘（改称）", "municipality": "%s", "corporation": "cn:%s", "serviceTypes": ["15"]}"""
                .formatted(YAWATAHAMA, MIKAN_CORPORATION))
        .put("/v1/organizations/{code}", "kj:" + MIKAN)
        .then()
        .statusCode(200);

    UUID run = applied(DECEMBER, ofTwo());

    run(run).body("effects.establishment.kept", equalTo(1));
    organization("kj:" + MIKAN).body("name", equalTo("みかんの丘（改称）"));
  }

  @Test
  void numberThatNoRowHasAnyMoreIsNoContactAnyMore() {
    applied(JUNE, ofTwo());

    applied(
        DECEMBER,
        empty()
            .with(row(MIKAN).reachedBy("0894-00-0009", "").build())
            .with(row(HELPERS).named("デイ架空").build()));

    organization("kj:" + MIKAN).body("channels", contains("telephone"));
    assertThat(
            rows(
                "select channel, value from contact where organization = ? and state = 'active'",
                "kj:" + MIKAN))
        .singleElement()
        .satisfies(
            c ->
                assertThat(c)
                    .containsEntry("channel", "telephone")
                    .containsEntry("value", "0894-00-0009"));
    assertThat(sequences()).containsEntry("kj:" + MIKAN, 2L);
  }

  private static Map<String, Object> row(String name, int capacity, String from, String to) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("name", name);
    row.put("capacity", capacity);
    row.put("valid_from", from);
    row.put("valid_to", to);
    return row;
  }

  private static ListOfEstablishments.Row row(String number) {
    return ListOfEstablishments.row(number);
  }

  /**
   * The last event of each of the organisations that the list brought; the relay may have taken
   * some.
   */
  private static Map<String, Long> sequences() {
    Map<String, Long> sequences = new TreeMap<>();
    rows("select code, seq from organization where origin = 'import'")
        .forEach(r -> sequences.put((String) r.get("code"), (Long) r.get("seq")));
    return sequences;
  }

  private static List<Map<String, Object>> attributes() {
    return rows(
        """
        select code, name, municipality, corporation, address, services::text, channels::text, listing
          from organization where origin = 'import' order by code""");
  }

  private static List<Map<String, Object>> everything() {
    return rows(
        """
        select 'o' as of, code, seq, version::text as other from organization where origin = 'import'
        union all
        select 'h', organization, seq, coalesce(valid_to::text, '') from organization_history
        union all
        select 's', establishment, capacity, valid_from::text from establishment_service
        union all
        select 'c', organization, version, id::text from contact where source = 'list'
        order by 1, 2, 3, 4""");
  }
}
