package org.todoke.notice;

import io.quarkus.arc.Arc;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import java.util.concurrent.atomic.AtomicLong;
import org.hibernate.resource.jdbc.spi.StatementInspector;
import org.todoke.security.CurrentActor;

/** Counts the statements of requests; what the service does by itself meanwhile is left out. */
@PersistenceUnitExtension
public class StatementCounter implements StatementInspector {

  private static final long serialVersionUID = 1L;
  private static final AtomicLong STATEMENTS = new AtomicLong();

  /** How many statements it takes. */
  public static long during(Runnable work) {
    long before = STATEMENTS.get();
    work.run();
    return STATEMENTS.get() - before;
  }

  @Override
  public String inspect(String sql) {
    if (Arc.container().instance(CurrentActor.class).get().find().isPresent()) {
      STATEMENTS.incrementAndGet();
    }
    return sql;
  }
}
