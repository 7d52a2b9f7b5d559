package org.todoke.registry.importing.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.todoke.registry.importing.reading.Bounds;
import org.todoke.registry.importing.reading.RawRow;
import org.todoke.registry.importing.reading.RowSource;
import org.todoke.registry.importing.reading.SourceFile;
import org.todoke.web.Refusal;

class LargeFileTest {

  private static final int ROWS = 1_000_000;

  @TempDir private static Path folder;

  private static Path file = Path.of("");

  @BeforeAll
  static void write() throws IOException {
    file = folder.resolve("large.csv");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("事業所番号,事業所名,サービスの種類,市区町村コード,法人の名称\n");
      for (int i = 0; i < ROWS; i++) {
        out.write("38704" + (10_000 + i % 90_000) + ",みかん" + i + ",通所介護,382043,みかん会" + i + '\n');
      }
    }
  }

  @Test
  void millionRowsAreRefused() throws IOException {
    int rows = 0;
    Refusal refusal = null;
    try (RowSource source = SourceFile.inspect(file, null, Bounds.standard()).open()) {
      for (RawRow row = source.next(); row != null; row = source.next()) {
        rows++;
      }
    } catch (Refusal e) {
      refusal = e;
    }

    assertThat(rows).isEqualTo(500_000);
    assertThat(refusal).isNotNull();
    assertThat(refusal.code()).isEqualTo("file.too-many-rows");
  }

  /** In a process of its own, because only there can the memory be as small as it should. */
  @Test
  void millionRowsAreReadAndJudgedInLittleMemory() throws IOException, InterruptedException {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Path output = folder.resolve("output");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx48m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                LargeFileTest.class.getName(),
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();

    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(Files.readString(output)).contains(ROWS + " rows");
    assertThat(process.exitValue()).isZero();
  }

  /** Reads and judges a file and says how many rows it had. */
  public static void main(String[] files) throws IOException {
    Bounds bounds = new Bounds(2 * ROWS, 1 << 20, 4_000, 200, 1L << 30, 1L << 26);
    int rows = 0;
    try (RowSource source = SourceFile.inspect(new File(files[0]).toPath(), null, bounds).open()) {
      RowJudge judge = new RowJudge(ReferenceKnowledge.official(), source.layout());
      for (RawRow row = source.next(); row != null; row = source.next()) {
        rows += judge.judge(row).services().size();
      }
    }
    System.out.println(rows + " rows");
  }
}
