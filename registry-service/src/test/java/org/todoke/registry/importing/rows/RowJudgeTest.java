package org.todoke.registry.importing.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.todoke.registry.importing.reading.Column;
import org.todoke.registry.importing.reading.RawRow;
import org.todoke.registry.importing.reading.RawRow.CellMark;

class RowJudgeTest {

  private static final ReferenceKnowledge KNOWLEDGE = ReferenceKnowledge.official();

  private final MhlwRow row = new MhlwRow();

  @Test
  void cleanRowIsAcceptedWithAllThatItSays() {
    JudgedRow judged = row.judge(KNOWLEDGE);

    assertThat(judged.outcome()).isEqualTo(Outcome.ACCEPTED);
    assertThat(judged.findings()).isEmpty();
    assertThat(judged.line()).isEqualTo(2);
    assertThat(judged.corporation()).isNull();
    ListedService service = judged.services().get(0);
    assertThat(service.number()).isEqualTo("3870498015");
    assertThat(service.service()).isEqualTo("15");
    assertThat(service.municipality()).isEqualTo("382043");
    assertThat(service.ward()).isNull();
    assertThat(service.prefecture()).isEqualTo("380008");
    assertThat(service.name()).isEqualTo("デイサービスみかんの丘");
    assertThat(service.nameKana()).isEqualTo("デイサービスミカンノオカ");
    assertThat(service.address()).isEqualTo("愛媛県八幡浜市架空町1丁目2-3");
    assertThat(service.building()).isEqualTo("みかんビル2階");
    assertThat(service.latitude()).isEqualTo(33.463);
    assertThat(service.longitude()).isEqualTo(132.423);
    assertThat(service.telephone()).isEqualTo("0894-00-0001");
    assertThat(service.fax()).isEqualTo("0894-00-0002");
    assertThat(service.corporateNumber()).isEqualTo("3999905000001");
    assertThat(service.corporationName()).isEqualTo("社会福祉法人 架空みかん会");
    assertThat(service.corporationKey()).isEqualTo("社会福祉法人架空みかん会");
    assertThat(service.days()).containsExactly(OpenDay.WEEKDAYS, OpenDay.SATURDAY);
    assertThat(service.daysNote()).isEqualTo("年末年始は休業");
    assertThat(service.capacity()).isEqualTo(25);
    assertThat(service.url()).isEqualTo("https://example.com/");
    assertThat(service.withDisabilityCare()).isEqualTo("なし");
    assertThat(service.careStandard()).isEqualTo("通常の指定");
    assertThat(service.disabilityStandard()).isEqualTo("なし");
    assertThat(service.remarks()).isNull();
    assertThat(service.postcode()).isNull();
    assertThat(service.extras()).isEmpty();
  }

