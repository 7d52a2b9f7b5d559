package org.todoke.registry.place;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.jboss.logging.Logger;
import org.todoke.security.SystemScope;

/**
 * Brings the lists of codes into the database at start, in one statement. What is there already and
 * the same is left alone. No event tells of it: a code that is no organisation addresses nobody.
 */
@ApplicationScoped
public class PlaceLoader {

  private static final Logger LOG = Logger.getLogger(PlaceLoader.class);

  /** Two services that start at once load one after the other. */
  private static final String ONE_AT_A_TIME = "select pg_advisory_xact_lock(hashtext('places'))";

  private static final String STORE =
      """
      with listed as (
        select * from json_to_recordset(cast(:rows as json)) as r(
          code text, kind text, name text, name_kana text, municipality text, prefecture text,
          valid_to date, reason text, successors text[])
      ), stored as (
        insert into place_code as p (
          code, kind, name, name_kana, municipality, prefecture, valid_to, reason)
        select code, kind, name, name_kana, municipality, prefecture, valid_to, reason
          from listed
         order by code
        on conflict (code) do update set
          (kind, name, name_kana, municipality, prefecture, valid_to, reason) =
          (excluded.kind, excluded.name, excluded.name_kana, excluded.municipality,
           excluded.prefecture, excluded.valid_to, excluded.reason)
         where (p.kind, p.name, p.name_kana, p.municipality, p.prefecture, p.valid_to, p.reason)
               is distinct from
               (excluded.kind, excluded.name, excluded.name_kana, excluded.municipality,
                excluded.prefecture, excluded.valid_to, excluded.reason)
        returning p.code
      ), unsaid as (
        delete from place_succession s using listed l
         where s.code = l.code and s.successor <> all (l.successors)
        returning s.code
      ), said as (
        insert into place_succession (code, successor)
        select l.code, successor from listed l cross join unnest(l.successors) as successor
        on conflict do nothing
        returning code
      )
      select count(*) from (
        select code from stored union select code from unsaid union select code from said)""";

  private final EntityManager entityManager;
  private final ObjectMapper json;

  PlaceLoader(EntityManager entityManager, ObjectMapper json) {
    this.entityManager = entityManager;
    this.json = json;
  }

  void atStart(@Observes StartupEvent event) {
    load();
  }

  /** Returns how many codes were new or had changed. */
  public int load() {
    List<ListedPlace> places = PlaceLists.all();
    int[] stored = new int[1];
    SystemScope.run(
        () -> QuarkusTransaction.requiringNew().run(() -> stored[0] = store(write(places))));
    LOG.infof("%d of %d codes of places were new or had changed", stored[0], places.size());
    return stored[0];
  }

  private int store(String rows) {
    entityManager.createNativeQuery(ONE_AT_A_TIME).getSingleResult();
    return ((Number)
            entityManager.createNativeQuery(STORE).setParameter("rows", rows).getSingleResult())
        .intValue();
  }

  private String write(List<ListedPlace> places) {
    try {
      return json.writeValueAsString(places);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a list cannot be written as JSON", e);
    }
  }
}
