package org.todoke.registry.importing.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.todoke.testing.RepositoryRoot;

/** The ministry's own files, where they lie beside the project. */
@QuarkusTest
class RealFilesTest extends ImportTest {

  private static final Path FOLDER = RepositoryRoot.find().resolve("../shared/data/mhlw");
  private static final String DAY = "2025-12-31";

  @Test
  void everyRowIsAccountedForAndASecondTimeChangesNothing() throws IOException {
    assumeTrue(Files.isDirectory(FOLDER));
    List<Path> files;
    try (Stream<Path> all = Files.list(FOLDER)) {
      files = all.filter(f -> f.toString().endsWith(".csv")).sorted().toList();
    }
    assertThat(files).hasSize(9);

    long establishments = 0;
    for (Path file : files) {
      UUID run = imported(file);
      Map<String, Integer> rows = run(run).extract().path("rows");
      assertThat(
              rows.get("accepted")
                  + rows.get("repaired")
                  + rows.get("warned")
                  + rows.get("rejected"))
          .isEqualTo(rows.get("read"));
      assertThat(rows.get("rejected")).isZero();
      Integer created = run(run).extract().path("effects.establishment.created");
      establishments += created;
    }
    assertThat(
            value(
                "select count(*) from organization where origin = 'import' and kind = 'establishment'"))
        .isEqualTo(establishments);
    List<Map<String, Object>> before = sequences();

    for (Path file : files) {
      run(imported(file))
          .body("effects.establishment.created", nullValue())
          .body("effects.establishment.changed", nullValue())
          .body("effects.establishment.notListed", nullValue())
          .body("effects.corporation.created", nullValue())
          .body("effects.corporation.changed", nullValue())
          .body("effects.service.created", nullValue())
          .body("effects.service.changed", nullValue())
          .body("effects.contact.added", nullValue())
          .body("effects.contact.withdrawn", nullValue());
    }
    assertThat(sequences()).isEqualTo(before);
  }

  private static List<Map<String, Object>> sequences() {
    return rows(
        "select code, seq, version from organization where origin = 'import' order by code");
  }

  private static UUID imported(Path file) {
    UUID run = created(DAY);
    try {
      upload(run, Files.readAllBytes(file)).statusCode(200);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    apply(run);
    return run;
  }
}
