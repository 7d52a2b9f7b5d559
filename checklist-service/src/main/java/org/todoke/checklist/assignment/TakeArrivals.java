package org.todoke.checklist.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.todoke.checklist.StoredJson;
import org.todoke.contracts.event.DeliveryArrived;
import org.todoke.messaging.EventEnvelope;
import org.todoke.messaging.Outbox;
import org.todoke.messaging.UnreadableEvent;

/**
 * Makes assignments of arrivals: one per notice, establishment and checklist, however many arrivals
 * there are and in whatever order they are heard of. A whole batch costs the same three statements.
 */
@ApplicationScoped
class TakeArrivals {

  private static final String INCOMING =
      """
      with incoming as (
        select * from json_to_recordset(cast(:arrivals as json)) as e(
          id uuid, notice_id uuid, checklist_id uuid, establishment text, prefecture text, municipality text,
          corporation text, usage text, due_on date, from_organization text, time timestamptz, sequence bigint,
          event_id text)
      )
      """;

  private static final String PIN =
      INCOMING
          + """
          insert into notice_checklist (notice_id, checklist_id, version)
          select distinct on (i.notice_id, c.id) i.notice_id, c.id, c.version
          from incoming i join checklist c on c.id = i.checklist_id and c.state = 'published'
          order by i.notice_id, c.id, i.sequence, c.version desc
          on conflict do nothing
          """;

  private static final String UNKNOWN =
      INCOMING
          + """
          select cast(i.checklist_id as text) from incoming i
          where not exists (
            select 1 from notice_checklist n where n.notice_id = i.notice_id and n.checklist_id = i.checklist_id)
          -- The first checklist of a notice stays the same one.
          or exists (
            select 1 from assignment a
            where a.notice_id = i.notice_id and a.id = i.id and a.checklist_id <> i.checklist_id)
          limit 1
          """;

  // An arrival that was heard of late tells the date of its day: what was put off since is put off
  // for it too.
  //
  // The lines are those of the directory where it knows the establishment: an arrival may be older
  // than a move
  // of which the registry has told us already.
  private static final String TAKE =
      INCOMING
          + """
          , dated as (
            select i.id, i.notice_id, i.checklist_id, i.establishment, i.prefecture, i.municipality, i.corporation, i.usage,
                   i.from_organization, i.time, i.sequence, i.event_id, coalesce(later.due_on, i.due_on) as due_on
            from incoming i
            left join lateral (
              select k.due_on from delivery_due_change k
              where k.notice_id = i.notice_id and k.establishment = i.establishment and k.sequence > i.sequence
                and i.due_on in (
                  select f.former_due_on from delivery_due_change f
                  where f.notice_id = i.notice_id and f.establishment = i.establishment and f.sequence > i.sequence)
              order by k.sequence desc limit 1) later on true
          ), merged as (
            select distinct on (notice_id, establishment, checklist_id) i.*,
                   min(due_on) over w as earliest_due_on,
                   min(time) over w as first_time,
                   max(sequence) over w as last_sequence,
                   first_value(from_organization)
                     over (partition by notice_id, establishment, checklist_id order by due_on nulls last, sequence) as due_from
            from dated i
            window w as (partition by notice_id, establishment, checklist_id)
            order by notice_id, establishment, checklist_id, sequence
          ), taken as (
            insert into assignment (
              notice_id, id, checklist_id, checklist_version, establishment, prefecture, municipality, corporation,
              usage, due_on, arrived_at, arrival_sequence, state, seq)
            select m.notice_id, m.id, n.checklist_id, n.version, m.establishment,
                   case when o.code is null then m.prefecture else o.prefecture end,
                   case when o.code is null then m.municipality else o.municipality end,
                   case when o.code is null then m.corporation else o.corporation end,
                   m.usage, m.earliest_due_on, m.first_time, m.last_sequence, 'open', 1
            from merged m
            join notice_checklist n on n.notice_id = m.notice_id and n.checklist_id = m.checklist_id
            -- One of which nothing but its erasure was heard has no place.
            left join organization o on o.code = m.establishment and o.prefecture is not null
            order by m.notice_id, m.id
            on conflict (notice_id, establishment, checklist_id) do update
            set due_on = least(assignment.due_on, excluded.due_on),
                arrived_at = least(assignment.arrived_at, excluded.arrived_at),
                arrival_sequence = greatest(assignment.arrival_sequence, excluded.arrival_sequence)
            where assignment.state = 'open'
            returning new.*, old.id is null as created, old.due_on as former_due_on
          ), fact as (
            insert into assignment_fact
              (notice_id, assignment_id, kind, by_organization, time, recorded_time, details)
            select notice_id, id, kind, by_organization, time, cast(:now as timestamptz), details from (
              select t.notice_id, t.id, 'created' as kind, m.from_organization as by_organization, m.time,
                     jsonb_strip_nulls(jsonb_build_object('dueOn', m.due_on)) as details, 1 as n
              from taken t join merged m on m.id = t.id
              where t.created
              union all
              select t.notice_id, t.id, 'due-date-advanced', m.due_from, m.time,
                     jsonb_strip_nulls(jsonb_build_object('dueOn', t.due_on, 'formerDueOn',
                       case when t.created then m.due_on else t.former_due_on end)), 2
              from taken t join merged m on m.id = t.id
              where t.due_on is distinct from case when t.created then m.due_on else t.former_due_on end
            ) f order by notice_id, id, n
          )
          insert into outbox
            (type, subject, partition_key, sequence, time, recorded_time, correlation_id, causation_id, traceparent, data)
          select 'assignment.created', cast(t.id as text), cast(t.id as text), t.seq, t.arrived_at, cast(:now as timestamptz),
                 cast(t.notice_id as text), m.event_id, cast(:trace as text),
                 json_strip_nulls(json_build_object('assignmentId', t.id, 'noticeId', t.notice_id,
                   'checklistId', t.checklist_id, 'checklistVersion', t.checklist_version,
                   'establishment', t.establishment, 'prefecture', t.prefecture, 'municipality', t.municipality,
                   'corporation', t.corporation, 'usage', t.usage, 'dueOn', t.due_on))
          from taken t join merged m on m.id = t.id
          where t.created
          """;

