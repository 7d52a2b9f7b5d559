package org.todoke.registry.importing.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.todoke.registry.importing.reading.Layout;
import org.todoke.registry.importing.reading.RawRow;
import org.todoke.registry.importing.reading.SourceFormat;

class CorporationRowsTest {

  private static final ReferenceKnowledge KNOWLEDGE = ReferenceKnowledge.official();
  private static final List<String> HEADERS = SourceFormat.NTA_CORPORATE_NUMBERS.headers();
  private static final Layout LAYOUT = Layout.of(SourceFormat.NTA_CORPORATE_NUMBERS, HEADERS);

  private final List<String> row =
      new ArrayList<>(
          Arrays.asList(
              ("1,3999905000001,12,0,2024-04-02,2024-03-25,社会福祉法人　架空みかん会,,399,愛媛県,八幡浜市,"
                      + "架空町１－１,,38,204,7960001,,,,,,,2015-10-05,1,,,,,カクウミカンカイ,0")
                  .split(",", -1)));

  @Test
  void rowIsTakenWithAllThatItSays() {
    JudgedRow judged = judge();

    assertThat(judged.outcome()).isEqualTo(Outcome.ACCEPTED);
    assertThat(judged.services()).isEmpty();
    assertThat(judged.corporation())
        .isEqualTo(
            new ListedCorporation(
                "3999905000001",
                "12",
                "399",
                "社会福祉法人 架空みかん会",
                "カクウミカンカイ",
                "380008",
                "382043",
                "愛媛県八幡浜市架空町1-1",
                null,
                null,
                null,
                LocalDate.of(2024, 4, 2),
                true,
                false));
  }

  @ParameterizedTest
  @CsvSource({
    "corporateNumber, 3999905000002, corporation.number-invalid",
    "corporateNumber, T3999905000001, corporation.number-invalid",
    "latest, 0, corporation.not-latest",
    "latest, '', corporation.not-latest",
    "hihyoji, 1, corporation.hidden",
    "name, '', name.missing",
  })
  void rowIsNotTaken(String header, String value, String code) {
    JudgedRow judged = with(header, value).judge();

    assertThat(judged.outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(judged.corporation()).isNull();
    assertThat(judged.findings())
        .containsExactly(new Finding(header, code, value, null, Outcome.REJECTED));
  }

  @ParameterizedTest
  @CsvSource({
    "process, 77, corporation.process-unknown",
    "kind, 999, corporation.kind-unknown",
    "updateDate, 2024/04/02, corporation.date-malformed",
    "closeDate, 令和6年, corporation.date-malformed",
    "nameImageId, 00000001, corporation.name-image",
    "successorCorporateNumber, 3999905000002, corporate-number.check-digit",
  })
  void oddCellIsWarnedOf(String header, String value, String code) {
    JudgedRow judged = with(header, value).judge();

    assertThat(judged.findings())
        .containsExactly(new Finding(header, code, value, null, Outcome.WARNED));
    assertThat(judged.corporation()).isNotNull();
  }

  @Test
  void mergedCorporationNamesItsSuccessor() {
    ListedCorporation corporation =
        with("process", "71")
            .with("closeDate", "2024-03-31")
            .with("closeCause", "11")
            .with("successorCorporateNumber", "2999905000002")
            .judge()
            .corporation();

    assertThat(corporation).isNotNull();
    assertThat(corporation.closeDate()).isEqualTo("2024-03-31");
    assertThat(corporation.closeCause()).isEqualTo("11");
    assertThat(corporation.successor()).isEqualTo("2999905000002");
  }

  @Test
  void wardBecomesItsCity() {
    ListedCorporation corporation =
        with("prefectureCode", "14")
            .with("cityCode", "101")
            .with("prefectureName", "神奈川県")
            .with("cityName", "横浜市鶴見区")
            .judge()
            .corporation();

    assertThat(corporation.municipality()).isEqualTo("141003");
    assertThat(corporation.prefecture()).isEqualTo("140007");
  }

  @Test
  void addressAbroadIsInNoMunicipality() {
    JudgedRow judged =
        with("prefectureCode", "99")
            .with("cityCode", "")
            .with("prefectureName", "")
            .with("cityName", "")
            .with("streetNumber", "")
            .with("addressOutside", "アメリカ合衆国架空州1")
            .judge();

    assertThat(judged.outcome()).isEqualTo(Outcome.ACCEPTED);
    assertThat(judged.corporation().prefecture()).isNull();
    assertThat(judged.corporation().municipality()).isNull();
    assertThat(judged.corporation().address()).isEqualTo("アメリカ合衆国架空州1");
  }

  @Test
  void municipalityOfAnOldCodeIsLookedForByName() {
    JudgedRow judged = with("cityCode", "441").judge();

    assertThat(judged.findings())
        .containsExactly(
            new Finding("cityCode", "corporation.place-unknown", "441", "382043", Outcome.WARNED));
    assertThat(judged.corporation().municipality()).isEqualTo("382043");
  }

  @Test
  void prefectureIsKeptWhereTheMunicipalityIsUnknown() {
    JudgedRow judged = with("cityCode", "999").with("cityName", "架空市").judge();

    assertThat(judged.findings())
        .extracting(Finding::code)
        .containsExactly("corporation.place-unknown");
    assertThat(judged.corporation().municipality()).isNull();
    assertThat(judged.corporation().prefecture()).isEqualTo("380008");
  }

  @Test
  void rowOfAnotherLengthIsRejected() {
    RowJudge judge = new RowJudge(KNOWLEDGE, LAYOUT);

    assertThat(judge.judge(new RawRow(1, row.subList(0, 29), List.of())).outcome())
        .isEqualTo(Outcome.REJECTED);
  }

  private CorporationRowsTest with(String header, String value) {
    row.set(HEADERS.indexOf(header), value);
    return this;
  }

  private JudgedRow judge() {
    return new RowJudge(KNOWLEDGE, LAYOUT).judge(new RawRow(1, List.copyOf(row), List.of()));
  }
}
