package org.todoke.checklist.questionnaire;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.messaging.Outbox;
import org.todoke.security.Actor;
import org.todoke.web.Etags;
import org.todoke.web.Refusal;

/** An owner writes, rewrites and publishes its checklists. */
@ApplicationScoped
public class WriteChecklist {

  private final Checklists checklists;
  private final Outbox outbox;
  private final Clock clock;

  WriteChecklist(Checklists checklists, Outbox outbox, Clock clock) {
    this.checklists = checklists;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Transactional
  public Checklist create(DefinitionDraft draft, Actor actor) {
    Checklist checklist =
        Checklist.draft(actor.organization(), DefinitionRules.check(draft), clock.instant());
    checklists.persist(checklist);
    return checklist;
  }

  /** Rewrites the draft; where the last version is published, opens the next one. */
  @Transactional
  public Checklist edit(UUID id, DefinitionDraft draft, @Nullable String ifMatch, Actor actor) {
    Checklist latest = ownLatest(id, actor);
    Etags.require(ifMatch, latest.edition());
    Definition definition = DefinitionRules.check(draft);
    if (latest.state() == ChecklistState.DRAFT) {
      latest.rewrite(definition, clock.instant());
      return latest;
    }
    Checklist next = latest.nextDraft(definition, clock.instant());
    checklists.persist(next);
    return next;
  }

  /** Publishes the draft; where there is none, the last version is published already and stays. */
  @Transactional
  public Checklist publish(UUID id, Actor actor) {
    Checklist latest = ownLatest(id, actor);
    if (latest.state() == ChecklistState.DRAFT) {
      outbox.append(latest.publish(clock.instant()));
    }
    return latest;
  }

  private Checklist ownLatest(UUID id, Actor actor) {
    return checklists
        .latestToChange(id)
        .filter(c -> c.owner().equals(actor.organization()))
        .orElseThrow(() -> Refusal.notFound("checklist.unknown"));
  }
}
