package org.todoke.registry.importing.applying;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Telephone and FAX numbers of the establishments in hand. A number is a contact for as long as the
 * row of one of its services has it; contacts that somebody entered are nobody's business here.
 */
@ApplicationScoped
class ListedContacts {

  /** The rows that no longer have a number are taken from it; one without rows ends. */
  private static final String WITHDRAW =
      """
      with remaining as (
        select c.id,
               coalesce(
                 array_agg(n.service order by n.service) filter (
                   where l.establishment is null
                      or case c.channel when 'fax' then l.fax else l.telephone end = c.value),
                 '{}') as services
          from contact c
         cross join unnest(c.services) as n (service)
          left join import_listed l on l.establishment = c.organization and l.service = n.service
         where c.source = 'list' and c.state = 'active'
           and c.organization in (select establishment from import_listed)
         group by c.id
      )
      update contact c
         set services = r.services, version = c.version + 1,
             state = case when r.services = '{}' then 'closed' else c.state end,
             valid_to = case when r.services = '{}' then greatest(cast(:asOf as date) - 1, c.valid_from) end
        from remaining r
       where c.id = r.id and c.services <> r.services""";

  private static final String ADD =
      """
      with numbers as (
        select establishment, 'telephone' as channel, telephone as value, service
          from import_listed where telephone is not null
        union all
        select establishment, 'fax', fax, service from import_listed where fax is not null
      )
      insert into contact as c (id, organization, channel, value, state, valid_from, source, services)
      select uuidv7(), establishment, channel, value, 'active', cast(:asOf as date), 'list',
             array_agg(service order by service)
        from numbers
       group by establishment, channel, value
       order by establishment
      on conflict (organization, channel, value, coalesce(department, ''),
                   coalesce(cast(department_id as text), '')) where state = 'active'
      do update set version = c.version + 1,
                    services = array(select distinct s from unnest(c.services || excluded.services) s order by s)
      where c.source = 'list' and not c.services @> excluded.services""";

  private static final String REACH =
      """
      with ways as (
        select c.organization,
               array_agg(c.channel order by array_position(
                 array['inbox', 'email', 'fax', 'telephone', 'post', 'by-hand', 'api'], c.channel)) as channels
          from (select distinct organization, channel from contact
                 where state = 'active' and reachability <> 'unreachable'
                   and organization in (select code from import_target)) c
         group by 1
      ), written as (
        update organization o set channels = coalesce(w.channels, '{}')
          from import_target t left join ways w on w.organization = t.code
         where o.code = t.code
           and not exists (select from import_stored s where s.code = o.code and s.registered)
           and o.channels is distinct from coalesce(w.channels, '{}')
        returning o.code
      )
      insert into import_touched select code from written""";

  private final Statements statements;

  ListedContacts(Statements statements) {
    this.statements = statements;
  }

  void apply(Job job, String upTo, Effects effects) {
    int withdrawn = statements.run(WITHDRAW, job, upTo);
    int added = statements.run(ADD, job, upTo);
    if (withdrawn + added > 0) {
      statements.run(REACH, job, upTo);
    }
    effects.add("contact", "added", added).add("contact", "withdrawn", withdrawn);
  }
}
