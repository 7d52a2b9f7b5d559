package org.todoke.registry.export.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.todoke.registry.FreshRegistry;
import org.todoke.registry.RegistryTest;
import org.todoke.testing.Tokens;

@QuarkusTest
@FreshRegistry
class ExportTest extends RegistryTest {

  private static final String EXPORT = "/v1/organizations/export";
  private static final String UNWRITABLE = EXPORT + "/unwritable";
  private static final Charset CP932 = Charset.forName("windows-31j");

  @BeforeEach
  void nameSomethingThatIsHardToWrite() {
    as(YAWATAHAMA, "registrar")
        .header("If-Match", "\"0\"")
        .body(
            """
            {"name": "=𠮷野の\\"家\\", 2号", "municipality": "%s", "corporation": "%s",
             "serviceTypes": ["15"], "address": "八幡浜市〜1−2", "building": "🌸荘",
             "effectiveOn": "2026-03-01"}"""
                .formatted(YAWATAHAMA, SHIOSAI))
        .put("/v1/organizations/{code}", SHIOSAI_DAY_SERVICE)
        .then()
        .statusCode(200);
  }

  @Test
  void fileHoldsEveryOrganizationInTheOrderOfTheCodes() {
    Response response = as(HIJIKAWA, "responder").get(EXPORT);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.contentType()).isEqualToIgnoringCase("text/csv;charset=UTF-8");
    assertThat(response.header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"organizations-2026-04-01.csv\"");
    List<NamedCsvRecord> rows = named(response.asByteArray());
    assertThat(rows).hasSize(1815);
    assertThat(rows).extracting(r -> r.getField("code")).isSorted();
  }

  @Test
  void rowSaysWhatTheListDoesAndTheNamesOfItsLines() {
    NamedCsvRecord row = named(get("corporation", MINATO, "municipality", IKATA)).get(0);

    assertThat(row.getField("code")).isEqualTo(MINATO_IKATA);
    assertThat(row.getField("kind")).isEqualTo("establishment");
    assertThat(row.getField("nameKana")).isEqualTo("ヘルパーステーションカクウミナトイカタ");
    assertThat(row.getField("prefectureName")).isEqualTo("愛媛県");
    assertThat(row.getField("municipalityName")).isEqualTo("伊方町");
    assertThat(row.getField("corporationName")).isEqualTo("株式会社架空みなとケア");
    assertThat(row.getField("serviceTypes")).isEqualTo("11");
    assertThat(row.getField("channels")).isEqualTo("fax telephone");
    assertThat(row.getField("validFrom")).isEqualTo("2013-04-01");
    assertThat(row.getField("validTo")).isEmpty();
  }

  @Test
  void fileBeginsWithAMarkAndHasJapaneseHeadingsUnlessAskedOtherwise() {
    byte[] file =
        given()
            .auth()
            .oauth2(Tokens.of(HIJIKAWA, "responder"))
            .queryParam("kind", "ministry")
            .get(EXPORT)
            .asByteArray();

    String text = new String(file, StandardCharsets.UTF_8);
    assertThat(text).startsWith("\ufeffコード,種別,名称,").endsWith("\r\n");
  }

  @Test
  void cellsAreQuotedAndNeverAFormula() {
    String text =
        new String(get("municipality", YAWATAHAMA, "service", "15"), StandardCharsets.UTF_8);

    assertThat(text).contains("\"'=𠮷野の\"\"家\"\", 2号\"");
  }

  @Test
  void whatCp932CannotHoldIsReplaced() {
    byte[] file = get("municipality", YAWATAHAMA, "service", "15", "encoding", "cp932");

    List<CsvRecord> rows =
        CsvReader.builder().ofCsvRecord(new String(file, CP932)).stream().toList();
    assertThat(rows.get(1).getFields()).contains("'=〓野の\"家\", 2号", "八幡浜市～1－2", "〓荘");
    assertThat(new String(file, CP932)).doesNotContain("?").doesNotStartWith("\ufeff");
  }

  @Test
  void whatCp932CannotHoldIsListed() {
    Response response = as(HIJIKAWA, "responder").queryParam("prefecture", EHIME).get(UNWRITABLE);

    assertThat(response.header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"organizations-unwritable-2026-04-01.csv\"");
    assertThat(rows(response.asByteArray()))
        .extracting(CsvRecord::getFields)
        .containsExactly(
            List.of("code", "column", "value", "characters"),
            List.of(SHIOSAI_DAY_SERVICE, "name", "'=𠮷野の\"家\", 2号", "𠮷 U+20BB7"),
            List.of(SHIOSAI_DAY_SERVICE, "building", "🌸荘", "🌸 U+1F338"));
  }

  @Test
  void pastIsExportedToo() {
    assertThat(
            named(get("municipality", YAWATAHAMA, "service", "15", "asOf", "2026-02-28"))
                .get(0)
                .getField("name"))
        .isEqualTo("デイサービスセンター架空しおさい");
  }

  @Test
  void wrongConditionIsRefusedBeforeAnythingIsWritten() {
    as(HIJIKAWA, "responder")
        .queryParam("encoding", "utf-16")
        .get(EXPORT)
        .then()
        .statusCode(422)
        .contentType("application/problem+json");
    as(HIJIKAWA, "responder")
        .queryParam("asOf", "2026-02-28")
        .get(EXPORT)
        .then()
        .statusCode(422)
        .contentType("application/problem+json");
  }

  private static byte[] get(String... conditions) {
    var request = as(HIJIKAWA, "responder");
    for (int i = 0; i < conditions.length; i += 2) {
      request.queryParam(conditions[i], conditions[i + 1]);
    }
    return request.get(EXPORT).then().statusCode(200).extract().asByteArray();
  }

  private static List<NamedCsvRecord> named(byte[] file) {
    return CsvReader.builder().ofNamedCsvRecord(text(file)).stream().toList();
  }

  private static List<CsvRecord> rows(byte[] file) {
    return CsvReader.builder().ofCsvRecord(text(file)).stream().toList();
  }

  private static String text(byte[] file) {
    String text = new String(file, StandardCharsets.UTF_8);
    assertThat(text).startsWith("\ufeff");
    return text.substring(1);
  }
}
