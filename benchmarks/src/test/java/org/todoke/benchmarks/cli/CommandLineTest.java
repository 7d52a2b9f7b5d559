package org.todoke.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

  @TempDir Path folder;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final StringWriter complaints = new StringWriter();

  @Test
  void nationIsWrittenWithItsHash() throws IOException {
    Path file = folder.resolve("nation.csv");

    assertThat(run("nation", "--fraction", "1/100", file.toString())).isZero();

    assertThat(said()).startsWith(file.toString()).contains("2,231 rows").contains("SHA-256 ");
    try (var rows = CsvReader.builder().ofCsvRecord(file)) {
      assertThat(rows.stream().count()).isEqualTo(2_232);
    }
  }

  @Test
  void folderGetsAFileForEachService() {
    assertThat(run("nation", "--fraction", "0.01", "--later", folder.toString())).isZero();

    assertThat(said().lines()).hasSize(35).allMatch(line -> line.contains("jigyosho_"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "2", "1/0", "a", "/", "1/2/3", ""})
  void fractionThatIsNoneIsSaidSo(String fraction) {
    assertThat(run("nation", "--fraction", fraction, folder.resolve("a.csv").toString()))
        .isEqualTo(2);
    assertThat(complaints.toString()).contains("not a part of the nation");
  }

  @Test
  void folderThatIsNoProjectIsNotMeasured() {
    assertThat(run("registry", "--fraction", "0.002", "--json", "x.json")).isEqualTo(3);

    assertThat(said()).contains("The stack cannot start");
    assertThat(folder.resolve(".todoke")).isEmptyDirectory();
  }

  @Test
  void nationIsNotSentANoticeWhereThereIsNoProject() {
    assertThat(run("national", "--fraction", "0.002", "--no-flowable", "--load", "direct"))
        .isEqualTo(3);

    assertThat(said()).contains("The stack cannot start");
    assertThat(folder.resolve(".todoke")).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--load=disk", "--corporations=nobody", "--scales=0.1,5"})
  void wayThatDoesNotExistIsSaidSo(String option) {
    assertThat(run("national", option)).isEqualTo(2);
    assertThat(complaints.toString()).contains(option.substring(0, option.indexOf('=')));
  }

  @Test
  void foldersOfMeasurementsThatWereKilledAreDropped() throws IOException {
    Path killed = Files.createDirectories(folder.resolve("bench-999999999/stack"));
    Path alive = Files.createDirectories(folder.resolve("bench-" + ProcessHandle.current().pid()));
    Path other = Files.createDirectories(folder.resolve("bench-mark"));

    RegistryCommand.sweepUp(folder);

    assertThat(killed.getParent()).doesNotExist();
    assertThat(alive).exists();
    assertThat(other).exists();
  }

  private int run(String... arguments) {
    var out = new PrintStream(said, true, StandardCharsets.UTF_8);
    return Main.commandLine(folder, out)
        .setErr(new PrintWriter(complaints, true))
        .execute(arguments);
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }
}
