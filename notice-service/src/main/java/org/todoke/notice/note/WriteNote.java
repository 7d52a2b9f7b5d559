package org.todoke.notice.note;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.todoke.contracts.EventType;
import org.todoke.contracts.NoteDirection;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.event.DeliveryNoted;
import org.todoke.notice.delivery.Delivery;
import org.todoke.notice.delivery.DeliveryRepository;
import org.todoke.notice.delivery.Fact;
import org.todoke.notice.delivery.FactLog;
import org.todoke.notice.delivery.Ownership;
import org.todoke.notice.input.Checks;
import org.todoke.security.Actor;
import org.todoke.web.Refusal;

/**
 * Writes a note about one's own copy. That there is one is a fact for those who may read it; what
 * stays inside is nobody's.
 */
@ApplicationScoped
public class WriteNote {

  static final int MAX_TEXT = 2_000;
  static final int MAX_PER_DELIVERY = 100;

  private final EntityManager em;
  private final DeliveryRepository deliveries;
  private final Ownership ownership;
  private final FactLog facts;
  private final Clock clock;

  WriteNote(
      EntityManager em,
      DeliveryRepository deliveries,
      Ownership ownership,
      FactLog facts,
      Clock clock) {
    this.em = em;
    this.deliveries = deliveries;
    this.ownership = ownership;
    this.facts = facts;
    this.clock = clock;
  }

  @Transactional
  public NoteView write(UUID notice, OrganizationCode organization, NoteForm form, Actor actor) {
    ownership.require(notice, organization, actor);
    Checks checks = new Checks();
    String text = checks.required("/text", form.text(), MAX_TEXT);
    if (form.direction() == null) {
      checks.add("/direction", "value.required");
    }
    checks.refuseIfAny();
    NoteDirection direction = form.direction() == null ? NoteDirection.INSIDE : form.direction();
    // Locked, so that two at once cannot pass the bound together.
    Delivery delivery = deliveries.lockOwn(notice, organization);
    if (written(notice, organization) >= MAX_PER_DELIVERY) {
      throw Refusal.conflict("note.too-many", MAX_PER_DELIVERY);
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    UUID id = insert(notice, organization, direction, text, now);
    if (direction != NoteDirection.INSIDE) {
      facts.append(
          delivery,
          new Fact(
              EventType.DELIVERY_NOTED,
              now,
              now,
              organization,
              Map.of("direction", direction.wireName()),
              new DeliveryNoted(notice, organization, delivery.tier(), direction),
              null));
      deliveries.flush();
    }
    return new NoteView(id, organization, direction, text, now);
  }

  private long written(UUID notice, OrganizationCode organization) {
    return (Long)
        em.createNativeQuery(
                """
                select count(*) from delivery_note
                where notice_id = :notice and organization = :organization
                """,
                Long.class)
            .setParameter("notice", notice)
            .setParameter("organization", organization.value())
            .getSingleResult();
  }

  private UUID insert(
      UUID notice,
      OrganizationCode organization,
      NoteDirection direction,
      String text,
      Instant now) {
    return (UUID)
        em.createNativeQuery(
                """
                insert into delivery_note (id, notice_id, organization, direction, body, written_at)
                values (uuidv7(), :notice, :organization, :direction, :text, :now)
                returning id
                """,
                UUID.class)
            .setParameter("notice", notice)
            .setParameter("organization", organization.value())
            .setParameter("direction", direction.wireName())
            .setParameter("text", text)
            .setParameter("now", now)
            .getSingleResult();
  }
}
