package org.todoke.registry.organization.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.todoke.registry.RegistryTest;

@QuarkusTest
class OrganizationReadingTest extends RegistryTest {

  private static final String ORGANIZATIONS = "/v1/organizations";
  private static final String ONE = ORGANIZATIONS + "/{code}";

  @ParameterizedTest
  @ValueSource(
      strings = {"issuer", "forwarder", "responder", "registrar", "auditor", "integrator", "admin"})
  void everyRoleReadsNamesAndCodes(String role) {
    as(HIJIKAWA, role)
        .get(ONE, SHIOSAI_DAY_SERVICE)
        .then()
        .statusCode(200)
        .header("ETag", "\"0\"")
        .body("code", equalTo(SHIOSAI_DAY_SERVICE))
        .body("kind", equalTo("establishment"))
        .body("name", equalTo("デイサービスセンター架空しおさい"))
        .body("prefecture", equalTo(EHIME))
        .body("municipality", equalTo(YAWATAHAMA))
        .body("corporation", equalTo(SHIOSAI))
        .body("serviceTypes", contains("15"))
        .body("channels", contains("email", "fax", "telephone"))
        .body("state", equalTo("active"))
        .body("validFrom", equalTo("2013-04-01"))
        .body("validTo", nullValue())
        .body("parent", nullValue())
        .body("warnings", equalTo(List.of()))
        .body("permittedActions", equalTo(List.of()));
  }

  @ParameterizedTest
  @CsvSource({
    // Words of the name, in whatever width, kana and form.
    "八幡浜, lg:382043",
    "やわたはま, lg:382043",
    "ﾔﾜﾀﾊﾏ, lg:382043",
    "㈱架空みなと, cn:5999901000102",
    "株式会社　架空みなとケア, cn:5999901000102",
    "龍ヶ崎, lg:082082",
    "しおさい 会, cn:2999905000101",
    // The beginning of a code, with its scheme and without.
    "lg:38204, lg:382043",
    "382043, lg:382043",
    "LG:382043, lg:382043",
    "３８２０４３, lg:382043",
    "go:mhlw.roken.so, go:mhlw.roken.somu",
    "3873798239, kj:3873798239",
  })
  void searchFindsWhatIsMeant(String question, String code) {
    assertThat(found("q", question)).containsExactly(code);
  }

  @Test
  void oneCharacterIsAQuestionToo() {
    assertThat(found("q", "諏", "kind", "municipality")).containsExactly("lg:202061", "lg:203611");
  }

  @Test
  void blankQuestionIsNone() {
    assertThat(found("q", " ", "kind", "prefecture")).hasSize(47);
  }

  @Test
  void legalFormIsFoundHoweverItIsWritten() {
    assertThat(found("q", "(株)")).containsExactly(MINATO);
    assertThat(found("q", "株式会社 みなと")).containsExactly(MINATO);
  }

  @Test
  void questionAndConditionsNarrowTogether() {
    assertThat(found("q", "架空", "kind", "establishment", "municipality", OZU))
        .containsExactly(HIJIKAWA_DAY_SERVICE);
    assertThat(found("q", "架空", "service", "15", "prefecture", EHIME))
        .containsExactly(SHIOSAI_DAY_SERVICE, HIJIKAWA_DAY_SERVICE);
    assertThat(found("q", "架空", "operatesIn", IKATA)).containsExactly(MINATO);
    assertThat(found("q", "架空", "corporation", MINATO)).hasSize(3);
    assertThat(found("q", "387", "kind", "corporation")).isEmpty();
    assertThat(found("q", "架空", "kind", "establishment", "operatesIn", IKATA)).isEmpty();
    assertThat(found("q", "38", "kind", "establishment", "operatesIn", IKATA)).isEmpty();
    assertThat(found("q", "架空", "kind", "corporation", "service", "15")).isEmpty();
  }

  @Test
  void everyWordHasToBeFound() {
    assertThat(found("q", "架空 伊方")).containsExactly(MINATO_IKATA);
    assertThat(found("q", "架空 札幌")).isEmpty();
  }

