package org.todoke.checklist;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/** Counts the statements of the thread that asks; what the service does meanwhile is left out. */
@PersistenceUnitExtension
public class StatementCounter implements StatementInspector {

  private static final long serialVersionUID = 1L;
  private static final ThreadLocal<Integer> STATEMENTS = ThreadLocal.withInitial(() -> 0);

  /** How many statements it takes. */
  public static int during(Runnable work) {
    int before = STATEMENTS.get();
    work.run();
    return STATEMENTS.get() - before;
  }

  @Override
  public String inspect(String sql) {
    STATEMENTS.set(STATEMENTS.get() + 1);
    return sql;
  }
}
