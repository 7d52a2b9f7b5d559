package org.todoke.benchmarks.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.todoke.benchmarks.baseline.CopyBaseline;
import org.todoke.benchmarks.measure.Percentiles;
import org.todoke.benchmarks.nation.NationSize;
import org.todoke.benchmarks.nation.Written;
import org.todoke.stack.imports.ImportRun;

class RegistryReportTest {

  @TempDir Path folder;

  @Test
  void endToEndStandsBesideTheBaselines() {
    String table = printed(figures(run(), null));

    assertThat(table)
        .containsPattern("bare COPY of the same bytes \\(median of 3\\) +2.00 +111,552 +1.0\n")
        .containsPattern("bare produce of 258,566 events of 900 B +3.00\n")
        .containsPattern("first import, end to end +25.00 +8,924 +12.5 +5.0\n")
        .containsPattern(" +apply +12.00 +18,592\n")
        .containsPattern("the same file again +-\n")
        .contains("heap of the registry 301 MiB at most")
        .containsPattern("common word +3 +2.0 +3.0\n")
        .containsPattern("counts in a prefecture +0 +- +- +4 x 404\n");
  }

  @Test
  void whatHinderedTheImportIsSaid() {
    RegistryReport report = new RegistryReport(figures(null, "404 There is no such path."));

    assertThat(report.isWhole()).isFalse();
    assertThat(printed(figures(null, "404 There is no such path.")))
        .contains("import not measured to its end: 404 There is no such path.");
  }

  @Test
  void machineReadsTheSameFigures() throws IOException {
    Path file = folder.resolve("figures.json");

    new RegistryReport(figures(run(), null)).writeTo(file);

    JsonNode json = new ObjectMapper().readTree(file.toFile());
    assertThat(json.at("/first/known").asDouble()).isEqualTo(25);
    assertThat(json.at("/first/timesCopyAndProduce").asDouble()).isEqualTo(5);
    assertThat(json.at("/first/effects/establishment/created").asLong()).isEqualTo(190_003);
    assertThat(json.at("/first/rows/rejected").asLong()).isEqualTo(4);
    assertThat(json.at("/copy/seconds").asDouble()).isEqualTo(2);
    assertThat(json.at("/searches/common word/p99").asDouble()).isEqualTo(3);
    assertThat(json.at("/searches/counts in a prefecture/status404").asInt()).isEqualTo(4);
    assertThat(json.has("again")).isFalse();
  }

  private static RegistryFigures figures(
      @Nullable ImportFigures first, @Nullable String hindrance) {
    return new RegistryFigures(
        NationSize.WHOLE,
        new Written(Path.of("nation.csv"), 223_103, 91_579_325, "a6dd"),
        Duration.ofSeconds(2),
        new CopyBaseline.Copied(Duration.ofSeconds(2), 223_103),
        Duration.ofSeconds(3),
        258_566,
        900,
        first,
        null,
        null,
        hindrance,
        260_000,
        260_000,
        List.of(
            new SearchLoad.Outcome(
                "common word",
                new Percentiles(new long[] {3_000_000, 1_000_000, 2_000_000}),
                Map.of()),
            new SearchLoad.Outcome(
                "counts in a prefecture", new Percentiles(new long[0]), Map.of(404, 4))),
        1500);
  }

  private static ImportFigures run() {
    return new ImportFigures(
        new ImportRun(
            "7",
            "applied",
            "mhlw-open-data",
            "UTF-8",
            new ImportRun.Rows(223_103, 200_000, 20_000, 3_099, 4),
            258_566,
            258_566,
            Map.of("establishment", Map.of("created", 190_003L)),
            null),
        223_103,
        Duration.ofSeconds(6),
        Duration.ofSeconds(8),
        Duration.ofSeconds(20),
        Duration.ofSeconds(22),
        Duration.ofSeconds(25),
        258_566,
        301);
  }

  private static String printed(RegistryFigures figures) {
    var bytes = new ByteArrayOutputStream();
    new RegistryReport(figures).print(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
