package org.todoke.benchmarks.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code todoke bench}: what the suite takes, on this machine. */
@Command(
    name = "todoke bench",
    mixinStandardHelpOptions = true,
    description = "Measure the suite on this machine, against what its servers can do alone.")
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    var out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    Path root = Path.of(System.getProperty("todoke.root", "")).toAbsolutePath().normalize();
    System.exit(
        commandLine(root, out)
            .execute(arguments.length == 0 ? new String[] {"--help"} : arguments));
  }

  static CommandLine commandLine(Path root, PrintStream out) {
    return new CommandLine(new Main())
        .addSubcommand(new RegistryCommand(root, out))
        .addSubcommand(new NationalCommand(root, out))
        .addSubcommand(new NationCommand(out))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setOut(new PrintWriter(out, true));
  }
}
