package org.todoke.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.todoke.stack.Stack;
import org.todoke.stack.scenario.Vol334;
import org.todoke.testing.Eventually;
import org.todoke.testing.RepositoryRoot;

/**
 * The ten minutes with the API, as they stand in the README, on a suite on which the notice of 2013
 * was played. Comes last: its answer is one more than the play's.
 */
class ReadmeIT {

  private static final Pattern EXAMPLE =
      Pattern.compile("```sh\n(token\\(\\) .*?)```", Pattern.DOTALL);

  private final Stack stack = Suite.shared();
  private final ObjectMapper json = new ObjectMapper();

  @TempDir private Path folder;

  @Test
  void everyLineOfTheExampleDoesWhatItSays() throws Exception {
    CascadeIT.play(stack);

    List<JsonNode> answers = run(example());

    assertThat(answers).noneMatch(a -> a.path("type").asText().startsWith("urn:todoke:problem"));
    assertThat(answers).hasSize(7);
    assertThat(answers.get(0).at("/addressed/establishment").asInt()).isEqualTo(7);
    assertThat(answers.get(1).path("status").asText()).isEqualTo("issued");
    assertThat(answers.get(2).path("state").asText()).isEqualTo("accepted");
    assertThat(answers.get(3).path("state").asText()).isEqualTo("forwarded");
    assertThat(answers.get(4).at("/tiers/0/reached/numerator").asInt()).isEqualTo(4);
    assertThat(answers.get(5).at("/missingLinks/0/organization").asText()).startsWith("cn:");
    assertThat(answers.get(6).path("result").asText()).isEqualTo("not-applicable");
    Eventually.assertThat(() -> assertThat(table()).contains("5/7"));
  }

  /** As it is shown when the suite is started again on what was kept. */
  private String table() {
    var table = new ByteArrayOutputStream();
    new Vol334().show(stack, new PrintStream(table, true, StandardCharsets.UTF_8));
    return table.toString(StandardCharsets.UTF_8);
  }

  /** With the ports of this suite. */
  private String example() throws IOException {
    Matcher block = EXAMPLE.matcher(Files.readString(RepositoryRoot.find().resolve("README.md")));
    assertThat(block.find()).isTrue();
    return block
        .group(1)
        .replace("http://127.0.0.1:18080/todoke/token", stack.issuer().tokenUrl())
        .replace("http://127.0.0.1:8080", stack.gateway().toString());
  }

  /** What was printed, an answer a line. */
  private List<JsonNode> run(String script) throws Exception {
    Path out = folder.resolve("out");
    Process shell =
        new ProcessBuilder(
                "bash", "-eu", Files.writeString(folder.resolve("example.sh"), script).toString())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    assertThat(shell.waitFor(2, TimeUnit.MINUTES)).isTrue();
    String printed = Files.readString(out, StandardCharsets.UTF_8);
    assertThat(shell.exitValue()).as(printed).isZero();
    List<JsonNode> answers = new ArrayList<>();
    for (String line : printed.lines().filter(l -> !l.isBlank()).toList()) {
      answers.add(json.readTree(line));
    }
    return answers;
  }
}
