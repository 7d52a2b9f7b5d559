package org.todoke.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeapSamplerTest {

  @Test
  void heapIsTheSumOfItsSpaces() {
    String metrics =
        """
        # HELP jvm_memory_used_bytes The amount of used memory
        # TYPE jvm_memory_used_bytes gauge
        jvm_memory_used_bytes{area="nonheap",id="Metaspace"} 9.9E7
        jvm_memory_used_bytes{area="heap",id="Tenured Gen"} 2.0971520E7
        jvm_memory_used_bytes{area="heap",id="Eden Space"} 1048576.0
        jvm_memory_max_bytes{area="heap",id="Eden Space"} 5.0E8
        """;

    assertThat(HeapSampler.heapOf(metrics)).isEqualTo(22_020_096);
  }

  @Test
  void answerWithoutMetricsIsNothing() {
    assertThat(HeapSampler.heapOf("not here")).isZero();
  }
}
