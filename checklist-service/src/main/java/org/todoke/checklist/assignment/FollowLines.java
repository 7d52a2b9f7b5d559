package org.todoke.checklist.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.todoke.checklist.StoredJson;
import org.todoke.contracts.OrganizationCode;

/**
 * Moves open assignments along when the registry moves their establishment: whoever is responsible
 * now sees them, whoever was no longer does. Closed ones stay where they were closed.
 */
@ApplicationScoped
public class FollowLines {

  private static final String STATEMENT =
      """
      with moved as (
        update assignment a
        set prefecture = o.prefecture, municipality = o.municipality, corporation = o.corporation
        from json_to_recordset(cast(:changes as json)) as c(code text, time timestamptz)
        join organization o on o.code = c.code
        where a.establishment = c.code and a.state = 'open'
          -- One of which nothing but its erasure was heard has no place; what is known from its arrival stays.
          and o.prefecture is not null
          and (a.prefecture, a.municipality, a.corporation)
              is distinct from (o.prefecture, o.municipality, o.corporation)
        returning new.*, c.time
      )
      insert into assignment_fact (notice_id, assignment_id, kind, time, recorded_time, details)
      select notice_id, id, 'lines-changed', time, cast(:now as timestamptz),
             jsonb_strip_nulls(jsonb_build_object(
               'prefecture', prefecture, 'municipality', municipality, 'corporation', corporation))
      from moved
      """;

  private final EntityManager entities;
  private final Clock clock;

  FollowLines(EntityManager entities, Clock clock) {
    this.entities = entities;
    this.clock = clock;
  }

  /** An organisation of which the directory has news, and since when they are true. */
  public record Change(OrganizationCode code, Instant time) {}

  private record Row(String code, String time) {}

  /** Compares with the directory, so that it must be up to date before. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void follow(List<Change> changes) {
    List<Row> rows =
        changes.stream().map(c -> new Row(c.code().value(), c.time().toString())).toList();
    entities
        .createNativeQuery(STATEMENT)
        .setParameter("changes", StoredJson.write(rows))
        .setParameter("now", clock.instant())
        .executeUpdate();
  }
}
