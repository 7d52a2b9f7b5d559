package org.todoke.notice.progress;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.todoke.notice.NoticeFixture;
import org.todoke.notice.Rows;

/**
 * Random steps in the life of notices, as statements of the application's own role on whoever's
 * behalf: what the figures rest on is the deliveries, whichever use case wrote them.
 */
final class History {

  private static final List<String> REASONS =
      List.of("closed", "not-concerned", "wrong-addressee", "omitted");
  private static final List<String> RESULTS =
      List.of(
          "compliant", "partially-compliant", "non-compliant", "not-applicable", "not-assessed");
  private static final List<String> CALLERS =
      List.of(
          "system",
          "system",
          NoticeFixture.DIVISION,
          NoticeFixture.EHIME,
          NoticeFixture.YAWATAHAMA,
          NoticeFixture.IKATA,
          NoticeFixture.MINATO);

  private final Random random;
  private final List<UUID> notices;
  private final List<String> organizations;
  private int opened;

  History(Random random, List<UUID> notices) {
    this.random = random;
    this.notices = notices;
    this.organizations =
        Rows.of("select distinct organization from delivery order by 1").stream()
            .map(row -> (String) row.get("organization"))
            .toList();
  }

  /** One step on this connection; says what it was. */
  String step(Connection connection) throws SQLException {
    UUID notice = any(notices);
    String where = scope();
    return switch (random.nextInt(18)) {
      case 0, 1, 2 ->
          change(
              connection,
              """
              update delivery set reached_at = coalesce(reached_at, now()), seq = seq + 1,
                due_on = least(due_on, %s), excused_reason = nullif(excused_reason, 'omitted')
              """
                  .formatted(date()),
              where,
              notice);
      case 3 -> change(connection, "update delivery set acknowledged_at = now()", where, notice);
      case 4 ->
          change(
              connection,
              "update delivery set forwarded_at = now()",
              where + " and has_children and reached_at is not null",
              notice);
      case 5 ->
          change(
              connection,
              "update delivery set finalized_at = now()",
              where + " and forwarded_at is not null",
              notice);
      case 6 ->
          change(
              connection,
              "update delivery set excused_reason = '%s', excused_at = now()"
                  .formatted(any(REASONS)),
              where,
              notice);
      case 7 ->
          change(
              connection,
              "update delivery set excused_reason = null",
              where + " and excused_reason is not null",
              notice);
      case 8, 9 ->
          change(
              connection,
              """
              update delivery set answered_at = now(), result = '%s',
                answered_on_time = case when due_on is not null then %s end
              """
                  .formatted(any(RESULTS), random.nextBoolean()),
              where + " and tier = 'establishment'",
              notice);
      case 10 ->
          change(
              connection,
              "update delivery set open_remediations = %d, completed_remediations = %d"
                  .formatted(random.nextInt(3), random.nextInt(2)),
              where + " and tier = 'establishment'",
              notice);
      case 11 -> open(connection, notice);
      case 12 ->
          change(
              connection,
              """
              update delivery set rejected_at = now(), excused_at = coalesce(excused_at, now()),
                excused_reason = coalesce(excused_reason, 'wrong-addressee')
              """,
              where + " and reached_at is not null and forwarded_at is null",
              notice);
      case 13 ->
          change(
              connection,
              """
              update delivery set rejected_at = null,
                excused_reason = nullif(excused_reason, 'wrong-addressee')
              """,
              where + " and rejected_at is not null",
              notice);
      case 14 -> openCorporation(connection, notice);
      case 15 -> move(connection, notice);
      case 16 -> merge(connection, notice);
      default -> placesChange(connection, notice);
    };
  }

  /** One organisation, all of a city, or everybody. */
  private String scope() {
    return switch (random.nextInt(6)) {
      case 0 -> "municipality = '%s'".formatted(NoticeFixture.YAWATAHAMA);
      case 1 -> "tier = '%s'".formatted(any(List.of("corporation", "municipality", "association")));
      case 2 -> random.nextInt(4) == 0 ? "true" : one();
      default -> one();
    };
  }

  private String one() {
    return "organization = '%s'".formatted(any(organizations));
  }

  private String date() {
    return switch (random.nextInt(4)) {
      case 0 -> "null";
      case 1 -> "date '2013-07-15'";
      case 2 -> "date '2013-07-25'";
      default -> "date '2013-08-09'";
    };
  }

  private String change(Connection connection, String statement, String where, UUID notice)
      throws SQLException {
    String caller = any(CALLERS);
    String sql = statement + " where notice_id = '" + notice + "' and " + where;
    runAs(connection, caller, sql);
    return caller + ": " + sql;
  }

