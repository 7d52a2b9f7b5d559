package org.todoke.stack.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFileTest {

  private static final ProcessHandle SELF = ProcessHandle.current();

  @TempDir Path folder;

  @Test
  void aProcessOfAnEarlierRunIsRecognised() {
    new RunFile(file()).note("kafka", SELF);

    assertThat(new RunFile(file()).leftOver())
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.name()).isEqualTo("kafka");
              assertThat(entry.running()).hasValue(SELF);
            });
  }

  @Test
  void aNumberThatWasGivenToAnotherProcessIsNot() throws IOException {
    Files.writeString(
        file(), "[{\"name\":\"kafka\",\"pid\":%d,\"startedAt\":0}]".formatted(SELF.pid()));

    assertThat(new RunFile(file()).leftOver()).isEmpty();
  }

  @Test
  void aProcessThatHasEndedIsNot() throws Exception {
    Process ended = new ProcessBuilder("true").start();
    new RunFile(file()).note("kafka", ended.toHandle());
    ended.waitFor();

    assertThat(new RunFile(file()).leftOver()).isEmpty();
  }

  @Test
  void aPartStartedAgainReplacesItself() throws Exception {
    Process ended = new ProcessBuilder("true").start();
    ended.waitFor();
    RunFile run = new RunFile(file());
    run.note("kafka", ended.toHandle());

    run.note("kafka", SELF);

    assertThat(new RunFile(file()).leftOver())
        .extracting(RunFile.Entry::pid)
        .containsExactly(SELF.pid());
  }

  @Test
  void aFileThatCannotBeReadTellsOfNothing() throws IOException {
    Files.writeString(file(), "[{\"name\":\"kaf");

    assertThat(new RunFile(file()).leftOver()).isEmpty();
  }

  @Test
  void clearingLeavesNoFile() {
    RunFile run = new RunFile(file());
    run.note("kafka", SELF);

    run.clear();

    assertThat(file()).doesNotExist();
  }

  private Path file() {
    return folder.resolve("run.json");
  }
}
