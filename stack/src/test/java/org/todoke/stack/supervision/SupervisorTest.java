package org.todoke.stack.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.todoke.stack.StackFolders;
import org.todoke.stack.StackProblem;
import org.todoke.testing.Eventually;

/** With small shell scripts in the place of servers. */
class SupervisorTest {

  @TempDir Path folder;
  private final List<String> told = new CopyOnWriteArrayList<>();
  private StackFolders folders;
  private Supervisor supervisor;

  @BeforeEach
  void newSupervisor() throws IOException {
    folders = new StackFolders(folder, folder.resolve("home"));
    Files.createDirectories(folders.logs());
    supervisor = new Supervisor(folders, new Recorder());
  }

  @AfterEach
  void stopAll() {
    supervisor.stopAll(List.of(List.of("one", "two", "stubborn")));
  }

  @Test
  void startsSeveralAndStopsThemAll() {
    supervisor.startAll(List.of(script("one", "exec sleep 300"), script("two", "exec sleep 300")));
    List<ProcessHandle> started = List.copyOf(supervisor.handles());
    assertThat(started).hasSize(2).allMatch(ProcessHandle::isAlive);
    assertThat(told).contains("ready one", "ready two");

    supervisor.stopAll(List.of(List.of("one"), List.of("two")));

    assertThat(started).noneMatch(ProcessHandle::isAlive);
    assertThat(folders.runFile()).doesNotExist();
    assertThat(told).doesNotContain("died one 143");
  }

  @Test
  void aPartThatEndsWhileStartingIsNamedWithItsExitCodeAndLog() {
    assertThatThrownBy(
            () -> supervisor.startAll(List.of(script("one", "echo no >&2; exit 7", () -> false))))
        .isInstanceOfSatisfying(
            StackProblem.class,
            problem -> {
              assertThat(problem.key()).isEqualTo("part.died");
              assertThat(problem.arguments()).containsExactly("one", 7, folders.log("one"));
            });
    assertThat(folders.log("one")).hasContent("no");
  }

  @Test
  void aPartThatNeverGetsReadyIsNotWaitedForForEver() {
    assertThatThrownBy(
            () -> supervisor.startAll(List.of(script("one", "exec sleep 300", () -> false))))
        .isInstanceOfSatisfying(
            StackProblem.class, problem -> assertThat(problem.key()).isEqualTo("part.not-ready"));
  }

  @Test
  void aProgramThatDoesNotExistIsNamed() {
    Part missing =
        new ScriptPart("one", List.of("/no/such/program"), folders.log("one"), () -> false);

    assertThatThrownBy(() -> supervisor.startAll(List.of(missing)))
        .isInstanceOf(StackProblem.class);
  }

  @Test
  void anEndThatNobodyAskedForIsTold() {
    supervisor.startAll(List.of(script("one", "exec sleep 300")));

    supervisor.handles().forEach(ProcessHandle::destroyForcibly);

    Eventually.assertThat(() -> assertThat(told).contains("died one 137"));
  }

  @Test
  void anEndThatNobodyAskedForEndsTheStartOfOthersToo() {
    supervisor.startAll(List.of(script("one", "exec sleep 300")));

    supervisor.handles().forEach(ProcessHandle::destroyForcibly);

    Eventually.assertThat(() -> assertThat(told).contains("died one 137"));
    assertThatThrownBy(
            () -> supervisor.startAll(List.of(script("two", "exec sleep 300", () -> false))))
        .isInstanceOfSatisfying(
            StackProblem.class, problem -> assertThat(problem.arguments()).contains("one", 137));
  }

  @Test
  void aKillThatWasAskedForIsNotToldAndThePartCanStartAgain() {
    supervisor.startAll(List.of(script("one", "exec sleep 300")));
    long before = supervisor.handles().iterator().next().pid();

    supervisor.kill("one");
    assertThat(supervisor.isAlive("one")).isFalse();
    supervisor.restart("one");

    assertThat(supervisor.isAlive("one")).isTrue();
    assertThat(supervisor.handles().iterator().next().pid()).isNotEqualTo(before);
    Eventually.holdsFor(
        Duration.ofSeconds(1), () -> assertThat(told).noneMatch(line -> line.startsWith("died")));
  }

  @Test
  void aPartThatIgnoresTheRequestToEndIsEnded() {
    supervisor.startAll(List.of(script("stubborn", "trap '' TERM; while :; do sleep 1; done")));
    ProcessHandle process = supervisor.handles().iterator().next();

    supervisor.stopAll(List.of(List.of("stubborn")));

    assertThat(process.isAlive()).isFalse();
  }

  @Test
  void whatAKilledLauncherLeftBehindIsEndedAndNothingElse() throws IOException {
    Process left = new ProcessBuilder("sleep", "300").start();
    Process foreign = new ProcessBuilder("sleep", "300").start();
    try {
      Files.writeString(
          folders.runFile(),
          "[{\"name\":\"kafka\",\"pid\":%d,\"startedAt\":%d},{\"name\":\"notice\",\"pid\":%d,\"startedAt\":1}]"
              .formatted(
                  left.pid(),
                  left.info().startInstant().orElseThrow().toEpochMilli(),
                  foreign.pid()));

      supervisor.sweepUp();

      assertThat(left.isAlive()).isFalse();
      assertThat(foreign.isAlive()).isTrue();
      assertThat(told).containsExactly("swept kafka " + left.pid());
      assertThat(folders.runFile()).doesNotExist();
    } finally {
      left.destroyForcibly();
      foreign.destroyForcibly();
    }
  }

  @Test
  void memoryOfAChildIsCounted() {
    var meter = new MemoryMeter(supervisor::handles);
    assertThat(meter.sample()).isZero();

    supervisor.startAll(List.of(script("one", "exec sleep 300")));

    assertThat(meter.sample()).isPositive();
    assertThat(meter.peak()).isPositive();
  }

  private Part script(String name, String text) {
    return script(name, text, () -> true);
  }

  private Part script(String name, String text, BooleanSupplier ready) {
    return new ScriptPart(name, List.of("sh", "-c", text), folders.log(name), ready);
  }

  private record ScriptPart(String name, List<String> command, Path log, BooleanSupplier ready)
      implements Part {

    @Override
    public ManagedProcess launch() {
      return ManagedProcess.start(name, command, Map.of(), log);
    }

    @Override
    public boolean isReady() {
      return ready.getAsBoolean();
    }

    @Override
    public Duration patience() {
      return Duration.ofSeconds(2);
    }

    @Override
    public Duration stopPatience() {
      return Duration.ofMillis(500);
    }
  }

  private final class Recorder implements Progress {
    @Override
    public void starting(String part) {
      told.add("starting " + part);
    }

    @Override
    public void ready(String part, Duration took) {
      told.add("ready " + part);
    }

    @Override
    public void died(String part, int exitCode) {
      told.add("died " + part + " " + exitCode);
    }

    @Override
    public void sweptUp(String part, long pid) {
      told.add("swept " + part + " " + pid);
    }

    @Override
    public void stopping() {
      told.add("stopping");
    }
  }
}
