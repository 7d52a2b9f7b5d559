package org.todoke.notice.delivery;

import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.notice.delivery.DeliveryView.AddressedDepartment;
import org.todoke.notice.delivery.DeliveryView.Excuse;
import org.todoke.notice.place.Kinds;
import org.todoke.security.Actor;

/** Turns rows of queries into what callers see. */
final class DeliveryRows {

  /** The columns that {@link #delivery} reads, in its order; with {@code :reader}. */
  static final String COLUMNS =
      """
      d.notice_id, d.organization, o.name, d.tier, d.prefecture, d.municipality, d.corporation,
      d.has_children, d.due_on, d.reached_at, d.acknowledged_at, d.handled_by, d.rejected_at,
      d.forwarded_at, d.finalized_at, d.excused_reason, d.excused_at, d.excused_by, d.answered_at,
      d.answered_on_time,
      d.rejected_at is not null and exists (select from rejection r
        where r.notice_id = d.notice_id and r.organization = d.organization and r.decision is null)
        and (exists (select from arrival a where a.notice_id = d.notice_id
            and a.organization = d.organization and a.from_organization = :reader)
          or exists (select from notice_issuer i
            where i.notice_id = d.notice_id and i.organization = :reader)) as to_decide,
      case when d.departments is not null then array(
        select concat(p ->> 'duty', chr(9), p ->> 'name')
        from jsonb_array_elements(d.departments) p) end as departments
      """;

  static final int WIDTH = 22;

  private DeliveryRows() {}

  /**
   * @param underway whether anything can be done about the notice
   */
  static DeliveryView delivery(Object[] row, boolean underway, Actor reader) {
    Instant reachedAt = instant(row[9]);
    Instant acknowledgedAt = instant(row[10]);
    ForwardingState state =
        ForwardingState.of(
            reachedAt, acknowledgedAt, instant(row[12]), instant(row[13]), instant(row[14]));
    OrganizationCode organization = OrganizationCode.of((String) row[1]);
    boolean hasChildren = (Boolean) row[7];
    List<String> actions =
        !underway
            ? List.of()
            : organization.equals(reader.organization())
                ? PermittedActions.ofOwn(state, acknowledgedAt != null, hasChildren, reader)
                : PermittedActions.ofBelow(
                    row[15] == null ? "" : (String) row[15], (Boolean) row[20], reader);
    return new DeliveryView(
        (UUID) row[0],
        organization,
        (String) row[2],
        Kinds.ofWireName((String) row[3]),
        code(row[4]),
        code(row[5]),
        code(row[6]),
        state.wireName(),
        hasChildren,
        date(row[8]),
        reachedAt,
        acknowledgedAt,
        (String) row[11],
        instant(row[12]),
        instant(row[13]),
        instant(row[14]),
        excuse(row[15], row[16], row[17]),
        instant(row[18]),
        (Boolean) row[19],
        departments((String[]) row[21]),
        null,
        null,
        null,
        null,
        actions);
  }

  /** Duty and name, a tab between them. */
  private static @Nullable List<AddressedDepartment> departments(String @Nullable [] texts) {
    if (texts == null) {
      return null;
    }
    return Arrays.stream(texts)
        .map(text -> text.split("\t", 2))
        .map(parts -> new AddressedDepartment(parts[0], parts[1]))
        .toList();
  }

  private static @Nullable Excuse excuse(
      @Nullable Object reason, @Nullable Object at, @Nullable Object by) {
    Instant since = instant(at);
    OrganizationCode author = code(by);
    return reason == null || since == null || author == null
        ? null
        : new Excuse(WireNames.excuseReason((String) reason), since, author);
  }

  static @Nullable OrganizationCode code(@Nullable Object value) {
    return value == null ? null : OrganizationCode.of((String) value);
  }

  static @Nullable Instant instant(@Nullable Object value) {
    if (value instanceof OffsetDateTime time) {
      return time.toInstant();
    }
    return (Instant) value;
  }

  static @Nullable LocalDate date(@Nullable Object value) {
    if (value instanceof Date date) {
      return date.toLocalDate();
    }
    return (LocalDate) value;
  }
}
