package org.todoke.registry.importing.rows;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.todoke.registry.importing.reading.Column;

class ServicesOfARowTest {

  private static final ReferenceKnowledge KNOWLEDGE = ReferenceKnowledge.official();

  private final MhlwRow row = new MhlwRow();

  @ParameterizedTest
  @CsvSource({
    "指定療養通所介護, 78",
    "155, 78",
    "３３７, 33",
    "特定施設入居者生活介護（有料老人ホーム（サービス付き高齢者向け住宅（外部サービス利用型））), 33",
    "短期入所療養介護(療養病床を有する病院等）, 23",
    "551, 2A",
    "2a, 2A",
    "複合型サービス（看護小規模多機能型居宅介護）, 77",
    "看護小規模多機能型居宅介護（複合型サービス）, 77",
    "通所介護　, 15",
    "定期巡回・随時対応型訪問介護看護, 76",
  })
  void servicesAreKnownByCodesAndNames(String written, String code) {
    JudgedRow judged = row.with(Column.SERVICE, written).judge(KNOWLEDGE);

    assertThat(judged.outcome()).isEqualTo(Outcome.ACCEPTED);
    assertThat(judged.services()).extracting(ListedService::service).containsExactly(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"訪問介護;通所介護;訪問介護", "訪問介護、通所介護", "訪問介護\n通所介護", "11,15", "訪問介護／通所介護"})
  void severalServicesInOneCellAreSeveral(String written) {
    JudgedRow judged = row.with(Column.SERVICE, written).judge(KNOWLEDGE);

    assertThat(judged.outcome()).isEqualTo(Outcome.ACCEPTED);
    assertThat(judged.services()).extracting(ListedService::service).containsExactly("11", "15");
    assertThat(judged.services()).extracting(ListedService::number).containsOnly("3870498015");
  }

  @Test
  void knownServicesAreTakenFromAmongUnknownOnes() {
    JudgedRow judged = row.with(Column.SERVICE, "訪問介護;宇宙旅行").judge(KNOWLEDGE);

    assertThat(judged.outcome()).isEqualTo(Outcome.WARNED);
    assertThat(judged.services()).extracting(ListedService::service).containsExactly("11");
    assertThat(judged.findings())
        .extracting(Finding::code)
        .containsExactly("service.unknown-among");
  }
}
