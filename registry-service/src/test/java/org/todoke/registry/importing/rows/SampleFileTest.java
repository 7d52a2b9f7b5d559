package org.todoke.registry.importing.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.todoke.registry.importing.reading.Bounds;
import org.todoke.registry.importing.reading.RawRow;
import org.todoke.registry.importing.reading.RowSource;
import org.todoke.registry.importing.reading.SourceFile;

/** Five invented rows with the dirt that the real files have; the same file everywhere. */
class SampleFileTest {

  @TempDir private Path folder;

  private final List<JudgedRow> rows = new ArrayList<>();

  @BeforeEach
  void read() throws IOException {
    Path file = folder.resolve("sample.csv");
    try (InputStream sample =
        Objects.requireNonNull(getClass().getResourceAsStream("/sample-mhlw-format.csv"))) {
      Files.copy(sample, file);
    }
    try (RowSource source = SourceFile.inspect(file, null, Bounds.standard()).open()) {
      RowJudge judge = new RowJudge(ReferenceKnowledge.official(), source.layout());
      for (RawRow row = source.next(); row != null; row = source.next()) {
        rows.add(judge.judge(row));
      }
    }
  }

  @Test
  void everyRowHasItsOutcome() {
    assertThat(rows)
        .extracting(JudgedRow::outcome)
        .containsExactly(
            Outcome.ACCEPTED, Outcome.REPAIRED, Outcome.REPAIRED, Outcome.ACCEPTED, Outcome.WARNED);
  }

  @Test
  void dirtIsRepairedAndNamed() {
    assertThat(rows.get(1).findings())
        .extracting(Finding::code)
        .containsExactlyInAnyOrder("telephone.repaired", "fax.repaired", "url.repaired");
    assertThat(rows.get(2).findings()).extracting(Finding::code).containsExactly("location.zero");
    assertThat(rows.get(4).findings())
        .extracting(Finding::code)
        .containsExactly("corporate-number.check-digit");
  }

  @Test
  void everyRowIsOfOneService() {
    assertThat(rows)
        .flatExtracting(JudgedRow::services)
        .extracting(ListedService::service)
        .containsExactly("15", "11", "73", "52", "55");
  }

  @Test
  void spellingsOfOneCorporationMeet() {
    assertThat(rows.get(1).services().get(0).corporationKey())
        .isEqualTo(rows.get(2).services().get(0).corporationKey());
  }
}
