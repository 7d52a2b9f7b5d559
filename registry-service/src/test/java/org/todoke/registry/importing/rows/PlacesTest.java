package org.todoke.registry.importing.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.todoke.registry.importing.rows.ReferenceKnowledge.Municipality;

class PlacesTest {

  private static final ReferenceKnowledge KNOWLEDGE = ReferenceKnowledge.official();
  private static final Places.Columns COLUMNS = new Places.Columns("コード", "県", "市", false);

  private final Places places = new Places(KNOWLEDGE, new PlaceNames(KNOWLEDGE), COLUMNS);

  @ParameterizedTest
  @CsvSource({
    "382043, 愛媛県, 八幡浜市",
    "382043, '', ''",
    "384429, 愛媛県, 西宇和郡伊方町",
    "384429, 愛媛県, 愛媛県西宇和郡 伊方町",
    "082082, 茨城県, 龍ヶ崎市",
    "082082, 茨城県, 龍ケ崎市",
    "394050, 高知県, 檮原町",
    "131016, 東京都, 千代田区",
  })
  void codeAndFittingNamesAreAccepted(String code, String prefecture, String municipality) {
    Places.Verdict verdict = places.judge(code, prefecture, municipality);

    assertThat(verdict.findings()).isEmpty();
    assertThat(verdict.place())
        .isEqualTo(new Place(code, null, KNOWLEDGE.municipalities().get(code).prefecture()));
  }

  @ParameterizedTest
  @CsvSource({
    "141011, 横浜市鶴見区, 141011",
    "141011, 鶴見区, 141011",
    "141011, 横浜市, 141011",
    "141003, 横浜市鶴見区, 141011",
    "141003, 横浜市, ",
  })
  void wardBelongsToItsCityAndIsKept(String code, String municipality, String ward) {
    Places.Verdict verdict = places.judge(code, "神奈川県", municipality);

    assertThat(verdict.findings()).isEmpty();
    assertThat(verdict.place()).isEqualTo(new Place("141003", ward, "140007"));
  }

