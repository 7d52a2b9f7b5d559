package org.todoke.registry.importing.applying;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Runs the statements of a step with what they need of its job. */
@ApplicationScoped
class Statements {

  private static final Pattern NAME = Pattern.compile("(?<!:):([a-zA-Z]+)");

  private final EntityManager em;

  Statements(EntityManager em) {
    this.em = em;
  }

  /** How many rows it wrote. */
  int run(String sql, Job job, @Nullable String upTo) {
    return bound(em.createNativeQuery(sql), sql, job, upTo).executeUpdate();
  }

  long count(String sql, Job job, @Nullable String upTo) {
    return ((Number) bound(em.createNativeQuery(sql), sql, job, upTo).getSingleResult())
        .longValue();
  }

  /** The first column of the first row; null without one. */
  @Nullable String text(String sql, Job job, int atMost) {
    List<?> found =
        bound(em.createNativeQuery(sql, String.class), sql, job, null)
            .setParameter("atMost", atMost)
            .getResultList();
    return found.isEmpty() ? null : (String) found.get(0);
  }

  private static Query bound(Query query, String sql, Job job, @Nullable String upTo) {
    NAME.matcher(sql)
        .results()
        .map(name -> name.group(1))
        .distinct()
        .forEach(
            name -> {
              switch (name) {
                case "run" -> query.setParameter(name, job.run());
                case "organization" -> query.setParameter(name, job.organization());
                case "format" -> query.setParameter(name, job.format());
                case "asOf" -> query.setParameter(name, job.asOf());
                case "asOfStart" -> query.setParameter(name, job.asOfStart());
                case "services" -> query.setParameter(name, job.services().toArray(String[]::new));
                case "now" -> query.setParameter(name, job.now());
                case "after" -> query.setParameter(name, job.after());
                case "upTo" -> query.setParameter(name, upTo);
                default -> {}
              }
            });
    return query;
  }
}
