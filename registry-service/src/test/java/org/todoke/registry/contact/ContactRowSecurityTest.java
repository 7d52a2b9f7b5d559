package org.todoke.registry.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.todoke.registry.FreshRegistry;
import org.todoke.registry.RegistryTest;
import org.todoke.testing.TestDatabase;

/** The second lock: what the database itself shows, whatever the service asks. */
@QuarkusTest
@FreshRegistry
class ContactRowSecurityTest extends RegistryTest {

  private static final String OWNERS =
      "select distinct organization from contact order by organization";

  @Test
  void nobodySeesNothing() throws SQLException {
    assertThat(asSetting("", OWNERS)).isEmpty();
    assertThat(asSetting("lg:016951", OWNERS)).isEmpty();
  }

  @Test
  void systemSeesEverything() throws SQLException {
    assertThat(asSetting("system", OWNERS)).hasSize(16);
  }

  @Test
  void rowsFollowBothLines() throws SQLException {
    assertThat(asSetting(MINISTRY, OWNERS)).hasSize(16);
    assertThat(asSetting(DIVISION, OWNERS)).hasSize(16);
    // All but the national association.
    assertThat(asSetting(EHIME, OWNERS)).hasSize(15).doesNotContain("cn:1999905000201");
    assertThat(asSetting(YAWATAHAMA, OWNERS)).hasSize(4 + 7).doesNotContain(HIJIKAWA);
    assertThat(asSetting(IKATA, OWNERS)).containsExactly(MINATO, MINATO_IKATA);
    assertThat(asSetting(MINATO, OWNERS)).hasSize(4);
    assertThat(asSetting(KOCHI, OWNERS)).isEmpty();
    assertThat(asSetting(SHIOSAI_DAY_SERVICE, OWNERS)).containsExactly(SHIOSAI_DAY_SERVICE);
  }

  /** Two locks are worth something only as long as they are cut alike. */
  @Test
  void databaseAndServiceDecideAlikeForEverybody() throws SQLException {
    List<String> viewers =
        asSetting(
            "system",
            """
            select code from organization
             where kind not in ('prefecture', 'municipality')
                or code in ('lg:380008', 'lg:390003', 'lg:382043', 'lg:382078', 'lg:384429')""");

    for (String viewer : viewers) {
      // The whole sample has this word in its names.
      List<String> shownByService =
          as(viewer, "forwarder")
              .queryParam("q", "架空")
              .queryParam("limit", 200)
              .get("/v1/organizations")
              .then()
              .extract()
              .path("items.findAll { it.permittedActions.contains('read-contacts') }.code");

      assertThat(shownByService).as(viewer).isEqualTo(asSetting(viewer, OWNERS));
    }
  }

  @Test
  void nobodyWritesWhatHeCouldNotSee() {
    assertThatThrownBy(
            () ->
                asSetting(
                    OZU,
                    """
                    insert into contact (id, organization, channel, value, state, valid_from)
                    values (uuidv7(), 'cn:8999905000104', 'fax', '0894-00-1111', 'active', '2026-04-01')
                    returning organization"""))
        .hasMessageContaining("row-level security");
  }

  @Test
  void closedOrganizationSeesNothingButItself() throws SQLException {
    assertThat(
            asSetting(
                MINATO,
                """
                update organization set state = 'closed', valid_to = '2026-03-31'
                 where code = 'cn:5999901000102' returning code"""))
        .containsExactly(MINATO);

    assertThat(asSetting(MINATO, OWNERS)).containsExactly(MINATO);
  }

  private static List<String> asSetting(String setting, String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = TestDatabase.named("todoke_registry").connectAsApp();
        PreparedStatement scope =
            connection.prepareStatement("select set_config('todoke.org', ?, false)");
        PreparedStatement statement = connection.prepareStatement(sql)) {
      scope.setString(1, setting);
      scope.execute();
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          rows.add(result.getString(1));
        }
      }
    }
    return rows;
  }
}
