package org.todoke.notice.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.todoke.notice.NoticeFixture.DIVISION;
import static org.todoke.notice.NoticeFixture.EHIME;
import static org.todoke.notice.NoticeFixture.IKATA;
import static org.todoke.notice.NoticeFixture.KOCHI;
import static org.todoke.notice.NoticeFixture.MINATO;
import static org.todoke.notice.NoticeFixture.MINATO_PLAN;
import static org.todoke.notice.NoticeFixture.OTHER_DIVISION;
import static org.todoke.notice.NoticeFixture.OZU;
import static org.todoke.notice.NoticeFixture.SHIOSAI;
import static org.todoke.notice.NoticeFixture.YAWATAHAMA;
import static org.todoke.notice.NoticeFixture.draft;
import static org.todoke.notice.NoticeFixture.forwarded;
import static org.todoke.notice.NoticeFixture.issued;
import static org.todoke.notice.NoticeFixture.paper;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.todoke.notice.NoticeServiceTest;
import org.todoke.notice.Rows;
import org.todoke.testing.RowSecurityContract;

/** Queries that forget whose they are, on the connection of the application. */
@QuarkusTest
class RowLevelSecurityTest extends NoticeServiceTest {

  private static final Map<String, String> OPEN =
      Map.of(
          "organization", "a copy of the public register, of which everybody may know everything",
          "published_checklist", "which checklist exists; what it asks is kept elsewhere",
          "calendar_day", "the public calendar",
          "flyway_schema_history", "says nothing of anybody");

  private UUID id = new UUID(0, 0);

  @BeforeEach
  void cascade() {
    id = issued();
    forwarded(id, EHIME);
    forwarded(id, YAWATAHAMA);
    draft(paper());
  }

  @Test
  void everyTableIsBehindTheLock() throws SQLException {
    assertThat(RowSecurityContract.faults(Rows.database(), OPEN)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"delivery", "notice", "arrival", "fact", "forwarding_child", "cover_letter"})
  void nobodySeesNothing(String table) throws SQLException {
    assertThat(Rows.count(table, "true")).isPositive();

    try (Connection app = Rows.database().connectAsApp()) {
      assertThat(count(app, table)).as("without the setting").isZero();
      become(app, "");
      assertThat(count(app, table)).as("with an empty setting").isZero();
      become(app, "lg:999999");
      assertThat(count(app, table)).as("as a stranger").isZero();
      become(app, "system");
      assertThat(count(app, table)).as("as the suite").isEqualTo(Rows.count(table, "true"));
    }
    try (Connection owner = Rows.database().connectAsOwner()) {
      assertThat(count(owner, table)).as("as the owner, who is bound too").isZero();
    }
  }

  @Test
  void forgetfulQueryShowsTheCallersOwnBusinessOnly() throws SQLException {
    assertThat(organizations(DIVISION, "delivery", "organization")).hasSize(22);
    assertThat(organizations(OTHER_DIVISION, "delivery", "organization")).isEmpty();
    assertThat(organizations(KOCHI, "delivery", "organization")).hasSize(2);
    assertThat(organizations(OZU, "delivery", "organization"))
        .containsExactlyInAnyOrder(OZU, "cn:7999905000105", "kj:3870798513");
    assertThat(organizations(YAWATAHAMA, "delivery", "organization"))
        .hasSize(12)
        .doesNotContain(OZU, EHIME, "kj:3873798239");
    assertThat(organizations(MINATO, "delivery", "organization")).hasSize(4);
    assertThat(organizations(MINATO_PLAN, "delivery", "organization")).isEmpty();
    assertThat(organizations(OZU, "arrival", "organization")).containsExactly(OZU);
    assertThat(organizations(OZU, "fact", "organization")).containsExactly(OZU);
    assertThat(organizations(OZU, "forwarding_child", "child")).isEmpty();
    assertThat(organizations(EHIME, "forwarding_child", "organization"))
        .containsExactlyInAnyOrder(EHIME, YAWATAHAMA);
    assertThat(organizations(OZU, "corporation_place", "municipality")).containsExactly(OZU);
  }

