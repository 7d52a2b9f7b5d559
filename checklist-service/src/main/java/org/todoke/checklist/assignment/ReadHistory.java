package org.todoke.checklist.assignment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.todoke.checklist.StoredJson;
import org.todoke.security.Actor;
import org.todoke.web.Page;
import org.todoke.web.PageRequest;

/** What happened to an assignment, in the order in which it was recorded. */
@ApplicationScoped
public class ReadHistory {

  private static final TypeReference<Map<String, Object>> DETAILS = new TypeReference<>() {};

  private final Assignments assignments;
  private final EntityManager entities;

  ReadHistory(Assignments assignments, EntityManager entities) {
    this.assignments = assignments;
    this.entities = entities;
  }

  /**
   * One fact.
   *
   * @param by who did it; absent where the registry changed
   * @param time when it happened
   * @param recordedTime when it was entered
   * @param details codes, numbers and dates
   */
  @Schema(name = "AssignmentFact")
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Fact(
      String kind,
      @Nullable String by,
      Instant time,
      Instant recordedTime,
      Map<String, Object> details) {}

  private record Position(long id, Fact fact) {}

  @Transactional
  public Page<Fact> of(UUID id, Actor actor, PageRequest page) {
    Assignment assignment = assignments.visible(id, actor);
    @SuppressWarnings("unchecked")
    List<Tuple> rows =
        entities
            .createNativeQuery(
                """
                select id, kind, by_organization, time, recorded_time, cast(details as text)
                from assignment_fact
                where notice_id = :notice and assignment_id = :assignment and id > :after
                order by id limit :rows
                """,
                Tuple.class)
            .setParameter("notice", assignment.noticeId())
            .setParameter("assignment", assignment.id())
            .setParameter("after", Objects.requireNonNullElse(page.after(Long::valueOf), 0L))
            .setParameter("rows", page.rowsToRead())
            .getResultList();
    return Page.of(
            rows.stream()
                .map(
                    r ->
                        new Position(
                            r.get(0, Long.class),
                            new Fact(
                                r.get(1, String.class),
                                r.get(2, String.class),
                                r.get(3, Instant.class),
                                r.get(4, Instant.class),
                                StoredJson.read(r.get(5, String.class), DETAILS))))
                .toList(),
            page.limit(),
            (Position p) -> Long.toString(p.id()))
        .map(Position::fact);
  }
}
