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
import org.jboss.logging.Logger;
import org.todoke.messaging.Outbox;
import org.todoke.registry.organization.JapaneseToday;
import org.todoke.security.SystemScope;

/**
 * Brings the lists into the database at start: one statement for all organisations, their history
 * and their events, however many they are. What is there already and the same is left alone and
 * causes no event; so is what a registrar has changed.
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
        select * from json_to_recordset(cast(:rows as json)) as r(
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
           and (%3$s) is distinct from (%2$s)
        returning old.code is null as registered, new.*
      ), ended as (
        update organization_history h set valid_to = cast(:today as date) - 1
          from stored s
         where h.organization = s.code and not s.registered and h.valid_to is null
        returning h.organization
      ), begun as (
        insert into organization_history (
          organization, seq, name, name_kana, parent, prefecture, municipality, corporation,
          services, state, valid_from, recorded_at)
        select code, seq, name, name_kana, parent, prefecture, municipality, corporation,
               services, state,
               case when registered then valid_from else cast(:today as date) end, :now
          from stored
         -- Asked so that the old rows have ended before the new ones come.
         where (select count(*) from ended) >= 0
      )
      insert into outbox (
        type, subject, partition_key, sequence, time, recorded_time, correlation_id, data)
      select case when registered then 'organization.registered' else 'organization.changed' end,
             code, code, seq, :now, :now, code,
             json_strip_nulls(json_build_object(
               'code', code, 'kind', kind, 'name', name, 'nameKana', name_kana, 'parent', parent,
               'prefecture', prefecture, 'municipality', municipality, 'corporation', corporation,
               'state', state, 'validFrom', valid_from, 'serviceTypes', services,
               'channels', channels))
        from stored
       order by code"""
          .formatted(COMPARED, prefixed("excluded."), prefixed("o."));

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
    int stored =
        entityManager
            .createNativeQuery(STORE_ORGANIZATIONS)
            .setParameter("rows", write(organizations))
            .setParameter("today", today.date())
            .setParameter("now", clock.instant())
            .executeUpdate();
    entityManager
        .createNativeQuery(STORE_CONTACTS)
        .setParameter("rows", write(contacts))
        .executeUpdate();
    outbox.wakeRelay();
    return stored;
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
