package org.todoke.benchmarks.national;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeProbeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"tiers\":[{\"tier\":\"corporation\",\"acknowledged\":{\"numerator\":9}},"
            + "{\"tier\":\"establishment\",\"acknowledged\":{\"numerator\":4}}]}|4",
        "{\"tiers\":[{\"tier\":\"establishment\",\"acknowledged\":{\"absent\":\"notAsked\"}}]}|0",
        "{\"tiers\":[]}|0"
      })
  void figureIsThatOfTheEstablishments(String progress, long acknowledged) throws Exception {
    assertThat(AgeProbe.acknowledged(new ObjectMapper().readTree(progress)))
        .isEqualTo(acknowledged);
  }
}
