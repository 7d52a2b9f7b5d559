package org.todoke.registry.importing.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.todoke.registry.importing.run.ListOfEstablishments.MIKAN;
import static org.todoke.registry.importing.run.ListOfEstablishments.empty;
import static org.todoke.registry.importing.run.ListOfEstablishments.ofTwo;
import static org.todoke.registry.importing.run.ListOfEstablishments.row;

import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.todoke.registry.TestRows;

/**
 * Each kind of file that goes wrong, sent as a registrar would: the answer says what is wrong and
 * where, and nothing of the file is anywhere afterwards, however far it had been read.
 */
@QuarkusTest
class FaultyFilesTest extends ImportTest {

  private static final String DAY = "2025-12-31";
  private static final Charset WINDOWS_31J = Charset.forName("windows-31j");

  /** More than are brought into the database at a time, so that some were there already. */
  private static final int MANY = 5_000;

  @TempDir private Path folder;

  @Test
  void fileCutOffBehindThousandsOfRowsLeavesNothing() {
    byte[] whole = many().bytes();

    refused(Arrays.copyOf(whole, whole.length - 60), 422, "file.truncated", "5001");
  }

  @Test
  void anotherEncodingBehindThousandsOfRowsLeavesNothing() throws IOException {
    ByteArrayOutputStream mixed = new ByteArrayOutputStream();
    mixed.write(many().bytes());
    mixed.write(row(MIKAN).named("別の符号").build().getBytes(WINDOWS_31J));

    refused(mixed.toByteArray(), 422, "file.encoding-unknown", "UTF-8");
  }

  @Test
  void encodingThatSomebodySaidAndThatIsNotTheFilesIsRefusedByName() {
    UUID run =
        UUID.fromString(
            creatingAs(MINISTRY, "registrar")
                .body("{\"fileName\": \"list.csv\", \"encoding\": \"UTF-8\"}")
                .post("/v1/imports")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));

    upload(run, ofTwo().bytes(WINDOWS_31J))
        .statusCode(422)
        .body("code", equalTo("file.encoding-wrong"))
        .body("detail", containsString("UTF-8"));
    assertNothingIsLeftOf(run, "file.encoding-wrong");
  }

  @Test
  void pictureIsRefusedAsNoTable() {
    byte[] picture = new byte[200_000];
    new Random(7).nextBytes(picture);
    System.arraycopy(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}, 0, picture, 0, 8);

    refused(picture, 422, "file.binary", "");
  }

  @Test
  void lineOfTenMegabytesIsRefusedWithItsNumber() {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(ofTwo().bytes());
    file.writeBytes("x".repeat(10 << 20).getBytes(StandardCharsets.US_ASCII));

    refused(file.toByteArray(), 413, "file.cell-too-long", "4");
  }

  @Test
  void millionRowsAreRefusedAndNoneOfThemStays() throws IOException {
    Path file = folder.resolve("million.csv");
    byte[] line = "99999,x,x,x,x,x,x\r\n".getBytes(StandardCharsets.US_ASCII);
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(
          "市区町村コード,介護サービス事業所名称,実施サービス,住所,事業所番号,法人番号,法人の名称\r\n".getBytes(StandardCharsets.UTF_8));
      for (int i = 0; i < 1_000; i++) {
        ByteArrayOutputStream block = new ByteArrayOutputStream(line.length * 1_000);
        for (int j = 0; j < 1_000; j++) {
          block.write(line);
        }
        out.write(block.toByteArray());
      }
    }

    refused(Files.readAllBytes(file), 413, "file.too-many-rows", "500000");
  }

  @Test
  void zipThatBurstsIsRefusedBeforeItIsUnpacked() throws IOException {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
      zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
      zip.write("<Types/>".getBytes(StandardCharsets.US_ASCII));
      zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
      byte[] spaces = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
      for (int i = 0; i < 300; i++) {
        zip.write(spaces);
      }
    }
    assertThat(bomb.size()).isLessThan(1 << 20);

    refused(bomb.toByteArray(), 413, "file.workbook-too-large", "");
  }

  /** No formula is calculated; what the spreadsheet showed last is taken, and told. */
  @Test
  void formulasGiveWhatTheyShowedLastAndAreTold() throws IOException {
    UUID run = created(DAY);

    upload(run, workbookWithFormulas())
        .statusCode(200)
        .body("encoding", equalTo("XLSX"))
        .body("rows.read", equalTo(1))
        .body("rows.rejected", equalTo(0));

    as(MINISTRY, "registrar")
        .get("/v1/imports/{id}/rows", run)
        .then()
        .body("items[0].findings.code", hasItem("cell.formula"))
        .body("items[0].cells", hasItem("みかんの丘"));
    apply(run);
    organization("kj:" + MIKAN).body("name", equalTo("みかんの丘")).body("serviceTypes", contains("15"));
  }

  @Test
  void afterAFaultTheNextFileIsTakenAsIfNothingHadBeen() {
    byte[] whole = many().bytes();
    refused(Arrays.copyOf(whole, whole.length - 60), 422, "file.truncated", "");

    UUID run = applied(DAY, ofTwo());

    run(run).body("rows.read", equalTo(2)).body("effects.establishment.created", equalTo(2));
    assertThat(value("select count(*) from organization where origin = 'import'")).isEqualTo(3L);
  }

  private static ListOfEstablishments many() {
    ListOfEstablishments list = empty();
    for (int i = 0; i < MANY; i++) {
      list.with(row("387%07d".formatted(i)).build());
    }
    return list;
  }

  private static byte[] workbookWithFormulas() throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      XSSFSheet sheet = workbook.createSheet();
      cells(sheet.createRow(0), "市区町村コード", "介護サービス事業所名称", "実施サービス", "住所", "事業所番号", "法人番号", "法人の名称");
      Row row = sheet.createRow(1);
      cells(row, "382043", "", "通所介護", "愛媛県八幡浜市架空町1", MIKAN, "3999905000001", "架空会");
      row.getCell(1).setCellFormula("\"みかん\"&\"の丘\"");
      row.getCell(1).setCellValue("みかんの丘");
      workbook.write(out);
      return out.toByteArray();
    }
  }

  private static void cells(Row row, String... values) {
    for (int i = 0; i < values.length; i++) {
      row.createCell(i).setCellValue(values[i]);
    }
  }

  private static void refused(byte[] file, int status, String code, String said) {
    UUID run = created(DAY);
    upload(run, file)
        .statusCode(status)
        .contentType("application/problem+json")
        .body("code", equalTo(code))
        .body("detail", containsString(said));
    assertNothingIsLeftOf(run, code);
  }

  private static void assertNothingIsLeftOf(UUID run, String code) {
    run(run)
        .body("state", equalTo("failed"))
        .body("failure.code", equalTo(code))
        .body("rows.read", equalTo(0))
        .body("permittedActions.size()", equalTo(0));
    as(MINISTRY, "registrar")
        .post("/v1/imports/{id}/application", run)
        .then()
        .statusCode(409)
        .body("code", equalTo("import.wrong-state"));
    for (String table :
        new String[] {"import_row", "import_service", "import_name", "import_corporation"}) {
      assertThat(value("select count(*) from " + table)).as(table).isEqualTo(0L);
    }
    assertThat(TestRows.of("select code from organization where origin = 'import'")).isEmpty();
    assertThat(TestRows.of("select id from outbox")).isEmpty();
  }
}
