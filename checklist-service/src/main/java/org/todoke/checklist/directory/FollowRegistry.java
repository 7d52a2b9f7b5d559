package org.todoke.checklist.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.todoke.checklist.EventReader;
import org.todoke.checklist.StoredJson;
import org.todoke.checklist.assignment.FollowLines;
import org.todoke.contracts.EventType;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.event.OrganizationSnapshot;
import org.todoke.messaging.EventEnvelope;
import org.todoke.messaging.EventHandler;

/**
 * Keeps the directory: the last word of the registry about each organisation. Of one that was
 * erased the lines stay, and the sequence, so that an older event does not bring the name back.
 */
@ApplicationScoped
public class FollowRegistry implements EventHandler {

  private static final String KEEP =
      """
      insert into organization (code, kind, name, prefecture, municipality, corporation, state, sequence)
      select code, kind, name, prefecture, municipality, corporation, state, sequence
      from json_to_recordset(cast(:organizations as json)) as o(
        code text, kind text, name text, prefecture text, municipality text, corporation text, state text,
        sequence bigint)
      order by code
      on conflict (code) do update
      set kind = excluded.kind, name = excluded.name, prefecture = excluded.prefecture,
          municipality = excluded.municipality, corporation = excluded.corporation, state = excluded.state,
          sequence = excluded.sequence
      where organization.sequence < excluded.sequence
      """;

  /**
   * After {@link #KEEP}, so that within a batch the sequence decides here as well. A code that was
   * never heard of is remembered too: the older events may still be on their way.
   */
  private static final String ERASE =
      """
      insert into organization (code, kind, name, state, sequence)
      select code, case when code like 'kj:%' then 'establishment' else 'corporation' end, :name, 'closed',
             max(sequence)
      from json_to_recordset(cast(:erasures as json)) as e(code text, sequence bigint)
      group by code
      order by code
      on conflict (code) do update
      set name = excluded.name, state = 'closed', sequence = excluded.sequence
      where organization.sequence < excluded.sequence
      """;

  private final EventReader reader;
  private final EntityManager entities;
  private final FollowLines lines;

  FollowRegistry(EventReader reader, EntityManager entities, FollowLines lines) {
    this.reader = reader;
    this.entities = entities;
    this.lines = lines;
  }

  private record News(EventEnvelope event, OrganizationSnapshot snapshot) {}

  private record Row(
      String code,
      String kind,
      String name,
      @Nullable String prefecture,
      @Nullable String municipality,
      @Nullable String corporation,
      String state,
      long sequence) {

    static Row of(News news) {
      OrganizationSnapshot s = news.snapshot();
      return new Row(
          s.code().value(),
          s.kind().wireName(),
          s.name(),
          valueOf(s.prefecture()),
          valueOf(s.municipality()),
          valueOf(s.corporation()),
          s.state().wireName(),
          news.event().sequence());
    }

    private static @Nullable String valueOf(@Nullable OrganizationCode code) {
      return code == null ? null : code.value();
    }
  }

  /** As the statement takes it. */
  private record Erasure(String code, long sequence) {}

  @Override
  public void handle(List<EventEnvelope> events) {
    keep(events);
    List<Erasure> erasures =
        events.stream()
            .filter(event -> event.type().equals(EventType.ORGANIZATION_ERASED.wireName()))
            .map(event -> new Erasure(event.subject(), event.sequence()))
            .toList();
    if (!erasures.isEmpty()) {
      entities
          .createNativeQuery(ERASE)
          .setParameter("erasures", StoredJson.write(erasures))
          .setParameter("name", OrganizationSnapshot.NAME_OF_ERASED)
          .executeUpdate();
    }
  }

  private void keep(List<EventEnvelope> events) {
    Map<OrganizationCode, News> latest = new LinkedHashMap<>();
    for (EventEnvelope event : events) {
      if (isAboutOrganization(event.type())) {
        var news = new News(event, reader.read(event, OrganizationSnapshot.class));
        latest.merge(
            news.snapshot().code(),
            news,
            (known, other) -> known.event().sequence() > other.event().sequence() ? known : other);
      }
    }
    if (latest.isEmpty()) {
      return;
    }
    entities
        .createNativeQuery(KEEP)
        .setParameter(
            "organizations", StoredJson.write(latest.values().stream().map(Row::of).toList()))
        .executeUpdate();
    lines.follow(
        latest.values().stream()
            .map(n -> new FollowLines.Change(n.snapshot().code(), n.event().time()))
            .toList());
  }

  private static boolean isAboutOrganization(String type) {
    return type.equals(EventType.ORGANIZATION_REGISTERED.wireName())
        || type.equals(EventType.ORGANIZATION_CHANGED.wireName())
        || type.equals(EventType.ORGANIZATION_CLOSED.wireName());
  }
}
