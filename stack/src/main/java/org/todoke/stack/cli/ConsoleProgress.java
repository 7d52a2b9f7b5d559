package org.todoke.stack.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.todoke.stack.StackFolders;
import org.todoke.stack.supervision.Progress;

/** Says on the console what happens. */
final class ConsoleProgress implements Progress {

  private final PrintStream out;
  private final Messages messages;
  private final StackFolders folders;
  private final BiConsumer<String, Integer> onDeath;

  ConsoleProgress(
      PrintStream out,
      Messages messages,
      StackFolders folders,
      BiConsumer<String, Integer> onDeath) {
    this.out = out;
    this.messages = messages;
    this.folders = folders;
    this.onDeath = onDeath;
  }

  @Override
  public void starting(String part) {
    out.println(messages.text("starting", messages.part(part)));
  }

  @Override
  public void ready(String part, Duration took) {
    out.println(messages.text("ready", messages.part(part), seconds(took)));
  }

  @Override
  public void died(String part, int exitCode) {
    out.println(messages.text("died", messages.part(part), exitCode, folders.log(part)));
    onDeath.accept(part, exitCode);
  }

  @Override
  public void sweptUp(String part, long pid) {
    out.println(messages.text("swept", messages.part(part), Long.toString(pid)));
  }

  @Override
  public void stopping() {
    out.println(messages.text("stopping"));
  }

  static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f", duration.toMillis() / 1000.0);
  }
}
