package org.todoke.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineTest {

  @TempDir Path folder;

  @Test
  void memoryAndProcessorAreReadAsTheKernelTellsThem() {
    assertThat(Machine.memoryMiB(List.of("MemFree: 7 kB", "MemTotal:       24684408 kB")))
        .isEqualTo(24_105);
    assertThat(Machine.processor(List.of("processor\t: 0", "model name\t: Some CPU")))
        .isEqualTo("Some CPU");
  }

  @Test
  void whereTheKernelTellsNothingNothingIsInvented() {
    assertThat(Machine.memoryMiB(List.of())).isZero();
    assertThat(Machine.processor(List.of())).isEqualTo("unknown");
    assertThat(Machine.here(folder).commit()).isEqualTo("unknown");
  }
}
