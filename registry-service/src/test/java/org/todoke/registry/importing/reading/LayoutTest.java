package org.todoke.registry.importing.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.todoke.web.Refusal;

class LayoutTest {

  private static final String CORPORATION =
      "1,5070001032626,01,0,2018-04-02,2015-10-05,架空商事株式会社,,301,群馬県,前橋市,架空町１－１,,10,201,"
          + "3710000,,,,,,,2015-10-05,1,,,,,カクウショウジ,0";

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(names = "NTA_CORPORATE_NUMBERS", mode = EnumSource.Mode.EXCLUDE)
  void publishedHeadersAreRecognised(SourceFormat format) throws IOException {
    Sources.Content content = read(String.join(",", format.headers()) + "\n");

    assertThat(content.layout().format()).isEqualTo(format);
    assertThat(content.layout().headers()).isEqualTo(format.headers());
    assertThat(content.rows()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void orderOfTheColumnsDoesNotMatter(int seed) throws IOException {
    List<String> headers = new ArrayList<>(SourceFormat.MUNICIPAL_STANDARD.headers());
    Collections.shuffle(headers, new Random(seed));

    Layout layout = read(String.join(",", headers) + "\n").layout();

    assertThat(layout.format()).isEqualTo(SourceFormat.MUNICIPAL_STANDARD);
    assertThat(layout.position(Column.ESTABLISHMENT_NUMBER)).isEqualTo(headers.indexOf("事業所番号"));
    assertThat(layout.position(Column.POSTCODE)).isEqualTo(headers.indexOf("郵便番号"));
  }

  @ParameterizedTest
  @CsvSource({
    "名称_ｶﾅ, NAME_KANA",
    "全国地方公共団体ｺｰﾄﾞ, MUNICIPALITY_CODE",
    "建物名等（方書）, BUILDING",
    "建物名等_方書, BUILDING",
    "方書, BUILDING",
    "'ＦＡＸ 番号', FAX",
    "no, LIST_NUMBER",
    "ｕｒｌ, URL",
    "' 事業所　番号 ', ESTABLISHMENT_NUMBER",
  })
  void headersAreReadInWhateverWidthCaseAndSpacing(String header, Column column) {
    assertThat(Column.of(header)).isEqualTo(column);
  }

  @Test
  void headerIsFoundBelowTitles() throws IOException {
    Sources.Content content =
        read("介護サービス事業所一覧,,,\n令和7年4月1日現在,,,\n\n" + Sources.SHORT + "\na,b,c,d\n");

    assertThat(content.cells()).containsExactly(List.of("a", "b", "c", "d"));
    assertThat(content.notes())
        .containsExactly(
            new FileNote("file.title-line", 1, "介護サービス事業所一覧"),
            new FileNote("file.title-line", 2, "令和7年4月1日現在"));
    assertThat(content.rows().get(0).line()).isEqualTo(5);
  }

  @Test
  void headerIsNotLookedForBelowTheFifthLine() throws IOException {
    Path file = Sources.write(folder, "題,題\n".repeat(5) + Sources.SHORT + "\n");

    assertThat(Sources.refusalOf(file).code()).isEqualTo("file.format-unknown");
  }

  @Test
  void rowOfDataThatNamesAColumnIsNotTakenForTheHeader() throws IOException {
    Sources.Content content = read(Sources.SHORT + "\n事業所番号,事業所名,c,d\n");

    assertThat(content.rows()).hasSize(1);
  }

  @Test
  void unknownColumnsAreKeptAndTold() throws IOException {
    Sources.Content content = read(Sources.SHORT + ",独自の列,\na,b,c,d,e,\n");

    assertThat(content.layout().extras()).containsExactly(4);
    assertThat(content.notes()).containsExactly(new FileNote("header.unknown", 1, "独自の列"));
  }

  @Test
  void secondColumnOfOneMeaningIsTold() throws IOException {
    Sources.Content content = read(Sources.SHORT + ",方書,建物名等(方書),方書\n");

    assertThat(content.layout().position(Column.BUILDING)).isEqualTo(4);
    assertThat(content.layout().duplicates()).containsExactly("建物名等(方書)", "方書");
    assertThat(content.codesOfNotes()).containsOnly("header.duplicate").hasSize(2);
  }

  @Test
  void anotherTableIsRefusedWithItsHeaders() throws IOException {
    Refusal refusal = Sources.refusalOf(Sources.write(folder, "点検連番,型式\n1,2\n"));

    assertThat(refusal.code()).isEqualTo("file.format-unknown");
    assertThat(refusal.args()).containsExactly("点検連番, 型式");
  }

  @Test
  void missingColumnsAreNamed() throws IOException {
    Refusal refusal = Sources.refusalOf(Sources.write(folder, "名称,住所,電話番号\nあ,い,う\n"));

    assertThat(refusal.code()).isEqualTo("file.columns-missing");
    assertThat(refusal.args()).containsExactly("都道府県コード又は市町村コード, サービスの種類, 事業所番号", "名称, 住所, 電話番号");
  }

  @Test
  void shownHeadersAreBounded() throws IOException {
    String longHeader = "あ".repeat(1_000) + ",";
    Refusal refusal = Sources.refusalOf(Sources.write(folder, longHeader.repeat(150) + "\n"));

    assertThat(refusal.args().get(0).toString()).hasSizeBetween(1_000, 2_000).endsWith("…");
  }

  @Test
  void corporateNumbersAreRecognisedByTheirShape() throws IOException {
    Sources.Content content = read(CORPORATION + "\n" + CORPORATION + "\n");

    assertThat(content.layout().format()).isEqualTo(SourceFormat.NTA_CORPORATE_NUMBERS);
    assertThat(content.rows()).hasSize(2);
    assertThat(content.layout().headers()).hasSize(30);
  }

  @Test
  void lineWithTheCountGoesAheadOfCorporateNumbersFromTheApi() throws IOException {
    Sources.Content content = read("2018-04-10,1,1,1\n" + CORPORATION + "\n");

    assertThat(content.rows()).hasSize(1);
    assertThat(content.notes())
        .containsExactly(new FileNote("file.count-line", 1, "2018-04-10,1,1,1"));
  }

  @Test
  void thirtyOtherColumnsAreNoCorporateNumbers() throws IOException {
    Path file = Sources.write(folder, CORPORATION.replace("5070001032626", "5070001032627") + "\n");

    assertThat(Sources.refusalOf(file).code()).isEqualTo("file.format-unknown");
  }

  private Sources.Content read(String text) throws IOException {
    return Sources.read(Sources.write(folder, text));
  }
}
