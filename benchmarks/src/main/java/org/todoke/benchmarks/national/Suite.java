package org.todoke.benchmarks.national;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.todoke.benchmarks.measure.Deadline;
import org.todoke.benchmarks.measure.SuiteDatabase;
import org.todoke.benchmarks.wire.Answer;
import org.todoke.benchmarks.wire.Connection;
import org.todoke.benchmarks.wire.TokenMint;
import org.todoke.stack.Secrets;
import org.todoke.stack.Stack;

/** The running suite with all that is needed to drive it and to look into it. */
record Suite(
    Stack stack, SuiteDatabase database, TokenMint tokens, Deadline deadline, PrintStream log) {

  static final String NOTICE = "notice";
  static final String CHECKLIST = "checklist";

  /** Who writes to the nation. */
  static final String ISSUER = "go:mhlw.roken.somu";

  static Suite of(Stack stack, int portOffset, Deadline deadline, PrintStream log) {
    var secrets = new Secrets(stack.folders().secrets());
    var tokens = new TokenMint(secrets.password("issuer-key"), stack.issuer().url());
    return new Suite(stack, new SuiteDatabase(stack, portOffset), tokens, deadline, log);
  }

  Connection connect() {
    return new Connection(stack.gateway());
  }

  /** One request as somebody of the organisation, on a connection of its own. */
  Answer once(String method, String path, String organization, byte @Nullable [] body) {
    try (Connection connection = connect()) {
      return connection.send(
          method,
          path,
          tokens.of(organization),
          body,
          method.equals("GET") ? null : java.util.UUID.randomUUID().toString());
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + path, e);
    }
  }

  void say(String format, Object... arguments) {
    log.println("  " + String.format(Locale.ROOT, format, arguments));
  }
}
