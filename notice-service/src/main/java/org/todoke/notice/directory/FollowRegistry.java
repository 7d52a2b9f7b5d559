package org.todoke.notice.directory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.Channel;
import org.todoke.contracts.EventType;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.event.NamedDepartment;
import org.todoke.contracts.event.OrganizationSnapshot;
import org.todoke.messaging.EventDataReader;
import org.todoke.messaging.EventEnvelope;
import org.todoke.messaging.EventHandler;

/**
 * Keeps the last word of the registry about each organisation. Every event holds the full state, so
 * an older one that comes late is left aside.
 *
 * <p>Of one that was erased the kind and the lines stay, because audiences were frozen with them,
 * and the sequence, so that an older event does not bring the name back.
 */
@ApplicationScoped
public class FollowRegistry implements EventHandler {

  private static final Set<EventType> TYPES =
      EnumSet.of(
          EventType.ORGANIZATION_REGISTERED,
          EventType.ORGANIZATION_CHANGED,
          EventType.ORGANIZATION_CLOSED);

  /** In the order of the codes, so that two instances never wait for each other in a circle. */
  private static final String KEEP =
      """
      with latest as (
        select distinct on (s.code) s.*
        from jsonb_to_recordset(cast(:snapshots as jsonb)) as s (
          code text, kind text, name text, name_kana text, parent text, prefecture text,
          municipality text, corporation text, state text, valid_from date, valid_to date,
          services text[], channels text[], departments jsonb, members text[], sequence bigint)
        order by s.code, s.sequence desc
      )
      insert into organization as known (code, kind, name, name_kana, parent, prefecture,
        municipality, corporation, state, valid_from, valid_to, services, channels, departments,
        members, sequence)
      select code, kind, name, name_kana, parent,
        coalesce(prefecture, case when kind = 'municipality' then parent end),
        municipality, corporation, state, valid_from, valid_to, services, channels, departments,
        members, sequence
      from latest
      order by code
      on conflict (code) do update set
        kind = excluded.kind, name = excluded.name, name_kana = excluded.name_kana,
        parent = excluded.parent, prefecture = excluded.prefecture,
        municipality = excluded.municipality, corporation = excluded.corporation,
        state = excluded.state, valid_from = excluded.valid_from, valid_to = excluded.valid_to,
        services = excluded.services, channels = excluded.channels,
        departments = excluded.departments, members = excluded.members,
        sequence = excluded.sequence
      where known.sequence < excluded.sequence
      """;

  /**
   * After {@link #KEEP}, so that within a batch the sequence decides here as well. A code that was
   * never heard of is remembered too: the older events may still be on their way.
   */
  private static final String ERASE =
      """
      with latest as (
        select distinct on (e.code) e.code, e.sequence,
               cast(e.time at time zone 'Asia/Tokyo' as date) as day
        from jsonb_to_recordset(cast(:erasures as jsonb)) as e (
          code text, time timestamptz, sequence bigint)
        order by e.code, e.sequence desc
      )
      insert into organization as known (code, kind, name, state, valid_from, valid_to, sequence)
      select code, case when code like 'kj:%' then 'establishment' else 'corporation' end, :name,
        'closed', day, day, sequence
      from latest
      order by code
      on conflict (code) do update set
        name = excluded.name, name_kana = null, services = '{}', channels = '{}',
        state = 'closed', valid_to = coalesce(known.valid_to, excluded.valid_to),
        sequence = excluded.sequence
      where known.sequence < excluded.sequence
      """;

  private final EventDataReader reader;
  private final EntityManager em;
  private final ObjectMapper json;

  FollowRegistry(EventDataReader reader, EntityManager em, ObjectMapper json) {
    this.reader = reader;
    this.em = em;
    this.json = json;
  }

  /** As the statement takes it. */
  private record Row(
      String code,
      String kind,
      String name,
      @Nullable String name_kana,
      @Nullable String parent,
      @Nullable String prefecture,
      @Nullable String municipality,
      @Nullable String corporation,
      String state,
      LocalDate valid_from,
      @Nullable LocalDate valid_to,
      List<String> services,
      List<String> channels,
      List<NamedDepartment> departments,
      List<String> members,
      long sequence) {

    static Row of(OrganizationSnapshot s, long sequence) {
      return new Row(
          s.code().value(),
          s.kind().wireName(),
          s.name(),
          s.nameKana(),
          value(s.parent()),
          value(s.prefecture()),
          value(s.municipality()),
          value(s.corporation()),
          s.state().wireName(),
          s.validFrom(),
          s.validTo(),
          s.serviceTypes(),
          s.channels().stream().map(Channel::wireName).toList(),
          s.departments() == null ? List.of() : s.departments(),
          s.members() == null
              ? List.of()
              : s.members().stream().map(OrganizationCode::value).toList(),
          sequence);
    }

    private static @Nullable String value(@Nullable OrganizationCode code) {
      return code == null ? null : code.value();
    }
  }

  /** As the statement takes it. */
  private record Erasure(String code, Instant time, long sequence) {}

  @Override
  public void handle(List<EventEnvelope> events) {
    List<Row> rows = new ArrayList<>(events.size());
    List<Erasure> erasures = new ArrayList<>();
    for (EventEnvelope event : events) {
      if (event.type().equals(EventType.ORGANIZATION_ERASED.wireName())) {
        erasures.add(new Erasure(event.subject(), event.time(), event.sequence()));
      } else if (EventType.ofWireName(event.type()).filter(TYPES::contains).isPresent()) {
        rows.add(Row.of(reader.read(event, OrganizationSnapshot.class), event.sequence()));
      }
    }
    if (!rows.isEmpty()) {
      em.createNativeQuery(KEEP).setParameter("snapshots", write(rows)).executeUpdate();
    }
    if (!erasures.isEmpty()) {
      em.createNativeQuery(ERASE)
          .setParameter("erasures", write(erasures))
          .setParameter("name", OrganizationSnapshot.NAME_OF_ERASED)
          .executeUpdate();
    }
  }

  private String write(List<?> rows) {
    try {
      return json.writeValueAsString(rows);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("rows of our own cannot be written", e);
    }
  }
}
