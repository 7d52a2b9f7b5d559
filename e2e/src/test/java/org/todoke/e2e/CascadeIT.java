package org.todoke.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.todoke.stack.Report;
import org.todoke.stack.Stack;
import org.todoke.stack.scenario.Vol334;

/** The notice of July 2013, from the ministry to the establishments. */
class CascadeIT {

  @Test
  void theNoticeTravelsAndEveryFigureHoldsAgainOnKeptData() {
    Stack stack = Suite.shared();

    Played first = play(stack);
    assertThat(first.report().unmet()).isEmpty();
    assertThat(first.report().expectations()).hasSizeGreaterThanOrEqualTo(40);
    assertThat(first.table()).contains("八幡浜市", "事業所", "4/7");

    // Whatever is commanded a second time changes nothing.
    Played second = play(stack);
    assertThat(second.report().unmet()).isEmpty();
    assertThat(second.figures()).isEqualTo(first.figures());
  }

  record Played(Report report, String table) {
    /** Without how often an event was sent again, which may differ. */
    Map<String, Object> figures() {
      return Figures.of(report);
    }
  }

  static Played play(Stack stack) {
    Report report = new Report();
    ByteArrayOutputStream table = new ByteArrayOutputStream();
    new Vol334().run(stack, report, new PrintStream(table, true, StandardCharsets.UTF_8));
    return new Played(report, table.toString(StandardCharsets.UTF_8));
  }
}