  @Test
  void widthAndSpacesOfPlainTextAreNotWorthAFinding() {
    JudgedRow judged =
        row.with(Column.NAME, "ﾃﾞｲ　ｻｰﾋﾞｽ").with(Column.ADDRESS, "　架空町９ー１ ").judge(KNOWLEDGE);

    assertThat(judged.outcome()).isEqualTo(Outcome.ACCEPTED);
    assertThat(judged.services().get(0).name()).isEqualTo("デイ サービス");
    assertThat(judged.services().get(0).address()).isEqualTo("架空町9-1");
    assertThat(judged.cells()).contains("ﾃﾞｲ　ｻｰﾋﾞｽ", "　架空町９ー１ ");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        "ESTABLISHMENT_NUMBER, ３８７０４９８０１５, establishment-number.repaired, REPAIRED, 3870498015",
        "ESTABLISHMENT_NUMBER, 3870498016, establishment-number.check-digit, WARNED, null",
        "ESTABLISHMENT_NUMBER, 0170208441, establishment-number.other-prefecture, WARNED, null",
        "CORPORATE_NUMBER, T3999905000001, corporate-number.repaired, REPAIRED, 3999905000001",
        "CORPORATE_NUMBER, 999905000001, corporate-number.repaired, REPAIRED, 3999905000001",
        "CORPORATE_NUMBER, 3999905000002, corporate-number.check-digit, WARNED, null",
        "CORPORATE_NUMBER, 1.00002E+12, corporate-number.lost-digits, WARNED, null",
        "CORPORATE_NUMBER, 不明, corporate-number.malformed, WARNED, null",
        "TELEPHONE, ０８９４－００－０００３, telephone.repaired, REPAIRED, 0894-00-0003",
        "TELEPHONE, 894-00-0003, telephone.malformed, WARNED, null",
        "FAX, (0894)00-0003, fax.repaired, REPAIRED, 0894-00-0003",
        "FAX, 番号, fax.malformed, WARNED, null",
        "URL, http//example.com, url.repaired, REPAIRED, http://example.com",
        "URL, x@example.com, url.mail-address, WARNED, null",
        "URL, 作成中, url.malformed, WARNED, null",
        "CAPACITY, ２５, capacity.repaired, REPAIRED, 25",
        "CAPACITY, 25人, capacity.repaired, REPAIRED, 25",
        "CAPACITY, 若干名, capacity.malformed, WARNED, null",
        "CAPACITY, 12345, capacity.malformed, WARNED, null",
        "DAYS, 応相談, days.unknown, WARNED, null",
        "NAME, ⼋幡浜ホーム, text.radical, REPAIRED, 八幡浜ホーム",
        "NAME, 八幡\uFFFD, text.replacement-character, WARNED, null",
        "REMARKS, \uE000, text.private-character, WARNED, null",
        "MUNICIPALITY_CODE, 38204, municipality-code.repaired, REPAIRED, 382043",
        "MUNICIPALITY, 大洲市, municipality.other-name, WARNED, null",
        "PREFECTURE, 高知県, prefecture.other-name, WARNED, null",
      })
  void oneThingIsFoundAndTheRowIsTaken(
      Column column, String raw, String code, Outcome outcome, String repaired) {
    JudgedRow judged = row.with(column, raw).judge(KNOWLEDGE);

    assertThat(judged.findings())
        .containsExactly(new Finding(MhlwRow.LAYOUT.header(column), code, raw, repaired, outcome));
    assertThat(judged.outcome()).isEqualTo(outcome);
    assertThat(judged.services()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "ESTABLISHMENT_NUMBER, '', establishment-number.missing",
    "ESTABLISHMENT_NUMBER, 38I0400011, establishment-number.malformed",
    "MUNICIPALITY_CODE, 99999, municipality-code.placeholder",
    "MUNICIPALITY_CODE, 016951, municipality-code.northern-territories",
    "SERVICE, '　', service.missing",
    "SERVICE, 宇宙旅行, service.unknown",
    "NAME, '', name.missing",
  })
  void rowWithoutWhatItNeedsIsRejected(Column column, String raw, String code) {
    JudgedRow judged = row.with(column, raw).judge(KNOWLEDGE);

    assertThat(judged.outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(judged.services()).isEmpty();
    assertThat(judged.findings()).extracting(Finding::code).contains(code);
    assertThat(judged.cells()).hasSize(24);
  }

  @Test
  void allFaultsOfARowAreFoundAndTheWorstDecides() {
    JudgedRow judged =
        row.with(Column.ESTABLISHMENT_NUMBER, "x")
            .with(Column.SERVICE, "y")
            .with(Column.NAME, " ")
            .with(Column.MUNICIPALITY, "大洲市")
            .judge(KNOWLEDGE);

    assertThat(judged.outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(judged.findings())
        .extracting(Finding::code)
        .containsExactlyInAnyOrder(
            "municipality.other-name",
            "establishment-number.malformed",
            "service.unknown",
            "name.missing");
  }

  @ParameterizedTest
  @CsvSource({"0", "０", "''", "なし", "-"})
  void capacityThatSaysNothingIsNone(String raw) {
    JudgedRow judged = row.with(Column.CAPACITY, raw).judge(KNOWLEDGE);

    assertThat(judged.outcome()).isEqualTo(Outcome.ACCEPTED);
    assertThat(judged.services().get(0).capacity()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        "0.0, 0.0, location.zero, ''",
        "132.423, 33.463, location.swapped, 33.463",
        "53.4, -8.2, location.outside-japan, null",
        "33.4, '', location.malformed, null",
      })
  void oddCoordinatesAreFound(String latitude, String longitude, String code, String repaired) {
    JudgedRow judged =
        row.with(Column.LATITUDE, latitude).with(Column.LONGITUDE, longitude).judge(KNOWLEDGE);

    assertThat(judged.findings())
        .extracting(Finding::code, Finding::raw, Finding::repaired)
        .containsExactly(tuple(code, latitude, repaired));
    assertThat(judged.services().get(0).latitude() == null)
        .isEqualTo(judged.services().get(0).longitude() == null);
  }

  @Test
  void corporationWithoutNumberAndNameIsMissed() {
    JudgedRow judged =
        row.with(Column.CORPORATE_NUMBER, "").with(Column.CORPORATION, "").judge(KNOWLEDGE);

    assertThat(judged.findings()).extracting(Finding::code).containsExactly("corporation.missing");
    assertThat(judged.services().get(0).corporationKey()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"㈱アサヒサンクリ-ン", "株式会社　アサヒサンクリーン", "（株）ｱｻﾋｻﾝｸﾘｰﾝ", "株式会社アサヒサンクリ‐ン"})
  void spellingsOfOneCorporationHaveOneKey(String spelling) {
    ListedService service =
        row.with(Column.CORPORATION, spelling).judge(KNOWLEDGE).services().get(0);

    assertThat(service.corporationKey())
        .isEqualTo(
            row.with(Column.CORPORATION, "株式会社アサヒサンクリーン")
                .judge(KNOWLEDGE)
                .services()
                .get(0)
                .corporationKey());
  }

  @ParameterizedTest
  @CsvSource({
    "NAME, 201, name.too-long, REJECTED",
    "NAME_KANA, 401, name-kana.too-long, WARNED",
    "CORPORATION, 201, corporation.name-too-long, WARNED"
  })
  void nameThatTheRegistryCannotHoldIsFound(
      Column column, int length, String code, Outcome outcome) {
    assertThat(row.with(column, "あ".repeat(length - 1)).judge(KNOWLEDGE).findings()).isEmpty();

    JudgedRow judged = row.with(column, "あ".repeat(length)).judge(KNOWLEDGE);

    assertThat(judged.findings()).extracting(Finding::code).containsExactly(code);
    assertThat(judged.outcome()).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({
    "23, row.short, WARNED",
    "16, row.short, WARNED",
    "15, row.too-few-cells, REJECTED",
    "1, row.too-few-cells, REJECTED"
  })
  void rowThatIsTooShortIsTakenOnlyIfWhatMattersIsThere(int cells, String code, Outcome outcome) {
    JudgedRow judged =
        new RowJudge(KNOWLEDGE, MhlwRow.LAYOUT)
            .judge(new RawRow(7, row.cells().subList(0, cells), List.of()));

    assertThat(judged.outcome()).isEqualTo(outcome);
    assertThat(judged.findings()).extracting(Finding::code).containsExactly(code);
    assertThat(judged.line()).isEqualTo(7);
  }

  @Test
  void cellsBeyondTheHeaderRejectTheRowUnlessTheyAreEmpty() {
    List<String> more = new ArrayList<>(row.cells());
    more.add(" ");
    RowJudge judge = new RowJudge(KNOWLEDGE, MhlwRow.LAYOUT);
    assertThat(judge.judge(new RawRow(2, more, List.of())).outcome()).isEqualTo(Outcome.ACCEPTED);

    more.add("x");
    assertThat(judge.judge(new RawRow(2, more, List.of())).findings())
        .extracting(Finding::code)
        .containsExactly("row.too-many-cells");
  }

  @ParameterizedTest
  @CsvSource({"FORMULA, cell.formula", "DATE, cell.date", "ERROR, cell.error"})
  void marksOfASheetAreFindings(RawRow.Mark mark, String code) {
    RawRow marked = new RawRow(2, row.cells(), List.of(new CellMark(18, mark, "=A1")));

    JudgedRow judged = new RowJudge(KNOWLEDGE, MhlwRow.LAYOUT).judge(marked);

    assertThat(judged.findings())
        .containsExactly(new Finding("定員", code, "=A1", null, Outcome.WARNED));
  }

  /** Whatever stands in a row, it gets exactly one outcome and nothing is thrown. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void anyRowIsJudged(long seed) {
    Random random = new Random(seed);
    RowJudge establishments = new RowJudge(KNOWLEDGE, MhlwRow.LAYOUT);
    for (int i = 0; i < 300; i++) {
      List<String> cells = new ArrayList<>(row.cells());
      if (random.nextBoolean()) {
        Collections.shuffle(cells, random);
      }
      cells.replaceAll(cell -> random.nextInt(6) == 0 ? MhlwRow.anything(random) : cell);
      JudgedRow judged = establishments.judge(new RawRow(i, cells, List.of()));

      assertThat(judged.services().isEmpty()).isEqualTo(judged.outcome() == Outcome.REJECTED);
      assertThat(judged.outcome())
          .isEqualTo(
              judged.findings().stream()
                  .map(Finding::severity)
                  .max(Outcome::compareTo)
                  .orElse(Outcome.ACCEPTED));
      assertThat(judged.cells()).isSameAs(cells);
    }
  }

  @Test
  void printingShowsNothingOfARow() {
    JudgedRow judged = row.with(Column.FAX, "0894-99-9999x").judge(KNOWLEDGE);

    assertThat(judged + " " + judged.findings() + " " + judged.services())
        .contains("fax.malformed", "3870498015")
        .doesNotContain("0894");
  }
}
