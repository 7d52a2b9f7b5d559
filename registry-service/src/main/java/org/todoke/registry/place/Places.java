package org.todoke.registry.place;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.todoke.registry.number.LocalGovernmentNumber;
import org.todoke.web.Refusal;
import org.todoke.web.Violation;

/** Says what a six-digit code is today. Codes are public to everybody with a token. */
@ApplicationScoped
public class Places {

  /**
   * Follows successors to the end, those of the lists and those that registrars entered; UNION
   * drops a code that was met before, so that it ends.
   */
  private static final String FOLLOW =
      """
      with recursive way as (
        select cast(:code as text) collate "C" as code, 0 as steps
        union
        select s.successor, least(w.steps + 1, 2)
          from way w
         cross join lateral (
           select successor from place_succession where code = w.code
           union all
           select substr(successor, 4) from succession where predecessor = 'lg:' || w.code) s
      ), known as (
        select code, min(steps) as steps from way group by code
      )
      select k.code, k.steps, p.kind, p.name, p.name_kana, p.municipality, p.prefecture, p.valid_to,
             p.reason, o.kind, o.name, o.name_kana,
             case when o.kind = 'prefecture' then o.code else o.prefecture end, o.valid_to
        from known k
        left join place_code p on p.code = k.code
        left join organization o on o.code = 'lg:' || k.code
       order by k.steps, k.code""";

  private final EntityManager entityManager;

  Places(EntityManager entityManager) {
    this.entityManager = entityManager;
  }

  /**
   * @param code six digits
   * @throws Refusal (invalid) {@code local-government-code.check-digit} if no place can have it;
   *     (not found) {@code place.not-found} if none does
   */
  @Transactional
  public PlaceView resolve(String code) {
    if (!LocalGovernmentNumber.isValid(code)) {
      throw Refusal.invalid(Violation.at("path:code", "local-government-code.check-digit"));
    }
    Stream<?> rows =
        entityManager
            .createNativeQuery(FOLLOW, Object[].class)
            .setParameter("code", code)
            .getResultStream();
    List<PlaceRow> way =
        rows.map(row -> PlaceRow.of((Object[]) row)).filter(PlaceRow::isKnown).toList();
    if (way.isEmpty() || way.get(0).steps() != 0) {
      throw Refusal.notFound("place.not-found", code);
    }
    return view(way.get(0), way);
  }

  private static PlaceView view(PlaceRow asked, List<PlaceRow> way) {
    return new PlaceView(
        asked.code(),
        asked.kind(),
        asked.name(),
        asked.kana(),
        asked.prefecture(),
        asked.city(),
        asked.isActiveOrganization(),
        way.stream().map(PlaceRow::governor).filter(Objects::nonNull).distinct().sorted().toList(),
        asked.validTo(),
        asked.endReason(),
        way.stream().filter(row -> row.steps() == 1).map(PlaceRow::asSuccessor).toList(),
        Stream.ofNullable(asked.formerName()).toList());
  }
}