  @Test
  void pairsThatStandApartAreNotAWord() {
    // 八幡平市 and 幡豆 have the pairs; nothing has the word.
    assertThat(found("q", "八幡豆")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"%", "_", "'", "\\", "&", "':*", "a|b", ":", "()"})
  void marksHaveNoMeaningOfTheirOwn(String question) {
    assertThat(found("q", question)).isEmpty();
  }

  @Test
  void conditionsNarrowTogether() {
    assertThat(found("kind", "prefecture")).hasSize(47);
    assertThat(found("kind", "municipality", "prefecture", EHIME))
        .hasSize(20)
        .contains(YAWATAHAMA, OZU, IKATA);
    assertThat(found("kind", "establishment", "municipality", YAWATAHAMA)).hasSize(7);
    assertThat(found("corporation", MINATO))
        .containsExactly("kj:3870498213", MINATO_IKATA, "kj:3890498227");
    assertThat(found("corporation", MINATO, "municipality", IKATA)).containsExactly(MINATO_IKATA);
    assertThat(found("kind", "ministry", "state", "closed")).isEmpty();
  }

  @Test
  void corporationIsFoundWhereverItWorks() {
    assertThat(found("operatesIn", YAWATAHAMA))
        .containsExactly(SHIOSAI, "cn:3999902000103", MINATO, USHIO);
    assertThat(found("operatesIn", IKATA)).containsExactly(MINATO);
    assertThat(found("operatesIn", EHIME)).hasSize(5);
    assertThat(found("operatesIn", KOCHI)).isEmpty();
  }