  @Test
  void coverLetterIsForItsAuthorAndThoseToWhomItCame() throws SQLException {
    assertThat(organizations(EHIME, "cover_letter", "organization")).containsExactly(EHIME);
    assertThat(organizations(OZU, "cover_letter", "organization")).containsExactly(EHIME);
    assertThat(organizations(SHIOSAI, "cover_letter", "organization"))
        .containsExactlyInAnyOrder(EHIME, YAWATAHAMA);
    assertThat(organizations(DIVISION, "cover_letter", "organization")).isEmpty();
    assertThat(organizations(KOCHI, "cover_letter", "organization")).isEmpty();
  }

  @Test
  void figuresAreShownToTheirNodeToItsPrefectureAndToTheIssuer() throws SQLException {
    assertThat(organizations(OZU, "progress_part", "node")).containsExactly(OZU);
    assertThat(organizations(EHIME, "progress_part", "node"))
        .contains(EHIME, OZU, YAWATAHAMA)
        .doesNotContain("jp", KOCHI);
    assertThat(organizations(DIVISION, "progress_part", "node")).contains("jp", EHIME, OZU, KOCHI);
    assertThat(organizations(OTHER_DIVISION, "progress_part", "node")).isEmpty();
    assertThat(organizations(SHIOSAI, "progress_part", "node")).isEmpty();
    // Which is also the name of the prefecture that the nation lies in.
    assertThat(organizations("", "progress_part", "node")).isEmpty();
  }

  @Test
  void whoWasChasedIsKnownToThoseAboveItAndToThoseWhoWereTold() throws SQLException {
    for (String kind : List.of("reminder", "escalation")) {
      Rows.change(
          """
          insert into chase (notice_id, organization, kind, due_on, rung, clock, addressee,
            digest_id, day)
          values (?, ?, ?, date '2013-07-31', 1, 'date', ?, gen_random_uuid(), date '2013-08-01')
          """,
          id,
          OZU,
          kind,
          kind.equals("reminder") ? OZU : EHIME);
      Rows.change(
          "insert into chase_digest values (gen_random_uuid(), ?, ?, date '2013-08-01', now())",
          kind,
          kind.equals("reminder") ? OZU : EHIME);
    }
    Rows.change(
        "insert into snooze values (?, ?, 1, date '2013-08-05', 'x', ?, now())", id, OZU, EHIME);
    Rows.change("insert into chase_run values (date '2013-08-01', ?, '', false)", id);

    assertThat(organizations(DIVISION, "chase", "organization")).containsExactly(OZU);
    assertThat(organizations(EHIME, "chase", "kind")).containsExactly("escalation", "reminder");
    assertThat(organizations(OZU, "chase", "kind")).containsExactly("escalation", "reminder");
    assertThat(organizations(EHIME, "chase_digest", "kind")).containsExactly("escalation");
    assertThat(organizations(OZU, "chase_digest", "kind")).containsExactly("reminder");
    assertThat(organizations(DIVISION, "chase_digest", "kind")).isEmpty();
    assertThat(organizations(OZU, "snooze", "organization")).containsExactly(OZU);
    for (String table : List.of("chase", "chase_digest", "snooze", "chase_run")) {
      assertThat(organizations(YAWATAHAMA, table, "1")).isEmpty();
      assertThat(organizations(KOCHI, table, "1")).isEmpty();
      assertThat(organizations("", table, "1")).isEmpty();
    }
    assertThat(organizations(DIVISION, "chase_run", "1")).isEmpty();
    String step =
        """
        insert into chase (notice_id, organization, kind, due_on, rung, clock, addressee, digest_id,
          day)
        values (?, ?, 'reminder', date '2013-07-31', 3, 'date', ?, gen_random_uuid(),
          date '2013-08-01')
        """;
    refused(EHIME, step, id, OZU, OZU);
    String snooze = "insert into snooze values (?, ?, 2, date '2013-08-05', 'x', ?, now())";
    refused(YAWATAHAMA, snooze, id, OZU, YAWATAHAMA);
    refused(EHIME, snooze, id, OZU, DIVISION);
    refused(EHIME, "insert into notice_allowance values (?, 'municipality', 1, true)", id);
    refused(EHIME, "insert into chase_rule values (?, 1, null, 0, 0, ?, now())", id, EHIME);
  }

