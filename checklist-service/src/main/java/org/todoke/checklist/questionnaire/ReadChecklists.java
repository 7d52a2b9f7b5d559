package org.todoke.checklist.questionnaire;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.todoke.checklist.Line;
import org.todoke.contracts.OrganizationCode;
import org.todoke.security.Actor;
import org.todoke.web.Page;
import org.todoke.web.PageRequest;
import org.todoke.web.Refusal;

/**
 * Who may read which checklist: its owner every version; whoever has an assignment of it in its
 * line the published ones. For all others it does not exist.
 */
@ApplicationScoped
public class ReadChecklists {

  private final Checklists checklists;
  private final EntityManager entities;

  ReadChecklists(Checklists checklists, EntityManager entities) {
    this.checklists = checklists;
    this.entities = entities;
  }

  /** A line of a list. */
  @Schema(name = "ChecklistSummary")
  public record Summary(
      UUID id, int version, OrganizationCode owner, ChecklistState state, String title) {}

  @Transactional
  public Checklist one(UUID id, @Nullable Integer version, Actor actor) {
    Optional<Checklist> wanted;
    if (isOwner(id, actor)) {
      wanted = version == null ? checklists.latest(id) : checklists.version(id, version);
    } else if (isAssigned(id, actor)) {
      wanted =
          version == null
              ? checklists.latestPublished(id)
              : checklists.version(id, version).filter(c -> c.state() == ChecklistState.PUBLISHED);
    } else {
      wanted = Optional.empty();
    }
    return wanted.orElseThrow(() -> Refusal.notFound("checklist.unknown"));
  }

  @Transactional
  public Page<Summary> list(Actor actor, PageRequest page) {
    @SuppressWarnings("unchecked")
    List<Tuple> rows =
        entities
            .createNativeQuery(
                """
                select distinct on (c.id) c.id, c.version, c.owner, c.state, c.title
                from checklist c
                where (c.owner = :me or (c.state = 'published' and %s))
                  and (cast(:after as uuid) is null or c.id > cast(:after as uuid))
                order by c.id, c.version desc
                limit :rows
                """
                    .formatted(assignedTo(actor, "c.id")),
                Tuple.class)
            .setParameter("me", actor.organization().value())
            .setParameter("after", page.after(UUID::fromString))
            .setParameter("rows", page.rowsToRead())
            .getResultList();
    return Page.of(
        rows.stream()
            .map(
                r ->
                    new Summary(
                        r.get(0, UUID.class),
                        r.get(1, Integer.class),
                        OrganizationCode.of(r.get(2, String.class)),
                        ChecklistState.ofWireName(r.get(3, String.class)),
                        r.get(4, String.class)))
            .toList(),
        page.limit(),
        s -> s.id().toString());
  }

  private boolean isOwner(UUID id, Actor actor) {
    return checklists.count("key.id = ?1 and owner = ?2", id, actor.organization().value()) > 0;
  }

  private boolean isAssigned(UUID id, Actor actor) {
    return Line.of(actor.organization()).isPresent()
        && (Boolean)
            entities
                .createNativeQuery("select " + assignedTo(actor, ":id"))
                .setParameter("id", id)
                .setParameter("me", actor.organization().value())
                .getSingleResult();
  }

  private static String assignedTo(Actor actor, String checklistId) {
    return Line.of(actor.organization())
        .map(
            line ->
                // By way of the few notices that ask it: an organisation may have very many
                // assignments.
                """
                exists (
                  select 1 from notice_checklist n where n.checklist_id = %s and exists (
                    select 1 from assignment a where a.notice_id = n.notice_id and a.%s = :me))
                """
                    .formatted(checklistId, line.column()))
        .orElse("false");
  }
}
