package org.todoke.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

  private final Report report = new Report();

  @Test
  void writesTheFormatThatMachinesRead(@TempDir Path folder) throws IOException {
    report.took("build", Duration.ofSeconds(3));
    report.took("start", Duration.ofMillis(12_340));
    report.took("scenario", Duration.ofMillis(5_000));
    report.expect("municipalities addressed", 20, 20);
    report.expect("path", List.of("go:mhlw", "lg:380008"), List.of("go:mhlw", "lg:380008"));
    report.figure("events", 321L);
    report.figure("rate", Map.of("numerator", 3, "denominator", 4));
    report.peakMemory(2_000L * 1024 * 1024);
    Path file = folder.resolve("deep/report.json");

    report.writeTo(file);

    JsonNode json = new ObjectMapper().readTree(Files.readString(file));
    assertThat(json.path("ok").isBoolean()).isTrue();
    assertThat(json.path("ok").asBoolean()).isTrue();
    assertThat(json.at("/seconds/build").asDouble()).isEqualTo(3);
    assertThat(json.at("/seconds/start").asDouble()).isEqualTo(12.3);
    assertThat(json.at("/seconds/scenario").asDouble()).isEqualTo(5);
    assertThat(json.at("/expectations/0/name").asText()).isEqualTo("municipalities addressed");
    assertThat(json.at("/expectations/0/expected").asInt()).isEqualTo(20);
    assertThat(json.at("/expectations/0/actual").asInt()).isEqualTo(20);
    assertThat(json.at("/expectations/0/ok").asBoolean()).isTrue();
    assertThat(json.at("/expectations/1/expected/1").asText()).isEqualTo("lg:380008");
    assertThat(json.at("/figures/events").asLong()).isEqualTo(321);
    assertThat(json.at("/figures/rate/denominator").asInt()).isEqualTo(4);
    assertThat(json.path("peakMemoryMiB").asLong()).isEqualTo(2000);
  }

  @Test
  void oneUnmetExpectationMakesItNotOk() {
    report.expect("held", 1, 1);
    report.expect("not held", 1, 2);

    assertThat(report.ok()).isFalse();
    assertThat(report.unmet()).extracting(Report.Expectation::name).containsExactly("not held");
  }

  @Test
  void aRunThatExpectedNothingIsNotOk() {
    assertThat(report.ok()).isFalse();
  }

  @Test
  void aRunThatWasCutShortIsNotOkWhateverHeldBefore() {
    report.expect("held", 1, 1);
    report.failed("kafka has ended");

    assertThat(report.ok()).isFalse();
    assertThat(report.toJson()).contains("kafka has ended");
  }
}
