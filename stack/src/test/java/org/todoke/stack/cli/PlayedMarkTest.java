package org.todoke.stack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.todoke.stack.StackFolders;

class PlayedMarkTest {

  @TempDir private Path home;

  @Test
  void saysInTheTimeOfJapanWhenThePlayEnded() {
    Path mark = new StackFolders(home, home).played();

    PlayedMark.write(mark, Instant.parse("2026-11-24T16:05:09Z"));

    assertThat(PlayedMark.read(mark)).isEqualTo("2026-11-25 01:05");
  }

  @Test
  void aFileThatSaysNothingIsNoReasonToFail() throws IOException {
    Path mark = Files.writeString(home.resolve("played"), "yes");

    assertThat(PlayedMark.read(mark)).isEqualTo("?");
  }
}
