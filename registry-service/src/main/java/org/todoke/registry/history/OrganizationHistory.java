package org.todoke.registry.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.registry.organization.OrganizationRepository;
import org.todoke.web.Page;
import org.todoke.web.PageRequest;
import org.todoke.web.Refusal;

/** Reads the periods of an organisation. They are as public as names and codes. */
@ApplicationScoped
public class OrganizationHistory {

  /** What an attribute is called, and how its column is read as a text. */
  private static final Map<String, String> ATTRIBUTES = attributes();

  private static final String PERIODS =
      """
      select h.seq, h.valid_from, h.valid_to, h.recorded_at, h.recorded_by, h.import_run,
             p.seq as before, %s, %s
        from organization_history h
        left join lateral (
          select * from organization_history e
           where e.organization = h.organization and e.seq < h.seq
           order by e.seq desc limit 1) as p on true
       where h.organization = :code and h.seq < :before
       order by h.seq desc limit :rows"""
          .formatted(columns("h"), columns("p"));

  private static final int FIRST_ATTRIBUTE = 7;

  private final EntityManager entityManager;
  private final OrganizationRepository organizations;

  OrganizationHistory(EntityManager entityManager, OrganizationRepository organizations) {
    this.entityManager = entityManager;
    this.organizations = organizations;
  }

  /**
   * The newest first.
   *
   * @throws Refusal (not found) {@code organization.not-found}
   */
  @Transactional
  public Page<Period> periods(OrganizationCode code, PageRequest page) {
    if (organizations.find(code).isEmpty()) {
      throw Refusal.notFound("organization.not-found", code);
    }
    Long before = page.after(Long::valueOf);
    Stream<?> rows =
        entityManager
            .createNativeQuery(PERIODS, Object[].class)
            .setParameter("code", code.value())
            .setParameter("before", before == null ? Long.MAX_VALUE : before)
            .setParameter("rows", page.rowsToRead())
            .getResultStream();
    return Page.of(
        rows.map(row -> period((Object[]) row)).toList(),
        page.limit(),
        last -> Long.toString(last.sequence()));
  }

  private static Period period(Object[] row) {
    Map<String, String> attributes = attributes(row, FIRST_ATTRIBUTE);
    Map<String, String> before =
        row[6] == null ? null : attributes(row, FIRST_ATTRIBUTE + ATTRIBUTES.size());
    return new Period(
        ((Number) row[0]).longValue(),
        (LocalDate) row[1],
        (LocalDate) row[2],
        (Instant) row[3],
        (String) row[4],
        (UUID) row[5],
        attributes,
        Period.differences(ATTRIBUTES.keySet(), before, attributes));
  }

  private static Map<String, String> attributes(Object[] row, int first) {
    Map<String, String> attributes = new LinkedHashMap<>();
    int column = first;
    for (String name : ATTRIBUTES.keySet()) {
      @Nullable String value = (String) row[column++];
      if (value != null && !value.isEmpty()) {
        attributes.put(name, value);
      }
    }
    return attributes;
  }

  private static String columns(String table) {
    return ATTRIBUTES.values().stream()
        .map(text -> text.formatted(table))
        .collect(Collectors.joining(", "));
  }

  private static Map<String, String> attributes() {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("name", "%s.name");
    attributes.put("nameKana", "%s.name_kana");
    attributes.put("parent", "%s.parent");
    attributes.put("prefecture", "%s.prefecture");
    attributes.put("municipality", "%s.municipality");
    attributes.put("ward", "%s.ward");
    attributes.put("corporation", "%s.corporation");
    attributes.put("address", "%s.address");
    attributes.put("building", "%s.building");
    attributes.put("latitude", "cast(trim_scale(%s.latitude) as text)");
    attributes.put("longitude", "cast(trim_scale(%s.longitude) as text)");
    attributes.put("serviceTypes", "array_to_string(%s.services, ' ')");
    attributes.put("listing", "%s.listing");
    attributes.put("state", "%s.state");
    return attributes;
  }
}
