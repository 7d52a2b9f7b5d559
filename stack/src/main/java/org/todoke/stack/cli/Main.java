package org.todoke.stack.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code todoke}: the suite on one machine. */
@Command(
    name = "todoke",
    mixinStandardHelpOptions = true,
    description = "Carries a government notice down the hierarchy and proves every hop.",
    footer = "  bench   Measure the suite on this machine; see todoke bench --help.")
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    // The console of the script is UTF-8 whatever the locale of the JVM: names are Japanese.
    var out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    Path root = Path.of(System.getProperty("todoke.root", "")).toAbsolutePath().normalize();
    Locale language = Messages.localeOf(System.getenv());
    var messages = new Messages(language);
    int code =
        new CommandLine(new Main())
            .addSubcommand(new UpCommand(root, out, messages))
            .addSubcommand(
                new ImportCommand(
                    root,
                    out,
                    System.in,
                    Boolean.getBoolean("todoke.terminal"),
                    messages,
                    language))
            .addSubcommand(new RealmCommand(root, out))
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setOut(new PrintWriter(out, true))
            .execute(arguments.length == 0 ? new String[] {"--help"} : arguments);
    System.exit(code);
  }
}
