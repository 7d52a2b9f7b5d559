package org.todoke.registry.importing.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.todoke.registry.TestRows;
import org.todoke.testing.Eventually;

/** What the lists say of an organisation that was erased, before and afterwards. */
@QuarkusTest
class ErasedRowsTest extends ImportTest {

  private static final String CODE = "kj:" + ListOfEstablishments.MIKAN;
  private static final String CORPORATION = "cn:" + ListOfEstablishments.MIKAN_CORPORATION;
  private static final String NAME = "デイサービスみかんの丘";
  private static final String CORPORATE_NAME = "社会福祉法人架空みかん会";

  @Test
  void rowsThatAreKeptAreForgottenAndTheFiguresStay() {
    UUID run = applied("2025-12-31", ListOfEstablishments.ofTwo());
    UUID rejected =
        read(
            "2026-01-31",
            ListOfEstablishments.empty()
                .with(
                    ListOfEstablishments.row(ListOfEstablishments.MIKAN)
                        .in("999999", "なし県", "なし市")
                        .build()));
    run(rejected).body("rows.rejected", equalTo(1));
    assertThat(TestRows.tablesWith(NAME)).contains("import_row", "import_service");
    close(CODE);

    erase(CODE);

    Eventually.assertThat(() -> assertThat(TestRows.tablesWith(NAME)).isEmpty());
    assertThat(TestRows.tablesWith("デイ架空")).contains("import_row", "import_service");
    run(run).body("rows.read", equalTo(2)).body("rows.accepted", equalTo(2));
    as(MINISTRY, "registrar")
        .get("/v1/imports/{id}/rows", rejected)
        .then()
        .statusCode(200)
        .body("items[0].cells", hasSize(0))
        .body("items[0].findings.code", hasItem("municipality-code.placeholder"));
  }

  @Test
  void listThatNamesItAgainBringsNothingBack() {
    applied("2025-12-31", ListOfEstablishments.ofTwo());
    close(CODE);
    erase(CODE);

    UUID run = applied("2026-01-31", ListOfEstablishments.ofTwo());

    assertThat(TestRows.tablesWith(NAME)).isEmpty();
    organization(CODE).body("name", equalTo("（削除済み）")).body("state", equalTo("closed"));
    run(run).body("rows.read", equalTo(2)).body("rows.warned", equalTo(1));
    as(MINISTRY, "registrar")
        .queryParam("outcome", "warned")
        .get("/v1/imports/{id}/rows", run)
        .then()
        .body("items.findings.flatten().code", contains("row.erased"));
    assertThat(
            TestRows.of("select count(*) from contact where organization = '%s'".formatted(CODE)))
        .containsExactly("0");
  }

  @Test
  void nameOfAnErasedCorporationDoesNotComeBackWithItsEstablishments() {
    applied("2025-12-31", ListOfEstablishments.ofTwo());
    close(CODE);
    close("kj:" + ListOfEstablishments.HELPERS);
    close(CORPORATION);

    erase(CORPORATION);

    Eventually.assertThat(() -> assertThat(TestRows.tablesWith(CORPORATE_NAME)).isEmpty());
    applied(
        "2026-01-31",
        ListOfEstablishments.empty()
            .with(ListOfEstablishments.row(ListOfEstablishments.HELPERS).named("デイ架空").build()));
    assertThat(TestRows.tablesWith(CORPORATE_NAME)).isEmpty();
    organization(CORPORATION).body("name", equalTo("（削除済み）"));
  }

  private static void close(String code) {
    as(MINISTRY, "registrar").post("/v1/organizations/{code}/closure", code).then().statusCode(200);
  }

  private static void erase(String code) {
    as(MINISTRY, "registrar")
        .header("If-Match", "*")
        .body("{\"reason\": \"authority-order\", \"legalBasis\": \"命令第1号\"}")
        .post("/v1/organizations/{code}/erasure", code)
        .then()
        .statusCode(200);
  }
}