  /** Somebody comes in later, one that lies nowhere among them. */
  private String open(Connection connection, UUID notice) throws SQLException {
    String code = "kj:3879%06d".formatted(++opened + random.nextInt(100) * 1000);
    String lies =
        any(
            List.of(
                "'lg:380008', 'lg:382043', '" + NoticeFixture.SHIOSAI + "'",
                "'lg:380008', 'lg:384429', '" + NoticeFixture.MINATO + "'",
                "'lg:390003', 'lg:392014', null",
                "'lg:380008', null, null",
                "null, null, null",
                "null, 'lg:382078', '" + NoticeFixture.HIJIKAWA + "'"));
    String sql =
        """
        insert into delivery (notice_id, organization, tier, prefecture, municipality, corporation,
          has_children, usage, due_on, checklist_id, reached_at)
        select '%s', '%s', 'establishment', %s, false, usage, due_on, checklist_id, now()
        from delivery where notice_id = '%s' and tier = 'establishment' limit 1
        on conflict do nothing
        """
            .formatted(notice, code, lies, notice);
    runAs(connection, "system", sql);
    return sql;
  }

  /** A corporation comes in later, before or after the places where it counts. */
  private String openCorporation(Connection connection, UUID notice) throws SQLException {
    String code = "cn:4%012d".formatted(++opened + random.nextInt(100) * 1000);
    String delivery =
        """
        insert into delivery (notice_id, organization, tier, has_children, usage, due_on)
        select '%s', '%s', 'corporation', false, usage, due_on
        from delivery where notice_id = '%s' and tier = 'corporation' limit 1
        on conflict do nothing
        """
            .formatted(notice, code, notice);
    String places =
        """
        insert into corporation_place (notice_id, corporation, municipality, prefecture)
        values ('%1$s', '%2$s', 'lg:382043', 'lg:380008'), ('%1$s', '%2$s', 'lg:392014', 'lg:390003')
        on conflict do nothing
        """
            .formatted(notice, code);
    boolean first = random.nextBoolean();
    runAs(connection, "system", first ? delivery : places);
    runAs(connection, "system", first ? places : delivery);
    return delivery + places;
  }

  /** An establishment moves to another place, or nobody knows where to. */
  private String move(Connection connection, UUID notice) throws SQLException {
    String lies =
        any(
            List.of(
                "prefecture = 'lg:380008', municipality = 'lg:384429'",
                "prefecture = 'lg:380008', municipality = 'lg:382043'",
                "prefecture = 'lg:390003', municipality = 'lg:392014'",
                "prefecture = null, municipality = null"));
    String sql =
        "update delivery set %s where notice_id = '%s' and tier = 'establishment' and %s"
            .formatted(lies, notice, one());
    runAs(connection, "system", sql);
    return sql;
  }

  /** A corporation is closed; another runs its establishments from then on. */
  private String merge(Connection connection, UUID notice) throws SQLException {
    String closed = any(List.of(NoticeFixture.SHIOSAI, NoticeFixture.USHIO));
    String sql =
        """
        update delivery set
          corporation = case when corporation = '%1$s' then '%2$s' else corporation end,
          excused_reason = case when organization = '%1$s' then 'closed' else excused_reason end,
          excused_at = case when organization = '%1$s' then now() else excused_at end
        where notice_id = '%3$s' and '%1$s' in (organization, corporation)
        """
            .formatted(closed, NoticeFixture.MINATO, notice);
    runAs(connection, "system", sql);
    return sql;
  }

  /** A corporation begins or ceases to count in a city. */
  private String placesChange(Connection connection, UUID notice) throws SQLException {
    Map<String, String> cities =
        Map.of(
            NoticeFixture.OZU, NoticeFixture.EHIME,
            NoticeFixture.KOCHI_CITY, NoticeFixture.KOCHI,
            NoticeFixture.IKATA, NoticeFixture.EHIME);
    String city = any(cities.keySet().stream().sorted().toList());
    String corporation = any(List.of(NoticeFixture.SHIOSAI, NoticeFixture.MINATO));
    if (random.nextBoolean()) {
      // Nobody may do that yet, so it is done behind the application's back.
      String gone =
          "delete from corporation_place where notice_id = ? and corporation = ?"
              + " and municipality = ?";
      Rows.change(gone, notice, corporation, city);
      return gone;
    }
    String sql =
        "insert into corporation_place (notice_id, corporation, municipality, prefecture)"
            + " values ('%s', '%s', '%s', '%s') on conflict do nothing"
                .formatted(notice, corporation, city, cities.get(city));
    runAs(connection, "system", sql);
    return sql;
  }

  private static void runAs(Connection connection, String caller, String sql) throws SQLException {
    try (PreparedStatement who =
        connection.prepareStatement("select set_config('todoke.org', ?, false)")) {
      who.setString(1, caller);
      who.execute();
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.execute();
    }
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  static LocalDate anyDay(Random random) {
    return LocalDate.of(2013, 7, 12).plusDays(random.nextInt(35));
  }
}
