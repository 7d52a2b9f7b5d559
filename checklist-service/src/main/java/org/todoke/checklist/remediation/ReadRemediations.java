package org.todoke.checklist.remediation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.checklist.Line;
import org.todoke.checklist.OrganizationRef;
import org.todoke.checklist.assignment.PermittedActions;
import org.todoke.contracts.OrganizationCode;
import org.todoke.security.Actor;
import org.todoke.web.Page;
import org.todoke.web.PageRequest;
import org.todoke.web.Refusal;

/** Remediations as the organisations on the lines of their assignments see them. */
@ApplicationScoped
public class ReadRemediations {

  private static final String SELECT =
      """
      select r.id, r.notice_id, r.assignment_id, a.establishment, e.name as establishment_name, r.item_id,
             r.revision, r.state, r.opened_at, r.started_at, r.measures, r.completed_on, r.completed_by, r.channel,
             r.recorded_at, r.withdrawal_reason, r.withdrawn_at
      from remediation r
      join assignment a on a.notice_id = r.notice_id and a.id = r.assignment_id
      left join organization e on e.code = a.establishment
      """;

  private final EntityManager entities;

  ReadRemediations(EntityManager entities) {
    this.entities = entities;
  }

  /** Which are wanted; what is absent does not narrow. */
  public record Filter(
      @Nullable UUID noticeId, @Nullable UUID assignmentId, @Nullable String state) {}

  @Transactional
  public RemediationView one(UUID id, Actor actor) {
    return Line.of(actor.organization())
        .flatMap(
            line ->
                read(
                        "where r.id = :id and a.%s = :me".formatted(line.column()),
                        Map.of("id", id, "me", actor.organization().value()),
                        actor)
                    .stream()
                    .findFirst())
        .orElseThrow(() -> Refusal.notFound("remediation.unknown"));
  }

  @Transactional
  public Page<RemediationView> list(Filter filter, Actor actor, PageRequest page) {
    Optional<Line> line = Line.of(actor.organization());
    UUID after = page.after(UUID::fromString);
    if (line.isEmpty()) {
      return new Page<>(List.of(), null);
    }
    StringBuilder where = new StringBuilder("where a.%s = :me".formatted(line.get().column()));
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("me", actor.organization().value());
    parameters.put("rows", page.rowsToRead());
    if (after != null) {
      where.append(" and r.id > :after");
      parameters.put("after", after);
    }
    if (filter.noticeId() != null) {
      where.append(" and a.notice_id = :notice");
      parameters.put("notice", filter.noticeId());
    }
    if (filter.assignmentId() != null) {
      where.append(" and a.id = :assignment");
      parameters.put("assignment", filter.assignmentId());
    }
    if (filter.state() != null) {
      where.append(" and r.state = :state");
      parameters.put("state", filter.state());
    }
    where.append(" order by r.id limit :rows");
    return Page.of(read(where.toString(), parameters, actor), page.limit(), v -> v.id().toString());
  }

  private List<RemediationView> read(String where, Map<String, Object> parameters, Actor actor) {
    Query query = entities.createNativeQuery(SELECT + where, Tuple.class);
    parameters.forEach(query::setParameter);
    @SuppressWarnings("unchecked")
    List<Tuple> rows = query.getResultList();
    return rows.stream().map(row -> view(row, actor)).toList();
  }

  private static RemediationView view(Tuple row, Actor actor) {
    String state = row.get("state", String.class);
    return new RemediationView(
        row.get("id", UUID.class),
        row.get("notice_id", UUID.class),
        row.get("assignment_id", UUID.class),
        Objects.requireNonNull(
            OrganizationRef.of(
                row.get("establishment", String.class),
                row.get("establishment_name", String.class))),
        row.get("item_id", String.class),
        row.get("revision", Integer.class),
        state,
        row.get("opened_at", Instant.class),
        row.get("started_at", Instant.class),
        state.equals(RemediationState.Completed.NAME)
            ? new RemediationView.Completed(
                row.get("measures", String.class),
                row.get("completed_on", LocalDate.class),
                OrganizationCode.of(row.get("completed_by", String.class)),
                row.get("channel", String.class),
                row.get("recorded_at", Instant.class))
            : null,
        state.equals(RemediationState.Withdrawn.NAME)
            ? new RemediationView.Withdrawn(
                WithdrawalReason.ofWireName(row.get("withdrawal_reason", String.class)),
                row.get("withdrawn_at", Instant.class))
            : null,
        permitted(state, actor));
  }

  private static List<String> permitted(String state, Actor actor) {
    List<String> actions = new ArrayList<>();
    if (PermittedActions.answers(actor)) {
      if (state.equals(RemediationState.Open.NAME)) {
        actions.add("start");
      }
      if (state.equals(RemediationState.Open.NAME)
          || state.equals(RemediationState.InProgress.NAME)) {
        actions.add("complete");
      }
    }
    return actions;
  }
}
