package org.todoke.registry.organization;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.todoke.registry.FreshRegistry;
import org.todoke.registry.RegistryTest;
import org.todoke.security.SystemScope;

/** What foreign keys would promise, checked once for a statement. */
@QuarkusTest
@FreshRegistry
class ReferenceTest extends RegistryTest {

  private static final String ENTER =
      """
      insert into organization (code, kind, name, %1$s, state, valid_from, origin, seq, search_key, search)
      values ('kj:3879900001', 'establishment', '一', %2$s, 'active', '2026-04-01', 'registrar', 1, '', ''),
             ('kj:3879900002', 'establishment', '二', %3$s, 'active', '2026-04-01', 'registrar', 1, '', '')""";

  @Inject EntityManager em;

  @ParameterizedTest
  @ValueSource(strings = {"parent", "prefecture", "municipality", "corporation"})
  void whoIsNamedByOneRowOfAStatementMustExist(String column) {
    assertThatThrownBy(() -> run(ENTER.formatted(column, "null", "'lg:999999'")))
        .hasMessageContaining("lg:999999");
    assertThatThrownBy(
            () ->
                run(
                    "update organization set "
                        + column
                        + " = 'lg:999999' where code = 'lg:382043'"))
        .hasMessageContaining("lg:999999");
  }

  @Test
  void whoIsEnteredByTheSameStatementMayBeNamed() {
    assertThatCode(() -> run(ENTER.formatted("parent", "null", "'kj:3879900001'")))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update contact set organization = 'cn:9999999999999'",
        "update organization_history set organization = 'cn:9999999999999' where organization = 'lg:382043'",
        "update establishment_service set establishment = 'cn:9999999999999'"
      })
  void whateverBelongsToAnOrganizationBelongsToOneThatExists(String statement) {
    assertThatThrownBy(() -> run(statement)).hasMessageContaining("cn:9999999999999");
  }

  @Test
  void anOrganizationIsNeverDeletedAndKeepsItsCode() {
    assertThatThrownBy(() -> run("delete from organization where code = 'lg:382043'"))
        .hasMessageContaining("permission denied");
    assertThatThrownBy(
            () -> run("update organization set code = 'lg:999999' where code = 'lg:382043'"))
        .hasMessageContaining("does not change");
  }

  private void run(String sql) {
    SystemScope.run(
        () ->
            QuarkusTransaction.requiringNew().run(() -> em.createNativeQuery(sql).executeUpdate()));
  }
}
