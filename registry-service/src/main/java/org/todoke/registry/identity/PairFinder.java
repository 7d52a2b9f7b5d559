package org.todoke.registry.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;

/**
 * One statement that proposes pairs of corporations, however many there are. The folded name is the
 * first word of the search key: the folding leaves no spaces inside a name.
 *
 * <p>Names are compared place by place: few corporations of one name are at work in one place,
 * while the pairs of a common name in the whole country are too many to look through.
 */
@ApplicationScoped
class PairFinder {

  private static final String FIND =
      """
      with corporation as materialized (
        select code, split_part(search_key, ' ', 1) as name, code like 'op:%' as unnumbered,
               address, prefecture, municipality
          from organization
         where kind = 'corporation' and state = 'active'
           and (cast(:place as text) is null or code in (
             select corporation from organization
              where state = 'active' and corporation is not null
                and (municipality = :place or prefecture = :place)
             union
             select code from organization
              where kind = 'corporation' and (municipality = :place or prefecture = :place)))
      ), work as materialized (
        select c.code, e.municipality as place, true as town
          from corporation c join organization e on e.corporation = c.code
         where e.state = 'active' and e.municipality is not null
        union
        select c.code, e.prefecture, false
          from corporation c join organization e on e.corporation = c.code
         where e.state = 'active' and e.prefecture is not null
        union
        select code, municipality, true from corporation where municipality is not null
        union
        select code, prefecture, false from corporation where prefecture is not null
      ), named as materialized (
        select w.place, w.town, c.code, c.name, c.unnumbered
          from work w join corporation c on c.code = w.code
         where c.name <> ''
      ), alike as (
        select a.code as first_code, b.code as second_code, a.place, a.town,
               case when a.unnumbered or b.unnumbered
                 then 'number-unknown-same-name' else 'same-name-other-number' end as reason
          from named a
          join named b on b.place = a.place and b.name = a.name and b.code > a.code
         where not (a.unnumbered and b.unnumbered)
        union all
        select a.code, b.code, w.place, w.town, 'same-address'
          from corporation a
          join corporation b on b.municipality = a.municipality and b.address = a.address
                            and b.code > a.code and b.name <> a.name
          join work w on w.code = a.code
          join work v on v.code = b.code and v.place = w.place
         where a.unnumbered <> b.unnumbered
      ), suspected as (
        select first_code, second_code, reason, array_agg(place order by place) as places
          from alike
         group by first_code, second_code, reason
        having (reason <> 'same-name-other-number' or bool_or(town))
           and (cast(:place as text) is null or bool_or(place = :place))
      ), stored as (
        insert into suspected_pair as s (first_code, second_code, reason, places, state, found_at)
        select first_code, second_code, reason, places, 'open', :now from suspected
         order by first_code, second_code
        on conflict (first_code, second_code) do update set places = excluded.places
         where s.state = 'open' and s.places <> excluded.places
        returning old.id is null as found
      )
      select count(*) filter (where found) from stored""";

  private final EntityManager entityManager;

  PairFinder(EntityManager entityManager) {
    this.entityManager = entityManager;
  }

  /**
   * Needs a transaction that sees every pair.
   *
   * @param place in which both are at work; null for anywhere
   * @return how many pairs are new
   */
  int find(@Nullable OrganizationCode place, Instant now) {
    return ((Number)
            entityManager
                .createNativeQuery(FIND)
                .setParameter("place", place == null ? null : place.value())
                .setParameter("now", now)
                .getSingleResult())
        .intValue();
  }
}