  @Test
  void pagesFollowEachOtherWithoutGapAndRepetition() {
    List<String> walked = new ArrayList<>();
    String cursor = null;
    do {
      var request =
          as(EHIME, "forwarder").queryParam("kind", "municipality").queryParam("limit", 200);
      if (cursor != null) {
        request.queryParam("cursor", cursor);
      }
      var page = request.get(ORGANIZATIONS).then().statusCode(200).extract();
      List<String> codes = page.path("items.code");
      assertThat(codes).hasSizeLessThanOrEqualTo(200);
      walked.addAll(codes);
      cursor = page.path("next");
    } while (cursor != null);

    assertThat(walked).hasSize(1741).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void pagesOfCorporationsAtWorkFollowEachOther() {
    var first =
        as(EHIME, "forwarder")
            .queryParam("operatesIn", YAWATAHAMA)
            .queryParam("limit", 3)
            .get(ORGANIZATIONS)
            .then()
            .extract();

    assertThat(first.<List<String>>path("items.code")).hasSize(3);
    as(EHIME, "forwarder")
        .queryParam("operatesIn", YAWATAHAMA)
        .queryParam("limit", 3)
        .queryParam("cursor", first.<String>path("next"))
        .get(ORGANIZATIONS)
        .then()
        .body("items.code", contains(USHIO))
        .body("next", nullValue());
  }

  @Test
  void childrenHangInTheirLine() {
    assertThat(children(EHIME, "jurisdiction")).hasSize(21).contains("cn:9999905000202", OZU);
    assertThat(children(YAWATAHAMA, "jurisdiction")).hasSize(7).contains(SHIOSAI_DAY_SERVICE);
    assertThat(children(MINISTRY, "jurisdiction")).hasSize(10 + 47 + 1);
    assertThat(children(SHIOSAI, "operator")).hasSize(3);
    assertThat(children(SHIOSAI, "jurisdiction")).isEmpty();
    assertThat(children(YAWATAHAMA, "operator")).isEmpty();
  }

  @Test
  void ancestorsAreAChainPerLine() {
    as(HIJIKAWA, "responder")
        .get(ONE + "/ancestors", MINATO_IKATA)
        .then()
        .statusCode(200)
        .body("jurisdiction.code", contains(IKATA, EHIME, MINISTRY))
        .body("jurisdiction.kind", contains("municipality", "prefecture", "ministry"))
        .body("operator.code", contains(MINATO))
        .body("operator.name", contains("株式会社架空みなとケア"));
    as(HIJIKAWA, "responder")
        .get(ONE + "/ancestors", MINATO)
        .then()
        .body("jurisdiction.code", contains(YAWATAHAMA, EHIME, MINISTRY))
        .body("operator", equalTo(List.of()));
    as(HIJIKAWA, "responder")
        .get(ONE + "/ancestors", MINISTRY)
        .then()
        .body("jurisdiction", equalTo(List.of()));
  }

  @Test
  void permittedActionsAreTheCallersOwn() {
    as(YAWATAHAMA, "registrar")
        .get(ONE, SHIOSAI_DAY_SERVICE)
        .then()
        .body(
            "permittedActions",
            contains("change", "close", "merge", "divide", "read-contacts", "add-contact"));
    // Works in Ikata, has its head office elsewhere.
    as(IKATA, "registrar")
        .get(ONE, MINATO)
        .then()
        .body("permittedActions", contains("read-contacts"));
    as(MINATO, "responder")
        .queryParam("corporation", MINATO)
        .get(ORGANIZATIONS)
        .then()
        .body("items[0].permittedActions", contains("read-contacts"));
  }

  @Test
  void readerWhoHasThePresentVersionIsSentNothing() {
    as(HIJIKAWA, "responder")
        .header("If-None-Match", "\"0\"")
        .get(ONE, SHIOSAI_DAY_SERVICE)
        .then()
        .statusCode(304)
        .header("ETag", "\"0\"")
        .body(emptyString());
    as(HIJIKAWA, "responder")
        .header("If-None-Match", "\"1\"")
        .get(ONE, SHIOSAI_DAY_SERVICE)
        .then()
        .statusCode(200);
  }

  @Test
  void establishmentsAreFoundByWhatTheyOffer() {
    assertThat(found("service", "15")).containsExactly(SHIOSAI_DAY_SERVICE, HIJIKAWA_DAY_SERVICE);
    assertThat(found("service", "15", "municipality", OZU)).containsExactly(HIJIKAWA_DAY_SERVICE);
    assertThat(found("service", "37")).containsExactly("kj:3890498136");
    assertThat(found("service", "15", "kind", "corporation")).isEmpty();
  }

  @Test
  void unknownOrganizationIsNotFound() {
    as(EHIME, "forwarder")
        .get(ONE, "lg:016951")
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("code", equalTo("organization.not-found"));
  }

  @ParameterizedTest
  @CsvSource({
    "kind, city, query:kind, enum.unknown",
    "state, open, query:state, enum.unknown",
    "prefecture, 38, query:prefecture, organization-code.malformed",
    "operatesIn, 八幡浜市, query:operatesIn, organization-code.malformed",
    "limit, 0, query:limit, number.too-small",
    "limit, 201, query:limit, number.too-large",
    "limit, many, query:limit, type.integer",
  })
  void conditionThatCannotBeReadIsNamed(
      String name, String value, String pointer, String violation) {
    as(EHIME, "forwarder")
        .queryParam(name, value)
        .get(ORGANIZATIONS)
        .then()
        .statusCode(422)
        .body("violations[0].pointer", equalTo(pointer))
        .body("violations[0].code", equalTo(violation));
  }

  @Test
  void cursorThatWeDidNotGiveIsRefused() {
    as(EHIME, "forwarder")
        .queryParam("cursor", "%%%")
        .get(ORGANIZATIONS)
        .then()
        .statusCode(400)
        .body("violations[0].code", equalTo("cursor.unknown"));
  }

  @Test
  void questionHasABound() {
    as(EHIME, "forwarder")
        .queryParam("q", "あ".repeat(101))
        .get(ORGANIZATIONS)
        .then()
        .statusCode(422)
        .body("violations[0].code", equalTo("text.too-long"));
  }

  private static List<String> found(String... conditions) {
    var request = as(HIJIKAWA, "responder").queryParam("limit", 200);
    for (int i = 0; i < conditions.length; i += 2) {
      request.queryParam(conditions[i], conditions[i + 1]);
    }
    return request.get(ORGANIZATIONS).then().statusCode(200).extract().path("items.code");
  }

  private static List<String> children(String code, String line) {
    return as(HIJIKAWA, "responder")
        .queryParam("line", line)
        .queryParam("limit", 200)
        .get(ONE + "/children", code)
        .then()
        .statusCode(200)
        .extract()
        .path("items.code");
  }
}
