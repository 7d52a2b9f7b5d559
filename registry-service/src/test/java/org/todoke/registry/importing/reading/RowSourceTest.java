package org.todoke.registry.importing.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.todoke.web.Refusal;

class RowSourceTest {

  private static final Bounds SMALL = new Bounds(10, 200, 50, 8, 1 << 20, 1 << 20);

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void quotesSeparatorsAndLineBreaksInCellsAreKept(String lineBreak) throws IOException {
    String quoted = "\"平日,土曜日\",\"\"\"ほーむ\"\"架空\",\"一\n二\",d" + lineBreak;
    Sources.Content content = read(Sources.SHORT + lineBreak + quoted + "e,f,g,h" + lineBreak);

    assertThat(content.cells())
        .containsExactly(List.of("平日,土曜日", "\"ほーむ\"架空", "一\n二", "d"), List.of("e", "f", "g", "h"));
    assertThat(content.rows()).extracting(RawRow::line).containsExactly(2, 4);
  }

  @Test
  void emptyLinesArePassedOverAndCounted() throws IOException {
    Sources.Content content = read(Sources.SHORT + "\na,b,c,d\n\n,,,\n e,f,g,h\n　,,,\n");

    assertThat(content.rows()).hasSize(2);
    assertThat(content.notes()).containsExactly(new FileNote("file.empty-lines", 3, "3"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", ""})
  void noteBelowTheLastRowIsPassedOverAndTold(String end) throws IOException {
    Sources.Content content = read(Sources.SHORT + "\na,b,c,d\n\nVer.1.2" + end);

    assertThat(content.rows()).hasSize(1);
    assertThat(content.notes()).contains(new FileNote("file.closing-line", 4, "Ver.1.2"));
  }

  @Test
  void loneCellBetweenRowsIsARow() throws IOException {
    Sources.Content content = read(Sources.SHORT + "\na,b,c,d\nx\ne,f,g,h\ny\n");

    assertThat(content.cells())
        .containsExactly(List.of("a", "b", "c", "d"), List.of("x"), List.of("e", "f", "g", "h"));
    assertThat(content.codesOfNotes()).containsExactly("file.closing-line");
  }

  @Test
  void manyLoneCellsAreRowsAndNotNotes() throws IOException {
    Sources.Content content = read(Sources.SHORT + "\n" + "x\n".repeat(12));

    assertThat(content.rows().size() + content.notes().size()).isEqualTo(12);
    assertThat(content.rows()).hasSizeGreaterThanOrEqualTo(6);
  }

  @ParameterizedTest
  @CsvSource({
    // A quotation mark that is never closed.
    "'a,b,\"c\nd,e,f,g\n', 2",
    "'a,b,c,d\ne,f,\"g', 3",
    // The last row ends within itself.
    "'a,b,c,d\ne,f', 3",
    "'a,b,c,d\n3870', 3",
  })
  void truncatedFileIsRefusedWithTheLine(String rows, int line) throws IOException {
    Refusal refusal = Sources.refusalOf(Sources.write(folder, Sources.SHORT + "\n" + rows));

    assertThat(refusal.code()).isEqualTo("file.truncated");
    assertThat(refusal.args()).containsExactly(line);
  }

  @Test
  void lastLineNeedsNoLineBreak() throws IOException {
    Sources.Content content = read(Sources.SHORT + "\na,b,c,d");

    assertThat(content.rows()).hasSize(1);
    assertThat(content.codesOfNotes()).containsExactly("file.no-line-break-at-end");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void cutFileNeverGivesAnotherRowWithoutATrace(long seed) throws IOException {
    String whole = Sources.SHORT + "\n3870498015,みかん,\"訪問,介護\",382043\n3870498023,架空,通所介護,382043\n";
    int header = Sources.SHORT.length() + 1;
    int end = header + 1 + new Random(seed).nextInt(whole.length() - header - 1);
    Path file = Sources.write(folder, whole.substring(0, end));

    try {
      Sources.Content cut = Sources.read(file);
      boolean told = cut.codesOfNotes().contains("file.no-line-break-at-end");
      assertThat(told || read(whole).cells().containsAll(cut.cells())).isTrue();
    } catch (Refusal refusal) {
      assertThat(refusal.code()).isEqualTo("file.truncated");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "51, 1, file.cell-too-long, 3, 50",
    "30, 8, file.line-too-long, 3, 200",
    "3, 9, file.too-many-columns, 3, 8",
  })
  void rowBeyondABoundIsRefusedWithItsLine(
      int characters, int cells, String code, int line, int bound) throws IOException {
    String row =
        "a,b,c,d\n"
            + (",".repeat(cells - 1) + "x").replaceAll("(?=,|x$)", "y".repeat(characters - 1));
    Path file = Sources.write(folder, Sources.SHORT + "\n" + row + "\n");

    Refusal refusal = Sources.refusalOf(file, null, SMALL);

    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.TOO_LARGE);
    assertThat(refusal.code()).isEqualTo(code);
    assertThat(refusal.args()).containsExactly(line, bound);
  }

  @Test
  void rowsAtTheBoundsAreRead() throws IOException {
    String cell = "y".repeat(50);
    String row = cell + "," + cell + "," + cell + ",d\n";

    Sources.Content content =
        Sources.read(Sources.write(folder, Sources.SHORT + "\n" + row.repeat(10)), null, SMALL);

    assertThat(content.rows()).hasSize(10);
  }

  @Test
  void oneRowMoreThanTheBoundIsRefused() throws IOException {
    Path file = Sources.write(folder, Sources.SHORT + "\n" + "a,b,c,d\n".repeat(11));

    Refusal refusal = Sources.refusalOf(file, null, SMALL);

    assertThat(refusal.code()).isEqualTo("file.too-many-rows");
    assertThat(refusal.args()).containsExactly(10);
  }

  @ParameterizedTest
  @CsvSource({
    "'x', file.cell-too-long",
    "'x,', file.too-many-columns",
    "'\"x\"\"\",', file.too-many-columns"
  })
  void lineOfTenMebibytesIsRefused(String part, String code) throws IOException {
    String line = part.repeat((10 << 20) / part.length());
    Path file = Sources.write(folder, Sources.SHORT + "\na,b,c,d\n" + line + "\n");

    Refusal refusal = Sources.refusalOf(file);

    assertThat(refusal.code()).isEqualTo(code);
    assertThat(refusal.args().get(0)).isEqualTo(3);
  }

  @Test
  void printingARowShowsNoCells() throws IOException {
    assertThat(read(Sources.SHORT + "\nsecret,b,c,d\n").rows().toString())
        .contains("line=2")
        .doesNotContain("secret");
  }

  private Sources.Content read(String text) throws IOException {
    return Sources.read(Sources.write(folder, text));
  }
}
