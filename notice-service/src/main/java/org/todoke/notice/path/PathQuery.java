package org.todoke.notice.path;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.Channel;
import org.todoke.contracts.ExcuseReason;
import org.todoke.contracts.OrganizationCode;
import org.todoke.notice.place.Kinds;
import org.todoke.notice.place.Standing;

/**
 * Reads every station of the ways to organisations with one statement, however many there are.
 * Whoever is a place itself sees a corporation's ways through that place only.
 *
 * <p>It looks upwards, at deliveries that row-level security would hide from the one below. So it
 * runs as the suite itself, and its own text is what limits it: to targets that the caller may see,
 * and to the stations above that.
 */
@ApplicationScoped
class PathQuery {

  private static final String STATIONS =
      """
      with target as (
        select d.* from delivery d
        where d.notice_id = :notice and d.organization = any(cast(:organizations as text[])) and %s
      ), place as (
        select t.organization as target, p.prefecture, p.municipality
        from target t
        join corporation_place p on p.notice_id = :notice and p.corporation = t.organization
        where t.tier = 'corporation'
          and (cast(:area as text) is null or t.organization = :area
            or :area in (p.prefecture, p.municipality))
        union all
        select t.organization, t.prefecture, t.municipality from target t
        where t.tier <> 'corporation'
      ), station as materialized (
        select t.organization as target, 0 as ord, 'issuer' as role, i.organization,
          cast(null as text) as prefecture, n.issued_at
        from target t
        join notice n on n.id = t.notice_id
        join notice_issuer i on i.notice_id = n.id and i.ordinal = 0
        union all
        select distinct p.target, 1, 'prefecture', p.prefecture, cast(null as text),
          cast(null as timestamptz)
        from place p where p.prefecture is not null
        union all
        select distinct p.target, 2, 'municipality', p.municipality, p.prefecture,
          cast(null as timestamptz)
        from place p where p.municipality is not null
        union all
        select t.organization, 3, 'operator', t.corporation, null, null
        from target t where t.corporation is not null
        union all
        select t.organization, 4, 'target', t.organization, null, null from target t
      ), handed as materialized (
        select s.target, s.organization,
          cast(json_object_agg(c.child, json_build_object('channel', c.channel,
            'reason', c.reason)) as text) as children
        from station s
        join station below on below.target = s.target
        join forwarding_child c on c.notice_id = :notice and c.organization = s.organization
          and c.child = below.organization
        group by s.target, s.organization
      )
      select s.role, s.organization, s.prefecture, o.name, o.kind, s.issued_at,
        d.organization is not null, d.reached_at, d.acknowledged_at, d.forwarded_at, d.finalized_at,
        d.excused_reason, d.excused_at, d.excused_by,
        (select cast(json_agg(json_build_object('from', a.from_organization, 'channel', a.channel,
            'time', a.time, 'recordedTime', a.recorded_time)
            order by a.time, a.from_organization) as text)
          from arrival a where a.notice_id = :notice and a.organization = s.organization),
        h.children, s.target
      from station s
      left join organization o on o.code = s.organization
      left join delivery d on d.notice_id = :notice and d.organization = s.organization
      left join handed h on h.target = s.target and h.organization = s.organization
      order by s.target, s.ord, s.prefecture, s.organization
      """;

  private final EntityManager em;
  private final ObjectMapper json;

  PathQuery(EntityManager em, ObjectMapper json) {
    this.em = em;
    this.json = json;
  }

  private record Found(
      String role, @Nullable OrganizationCode prefecture, boolean inAudience, Station station) {}

  /** Empty if there is no such delivery that the caller may see. */
  Optional<Way> find(UUID notice, OrganizationCode organization, Standing standing) {
    return Optional.ofNullable(findAll(notice, List.of(organization), standing).get(organization));
  }

