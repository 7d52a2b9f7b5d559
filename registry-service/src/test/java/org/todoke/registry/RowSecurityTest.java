package org.todoke.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.todoke.testing.RowSecurityContract;
import org.todoke.testing.ServiceDatabase;
import org.todoke.testing.TestDatabase;

/** Whoever adds a table says here who may see its rows, or locks it. */
@QuarkusTest
class RowSecurityTest extends RegistryTest {

  private static final Map<String, String> OPEN =
      Map.of(
          "organization", "the register is public: everybody may know everything in it",
          "organization_history", "what the public register said before",
          "flyway_schema_history", "says nothing of anybody");

  @Test
  void everyTableIsBehindTheLock() throws SQLException {
    assertThat(
            RowSecurityContract.faults(
                TestDatabase.ensure(ServiceDatabase.ofService("registry")), OPEN))
        .isEmpty();
  }
}
