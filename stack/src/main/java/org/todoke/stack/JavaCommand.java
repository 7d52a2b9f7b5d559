package org.todoke.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines for further JVMs of the kind that this one is. */
public final class JavaCommand {

  private JavaCommand() {}

  /** Another main class of this program. */
  public static List<String> ofMain(Class<?> main, List<String> options, String... arguments) {
    List<String> command = java(options);
    command.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
    command.add("-Dtodoke.log.level=INFO");
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    return command;
  }

  public static List<String> ofJar(Path jar, List<String> options) {
    List<String> command = java(options);
    command.addAll(List.of("-jar", jar.toString()));
    return command;
  }

  private static List<String> java(List<String> options) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.add("-Duser.timezone=UTC");
    command.add("-Dfile.encoding=UTF-8");
    return command;
  }
}