  private final EntityManager entities;
  private final Outbox outbox;
  private final Clock clock;

  TakeArrivals(EntityManager entities, Outbox outbox, Clock clock) {
    this.entities = entities;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Members are named as the statements name them. */
  private record Row(
      UUID id,
      UUID notice_id,
      UUID checklist_id,
      String establishment,
      @Nullable String prefecture,
      @Nullable String municipality,
      @Nullable String corporation,
      String usage,
      @Nullable String due_on,
      String from_organization,
      String time,
      long sequence,
      String event_id) {

    /** One for each checklist; the first is known by notice and establishment alone. */
    static Stream<Row> of(EventEnvelope event, DeliveryArrived data) {
      UUID first = Objects.requireNonNull(data.checklistId());
      List<UUID> more = Objects.requireNonNullElse(data.moreChecklistIds(), List.of());
      return Stream.concat(
          Stream.of(of(event, data, first, Assignment.idOf(data.noticeId(), data.organization()))),
          more.stream()
              .map(
                  checklist ->
                      of(
                          event,
                          data,
                          checklist,
                          Assignment.idOf(data.noticeId(), data.organization(), checklist))));
    }

    private static Row of(EventEnvelope event, DeliveryArrived data, UUID checklist, UUID id) {
      return new Row(
          id,
          data.noticeId(),
          checklist,
          data.organization().value(),
          data.prefecture() == null ? null : data.prefecture().value(),
          data.municipality() == null ? null : data.municipality().value(),
          data.corporation() == null ? null : data.corporation().value(),
          data.usage().wireName(),
          data.dueOn() == null ? null : data.dueOn().toString(),
          data.from().value(),
          event.time().toString(),
          event.sequence(),
          event.id());
    }
  }

  /** An arrival with the event that told of it. */
  record Arrival(EventEnvelope event, DeliveryArrived data) {}

  /**
   * @throws UnreadableEvent if one names a checklist that nobody published here: poison
   */
  @Transactional(Transactional.TxType.MANDATORY)
  void take(List<Arrival> arrivals) {
    if (arrivals.isEmpty()) {
      return;
    }
    String rows =
        StoredJson.write(arrivals.stream().flatMap(a -> Row.of(a.event(), a.data())).toList());
    entities.createNativeQuery(PIN).setParameter("arrivals", rows).executeUpdate();
    List<?> unknown =
        entities.createNativeQuery(UNKNOWN).setParameter("arrivals", rows).getResultList();
    if (!unknown.isEmpty()) {
      throw new UnreadableEvent("no such published checklist: " + unknown.get(0));
    }
    entities
        .createNativeQuery(TAKE)
        .setParameter("arrivals", rows)
        .setParameter("now", clock.instant())
        .setParameter("trace", outbox.traceParent().orElse(null))
        .executeUpdate();
    outbox.wakeRelay();
  }
}
