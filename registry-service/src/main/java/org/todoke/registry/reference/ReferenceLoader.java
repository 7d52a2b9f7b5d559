package org.todoke.registry.reference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.todoke.messaging.Outbox;
import org.todoke.registry.organization.JapaneseToday;
import org.todoke.registry.organization.OrganizationColumns;
import org.todoke.security.SystemScope;

/**
 * Brings the lists into the database at start with as many statements for all organisations, their
 * history, their services and their events as for one. What is there already and the same is left
 * alone and causes no event; so is what a registrar has changed.
 */
@ApplicationScoped
public class ReferenceLoader {

  private static final Logger LOG = Logger.getLogger(ReferenceLoader.class);

  /** Two services that start at once load one after the other. */
  private static final String ONE_AT_A_TIME = "select pg_advisory_xact_lock(hashtext('reference'))";

  /** The columns in which a row of a list can differ from what is stored. */
  private static final String COMPARED =
      "name, name_kana, parent, prefecture, municipality, corporation, services, channels";

  private static final String STORE_ORGANIZATIONS =
      """
      with listed as (
        select r.code, r.kind, r.name, r.name_kana, r.parent, r.prefecture, r.municipality,
               r.corporation, r.services, r.valid_from, r.origin, r.search_key, r.pairs,
               -- Without those whose contacts are known to reach nobody, which no list knows.
               array(
                 select w.channel from unnest(r.channels) with ordinality as w (channel, place)
                  where not exists (
                          select from contact c
                           where c.organization = r.code and c.channel = w.channel
                             and c.state = 'active' and c.reachability = 'unreachable')
                     or exists (
                          select from contact c
                           where c.organization = r.code and c.channel = w.channel
                             and c.state = 'active' and c.reachability <> 'unreachable')
                  order by w.place) as channels
          from json_to_recordset(cast(:rows as json)) as r(
            code text, kind text, name text, name_kana text, parent text, prefecture text,
            municipality text, corporation text, services text[], channels text[],
            valid_from date, origin text, search_key text, pairs text[])
      ), stored as (
        insert into organization as o (
          code, kind, name, name_kana, parent, prefecture, municipality, corporation, services,
          channels, state, valid_from, origin, seq, search_key, search)
        select code, kind, name, name_kana, parent, prefecture, municipality, corporation, services,
               channels, 'active', valid_from, origin, 1, search_key, array_to_tsvector(pairs)
          from listed
         order by code
        on conflict (code) do update set
          (%1$s) = (%2$s),
          search_key = excluded.search_key, search = excluded.search,
          seq = o.seq + 1, version = o.version + 1
         where o.origin <> 'registrar' and o.state = 'active'
           and ((%3$s) is distinct from (%2$s)
                or not o.services <@ array(
                     select s.service from establishment_service s
                      where s.establishment = o.code and s.valid_to is null))
        returning old.code is null as registered, new.*
      ), ended as (
        update organization_history h set valid_to = cast(:today as date) - 1
          from stored s
         where h.organization = s.code and not s.registered and h.valid_to is null
        returning h.organization
      ), begun as (
        insert into organization_history (organization, %4$s, valid_from, recorded_at)
        select code, %4$s,
               case when registered then valid_from else cast(:today as date) end, :now
          from stored
         -- Asked so that the old rows have ended before the new ones come.
         where (select count(*) from ended) >= 0
      )
      select code from stored"""
          .formatted(
              COMPARED, prefixed("excluded."), prefixed("o."), OrganizationColumns.IN_HISTORY);

  /** Services that the list no longer has end; the list knows them by their codes only. */
  private static final String END_SERVICES =
      """
      update establishment_service s
         set valid_to = greatest(s.valid_from, cast(:today as date)) - 1
        from organization o
       where o.code = any (string_to_array(:codes, ' ')) and s.establishment = o.code
         and s.valid_to is null and s.service <> all (o.services)""";

