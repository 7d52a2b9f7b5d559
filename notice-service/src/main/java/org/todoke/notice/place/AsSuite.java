package org.todoke.notice.place;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.function.Supplier;
import org.todoke.security.SystemScope;

/**
 * Reads as the suite itself, where row-level security would show too little (what lies above the
 * reader) or ask too much (of each of 260,000 rows). The text of the query is then the only limit:
 * it must be bound to what a {@link Standing} of the reader allows.
 */
public final class AsSuite {

  private AsSuite() {}

  /** In a transaction of its own, because whose a connection is stands fixed when it is taken. */
  public static <T> T read(Supplier<T> work) {
    try {
      return SystemScope.call(() -> QuarkusTransaction.requiringNew().call(work::get));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
