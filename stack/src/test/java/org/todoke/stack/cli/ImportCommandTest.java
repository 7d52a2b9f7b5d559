package org.todoke.stack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.todoke.stack.RunningStack;
import org.todoke.stack.StackAccess;
import org.todoke.stack.imports.ImportApi;
import org.todoke.testing.RepositoryRoot;
import picocli.CommandLine;

class ImportCommandTest {

  @TempDir Path folder;
  private Path file;
  private final ImportApi api = new ImportApi();
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @BeforeEach
  void writeAFile() throws IOException {
    byte[] content = new byte[3_000_000];
    new Random(334).nextBytes(content);
    file = Files.write(folder.resolve("jigyosho_120.csv"), content);
  }

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void fileIsReadAppliedAndReportedOn() {
    int code = run(Locale.ENGLISH, "", false, "--yes", file.toString());

    assertThat(said())
        .contains("jigyosho_120.csv (2929 KiB)")
        .contains("5,392 rows read")
        .contains("mhlw-open-data, UTF-8")
        .containsPattern("as they are +repaired +warned of +rejected\n +4,000 +1,000 +390 +2\n")
        .containsPattern("would be +created +changed +unchanged +kept as entered +not listed\n")
        .containsPattern("were +created +changed +not listed\n")
        .containsPattern("establishments +1,204 +7 +2\n")
        .containsPattern("corporations +3 +0 +-\n")
        .contains(api.url() + "/v1/imports/7/report.csv");
    assertThat(api.asked())
        .containsExactly(
            "POST /v1/imports",
            "PUT /v1/imports/7/file",
            "GET /v1/imports/7/preview",
            "POST /v1/imports/7/application");
    assertThat(code).isZero();
  }

  @Test
  void wholeFileArrivesByteForByte() throws IOException, NoSuchAlgorithmException {
    run(Locale.ENGLISH, "", false, "--yes", file.toString());

    assertThat(api.sha256())
        .isEqualTo(
            HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file))));
  }

  @Test
  void dayAndEncodingGoAlong() {
    run(
        Locale.ENGLISH,
        "",
        false,
        "--yes",
        "--as-of",
        "2025-12-31",
        "--encoding",
        "windows-31j",
        file.toString());

    assertThat(api.created())
        .isEqualTo(
            "{\"fileName\":\"jigyosho_120.csv\",\"asOf\":\"2025-12-31\",\"encoding\":\"windows-31j\"}");
  }

  @ParameterizedTest
  @CsvSource({"y,0", "YES,0", "はい,0", "n,1", "'',1", "perhaps,1"})
  void personIsAskedAndOnlyYesApplies(String answer, int code) {
    assertThat(run(Locale.JAPANESE, answer + "\n", true, file.toString())).isEqualTo(code);

    assertThat(said()).contains("反映しますか？");
    assertThat(api.asked().contains("POST /v1/imports/7/application")).isEqualTo(code == 0);
    assertThat(api.asked().contains("POST /v1/imports/7/cancellation")).isEqualTo(code == 1);
  }

  @Test
  void withoutATerminalNobodyIsAskedAndNothingIsApplied() {
    int code = run(Locale.ENGLISH, "y\n", false, file.toString());

    assertThat(said()).contains("--yes").contains("Nothing is applied").doesNotContain("[y/N]");
    assertThat(api.asked()).doesNotContain("POST /v1/imports/7/application");
    assertThat(code).isEqualTo(1);
  }

  @Test
  void fileThatIsNoneIsSaidInOneLine() {
    api.failing("The file is binary.");

    int code = run(Locale.ENGLISH, "", false, "--yes", file.toString());

    assertThat(said().lines().toList())
        .hasSize(2)
        .last()
        .isEqualTo("The file is not taken: The file is binary.");
    assertThat(code).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "422,import.file-name,The name is too long.,Refused: The name is too long.",
    "403,actor.forbidden,This is not allowed.,The login mhlw may not do this: This is not allowed.",
    "404,request.no-such-path,There is no such path.,This stack has no import. Build it anew with ./todoke up."
  })
  void refusalIsSaidInOneLine(int status, String code, String detail, String line) {
    api.inTheWay(status, code, detail);

    assertThat(run(Locale.ENGLISH, "", false, "--yes", file.toString())).isEqualTo(1);

    assertThat(said().lines().toList()).hasSize(2).last().isEqualTo(line);
  }

  @Test
  void serviceThatIsAwayForAMomentIsAskedAgain() {
    api.inTheWay(503, "upstream.busy", "Busy.").inTheWay(502, "upstream.unreachable", "Away.");

    assertThat(run(Locale.ENGLISH, "", false, "--yes", file.toString())).isZero();
  }

  @Test
  void oneFileRefusedDoesNotStopTheNext() {
    api.inTheWay(422, "file.zip", "ZIP is not taken.");

    assertThat(run(Locale.ENGLISH, "", false, "--yes", file.toString(), file.toString()))
        .isEqualTo(1);
    assertThat(api.asked()).contains("POST /v1/imports/7/application");
  }

  @ParameterizedTest
  @ValueSource(strings = {"missing.csv", "."})
  void fileThatCannotBeReadIsNoticedBeforeAnythingIsSent(String name) {
    int code =
        run(Locale.ENGLISH, "", false, "--yes", file.toString(), folder.resolve(name).toString());

    assertThat(said().lines().toList()).singleElement().asString().contains("cannot be read");
    assertThat(api.asked()).isEmpty();
    assertThat(code).isEqualTo(3);
  }

  @Test
  void stackThatDoesNotRunIsSaidInOneLine() {
    var command =
        new ImportCommand(
            RepositoryRoot.find(),
            new PrintStream(said, true, StandardCharsets.UTF_8),
            InputStream.nullInputStream(),
            false,
            new Messages(Locale.JAPANESE),
            Locale.JAPANESE,
            RunningStack::find);

    // Nobody has ports so far up.
    int code = new CommandLine(command).execute("--port-offset", "39990", file.toString());

    assertThat(said().lines().toList()).singleElement().asString().contains("./todoke up");
    assertThat(code).isEqualTo(3);
  }

  @Test
  void withoutAFileTheCommandLineIsWrong() {
    assertThat(run(Locale.ENGLISH, "", false, "--yes")).isEqualTo(2);
  }

  private int run(Locale language, String typed, boolean terminal, String... arguments) {
    var command =
        new ImportCommand(
            folder,
            new PrintStream(said, true, StandardCharsets.UTF_8),
            new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
            terminal,
            new Messages(language),
            language,
            options -> new Access(api.url()));
    return new CommandLine(command).setErr(new PrintWriter(Writer.nullWriter())).execute(arguments);
  }

  /** What was written, with what a bar wrote over left out. */
  private String said() {
    return said.toString(StandardCharsets.UTF_8).replaceAll("\r[^\n\r]*\r", "");
  }

  private record Access(URI gateway) implements StackAccess {

    @Override
    public String kafkaBootstrapServers() {
      return "";
    }

    @Override
    public String token(String username) {
      return "token-of-" + username;
    }
  }
}