  /** Of those that the caller may see; one statement for all of them. */
  Map<OrganizationCode, Way> findAll(
      UUID notice, Collection<OrganizationCode> organizations, Standing standing) {
    Query query =
        em.createNativeQuery(STATIONS.formatted(standing.visible("d")))
            .setParameter("notice", notice)
            .setParameter(
                "organizations",
                organizations.stream().map(OrganizationCode::value).toArray(String[]::new))
            .setParameter("area", standing.issuer() ? null : standing.organization().value());
    if (standing.usesViewer()) {
      query.setParameter("viewer", standing.organization().value());
    }
    @SuppressWarnings("unchecked")
    List<Object[]> rows = query.getResultList();
    Map<String, List<Found>> stations =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    row -> (String) row[16], Collectors.mapping(this::read, Collectors.toList())));
    return stations.values().stream()
        .map(PathQuery::way)
        .collect(Collectors.toMap(way -> way.target().organization(), Function.identity()));
  }

  private static Way way(List<Found> found) {
    return new Way(
        only(found, "target"),
        only(found, "issuer"),
        jurisdictions(found),
        found.stream()
            .filter(f -> f.role().equals("operator") && f.inAudience())
            .map(Found::station)
            .findFirst()
            .orElse(null));
  }

  private static Station only(List<Found> found, String role) {
    return found.stream().filter(f -> f.role().equals(role)).findFirst().orElseThrow().station();
  }

  private static List<Way.Jurisdiction> jurisdictions(List<Found> found) {
    Map<OrganizationCode, Station> prefectures = new HashMap<>();
    List<Found> municipalities = new ArrayList<>();
    for (Found f : found) {
      if (f.role().equals("prefecture") && f.inAudience()) {
        prefectures.put(f.station().organization(), f.station());
      } else if (f.role().equals("municipality")) {
        municipalities.add(f);
      }
    }
    if (municipalities.isEmpty()) {
      return List.of(
          new Way.Jurisdiction(prefectures.values().stream().findFirst().orElse(null), null));
    }
    return municipalities.stream()
        .map(
            m ->
                new Way.Jurisdiction(
                    m.prefecture() == null ? null : prefectures.get(m.prefecture()),
                    m.inAudience() ? m.station() : null))
        .toList();
  }

  private Found read(Object[] row) {
    Instant issued = (Instant) row[5];
    return new Found(
        (String) row[0],
        row[2] == null ? null : OrganizationCode.of((String) row[2]),
        (Boolean) row[6],
        new Station(
            OrganizationCode.of((String) row[1]),
            (String) row[3],
            row[4] == null ? null : Kinds.ofWireName((String) row[4]),
            issued != null ? issued : (Instant) row[7],
            (Instant) row[8],
            (Instant) row[9],
            (Instant) row[10],
            row[11] == null
                ? null
                : new Station.Excuse(
                    excuse((String) row[11]),
                    (Instant) row[12],
                    OrganizationCode.parse((String) row[13]).orElse(null)),
            arrivals((String) row[14]),
            handed((String) row[15])));
  }

  private List<Station.Arrival> arrivals(@Nullable String text) {
    List<Station.Arrival> arrivals = new ArrayList<>();
    for (JsonNode a : parse(text)) {
      arrivals.add(
          new Station.Arrival(
              OrganizationCode.of(a.get("from").asText()),
              channel(a.get("channel").asText()),
              moment(a.get("time")),
              moment(a.get("recordedTime"))));
    }
    return arrivals;
  }

  private Map<OrganizationCode, Station.Handing> handed(@Nullable String text) {
    Map<OrganizationCode, Station.Handing> handed = new HashMap<>();
    parse(text)
        .fields()
        .forEachRemaining(
            child ->
                handed.put(
                    OrganizationCode.of(child.getKey()),
                    new Station.Handing(
                        child.getValue().hasNonNull("channel")
                            ? channel(child.getValue().get("channel").asText())
                            : null,
                        child.getValue().hasNonNull("reason")
                            ? child.getValue().get("reason").asText()
                            : null)));
    return handed;
  }

  private JsonNode parse(@Nullable String text) {
    try {
      return text == null ? json.createArrayNode() : json.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("JSON of our own cannot be read", e);
    }
  }

  private static Instant moment(JsonNode text) {
    return OffsetDateTime.parse(text.asText()).toInstant();
  }

  private static Channel channel(String wireName) {
    return Arrays.stream(Channel.values())
        .filter(c -> c.wireName().equals(wireName))
        .findFirst()
        .orElseThrow();
  }

  private static ExcuseReason excuse(String wireName) {
    return Arrays.stream(ExcuseReason.values())
        .filter(r -> r.wireName().equals(wireName))
        .findFirst()
        .orElseThrow();
  }
}
