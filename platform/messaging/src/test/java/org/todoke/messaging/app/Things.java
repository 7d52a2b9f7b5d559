package org.todoke.messaging.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import org.todoke.contracts.EventType;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;
import org.todoke.contracts.event.DeliveryAcknowledged;
import org.todoke.messaging.Outbox;
import org.todoke.messaging.OutboxEvent;

/** Changes a thing and says so, as a service does. */
@ApplicationScoped
public class Things {

  private final EntityManager entities;
  private final Outbox outbox;
  private final Clock clock;

  Things(EntityManager entities, Outbox outbox, Clock clock) {
    this.entities = entities;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Transactional
  public void create(String id) {
    entities.persist(new Thing(id, "new"));
  }

  @Transactional
  public void change(String id) {
    changeBetween(id, () -> {}, () -> {});
  }

  /** A change with something before and something after the event is appended. */
  @Transactional
  public void changeBetween(String id, Runnable before, Runnable after) {
    Thing thing = entities.find(Thing.class, id, LockModeType.PESSIMISTIC_WRITE);
    long sequence = thing.next();
    before.run();
    outbox.append(event(id, sequence, clock));
    after.run();
  }

  /** Every thing at once, as the services do it. */
  @Transactional
  public void changeAll() {
    entities
        .createNativeQuery(
            """
            with locked as (select id from thing order by id for update),
            changed as (
              update thing t set seq = t.seq + 1 from locked l where l.id = t.id
              returning t.id, t.seq)
            insert into outbox (type, subject, partition_key, sequence, time, recorded_time,
                                correlation_id, data)
            select 'delivery.acknowledged', id, id, seq, now(), now(), id,
                   json_build_object('tier', 'municipality')
            from changed""")
        .executeUpdate();
    outbox.wakeRelay();
  }

  public static OutboxEvent event(String id, long sequence, Clock clock) {
    return new OutboxEvent(
        EventType.DELIVERY_ACKNOWLEDGED,
        id,
        id,
        sequence,
        clock.instant(),
        "cascade-" + id,
        null,
        new DeliveryAcknowledged(
            UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)),
            OrganizationCode.parse("lg:382043").orElseThrow(),
            OrganizationKind.MUNICIPALITY));
  }
}
