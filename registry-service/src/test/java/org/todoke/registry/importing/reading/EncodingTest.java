package org.todoke.registry.importing.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.todoke.web.Refusal;

class EncodingTest {

  private static final Charset WINDOWS_31J = Charset.forName("windows-31j");

  /** With － ～ ㈱ ① 髙, which the Java charset Shift_JIS does not know. */
  private static final String TEXT = Sources.SHORT + "\r\n3870498015,㈱髙橋～みかん－①,通所介護,382043\r\n";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "UTF-8, '', UTF-8",
    "UTF-8, '\uFEFF', UTF-8",
    "windows-31j, '', windows-31j",
    "UTF-16LE, '\uFEFF', UTF-16LE",
    "UTF-16BE, '\uFEFF', UTF-16BE",
  })
  void isFoundOut(String written, String mark, String found) throws IOException {
    Path file = Sources.write(folder, (mark + TEXT).getBytes(Charset.forName(written)));

    Sources.Content content = Sources.read(file);

    assertThat(content.file().encoding()).isEqualTo(found);
    assertThat(content.layout().headers()).first().isEqualTo("事業所番号");
    assertThat(content.cells())
        .containsExactly(Arrays.asList("3870498015", "㈱髙橋～みかん－①", "通所介護", "382043"));
  }

  @Test
  void tabsSeparateWhatExcelSavesAsUnicodeText() throws IOException {
    Path file =
        Sources.write(
            folder, ("\uFEFF" + TEXT.replace(',', '\t')).getBytes(StandardCharsets.UTF_16LE));

    assertThat(Sources.read(file).cells()).hasSize(1).first().asList().hasSize(4);
  }

  @Test
  void utf8GoesFirstBecauseItPassesAsWindows31j() throws IOException {
    byte[] ambiguous = "名称,住所\n".getBytes(StandardCharsets.UTF_8);
    assertThat(new String(ambiguous, WINDOWS_31J)).doesNotContain("\ufffd");

    Refusal refusal = Sources.refusalOf(Sources.write(folder, ambiguous));

    assertThat(refusal.args()).contains("名称, 住所");
  }

  @Test
  void oneByteFarBehindTheFirstBlockDecides() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes((Sources.SHORT + "\n").getBytes(WINDOWS_31J));
    for (int i = 0; i < 20_000; i++) {
      bytes.writeBytes("3870498015,a,b,382043\n".getBytes(StandardCharsets.US_ASCII));
    }
    assertThat(Sources.read(Sources.write(folder, bytes.toByteArray())).file().encoding())
        .isEqualTo("windows-31j");

    bytes.writeBytes(new byte[] {(byte) 0x81, '\n'});
    assertThat(Sources.refusalOf(Sources.write(folder, bytes.toByteArray())).code())
        .isEqualTo("file.encoding-unknown");
  }

  @Test
  void chosenEncodingIsBelievedWhereItFits() throws IOException {
    Path file = Sources.write(folder, TEXT.getBytes(Charset.forName("x-eucJP-Open")));

    Sources.Content content =
        Sources.read(file, Charset.forName("x-eucJP-Open"), Bounds.standard());

    assertThat(content.cells().get(0)).contains("通所介護");
  }

  @Test
  void utf16WithoutAMarkIsReadIfSomebodySaysSo() throws IOException {
    Path file = Sources.write(folder, TEXT.getBytes(StandardCharsets.UTF_16BE));

    assertThat(Sources.refusalOf(file).code()).isEqualTo("file.binary");
    assertThat(Sources.read(file, StandardCharsets.UTF_16, Bounds.standard()).rows()).hasSize(1);
  }

  @Test
  void chosenEncodingThatDoesNotFitIsRefusedByName() throws IOException {
    Path file = Sources.write(folder, TEXT.getBytes(WINDOWS_31J));

    Refusal refusal = Sources.refusalOf(file, StandardCharsets.UTF_8, Bounds.standard());

    assertThat(refusal.code()).isEqualTo("file.encoding-wrong");
    assertThat(refusal.args()).containsExactly("UTF-8");
  }

  @Test
  void mixedEncodingsAreRefused() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(TEXT.getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes("3870498023,髙橋,訪問介護,382043\r\n".getBytes(WINDOWS_31J));
    bytes.writeBytes("3870498023,a\u00a0b,訪問介護,382043\r\n".getBytes(StandardCharsets.UTF_8));

    assertThat(Sources.refusalOf(Sources.write(folder, bytes.toByteArray())).code())
        .isEqualTo("file.encoding-unknown");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "windows-31j"})
  void fileThatEndsWithinACharacterIsCutOff(String encoding) throws IOException {
    byte[] whole = (TEXT + "3870498023,髙").getBytes(Charset.forName(encoding));
    Path file = Sources.write(folder, Arrays.copyOf(whole, whole.length - 1));

    Refusal refusal = Sources.refusalOf(file);

    assertThat(refusal.code()).isEqualTo("file.truncated");
    assertThat(refusal.args()).containsExactly(3);
  }

  @Test
  void unpairedSurrogateIsNoUtf16() throws IOException {
    byte[] bytes = {(byte) 0xFF, (byte) 0xFE, 'a', 0, 0, (byte) 0xDC, 'b', 0};

    assertThat(Sources.refusalOf(Sources.write(folder, bytes)).code())
        .isEqualTo("file.encoding-wrong");
  }

  @ParameterizedTest
  @CsvSource({
    "'', file.empty",
    "'\uFEFF', file.empty",
    "'\r\n\r\n,,,\r\n', file.empty",
    "'%PDF-1.7', file.binary",
    "'a,b\u0000,c', file.binary",
  })
  void whatIsNoTableIsRefused(String content, String code) throws IOException {
    assertThat(Sources.refusalOf(Sources.write(folder, content)).code()).isEqualTo(code);
  }

  @Test
  void signaturesOfOtherFilesAreKnown() throws IOException {
    byte[] oldWorkbook = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2, 3, 4};
    byte[] compressed = {0x1F, (byte) 0x8B, 8, 1};

    assertThat(Sources.refusalOf(Sources.write(folder, oldWorkbook)).code())
        .isEqualTo("file.old-workbook");
    assertThat(Sources.refusalOf(Sources.write(folder, compressed)).code())
        .isEqualTo("file.binary");
  }

  @Test
  void binaryThatBeginsLikeTextIsRefused() throws IOException {
    byte[] bytes = new byte[100_000];
    Arrays.fill(bytes, (byte) 'a');
    bytes[99_000] = 0;

    assertThat(Sources.refusalOf(Sources.write(folder, bytes)).code()).isEqualTo("file.binary");
  }
}
