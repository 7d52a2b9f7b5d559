package org.todoke.registry.importing.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.todoke.web.Refusal;

/** Whatever bytes come, they are read or refused with a code, and nothing else is thrown. */
class AnyFileTest {

  private static final int TRIES = 40;

  /** It writes a page for each damaged workbook; the service has it silenced as well. */
  private static final Logger LIBRARY = Logger.getLogger("org.apache.poi");

  @TempDir private Path folder;

  @BeforeAll
  static void silenceTheLibrary() {
    LIBRARY.setLevel(Level.OFF);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void damagedTextIsReadOrRefused(long seed) throws IOException {
    Random random = new Random(seed);
    String text = Sources.MHLW + "\r\n" + "382043,\"平日,土曜日\",ア,1,\r\n".repeat(20);
    for (String encoding : new String[] {"UTF-8", "windows-31j", "UTF-16"}) {
      byte[] whole = text.getBytes(Charset.forName(encoding));
      for (int i = 0; i < TRIES; i++) {
        readOrRefuse(damaged(random, whole));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void damagedWorkbookIsReadOrRefused(long seed) throws IOException {
    Random random = new Random(seed);
    byte[] whole = workbook();
    for (int i = 0; i < TRIES; i++) {
      readOrRefuse(damaged(random, whole));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void noiseIsRefused(long seed) throws IOException {
    Random random = new Random(seed);
    byte[] noise = new byte[1 + random.nextInt(5_000)];
    random.nextBytes(noise);
    Path file = Sources.write(folder, noise);

    assertThat(Sources.refusalOf(file).code()).startsWith("file.");
  }

  private void readOrRefuse(byte[] bytes) throws IOException {
    Path file = Sources.write(folder, bytes);
    try {
      assertThat(Sources.read(file).rows()).hasSizeLessThan(100);
    } catch (Refusal refusal) {
      assertThat(refusal.code()).startsWith("file.");
    }
    Files.delete(file);
  }

  /** Some bytes changed, or the end cut off. */
  private static byte[] damaged(Random random, byte[] whole) {
    byte[] bytes = whole.clone();
    for (int n = random.nextInt(5); n >= 0; n--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return random.nextInt(4) == 0 ? Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length)) : bytes;
  }

  /** Stored and not deflated, so that damage reaches the parts and not only their compression. */
  private static byte[] workbook() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      XSSFSheet sheet = workbook.createSheet();
      for (int row = 0; row < 5; row++) {
        String[] cells = Sources.SHORT.split(",");
        for (int i = 0; i < cells.length; i++) {
          String text = cells[i];
          var cell = (i == 0 ? sheet.createRow(row) : sheet.getRow(row)).createCell(i);
          if (row == 0 || i > 1) {
            cell.setCellValue(text);
          } else {
            cell.setCellValue(3870498015d);
          }
        }
      }
      workbook.write(packed);
    }
    return WorkbookTest.replaced(packed.toByteArray(), "", "");
  }
}
