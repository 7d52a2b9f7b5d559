package org.todoke.registry.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;

/**
 * One statement that proposes pairs of corporations, however many there are. The folded name is the
 * first word of the search key: the folding leaves no spaces inside a name.
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
      ), work as materialized (
        select corporation as code, municipality as place, true as town from organization
         where kind = 'establishment' and state = 'active' and municipality is not null
           and corporation is not null
        union
        select corporation, prefecture, false from organization
         where kind = 'establishment' and state = 'active' and prefecture is not null
           and corporation is not null
        union
        select code, municipality, true from corporation where municipality is not null
        union
        select code, prefecture, false from corporation where prefecture is not null
      ), candidate as (
        select a.code as first_code, b.code as second_code,
               case when a.unnumbered or b.unnumbered
                 then 'number-unknown-same-name' else 'same-name-other-number' end as reason
          from corporation a
          join corporation b on b.name = a.name and b.code > a.code
         where a.name <> '' and not (a.unnumbered and b.unnumbered)
        union all
        select a.code, b.code, 'same-address'
          from corporation a
          join corporation b on b.municipality = a.municipality and b.address = a.address
                            and b.code > a.code and b.name <> a.name
         where a.unnumbered <> b.unnumbered
      ), suspected as (
        select c.first_code, c.second_code, c.reason,
               array_agg(w.place order by w.place) as places
          from candidate c
          join work w on w.code = c.first_code
          join work v on v.code = c.second_code and v.place = w.place
         group by c.first_code, c.second_code, c.reason
        having (c.reason <> 'same-name-other-number' or bool_or(w.town))
           and (cast(:place as text) is null or bool_or(w.place = :place))
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