  private static final String BEGIN_SERVICES =
      """
      insert into establishment_service (
        establishment, service, name, name_kana, valid_from, recorded_at)
      select o.code, w.service, o.name, o.name_kana,
             case when exists (select from establishment_service s
                                where s.establishment = o.code and s.service = w.service)
                  then cast(:today as date) else o.valid_from end,
             :now
        from organization o cross join lateral unnest(o.services) as w (service)
       where o.code = any (string_to_array(:codes, ' '))
         and not exists (
           select from establishment_service s
            where s.establishment = o.code and s.service = w.service and s.valid_to is null)
       order by o.code, w.service
      on conflict (establishment, service, valid_from) do update set valid_to = null""";

  /** After the services, because an event tells of them and a statement does not see its own. */
  private static final String TELL =
      """
      insert into outbox (
        type, subject, partition_key, sequence, time, recorded_time, correlation_id, data)
      select case o.seq when 1 then 'organization.registered' else 'organization.changed' end,
             o.code, o.code, o.seq, :now, :now, o.code, organization_event_data(o)
        from organization o
       where o.code = any (string_to_array(:codes, ' '))
       order by o.code""";

  private static final String STORE_CONTACTS =
      """
      insert into contact (id, organization, channel, value, department, state, valid_from)
      select r.id, r.organization, r.channel, r.value, r.department, 'active', o.valid_from
        from json_to_recordset(cast(:rows as json)) as r(
          id uuid, organization text, channel text, value text, department text)
        join organization o on o.code = r.organization
       where o.origin <> 'registrar' and o.state = 'active'
      on conflict do nothing""";

  private final EntityManager entityManager;
  private final Outbox outbox;
  private final ObjectMapper json;
  private final RegistryConfig config;
  private final JapaneseToday today;
  private final Clock clock;

  ReferenceLoader(
      EntityManager entityManager,
      Outbox outbox,
      ObjectMapper json,
      RegistryConfig config,
      JapaneseToday today,
      Clock clock) {
    this.entityManager = entityManager;
    this.outbox = outbox;
    this.json = json;
    this.config = config;
    this.today = today;
    this.clock = clock;
  }

  void atStart(@Observes StartupEvent event) {
    load();
  }

  /** Returns how many organisations were new or had changed. */
  public int load() {
    List<ListedOrganization> organizations = new ArrayList<>(ReferenceLists.official());
    if (config.sample()) {
      organizations.addAll(ReferenceLists.sample());
    }
    List<ListedContact> contacts = config.sample() ? ReferenceLists.sampleContacts() : List.of();
    int[] stored = new int[1];
    SystemScope.run(
        () ->
            QuarkusTransaction.requiringNew()
                .run(() -> stored[0] = store(organizations, contacts)));
    LOG.infof(
        "%d of %d organisations of the lists were new or had changed",
        stored[0], organizations.size());
    return stored[0];
  }

  private int store(List<ListedOrganization> organizations, List<ListedContact> contacts) {
    entityManager.createNativeQuery(ONE_AT_A_TIME).getSingleResult();
    List<?> stored =
        entityManager
            .createNativeQuery(STORE_ORGANIZATIONS, String.class)
            .setParameter("rows", write(organizations))
            .setParameter("today", today.date())
            .setParameter("now", clock.instant())
            .getResultList();
    if (!stored.isEmpty()) {
      storeServicesAndTell(
          stored.stream().map(String.class::cast).collect(Collectors.joining(" ")));
    }
    entityManager
        .createNativeQuery(STORE_CONTACTS)
        .setParameter("rows", write(contacts))
        .executeUpdate();
    outbox.wakeRelay();
    return stored.size();
  }

  private void storeServicesAndTell(String codes) {
    entityManager
        .createNativeQuery(END_SERVICES)
        .setParameter("codes", codes)
        .setParameter("today", today.date())
        .executeUpdate();
    entityManager
        .createNativeQuery(BEGIN_SERVICES)
        .setParameter("codes", codes)
        .setParameter("today", today.date())
        .setParameter("now", clock.instant())
        .executeUpdate();
    entityManager
        .createNativeQuery(TELL)
        .setParameter("codes", codes)
        .setParameter("now", clock.instant())
        .executeUpdate();
  }

  private String write(List<?> rows) {
    try {
      return json.writeValueAsString(rows);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a list cannot be written as JSON", e);
    }
  }

  private static String prefixed(String prefix) {
    return prefix + COMPARED.replace(", ", ", " + prefix);
  }
}
