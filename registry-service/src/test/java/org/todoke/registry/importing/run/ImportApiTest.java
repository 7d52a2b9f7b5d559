package org.todoke.registry.importing.run;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.todoke.registry.importing.run.ListOfEstablishments.HELPERS;
import static org.todoke.registry.importing.run.ListOfEstablishments.MIKAN;
import static org.todoke.registry.importing.run.ListOfEstablishments.empty;
import static org.todoke.registry.importing.run.ListOfEstablishments.ofTwo;
import static org.todoke.registry.importing.run.ListOfEstablishments.row;

import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.todoke.testing.Tokens;

@QuarkusTest
class ImportApiTest extends ImportTest {

  private static final String DAY = "2025-12-31";

  @Test
  void runGoesItsWayAndSaysWhatMayBeDoneNext() {
    UUID run = created(DAY);
    run(run)
        .body("state", equalTo("created"))
        .body("permittedActions", contains("upload", "cancel"));

    upload(run, ofTwo().bytes())
        .statusCode(200)
        .body("state", equalTo("read"))
        .body("bytes", equalTo(ofTwo().bytes().length))
        .body("encoding", equalTo("UTF-8"))
        .body("services", contains("15"))
        .body("permittedActions", contains("apply", "cancel"));
    assertThat(rows("select code from organization where origin = 'import'")).isEmpty();

    apply(run);
    run(run).body("permittedActions.size()", equalTo(0));
  }

  @Test
  void secondFileForARunIsRefused() {
    UUID run = read(DAY, ofTwo());

    upload(run, ofTwo().bytes()).statusCode(409).body("code", equalTo("import.wrong-state"));
  }

  @Test
  void applyingTwiceIsApplyingOnce() {
    UUID run = applied(DAY, ofTwo());

    as(MINISTRY, "registrar")
        .post("/v1/imports/{id}/application", run)
        .then()
        .statusCode(202)
        .body("state", equalTo("applied"))
        .body("effects.establishment.created", equalTo(2));
  }

  @Test
  void cancelledRunDoesNothing() {
    UUID run = read(DAY, ofTwo());

    for (int i = 0; i < 2; i++) {
      as(MINISTRY, "registrar")
          .post("/v1/imports/{id}/cancellation", run)
          .then()
          .statusCode(200)
          .body("state", equalTo("cancelled"));
    }

    as(MINISTRY, "registrar")
        .post("/v1/imports/{id}/application", run)
        .then()
        .statusCode(409)
        .body("code", equalTo("import.wrong-state"));
    assertThat(rows("select code from organization where origin = 'import'")).isEmpty();
  }

  @Test
  void olderListThanOneThatWasAppliedIsRefused() {
    applied(DAY, ofTwo());
    UUID older = read("2025-06-30", ofTwo());

    as(MINISTRY, "registrar")
        .post("/v1/imports/{id}/application", older)
        .then()
        .statusCode(409)
        .body("code", equalTo("import.older-than-applied"))
        .body("detail", containsString(DAY));
  }

  @Test
  void runOfAnotherOrganizationDoesNotExist() {
    UUID run = read(DAY, ofTwo());

    for (String path : new String[] {"", "/preview", "/rows", "/report.csv"}) {
      as(EHIME, "registrar").get("/v1/imports/{id}" + path, run).then().statusCode(404);
    }
    as(EHIME, "registrar").post("/v1/imports/{id}/application", run).then().statusCode(404);
    as(EHIME, "registrar").post("/v1/imports/{id}/cancellation", run).then().statusCode(404);
    as(EHIME, "registrar")
        .contentType("application/octet-stream")
        .body(ofTwo().bytes())
        .put("/v1/imports/{id}/file", run)
        .then()
        .statusCode(404);
    as(EHIME, "registrar").get("/v1/imports").then().body("items.size()", equalTo(0));
  }

  @Test
  void operatorsBringNoLists() {
    creatingAs(SHIOSAI, "registrar")
        .body("{\"fileName\": \"x.csv\"}")
        .post("/v1/imports")
        .then()
        .statusCode(403)
        .body("code", equalTo("import.not-a-registrar"));
  }

  @Test
  void rowsOutsideTheRegistrarsAreaAreRejected() {
    UUID run =
        UUID.fromString(
            creatingAs(EHIME, "registrar")
                .body("{\"fileName\": \"x.csv\", \"asOf\": \"%s\"}".formatted(DAY))
                .post("/v1/imports")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));