  @ParameterizedTest
  @CsvSource({
    // Without check digit, without leading zero, without both, in full width, from a sheet.
    "38204, 愛媛県, 八幡浜市, municipality-code.repaired, 382043",
    "92011, 栃木県, 宇都宮市, municipality-code.repaired, 092011",
    "1100, 北海道, 札幌市, municipality-code.repaired, 011002",
    "３８２０４３, 愛媛県, 八幡浜市, municipality-code.repaired, 382043",
    "382043.0, 愛媛県, 八幡浜市, municipality-code.repaired, 382043",
    // Retired, with one municipality after it.
    "384411, 愛媛県, 保内町, municipality-code.retired, 382043",
    "142093, 神奈川県, 相模原市, municipality-code.retired, 141500",
    "38441, 愛媛県, 保内町, municipality-code.retired, 382043",
    // A prefecture's own code.
    "380008, 愛媛県, 八幡浜市, municipality-code.of-prefecture, 382043",
    "38000, '', 西宇和郡伊方町, municipality-code.of-prefecture, 384429",
    // Nothing to go by but the name.
    "'', 愛媛県, 八幡浜市, municipality-code.from-name, 382043",
    "'', '', 八幡浜市, municipality-code.from-name, 382043",
    "382044, 愛媛県, 八幡浜市, municipality-code.from-name, 382043",
    "八幡浜, 愛媛県, 八幡浜市, municipality-code.from-name, 382043",
    "'', 北海道, 泊村, municipality-code.from-name, 014036",
  })
  void codeIsRepaired(
      String code, String prefecture, String municipality, String reason, String taken) {
    Places.Verdict verdict = places.judge(code, prefecture, municipality);

    assertThat(verdict.findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo(reason);
              assertThat(finding.column()).isEqualTo("コード");
              assertThat(finding.raw()).isEqualTo(code);
              assertThat(finding.repaired()).isEqualTo(taken);
            });
    assertThat(verdict.place()).isNotNull();
    assertThat(verdict.place().municipality()).isEqualTo(taken);
  }

  @Test
  void retiredWardWithOneSuccessorBecomesThatWard() {
    assertThat(places.judge("221317", "静岡県", "浜松市中区").place())
        .isEqualTo(new Place("221309", "221384", "220001"));
  }

  @Test
  void wardThatWasSplitStaysInItsCityAndInNoWard() {
    Places.Verdict verdict = places.judge("221350", "静岡県", "浜松市北区");

    assertThat(verdict.place()).isEqualTo(new Place("221309", null, "220001"));
    assertThat(verdict.findings())
        .singleElement()
        .extracting(Finding::code, Finding::repaired)
        .containsExactly("municipality-code.retired", "221309");
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', '', municipality-code.missing",
    "'', '', 府中市, municipality-code.missing",
    "'', 高知県, 八幡浜市, municipality-code.missing",
    "99999, 愛媛県, 八幡浜市, municipality-code.placeholder",
    "016951, 北海道, 色丹村, municipality-code.northern-territories",
    "01695, 北海道, 色丹村, municipality-code.northern-territories",
    "382044, '', '', municipality-code.unknown",
    "482043, 愛媛県, 架空市, municipality-code.unknown",
    "380008, 愛媛県, '', municipality-code.missing",
    "380008, 愛媛県, 高知市, municipality-code.missing",
  })
  void rowThatCannotBePlacedIsRejected(
      String code, String prefecture, String municipality, String reason) {
    Places.Verdict verdict = places.judge(code, prefecture, municipality);

    assertThat(verdict.place()).isNull();
    assertThat(verdict.findings())
        .singleElement()
        .extracting(Finding::code, Finding::severity)
        .containsExactly(reason, Outcome.REJECTED);
  }

  @ParameterizedTest
  @CsvSource({
    "382043, 愛媛県, 大洲市, municipality.other-name",
    "382043, 愛媛県, 八幡浜市大門, municipality.other-name",
    "382043, 高知県, 八幡浜市, prefecture.other-name",
    "141011, 神奈川県, 横浜市神奈川区, municipality.other-name",
    "282219, 兵庫県, 篠山市, municipality.other-name",
  })
  void codeIsBelievedBeforeAnotherName(
      String code, String prefecture, String municipality, String reason) {
    Places.Verdict verdict = places.judge(code, prefecture, municipality);

    assertThat(verdict.place()).isNotNull();
    assertThat(verdict.findings())
        .extracting(Finding::code, Finding::severity)
        .containsExactly(tuple(reason, Outcome.WARNED));
  }

  @ParameterizedTest
  @CsvSource({
    // 016322 without its zero, or 163228 without its check digit.
    "16322, 北海道, 士幌町, 016322",
    "16322, 富山県, 上市町, 163228",
    "11100, 北海道, 札幌市清田区, 011002",
    "11100, 埼玉県, さいたま市, 111007",
  })
  void codeThatTwoCanHaveMeantIsSettledByTheName(
      String code, String prefecture, String municipality, String taken) {
    Places.Verdict verdict = places.judge(code, prefecture, municipality);

    assertThat(verdict.place()).isNotNull();
    assertThat(verdict.place().municipality()).isEqualTo(taken);
    assertThat(verdict.findings())
        .extracting(Finding::code)
        .containsExactly("municipality-code.repaired");
    assertThat(places.judge(code, "", "").place()).isNull();
  }

  @Test
  void retiredCodeWithSuccessorsInSeveralMunicipalitiesNeedsTheName() {
    Map<String, Municipality> two =
        Map.of(
            "382043", new Municipality("382043", "八幡浜市", "380008"),
            "384429", new Municipality("384429", "伊方町", "380008"));
    ReferenceKnowledge knowledge =
        knowledgeOf(two, Map.of("384411", List.of("382043", "384429"), "384437", List.of()));
    Places split = new Places(knowledge, new PlaceNames(knowledge), COLUMNS);

    assertThat(split.judge("384411", "", "保内町").findings())
        .extracting(Finding::code)
        .containsExactly("municipality-code.retired-ambiguous");
    assertThat(split.judge("384437", "", "").findings())
        .extracting(Finding::code)
        .containsExactly("municipality-code.retired-ambiguous");
    assertThat(split.judge("384411", "", "伊方町").place().municipality()).isEqualTo("384429");
  }

  @Test
  void columnThatMayHoldAddressesIsComparedByItsBeginning() {
    Places wild =
        new Places(KNOWLEDGE, new PlaceNames(KNOWLEDGE), new Places.Columns("コード", "県", "市", true));

    assertThat(wild.judge("382043", "愛媛県", "愛媛県八幡浜市大門１").findings()).isEmpty();
    assertThat(wild.judge("382043", "愛媛県", "大洲市大洲１").findings()).hasSize(1);
  }

  private static ReferenceKnowledge knowledgeOf(
      Map<String, Municipality> municipalities, Map<String, List<String>> successors) {
    return new ReferenceKnowledge(
        Map.of("380008", "愛媛県", "010006", "北海道", "120006", "千葉県"),
        municipalities,
        Map.of(),
        Set.of(),
        successors,
        new ServiceNames(Map.of()));
  }
}
