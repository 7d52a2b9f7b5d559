package org.todoke.stack.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.todoke.stack.RunningStack;
import org.todoke.stack.StackAccess;
import org.todoke.stack.StackOptions;
import org.todoke.stack.StackProblem;
import org.todoke.stack.imports.ImportClient;
import org.todoke.stack.imports.ImportRefused;
import org.todoke.stack.imports.ImportRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code todoke import}: takes official files into the registry of the running stack. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = "Take official files into the registry of the running stack.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:every file is applied",
      "1:a file was refused, failed or was not wanted after its preview",
      "2:the command line is wrong",
      "3:nothing was done: no stack, no file"
    })
final class ImportCommand implements Callable<Integer> {

  static final int NOT_APPLIED = 1;
  static final int NOTHING_DONE = 3;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "CSV or XLSX; one run for each.")
  private List<Path> files = List.of();

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "Day for which the lists hold (2025-12-31); today if not given.")
  private @Nullable LocalDate asOf;

  @Option(
      names = "--encoding",
      paramLabel = "NAME",
      description = "utf-8, windows-31j, utf-16; found out if not given.")
  private @Nullable String encoding;

  @Option(names = "--yes", description = "Apply without asking.")
  private boolean yes;

  @Option(
      names = "--user",
      paramLabel = "LOGIN",
      defaultValue = "mhlw",
      description = "Registrar who brings the files, one of the demonstration (mhlw).")
  private String user = "mhlw";

  @Option(names = "--port-offset", defaultValue = "0", description = "As given to up.")
  private int portOffset;

  private final Path root;
  private final PrintStream out;
  private final InputStream in;
  private final boolean terminal;
  private final Messages messages;
  private final Locale language;
  private final Function<StackOptions, StackAccess> stacks;

  /**
   * @param terminal whether a person sits at both ends; else nobody is asked
   */
  ImportCommand(
      Path root,
      PrintStream out,
      InputStream in,
      boolean terminal,
      Messages messages,
      Locale language) {
    this(root, out, in, terminal, messages, language, RunningStack::find);
  }

  ImportCommand(
      Path root,
      PrintStream out,
      InputStream in,
      boolean terminal,
      Messages messages,
      Locale language,
      Function<StackOptions, StackAccess> stacks) {
    this.root = root;
    this.out = out;
    this.in = in;
    this.terminal = terminal;
    this.messages = messages;
    this.language = language;
    this.stacks = stacks;
  }

  @Override
  public Integer call() {
    for (Path file : files) {
      if (!Files.isReadable(file) || Files.isDirectory(file)) {
        out.println(messages.text("import.no-file", file));
        return NOTHING_DONE;
      }
    }
    ImportClient client;
    try {
      StackAccess stack = stacks.apply(StackOptions.in(root).onPortsFrom(portOffset));
      String unused = stack.token(user);
      client = new ImportClient(stack.gateway(), () -> stack.token(user), language);
    } catch (StackProblem e) {
      out.println(messages.text(e));
      return NOTHING_DONE;
    } catch (IllegalStateException | UncheckedIOException e) {
      out.println(messages.text("import.no-token", user));
      return NOTHING_DONE;
    }
    boolean all = true;
    for (Path file : files) {
      all &= take(client, file);
    }
    return all ? 0 : NOT_APPLIED;
  }

  /** Whether it is applied. */
  private boolean take(ImportClient client, Path file) {
    try {
      long began = System.nanoTime();
      ImportRun run = read(client, file);
      ImportReport report = new ImportReport(out, messages);
      if (!run.isRead()) {
        return failed(run);
      }
      report.rows(run, Duration.ofNanos(System.nanoTime() - began));
      report.counts("import.preview", client.preview(run));
      if (!yes && !isWanted()) {
        client.cancel(run);
        out.println(messages.text("import.left"));
        out.println(messages.text("import.report", client.report(run)));
        return false;
      }
      long applying = System.nanoTime();
      run = apply(client, run);
      if (!run.isApplied()) {
        return failed(run);
      }
      report.applied(run, Duration.ofNanos(System.nanoTime() - applying));
      out.println(messages.text("import.report", client.report(run)));
      return true;
    } catch (ImportRefused e) {
      out.println(refusal(e));
    } catch (UncheckedIOException e) {
      out.println(messages.text("import.no-answer", String.valueOf(e.getMessage())));
    }
    return false;
  }

  private ImportRun read(ImportClient client, Path file) {
    long size = size(file);
    out.println(messages.text("import.file", file.getFileName(), Long.toString(size / 1024)));
    ImportRun run = client.create(file.getFileName().toString(), asOf, encoding);
    var bar =
        new ProgressBar(
            out, terminal, messages.text("import.reading"), messages.text("import.bytes"));
    run = client.upload(run, file, sent -> bar.at(sent, size));
    bar.end();
    return run;
  }

  private ImportRun apply(ImportClient client, ImportRun run) {
    var bar =
        new ProgressBar(
            out, terminal, messages.text("import.applying"), messages.text("import.organizations"));
    ImportRun end = client.await(client.apply(run), now -> bar.at(now.done(), now.total()));
    bar.end();
    return end;
  }

  private boolean isWanted() {
    if (!terminal) {
      out.println(messages.text("import.nobody-to-ask"));
      return false;
    }
    out.print(messages.text("import.question") + " ");
    out.flush();
    try {
      String answer =
          new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).readLine();
      return answer != null && answer.strip().toLowerCase(Locale.ROOT).matches("y|yes|はい");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean failed(ImportRun run) {
    String failure = run.failure();
    out.println(messages.text("import.failed", failure == null ? run.state() : failure));
    return false;
  }

  private String refusal(ImportRefused e) {
    return switch (e.status()) {
      case 401, 403 -> messages.text("import.not-allowed", user, String.valueOf(e.getMessage()));
      case 404 -> messages.text("import.no-route");
      default -> messages.text("import.refused", String.valueOf(e.getMessage()));
    };
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