    as(EHIME, "registrar")
        .contentType("application/octet-stream")
        .body(
            empty()
                .with(row(MIKAN).build())
                .with(row("3970498015").in("392014", "高知県", "高知市").build())
                .bytes())
        .put("/v1/imports/{id}/file", run)
        .then()
        .statusCode(200)
        .body("rows.accepted", equalTo(1))
        .body("rows.rejected", equalTo(1));
    as(EHIME, "registrar")
        .get("/v1/imports/{id}/rows?outcome=rejected", run)
        .then()
        .body("items[0].findings.code", hasItem("row.outside-jurisdiction"));
  }

  @Test
  void laterOfTwoRowsAboutOneServiceCounts() {
    UUID run =
        applied(
            DAY, empty().with(row(MIKAN).named("先").build()).with(row(MIKAN).named("後").build()));

    run(run).body("rows.accepted", equalTo(1)).body("rows.warned", equalTo(1));
    as(MINISTRY, "registrar")
        .get("/v1/imports/{id}/rows?outcome=warned", run)
        .then()
        .body("items.line", contains(2))
        .body("items[0].findings.code", contains("row.repeated"));
    organization("kj:" + MIKAN).body("name", equalTo("後"));
  }

  @Test
  void everyFindingIsInTheReportAndNothingInItIsCalculated() {
    UUID run =
        read(
            DAY,
            empty()
                .with(row(MIKAN).reachedBy("=1+1", "").build())
                .with(row(HELPERS).in("999999", "", "").build()));

    String report =
        as(MINISTRY, "registrar")
            .get("/v1/imports/{id}/report.csv", run)
            .then()
            .statusCode(200)
            .header("Content-Type", startsWith("text/csv"))
            .header("Content-Disposition", containsString("import-" + run))
            .extract()
            .asString();

    assertThat(report.lines().count()).isEqualTo(3);
    assertThat(report).contains("2,電話番号,").contains("'=1+1").contains("3,都道府県コード又は市町村コード,rejected");
    assertThat(
            given()
                .auth()
                .oauth2(Tokens.of(MINISTRY, "registrar"))
                .header("Accept-Language", "ja")
                .get("/v1/imports/{id}/report.csv", run)
                .asString())
        .contains("行,列,結果");
  }

  @Test
  void rowsComePageByPage() {
    UUID run = read(DAY, ofTwo().with(row("3870498031").build()));

    String next =
        as(MINISTRY, "registrar")
            .get("/v1/imports/{id}/rows?limit=2", run)
            .then()
            .body("items.line", contains(2, 3))
            .extract()
            .path("next");
    as(MINISTRY, "registrar")
        .get("/v1/imports/{id}/rows?limit=2&cursor={c}", run, next)
        .then()
        .body("items.line", contains(4))
        .body("$", not(hasKey("next")));
  }

  @Test
  void everyFaultOfTheRequestIsNamed() {
    creatingAs(MINISTRY, "registrar")
        .body("{\"fileName\": \"\", \"asOf\": \"平成25年2月30日\"}")
        .post("/v1/imports")
        .then()
        .statusCode(422)
        .body("violations.pointer", containsInAnyOrder("/fileName", "/asOf"));
    creatingAs(MINISTRY, "registrar")
        .body("{\"fileName\": \"x\", \"asOf\": \"2099-01-01\"}")
        .post("/v1/imports")
        .then()
        .statusCode(422)
        .body("violations.code", contains("date.in-future"));
    creatingAs(MINISTRY, "registrar")
        .body("{\"fileName\": \"x\", \"encoding\": \"EBCDIC\"}")
        .post("/v1/imports")
        .then()
        .statusCode(422)
        .body("violations.code", contains("import.unknown-encoding"));
  }

  @Test
  void fileInTheEncodingOfOldSpreadsheetsIsReadAsWell() {
    UUID run = created(DAY);

    upload(run, ofTwo().bytes(Charset.forName("windows-31j")))
        .statusCode(200)
        .body("encoding", equalTo("windows-31j"))
        .body("rows.accepted", equalTo(2));
  }

  @Test
  void fileThatCannotBeReadLeavesNothingBehind() throws Exception {
    byte[] good = ofTwo().bytes();
    byte[] truncated = Arrays.copyOf(good, good.length - 60);
    byte[] binary = new byte[2_000];
    new Random(7).nextBytes(binary);
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(zip)) {
      out.putNextEntry(new ZipEntry("list.csv"));
      out.write(good);
    }
    byte[] longLine = ("\"" + "あ".repeat(3_500_000)).getBytes(StandardCharsets.UTF_8);
    refused(truncated, 422, "file.truncated");
    refused(zip.toByteArray(), 422, "file.zip");
    refused(new byte[0], 422, "file.empty");
    refused("a,b\r\n1,2\r\n".getBytes(StandardCharsets.UTF_8), 422, "file.format-unknown");
    refused(longLine, 413, "file.cell-too-long");
    UUID run = created(DAY);
    upload(run, binary).statusCode(422);
    assertThat(state(run)).isEqualTo("failed");
    for (String table : new String[] {"import_row", "import_service", "import_name"}) {
      assertThat(value("select count(*) from " + table)).as(table).isEqualTo(0L);
    }
  }

  private static void refused(byte[] file, int status, String code) {
    UUID run = created(DAY);
    upload(run, file).statusCode(status).body("code", equalTo(code));
    run(run)
        .body("state", equalTo("failed"))
        .body("failure.code", equalTo(code))
        .body("rows.read", equalTo(0))
        .body("permittedActions.size()", equalTo(0));
  }
}
