package org.todoke.stack.cli;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * How far something has got, on one line of a terminal that is written over; elsewhere, as in a log
 * file, a line every five seconds.
 */
final class ProgressBar {

  private static final int WIDTH = 30;
  private static final long ON_A_TERMINAL = TimeUnit.MILLISECONDS.toNanos(100);
  private static final long ELSEWHERE = TimeUnit.SECONDS.toNanos(5);

  private final PrintStream out;
  private final boolean terminal;
  private final String label;
  private final String unit;
  private long shownAt;
  private int shownWidth;

  /**
   * @param unit what is counted, behind the numbers
   */
  ProgressBar(PrintStream out, boolean terminal, String label, String unit) {
    this.out = out;
    this.terminal = terminal;
    this.label = label;
    this.unit = unit;
    shownAt = System.nanoTime() - ON_A_TERMINAL;
  }

  /** May be told as often as one likes; shows it now and then. */
  synchronized void at(long done, long total) {
    long now = System.nanoTime();
    if (total <= 0 || now - shownAt < (terminal ? ON_A_TERMINAL : ELSEWHERE)) {
      return;
    }
    shownAt = now;
    show(line(label, Math.min(done, total), total, unit));
  }

  /** Takes the bar away, so that what comes next has the line to itself. */
  synchronized void end() {
    if (terminal && shownWidth > 0) {
      out.print("\r" + " ".repeat(shownWidth) + "\r");
      out.flush();
      shownWidth = 0;
    }
  }

  private void show(String line) {
    if (!terminal) {
      out.println(line);
      return;
    }
    out.print("\r" + line);
    out.flush();
    // Japanese labels take two columns a character; more blanks than needed do no harm.
    shownWidth = line.length() + label.length();
  }

  static String line(String label, long done, long total, String unit) {
    int filled = (int) (WIDTH * done / total);
    return String.format(
        Locale.ROOT,
        "  %s [%s%s] %3d %%  %,d/%,d %s",
        label,
        "#".repeat(filled),
        ".".repeat(WIDTH - filled),
        100 * done / total,
        done,
        total,
        unit);
  }
}
