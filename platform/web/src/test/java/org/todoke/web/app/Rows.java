package org.todoke.web.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import org.todoke.security.SystemScope;
import org.todoke.web.Refusal;

/** Rows of several organisations behind row-level security. */
@ApplicationScoped
public class Rows {

  private final EntityManager entityManager;

  Rows(EntityManager entityManager) {
    this.entityManager = entityManager;
  }

  @Transactional
  public long add(String name) {
    long id =
        ((Number)
                entityManager
                    .createNativeQuery("insert into thing (name) values (?) returning id")
                    .setParameter(1, name)
                    .getSingleResult())
            .longValue();
    if (name.equals("refuse")) {
      throw Refusal.conflict("request.conflict");
    }
    if (name.equals("crash")) {
      throw new IllegalStateException("crashed on purpose");
    }
    return id;
  }

  @Transactional
  @SuppressWarnings("unchecked")
  public List<String> names() {
    return entityManager.createNativeQuery("select name from thing order by id").getResultList();
  }

  /** Outside of any transaction, and twice in one. */
  public List<String> settings() {
    return List.of(setting(), setting());
  }

  @Transactional
  public List<String> settingsInTransaction() {
    return List.of(setting(), setting(), backend());
  }

  public List<String> settingsOfTheSystem() throws Exception {
    return SystemScope.call(this::settingsInTransaction);
  }

  /** The server ends the connection that the statement came by. */
  @Transactional
  public void disconnect() {
    entityManager
        .createNativeQuery("select pg_terminate_backend(pg_backend_pid())")
        .getResultList();
  }

  private String setting() {
    return (String)
        entityManager
            .createNativeQuery("select coalesce(current_setting('todoke.org', true), '(unset)')")
            .getSingleResult();
  }

  private String backend() {
    return String.valueOf(
        entityManager.createNativeQuery("select pg_backend_pid()").getSingleResult());
  }
}
