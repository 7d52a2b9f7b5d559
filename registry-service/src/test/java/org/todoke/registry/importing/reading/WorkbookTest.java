package org.todoke.registry.importing.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.todoke.registry.importing.reading.RawRow.CellMark;
import org.todoke.registry.importing.reading.RawRow.Mark;
import org.todoke.web.Refusal;

class WorkbookTest {

  private static final byte[] SPACES = " ".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);

  @TempDir private Path folder;

  @Test
  void firstSheetIsReadLikeText() throws IOException {
    Path file =
        workbook(
            sheet -> {
              row(sheet, 2, "3870498015", "㈱みかん", "通所介護", "382043");
              sheet.getWorkbook().createSheet("第二").createRow(0).createCell(0).setCellValue("x");
            });

    Sources.Content content = Sources.read(file);

    assertThat(content.file().encoding()).isEqualTo("XLSX");
    assertThat(content.cells()).containsExactly(List.of("3870498015", "㈱みかん", "通所介護", "382043"));
    assertThat(content.rows().get(0).line()).isEqualTo(3);
  }

  @Test
  void emptyCellsThatASheetDoesNotStoreAreThere() throws IOException {
    Path file =
        workbook(
            sheet -> {
              Row row = sheet.createRow(1);
              row.createCell(1).setCellValue("b");
              row.createCell(2).setCellValue("c");
            });

    assertThat(Sources.read(file).cells()).containsExactly(List.of("", "b", "c", ""));
  }

  @Test
  void numbersAreReadAsTheCodesThatTheyAre() throws IOException {
    Path file =
        workbook(
            sheet -> {
              Row row = sheet.createRow(1);
              row.createCell(0).setCellValue(170210231);
              row.createCell(1).setCellValue(1000020380008d);
              row.createCell(2).setCellValue(33.463);
              row.createCell(3).setCellValue(382043d);
            });

    assertThat(Sources.read(file).cells())
        .containsExactly(List.of("170210231", "1000020380008", "33.463", "382043"));
  }

  @Test
  void formulaGivesItsLastValueAndIsMarked() throws IOException {
    Path file =
        workbook(
            sheet -> {
              Row row = sheet.createRow(1);
              Cell cell = row.createCell(0);
              cell.setCellFormula("3870498000+15");
              cell.setCellValue(3870498015d);
              Cell text = row.createCell(1);
              text.setCellFormula("\"みか\"&\"ん\"");
              text.setCellValue("みかん");
              Cell broken = row.createCell(2);
              broken.setCellErrorValue((byte) 42);
            });

    RawRow row = Sources.read(file).rows().get(0);

    assertThat(row.cells()).containsExactly("3870498015", "みかん", "", "");
    assertThat(row.marks())
        .extracting(CellMark::column, CellMark::mark)
        .containsExactly(tuple(0, Mark.FORMULA), tuple(1, Mark.FORMULA), tuple(2, Mark.ERROR));
  }

  @Test
  void dateIsTextInIsoFormAndMarked() throws IOException {
    Path file =
        workbook(
            sheet -> {
              CellStyle style = sheet.getWorkbook().createCellStyle();
              style.setDataFormat(
                  sheet.getWorkbook().createDataFormat().getFormat("yyyy\"年\"m\"月\"d\"日\""));
              Row row = sheet.createRow(1);
              Cell cell = row.createCell(0);
              cell.setCellValue(LocalDate.of(2013, 7, 17));
              cell.setCellStyle(style);
              row.createCell(1).setCellValue(41472);
            });

    RawRow row = Sources.read(file).rows().get(0);

    assertThat(row.cells()).startsWith("2013-07-17", "41472");
    assertThat(row.marks()).containsExactly(new CellMark(0, Mark.DATE, "41472.0"));
  }

  @Test
  void readingsStoredWithATextAreNotPartOfIt() throws IOException {
    Path file =
        workbook(
            sheet -> {
              XSSFRichTextString text = new XSSFRichTextString("八幡浜");
              text.append("市");
              text.getCTRst().addNewRPh().setT("ヤワタハマ");
              row(sheet, 1, "a", "b", "c", "d").getCell(1).setCellValue(text);
            });

    assertThat(Sources.read(file).cells().get(0)).contains("八幡浜市");
  }

  @Test
  void characterThatXmlCannotHoldIsRead() throws IOException {
    Path file = workbook(sheet -> row(sheet, 1, "a_x000D_b", "c_xZZZZ_", "_x", "d"));

    assertThat(Sources.read(file).cells()).containsExactly(List.of("a\rb", "c_xZZZZ_", "_x", "d"));
  }

  @Test
  void boundsHoldForSheetsToo() throws IOException {
    Bounds small = new Bounds(2, 1_000, 20, 4, 1 << 20, 1 << 20);
    Path longCell = workbook(sheet -> row(sheet, 1, "a", "あ".repeat(21), "c", "d"));
    Path wideRow = workbook(sheet -> row(sheet, 1, "a", "b", "c", "d", "e"));
    Path threeRows =
        workbook(
            sheet -> {
              for (int i = 1; i <= 3; i++) {
                row(sheet, i, "a", "b", "c", "d");
              }
            });

    assertThat(Sources.refusalOf(longCell, null, small).args()).containsExactly(2, 20);
    assertThat(Sources.refusalOf(wideRow, null, small).code()).isEqualTo("file.too-many-columns");
    assertThat(Sources.refusalOf(threeRows, null, small).code()).isEqualTo("file.too-many-rows");
  }

  @Test
  void zipThatIsNoWorkbookIsRefused() throws IOException {
    Path file = zip("list.csv", out -> out.write(SPACES));

    assertThat(Sources.refusalOf(file).code()).isEqualTo("file.zip");
  }

  @Test
  void halfAWorkbookIsRefused() throws IOException {
    byte[] whole = Files.readAllBytes(workbook(sheet -> row(sheet, 1, "a", "b", "c", "d")));
    Path half = Sources.write(folder, Arrays.copyOf(whole, whole.length / 2));

    assertThat(Sources.refusalOf(half).code()).isEqualTo("file.workbook-unreadable");
  }

  @Test
  void sheetThatBurstsIsRefusedBeforeItIsRead() throws IOException {
    Path file =
        zip(
            "xl/worksheets/sheet1.xml",
            out -> {
              for (int i = 0; i < 200; i++) {
                out.write(SPACES);
              }
            });

    Refusal refusal = Sources.refusalOf(file);

    assertThat(Files.size(file)).isLessThan(100_000);
    assertThat(refusal.code()).isEqualTo("file.workbook-too-large");
    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.TOO_LARGE);
  }

  @Test
  void partsBeyondTheBoundTogetherAreRefused() throws IOException {
    Path file = workbook(sheet -> row(sheet, 1, "a", "b", "c", "d"));

    assertThat(Sources.refusalOf(file, null, new Bounds(9, 99, 99, 9, 2_000, 2_000)).code())
        .isEqualTo("file.workbook-too-large");
  }

  @Test
  void textsBeyondTheirBoundAreRefused() throws IOException {
    Path file =
        workbook(
            sheet -> {
              for (int i = 1; i < 200; i++) {
                row(sheet, i, "a" + i, "b" + i, "c" + i, "d" + i);
              }
            });

    assertThat(Sources.refusalOf(file, null, new Bounds(999, 99, 99, 9, 1 << 20, 2_000)).code())
        .isEqualTo("file.workbook-too-large");
  }

  @Test
  void entitiesAreNotExpanded() throws IOException {
    byte[] whole = Files.readAllBytes(workbook(sheet -> row(sheet, 1, "a", "b", "c", "d")));
    String sheet =
        "<!DOCTYPE x [<!ENTITY e \""
            + "e".repeat(100)
            + "\">]>"
            + "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
            + "<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&e;</t></is></c></row>"
            + "</sheetData></worksheet>";
    Path file = Sources.write(folder, replaced(whole, "xl/worksheets/sheet1.xml", sheet));

    assertThat(Sources.refusalOf(file).code()).isEqualTo("file.workbook-unreadable");
  }

  private Path workbook(Consumer<XSSFSheet> content) throws IOException {
    Path file = Files.createTempFile(folder, "book", ".csv");
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      XSSFSheet sheet = workbook.createSheet();
      row(sheet, 0, Sources.SHORT.split(","));
      content.accept(sheet);
      workbook.write(out);
    }
    return file;
  }

  private static Row row(XSSFSheet sheet, int index, String... cells) {
    Row row = sheet.createRow(index);
    for (int i = 0; i < cells.length; i++) {
      row.createCell(i).setCellValue(cells[i]);
    }
    return row;
  }

  /** A ZIP with this part and, if it is one of a workbook, the list of parts. */
  private Path zip(String name, Content content) throws IOException {
    Path file = Files.createTempFile(folder, "zip", ".csv");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      if (name.startsWith("xl/")) {
        out.putNextEntry(new ZipEntry("[Content_Types].xml"));
        out.write("<Types/>".getBytes(StandardCharsets.US_ASCII));
      }
      out.putNextEntry(new ZipEntry(name));
      content.writeTo(out);
    }
    return file;
  }

  /** The ZIP with another part of this name, and everything stored as it is. */
  static byte[] replaced(byte[] zip, String name, String content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (var in = new ZipInputStream(new ByteArrayInputStream(zip));
        ZipOutputStream out = new ZipOutputStream(bytes)) {
      out.setLevel(Deflater.NO_COMPRESSION);
      for (ZipEntry part = in.getNextEntry(); part != null; part = in.getNextEntry()) {
        out.putNextEntry(new ZipEntry(part.getName()));
        if (part.getName().equals(name)) {
          out.write(content.getBytes(StandardCharsets.UTF_8));
        } else {
          in.transferTo(out);
        }
      }
    }
    return bytes.toByteArray();
  }

  @FunctionalInterface
  private interface Content {
    void writeTo(OutputStream out) throws IOException;
  }
}
