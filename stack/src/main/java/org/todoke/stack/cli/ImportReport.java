package org.todoke.stack.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.todoke.stack.TextTable;
import org.todoke.stack.imports.ImportRun;

/** What an import found and did, as tables. */
final class ImportReport {

  private static final String INDENT = "  ";

  private final PrintStream out;
  private final Messages messages;

  ImportReport(PrintStream out, Messages messages) {
    this.out = out;
    this.messages = messages;
  }

  /** What became of the rows. */
  void rows(ImportRun run, Duration took) {
    ImportRun.Rows rows = run.rows();
    out.println(
        messages.text(
            "import.read",
            number(rows.read()),
            ConsoleProgress.seconds(took),
            run.format(),
            run.encoding()));
    new TextTable(
            INDENT,
            messages.text("import.accepted"),
            messages.text("import.repaired"),
            messages.text("import.warned"),
            messages.text("import.rejected"))
        .row(
            number(rows.accepted()),
            number(rows.repaired()),
            number(rows.warned()),
            number(rows.rejected()))
        .print(out);
  }

  /** What it did. */
  void applied(ImportRun run, Duration took) {
    out.println(messages.text("import.applied", ConsoleProgress.seconds(took)));
    counts("import.effects", run.effects());
  }

  /** A line for each kind, a column for each action that any of them knows. */
  void counts(String heading, Map<String, Map<String, Long>> counts) {
    if (counts.isEmpty()) {
      return;
    }
    Set<String> actions = new LinkedHashSet<>();
    counts.values().forEach(each -> actions.addAll(each.keySet()));
    var table =
        new TextTable(
            INDENT,
            Stream.concat(
                    Stream.of(messages.text(heading)),
                    actions.stream().map(action -> messages.name("import.action.", action)))
                .toArray(String[]::new));
    counts.forEach(
        (kind, each) ->
            table.row(
                Stream.concat(
                        Stream.of(messages.name("import.kind.", kind)),
                        actions.stream().map(a -> each.containsKey(a) ? number(each.get(a)) : "-"))
                    .toArray(String[]::new)));
    table.print(out);
  }

  private static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }
}
