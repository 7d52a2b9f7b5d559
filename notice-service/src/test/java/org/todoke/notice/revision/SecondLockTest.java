package org.todoke.notice.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.todoke.notice.NoticeFixture.*;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.todoke.notice.Rows;

/** What the database shows and lets happen where a query forgets whose it is. */
@QuarkusTest
class SecondLockTest extends VersionCase {

  @Test
  void laterPapersAreShownToThoseWhoHaveWhatTheyAreAbout() throws SQLException {
    UUID asking = issued(asking());
    Map<String, Object> paper = extension(asking, "2013-08-09");
    paper.put(
        "audience", json("tiers", List.of("municipality"), "directTo", List.of("municipality")));
    UUID later = issuedLater(paper);

    assertThat(seen(KOCHI, "notice", "id")).contains(later, asking);
    assertThat(seen(KOCHI, "notice_fact", "type")).contains("notice.extended");
    assertThat(seen(KOCHI, "deadline_extension", "notice_id")).containsExactly(asking);
    assertThat(seen(OZU, "notice", "id")).contains(later).doesNotContain(asking);
    assertThat(seen(OZU, "deadline_extension", "notice_id")).isEmpty();
    assertThat(seen(SHIOSAI, "notice", "id")).isEmpty();
    assertThat(seen(SHIOSAI, "notice_fact", "type")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"notice_fact", "notice_companion", "deadline_extension"})
  void nobodySeesNothing(String table) throws SQLException {
    issuedLater(extension(issued(asking()), "2013-08-09"));

    assertThat(Rows.count(table, "true")).isPositive();
    assertThat(seen("", table, "notice_id")).isEmpty();
    assertThat(seen("system", table, "notice_id")).hasSize((int) Rows.count(table, "true"));
  }

  @Test
  void nobodyButTheIssuerSaysWhatHappensToItsNotice() throws SQLException {
    UUID id = issued(asking());
    refused(EHIME, "insert into notice_companion values (?, ?)", id, id);
    refused(
        EHIME,
        "insert into deadline_extension values (?, ?, date '2013-07-25', date '2013-08-09', now())",
        id,
        id);
    String fact =
        """
        insert into notice_fact (notice_id, seq, type, time, recorded_time, actor, data)
        values (?, 99, 'x', now(), now(), ?, '{}')
        """;
    refused(EHIME, fact, id, EHIME);
    refused(EHIME, fact, id, DIVISION);
    refused(
        OZU,
        "insert into forwarding_child values (?, ?, ?, 'omitted', null, 'x')",
        id,
        EHIME,
        IKATA);
  }

  @Test
  void whatHappenedIsNeverChanged() throws SQLException {
    try (Connection app = Rows.database().connectAsApp()) {
      become(app, DIVISION);
      for (String statement :
          List.of(
              "update notice_fact set type = 'x'",
              "delete from notice_fact",
              "update deadline_extension set present = former",
              "delete from deadline_extension")) {
        assertThatThrownBy(() -> change(app, statement))
            .as(statement)
            .hasMessageContaining("permission denied");
      }
    }
  }

  private static List<Object> seen(String caller, String table, String column) throws SQLException {
    try (Connection app = Rows.database().connectAsApp()) {
      become(app, caller);
      return Rows.of(app, "select " + column + " as c from " + table).stream()
          .map(row -> row.get("c"))
          .toList();
    }
  }

  private static void refused(String caller, String statement, Object... arguments)
      throws SQLException {
    try (Connection app = Rows.database().connectAsApp()) {
      become(app, caller);
      assertThatThrownBy(() -> change(app, statement, arguments))
          .hasMessageContaining("row-level security");
    }
  }

  private static void become(Connection connection, String organization) throws SQLException {
    Rows.of(connection, "select set_config('todoke.org', ?, false)", organization);
  }

  private static int change(Connection connection, String statement, Object... arguments)
      throws SQLException {
    try (PreparedStatement prepared = connection.prepareStatement(statement)) {
      for (int i = 0; i < arguments.length; i++) {
        prepared.setObject(i + 1, arguments[i]);
      }
      return prepared.executeUpdate();
    }
  }
}
