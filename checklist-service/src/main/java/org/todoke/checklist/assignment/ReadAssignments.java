package org.todoke.checklist.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.checklist.Line;
import org.todoke.checklist.OrganizationRef;
import org.todoke.contracts.OrganizationCode;
import org.todoke.security.Actor;
import org.todoke.web.Cursor;
import org.todoke.web.JapaneseDay;
import org.todoke.web.Page;
import org.todoke.web.PageRequest;
import org.todoke.web.Refusal;

/** Assignments as the organisations on their lines see them. */
@ApplicationScoped
public class ReadAssignments {

  private static final String OVERDUE =
      "(a.state = 'open' and a.due_on < :today and coalesce(s.revision, 0) = 0)";

  private static final String SELECT =
      """
      select a.id, a.notice_id, a.checklist_id, a.checklist_version,
             a.establishment, e.name as establishment_name, a.corporation, c.name as corporation_name,
             a.municipality, m.name as municipality_name, a.prefecture, p.name as prefecture_name,
             a.usage, a.due_on, a.arrived_at, a.state, a.closure_reason, a.closed_by, a.closed_at,
             a.carried_over_from, a.carried_over_to,
             coalesce(%s, false) as overdue,
             coalesce(s.status, 'not-started') as status, coalesce(s.result, 'not-assessed') as result,
             coalesce(s.revision, 0) as revision, s.answered_at,
             (select cast(count(*) as integer) from remediation r
              where r.notice_id = a.notice_id and r.assignment_id = a.id and r.state in ('open', 'in-progress'))
               as open_remediations
      from assignment a
      left join submission s on s.notice_id = a.notice_id and s.assignment_id = a.id
      left join organization e on e.code = a.establishment
      left join organization c on c.code = a.corporation
      left join organization m on m.code = a.municipality
      left join organization p on p.code = a.prefecture
      """
          .formatted(OVERDUE);

  private final EntityManager entities;
  private final Clock clock;

  ReadAssignments(EntityManager entities, Clock clock) {
    this.entities = entities;
    this.clock = clock;
  }

  /** Where a page begins: lists are ordered by notice first, as their index is. */
  private record Position(UUID noticeId, UUID id) {
    static Position read(String text) {
      List<String> parts = Cursor.parts(text, 2);
      return new Position(UUID.fromString(parts.get(0)), UUID.fromString(parts.get(1)));
    }
  }

  @Transactional
  public AssignmentView one(UUID id, Actor actor) {
    return Line.of(actor.organization())
        .flatMap(
            line ->
                read(
                        "where a.id = :id and a.%s = :me".formatted(line.column()),
                        Map.of("id", id, "me", actor.organization().value()),
                        actor)
                    .stream()
                    .findFirst())
        .orElseThrow(() -> Refusal.notFound("assignment.unknown"));
  }

  /** Empty for those who stand on no establishment's line. */
  @Transactional
  public Page<AssignmentView> list(AssignmentFilter filter, Actor actor, PageRequest page) {
    Optional<Line> line = Line.of(actor.organization());
    Position after = page.after(Position::read);
    if (line.isEmpty()) {
      return new Page<>(List.of(), null);
    }
    StringBuilder where = new StringBuilder("where a.%s = :me".formatted(line.get().column()));
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("me", actor.organization().value());
    parameters.put("rows", page.rowsToRead());
    if (after != null) {
      where.append(" and (a.notice_id, a.id) > (:afterNotice, :afterId)");
      parameters.put("afterNotice", after.noticeId());
      parameters.put("afterId", after.id());
    }
    if (filter.noticeId() != null) {
      where.append(" and a.notice_id = :notice");
      parameters.put("notice", filter.noticeId());
    }
    if (filter.state() != null) {
      where.append(" and a.state = :state");
      parameters.put("state", filter.state());
    }
    if (filter.result() != null) {
      where.append(" and coalesce(s.result, 'not-assessed') = :result");
      parameters.put("result", filter.result().wireName());
    }
    if (filter.overdue() != null) {
      where.append(" and coalesce(%s, false) = :overdue".formatted(OVERDUE));
      parameters.put("overdue", filter.overdue());
    }
    where.append(" order by a.notice_id, a.id limit :rows");
    return Page.of(
        read(where.toString(), parameters, actor),
        page.limit(),
        v -> Cursor.join(v.noticeId(), v.id()));
  }

  private List<AssignmentView> read(String where, Map<String, Object> parameters, Actor actor) {
    Query query =
        entities
            .createNativeQuery(SELECT + where, Tuple.class)
            .setParameter("today", JapaneseDay.of(clock.instant()));
    parameters.forEach(query::setParameter);
    @SuppressWarnings("unchecked")
    List<Tuple> rows = query.getResultList();
    return rows.stream().map(r -> view(r, actor)).toList();
  }

  private static AssignmentView view(Tuple row, Actor actor) {
    LocalDate dueOn = row.get("due_on", LocalDate.class);
    Instant answeredAt = row.get("answered_at", Instant.class);
    String state = row.get("state", String.class);
    int revision = row.get("revision", Integer.class);
    OrganizationRef establishment = organization(row, "establishment");
    if (establishment == null) {
      throw new IllegalStateException("an assignment of nobody");
    }
    return new AssignmentView(
        row.get("id", UUID.class),
        row.get("notice_id", UUID.class),
        row.get("checklist_id", UUID.class),
        row.get("checklist_version", Integer.class),
        establishment,
        organization(row, "corporation"),
        organization(row, "municipality"),
        organization(row, "prefecture"),
        row.get("usage", String.class),
        dueOn,
        row.get("arrived_at", Instant.class),
        state,
        state.equals(AssignmentState.Closed.NAME)
            ? new AssignmentView.Closure(
                ClosureReason.ofWireName(row.get("closure_reason", String.class)),
                OrganizationCode.of(row.get("closed_by", String.class)),
                row.get("closed_at", Instant.class))
            : null,
        row.get("carried_over_from", UUID.class),
        row.get("carried_over_to", UUID.class),
        row.get("overdue", Boolean.class),
        new AssignmentView.Answered(
            row.get("status", String.class),
            row.get("result", String.class),
            revision,
            answeredAt,
            answeredAt == null || dueOn == null
                ? null
                : !JapaneseDay.of(answeredAt).isAfter(dueOn)),
        row.get("open_remediations", Integer.class),
        PermittedActions.onAssignment(
            state.equals(AssignmentState.Open.NAME), revision > 0, actor));
  }

  private static @Nullable OrganizationRef organization(Tuple row, String column) {
    return OrganizationRef.of(
        row.get(column, String.class), row.get(column + "_name", String.class));
  }
}
