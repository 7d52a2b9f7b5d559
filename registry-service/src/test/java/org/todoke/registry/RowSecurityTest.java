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

  private static final String REGISTER = "the register is public: everybody may know it";
  private static final String THROUGH_ITS_RUN =
      "COPY writes it, which row-level security does not allow; it is reached through its run only";

  private static final Map<String, String> OPEN =
      Map.ofEntries(
          Map.entry("organization", REGISTER),
          Map.entry("organization_history", REGISTER),
          Map.entry("establishment_service", REGISTER),
          Map.entry("establishment_count", REGISTER),
          Map.entry("department", REGISTER),
          Map.entry("department_history", REGISTER),
          Map.entry("name_variant", REGISTER),
          Map.entry("succession", REGISTER),
          Map.entry("place_code", REGISTER),
          Map.entry("place_succession", REGISTER),
          Map.entry("union_member", REGISTER),
          Map.entry("approval_rule", "whoever proposes a change may know who has to approve it"),
          Map.entry("import_row", THROUGH_ITS_RUN),
          Map.entry("import_service", THROUGH_ITS_RUN),
          Map.entry("import_corporation", THROUGH_ITS_RUN),
          Map.entry("import_name", THROUGH_ITS_RUN),
          Map.entry("flyway_schema_history", "says nothing of anybody"));

  @Test
  void everyTableIsBehindTheLock() throws SQLException {
    assertThat(
            RowSecurityContract.faults(
                TestDatabase.ensure(ServiceDatabase.ofService("registry")), OPEN))
        .isEmpty();
  }
}
