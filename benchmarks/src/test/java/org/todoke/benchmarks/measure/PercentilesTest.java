package org.todoke.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentilesTest {

  @ParameterizedTest
  @CsvSource({"50,50", "99,99", "100,100", "1,1", "0.1,1"})
  void ofAHundredTheRankIsThePercentage(double percent, double millis) {
    long[] oneToAHundred = LongStream.rangeClosed(1, 100).map(i -> (101 - i) * 1_000_000).toArray();

    assertThat(new Percentiles(oneToAHundred).at(percent)).isEqualTo(millis);
  }

  @Test
  void ofOneEveryPercentileIsIt() {
    Percentiles one = new Percentiles(new long[] {2_500_000});

    assertThat(one.at(1)).isEqualTo(2.5);
    assertThat(one.at(99)).isEqualTo(2.5);
  }

  @Test
  void ofNoneThereIsNone() {
    assertThat(new Percentiles(new long[0]).at(50)).isNaN();
  }
}