  @Test
  void draftIsItsLeadsAlone() throws SQLException {
    assertThat(organizations(DIVISION, "notice", "status")).containsExactly("draft", "issued");
    assertThat(organizations(EHIME, "notice", "status")).containsExactly("issued");
    assertThat(organizations(OTHER_DIVISION, "notice", "status")).isEmpty();
    assertThat(organizations(EHIME, "notice_issuer", "notice_id")).hasSize(1);
  }

  @Test
  void nobodyWritesInTheNameOfAnotherOrAboutWhatItDoesNotHave() throws SQLException {
    String arrival =
        """
        insert into arrival (notice_id, organization, from_organization, channel, time,
          recorded_time, recorded_by)
        values (?, ?, ?, 'fax', now(), now(), ?)
        """;
    refused(OZU, arrival, id, OZU, EHIME, EHIME);
    refused(MINATO_PLAN, arrival, id, MINATO_PLAN, MINATO_PLAN, MINATO_PLAN);
    String fact =
        """
        insert into fact (notice_id, organization, seq, type, time, recorded_time, actor, data)
        values (?, ?, 99, 'x', now(), now(), ?, '{}')
        """;
    refused(OZU, fact, id, OZU, EHIME);
    refused(MINATO_PLAN, fact, id, MINATO_PLAN, MINATO_PLAN);
    String delivery =
        """
        insert into delivery (notice_id, organization, tier, has_children, usage)
        values (?, 'lg:390003', 'prefecture', false, 'actual')
        """;
    refused(EHIME, delivery, id);
    String letter =
        """
        insert into cover_letter (id, notice_id, organization, paper_kind, dated, title, body,
          recorded_at) values (gen_random_uuid(), ?, ?, 'x', current_date, 'x', 'x', now())
        """;
    refused(OZU, letter, id, IKATA);
    refused(OTHER_DIVISION, "insert into notice_enclosure values (?, ?)", id, id);
  }

  @Test
  void changesReachNobodyForeign() throws SQLException {
    try (Connection app = Rows.database().connectAsApp()) {
      become(app, OZU);
      app.setAutoCommit(false);
      assertThat(change(app, "update delivery set handled_by = 'x' where reached_at is not null"))
          .isEqualTo(1);
      assertThat(change(app, "update delivery set handled_by = 'x' where organization = ?", EHIME))
          .isZero();
      assertThat(change(app, "update notice set title = 'x' where id = ?", id)).isZero();
      app.rollback();
    }
  }

  @Test
  void factsAndContentsAreNeverChanged() throws SQLException {
    try (Connection app = Rows.database().connectAsApp()) {
      become(app, "system");
      for (String statement :
          List.of(
              "update fact set type = 'x'",
              "delete from fact",
              "update chase set rung = 0",
              "delete from snooze",
              "update notice_allowance set office_days = 250",
              "delete from calendar_day",
              "update delivery_note set body = 'x'",
              "delete from delivery_note",
              "delete from rejection",
              "delete from standing_instruction",
              "update enclosure_content set size = 0",
              "delete from enclosure_content")) {
        assertThatThrownBy(() -> change(app, statement))
            .as(statement)
            .hasMessageContaining("permission denied");
      }
    }
  }

  static void become(Connection connection, String organization) throws SQLException {
    Rows.of(connection, "select set_config('todoke.org', ?, false)", organization);
  }

  private static long count(Connection connection, String table) throws SQLException {
    return (Long) Rows.of(connection, "select count(*) as n from " + table).get(0).get("n");
  }

  static TreeSet<String> organizations(String caller, String table, String column)
      throws SQLException {
    try (Connection app = Rows.database().connectAsApp()) {
      become(app, caller);
      var found = new TreeSet<String>();
      for (Map<String, Object> row : Rows.of(app, "select " + column + " as c from " + table)) {
        found.add(Objects.requireNonNull(row.get("c")).toString());
      }
      return found;
    }
  }

  static void refused(String caller, String statement, Object... arguments) throws SQLException {
    try (Connection app = Rows.database().connectAsApp()) {
      become(app, caller);
      assertThatThrownBy(() -> change(app, statement, arguments))
          .hasMessageContaining("row-level security");
    }
  }

  static int change(Connection connection, String statement, Object... arguments)
      throws SQLException {
    try (PreparedStatement prepared = connection.prepareStatement(statement)) {
      for (int i = 0; i < arguments.length; i++) {
        prepared.setObject(i + 1, arguments[i]);
      }
      return prepared.executeUpdate();
    }
  }
}
