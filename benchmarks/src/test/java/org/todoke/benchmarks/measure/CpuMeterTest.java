package org.todoke.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CpuMeterTest {

  private static final String STAT =
      "17 (a) b (c)) S 1 17 17 0 -1 4194304 100 200 3 4 500 60 7 8 20 0 11 0 900 1000";

  @ParameterizedTest
  @CsvSource({"2,560", "4,575"})
  void ownTimeComesFirstAndThatOfEndedChildrenBehindIt(int fields, long ticks) {
    assertThat(CpuMeter.ticks(STAT, fields)).isEqualTo(ticks);
  }

  @Test
  void usedIsWhatCameToItAndNeverLessThanNothing() {
    Map<String, Double> used =
        CpuMeter.used(Map.of("a", 1.0, "b", 5.0), Map.of("a", 3.5, "b", 4.0, "c", 2.0));

    assertThat(used).containsOnly(Map.entry("a", 2.5), Map.entry("b", 0.0), Map.entry("c", 2.0));
  }

  @Test
  void processThatWorksUsesSome() {
    CpuMeter meter = new CpuMeter(Map.of("test", ProcessHandle.current()));
    double before = meter.seconds().get("test");
    long end = System.nanoTime() + 200_000_000;
    long sum = 0;
    while (System.nanoTime() < end) {
      sum += end % 7;
    }

    assertThat(sum).isNotNegative();
    assertThat(meter.seconds().get("test")).isGreaterThan(before);
  }
}
