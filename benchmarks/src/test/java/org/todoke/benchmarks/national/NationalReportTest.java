package org.todoke.benchmarks.national;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.todoke.benchmarks.baseline.CommitLoop;
import org.todoke.benchmarks.baseline.FlowableBaseline;
import org.todoke.benchmarks.baseline.InsertBaseline;
import org.todoke.benchmarks.measure.Machine;
import org.todoke.benchmarks.measure.Percentiles;
import org.todoke.benchmarks.nation.NationSize;

class NationalReportTest {

  @TempDir Path folder;

  @Test
  void cascadeIsHeldAgainstTheSumOfItsBaselines() {
    NationalFigures figures = figures(20, Map.of());

    // 20 s against 5 s of INSERT and 3 s of produce.
    assertThat(figures.timesBaselines()).isEqualTo(2.5);
    assertThat(figures.partOfCommits()).isEqualTo(0.5);
    assertThat(figures.cascade().times().microsPerDelivery()).isEqualTo(200);
    assertThat(figures.cascade().cpuSecondsPerThousand()).isEqualTo(0.3);
    // 20,000 us each in its cheapest model, of those that came to their end.
    assertThat(figures.timesFlowable()).isEqualTo(100);
    assertThat(verdicts(Goal.of(figures)))
        .containsExactly("met", "met", "met", "met", "met", "met");
  }

  @Test
  void goalsThatAreMissedAreSaidToBe() {
    assertThat(verdicts(Goal.of(figures(100, Map.of()))).get(0)).isEqualTo("missed");
    assertThat(verdicts(Goal.of(figures(100, Map.of()))).get(5)).isEqualTo("missed");
  }

  @Test
  void latencyOfQuestionsIsNoneWhereSomeWereNotAnswered() {
    assertThat(verdicts(Goal.of(figures(20, Map.of(503, 2)))).get(2)).isEqualTo("not measured");
  }

  @ParameterizedTest
  @CsvSource({
    "3,AT_MOST,true",
    "3.1,AT_MOST,false",
    "NaN,AT_MOST,false",
    "3,BELOW,false",
    "2.9,BELOW,true",
    "3,AT_LEAST,true",
    "2.9,AT_LEAST,false",
    "NaN,AT_LEAST,false"
  })
  void boundOfThreeIsKeptOrNot(double measured, Goal.Sense sense, boolean met) {
    assertThat(new Goal("g", measured, sense, 3, "x").isMet()).isEqualTo(met);
  }

  @Test
  void sizesAreHeldAgainstEachOther() {
    List<Goal> goals =
        Goal.ofScales(List.of(figures(20, Map.of()), figures(22, Map.of()), figures(30, Map.of())));

    assertThat(goals.get(0).measured()).isEqualTo(1.5);
    assertThat(goals.get(0).isMet()).isFalse();
    assertThat(goals.get(1).measured()).isEqualTo(1);
    assertThat(Goal.ofScales(List.of(figures(20, Map.of()))).get(0).verdict())
        .isEqualTo("not measured");
  }

  @Test
  void tableNamesEverythingThatWasMeasured() {
    String said = said(new NationalReport(List.of(figures(20, Map.of()), figures(22, Map.of()))));

    assertThat(said)
        .contains("abc123", "2 cores", "fsync on, acks=all")
        .contains("until the last event is on Kafka")
        .contains("5.00 INSERT + 3.00 produce = 8.00 s")
        .contains("2.50 x")
        .contains("Flowable, one process, multi-instance, 1,000")
        .contains("not in 60.00 s")
        .contains("progress of the nation")
        .contains("CPU for a delivery, largest against smallest")
        .contains("figures differ from a recount in 0 rows; 1,000 of 1,000");
  }

  @Test
  void machineReadsTheSame() throws Exception {
    Path file = folder.resolve("figures.json");
    new NationalReport(List.of(figures(20, Map.of()))).writeTo(file);

    JsonNode run = new ObjectMapper().readTree(file.toFile()).get(0);

    assertThat(run.at("/commit").asText()).isEqualTo("abc123");
    assertThat(run.at("/cascade/timesBaselines").asDouble()).isEqualTo(2.5);
    assertThat(run.at("/storm/status/progress of the nation/p99").asDouble()).isEqualTo(40);
    assertThat(run.at("/baselines/flowable")).hasSize(2);
    assertThat(run.at("/baselines/flowable/1/microsPerDelivery").isMissingNode())
        .as("not a number has no place in JSON")
        .isTrue();
    assertThat(run.at("/goals/0/verdict").asText()).isEqualTo("met");
  }

  @Test
  void figuresThatAreWrongMakeTheRunNoneThatCounts() {
    assertThat(new NationalReport(List.of(figures(20, Map.of()))).isWhole()).isTrue();
    assertThat(new NationalFigures.Soundness(1, 5, 5).isSound()).isFalse();
    assertThat(new NationalFigures.Soundness(0, 5, 6).isSound()).isFalse();
  }

  private static List<String> verdicts(List<Goal> goals) {
    return goals.stream().map(Goal::verdict).toList();
  }

  private static String said(NationalReport report) {
    var said = new ByteArrayOutputStream();
    report.print(new PrintStream(said, true, StandardCharsets.UTF_8));
    return said.toString(StandardCharsets.UTF_8);
  }

  /** 100,000 deliveries in so many seconds. */
  private static NationalFigures figures(int seconds, Map<Integer, Integer> otherAnswers) {
    Percentiles latency = new Percentiles(LongStream.of(20_000_000, 40_000_000).toArray());
    var status = List.of(new StatusLoad.Outcome("progress of the nation", latency, otherAnswers));
    var times =
        new CascadeTimes(
            100_000,
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(3),
            Duration.ofSeconds(seconds),
            Duration.ofSeconds(seconds + 1),
            400_000,
            90_000,
            Map.of("prefecture", latency),
            0);
    return new NationalFigures(
        new Machine(
            2, 24_105, "CPU", "Linux", "17", 0.1, Instant.parse("2026-11-24T00:00:00Z"), "abc123"),
        NationSize.WHOLE,
        NationalSettings.Load.DIRECT,
        "by standing instruction",
        new NationalFigures.Cascade(
            times,
            Map.of("postgres", 20.0, "notice", 10.0),
            1,
            new Footprint(1_000_000, 2_000_000, 500_000, Map.of("delivery", 100_000L)),
            status),
        new NationalFigures.Storm(
            new AckStorm.Outcome(1_000, Duration.ofSeconds(1), latency, 8, Map.of()),
            Duration.ofSeconds(1),
            Map.of("postgres", 1.0, "notice", 1.0),
            1,
            9_000_000,
            status,
            latency,
            ""),
        new NationalFigures.Baselines(
            new NationalFigures.Bare(
                new InsertBaseline.Inserted(Duration.ofSeconds(5), 400_000, 500_000),
                Duration.ofSeconds(3),
                400_000,
                90_000_000),
            new CommitLoop.Committed(20_000, Duration.ofSeconds(10), 8),
            List.of(
                new FlowableBaseline.Delivered(
                    FlowableBaseline.Model.MULTI_INSTANCE, 1_000, 1_000, Duration.ofSeconds(20), 9),
                new FlowableBaseline.Delivered(
                    FlowableBaseline.Model.MULTI_INSTANCE,
                    5_000,
                    4_000,
                    Duration.ofSeconds(60),
                    70))),
        Map.of("notice", 300L),
        new NationalFigures.Soundness(0, 1_000, 1_000),
        1_500);
  }
}
