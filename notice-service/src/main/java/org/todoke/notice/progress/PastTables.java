package org.todoke.notice.progress;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The tables of a notice as they stood at an earlier moment, as a {@code with} clause whose queries
 * have the names of the tables: what follows it sees the past without knowing. What came later is
 * taken back by its facts, so that at the present moment nothing is taken back and the figures are
 * those of today; and a column that no fact changes is what it is. Mentions {@code :notice} and
 * {@code :asOf}.
 *
 * <p>A view looks at its own tables. {@link #view} gives its text, to be put behind the clause, so
 * that the definition of a figure stands once and holds for the past too. For queries of the suite
 * itself ({@link org.todoke.notice.place.AsSuite}).
 */
@ApplicationScoped
public class PastTables {

  /** Which columns of a delivery facts change, and what they were before the later facts. */
  private static final Map<String, String> BEFORE = before();

  /** Those who are looked at, and what happened to them later. */
  private static final String LATER =
      """
      with among as materialized (
        %s
      ), later as materialized (
        select f.organization,
          bool_or(f.type = 'delivery.added') as added,
          bool_or(f.type = 'delivery.arrived') as arrived,
          bool_or(f.type = 'delivery.arrived' and cast(f.data ->> 'first' as boolean)) as reached,
          bool_or(f.type = 'delivery.acknowledged') as acknowledged,
          bool_or(f.type = 'forwarding.forwarded') as forwarded,
          bool_or(f.type = 'forwarding.finalized') as finalized,
          bool_or(f.type = 'delivery.excused' or jsonb_exists(f.data, 'liftedExcuse')) as excused,
          bool_or(f.type = 'delivery.due-changed') as judged_anew
        from fact f
        where f.notice_id = :notice and f.recorded_time > :asOf
          and f.organization in (select organization from among)
        group by f.organization
      ), moved as materialized (
        select distinct on (f.organization) f.organization,
          cast(f.data ->> 'formerDueOn' as date) as former_due_on
        from fact f
        where f.notice_id = :notice and f.recorded_time > :asOf
          and jsonb_exists(f.data, 'formerDueOn')
          and f.organization in (select organization from among)
        order by f.organization, f.seq
      ), excuse as materialized (
        select distinct on (f.organization) f.organization,
          case when f.type = 'delivery.excused' then f.data ->> 'excuse' end as reason,
          case when f.type = 'delivery.excused' then f.time end as at,
          case when f.type = 'delivery.excused' then f.data ->> 'by' end as by
        from later l
        join fact f on f.notice_id = :notice and f.organization = l.organization
          and f.recorded_time <= :asOf
          and (f.type = 'delivery.excused' or jsonb_exists(f.data, 'liftedExcuse'))
        where l.excused
        order by f.organization, f.seq desc
      )
      """;

  /**
   * What was known of answers, of those of whom more is known by now, and of those whose date was
   * put off since: whether an answer is in time was judged by the date that held when it became
   * known, and anew whenever that date was put off.
   */
  private static final String ANSWERS =
      """
      , told as materialized (
        select a.*, coalesce(a.entered_at, a.recorded_time) as entered
        from answer_fact a
        where a.notice_id = :notice and a.organization in (select organization from among)
      ), answer as materialized (
        select t.organization, bool_or(t.entered > :asOf) as changed
        from told t left join later l using (organization)
        group by t.organization
        having bool_or(t.entered > :asOf) or bool_or(l.judged_anew)
      ), submitted as (
        select t.organization, t.assignment_id, min(t.time) as answered_at,
          (array_agg(t.result order by t.seq desc))[1] as result,
          (array_agg(t.entered order by t.time, t.entered))[1] as entered
        from told t join answer using (organization)
        where t.type in ('submission.completed', 'submission.amended') and t.entered <= :asOf
        group by t.organization, t.assignment_id
      ), submission as (
        select s.organization, max(s.answered_at) as answered_at, max(s.entered) as judged_at,
          """
          + FollowAnswers.RESULT_OF_ALL.formatted("s")
          + """
           as result
        from submitted s
        join delivery w on w.notice_id = :notice and w.organization = s.organization
        group by s.organization, w.more_checklists
        having count(*) > coalesce(cardinality(w.more_checklists), 0)
      ), remediation as (
        select organization,
          count(*) filter (where type = 'remediation.opened') as open,
          count(*) filter (where type = 'remediation.completed') as completed
        from (
          select distinct on (t.organization, t.remediation_id) t.organization, t.type
          from told t join answer using (organization)
          where t.remediation_id is not null and t.entered <= :asOf
          order by t.organization, t.remediation_id, t.seq desc) latest
        group by organization
      ), known as materialized (
        select n.organization, n.changed, s.answered_at, s.result,
          cast(coalesce(r.open, 0) as integer) as open,
          cast(coalesce(r.completed, 0) as integer) as completed,
          cast(s.answered_at at time zone 'Asia/Tokyo' as date) <= due.due_on as on_time
        from answer n
        left join submission s using (organization)
        left join remediation r using (organization)
        left join lateral (
          select greatest(s.judged_at, max(f.recorded_time)) as at
          from fact f
          where f.notice_id = :notice and f.organization = n.organization
            and f.type = 'delivery.due-changed' and f.recorded_time <= :asOf) judged on true
        left join lateral (
          select cast(f.data ->> 'formerDueOn' as date) as due_on
          from fact f
          where f.notice_id = :notice and f.organization = n.organization
            and f.recorded_time > judged.at and jsonb_exists(f.data, 'formerDueOn')
          order by f.seq limit 1) moved on true
        left join delivery d on d.notice_id = :notice and d.organization = n.organization
        cross join lateral (
          select case when exists (
              select from fact f
              where f.notice_id = :notice and f.organization = n.organization
                and f.recorded_time > judged.at and jsonb_exists(f.data, 'formerDueOn'))
            then moved.due_on else d.due_on end as due_on) due
      )
      """;

  private static final String TABLES =
      """
      , delivery as materialized (
        select %s
        from delivery d
        left join later l on l.organization = d.organization
        left join moved m on m.organization = d.organization
        left join excuse e on e.organization = d.organization
        left join known k on k.organization = d.organization
        where d.notice_id = :notice and d.organization in (select organization from among)
          and l.added is not true
      ), corporation_place as materialized (
        select p.* from corporation_place p
        where p.notice_id = :notice and (p.added_at is null or p.added_at <= :asOf)
      ), arrival as (
        select a.* from arrival a where a.notice_id = :notice and a.recorded_time <= :asOf
      )
      """;

  private final EntityManager em;
  private volatile @Nullable String columns;

  PastTables(EntityManager em) {
    this.em = em;
  }

  /**
   * @param among a query for the codes of those whose deliveries are looked at
   */
  public String with(String among) {
    return LATER.formatted(among) + ANSWERS + TABLES.formatted(columns());
  }

  /**
   * For the transaction of a query over all that is below a node. Nothing is known of how many rows
   * a notice has (see the migration about plans of a new notice), and where they are taken for few,
   * each would be compared with each.
   */
  public void joinWhole() {
    em.createNativeQuery("set local plan_cache_mode = force_custom_plan").executeUpdate();
    em.createNativeQuery("set local enable_nestloop = off").executeUpdate();
    em.createNativeQuery("set local work_mem = '64MB'").executeUpdate();
  }

  /** The text of a view, in brackets, for a {@code from} behind {@link #with}. */
  public String view(String name) {
    String text =
        (String)
            em.createNativeQuery(
                    "select pg_get_viewdef(cast(:view as regclass), false)", String.class)
                .setParameter("view", name)
                .getSingleResult();
    return "(" + text.replace(";", "") + ")";
  }

  private String columns() {
    String known = columns;
    if (known == null) {
      @SuppressWarnings("unchecked")
      List<String> names =
          em.createNativeQuery(
                  """
                  select attname from pg_attribute
                  where attrelid = cast('delivery' as regclass) and attnum > 0 and not attisdropped
                  order by attnum
                  """,
                  String.class)
              .getResultList();
      known =
          names.stream()
              .map(name -> BEFORE.getOrDefault(name, "d." + name) + " as " + name)
              .collect(Collectors.joining(", "));
      columns = known;
    }
    return known;
  }

  private static Map<String, String> before() {
    Map<String, String> before = new LinkedHashMap<>();
    before.put(
        "reached_at",
        """
        case when l.reached then null when l.arrived then (
          select min(a.time) from arrival a where a.notice_id = d.notice_id
            and a.organization = d.organization and a.recorded_time <= :asOf)
          else d.reached_at end
        """);
    before.put(
        "acknowledged_at", "case when l.acknowledged is not true then d.acknowledged_at end");
    before.put("forwarded_at", "case when l.forwarded is not true then d.forwarded_at end");
    before.put("finalized_at", "case when l.finalized is not true then d.finalized_at end");
    before.put(
        "due_on", "case when m.organization is not null then m.former_due_on else d.due_on end");
    before.put("excused_reason", "case when l.excused then e.reason else d.excused_reason end");
    before.put("excused_at", "case when l.excused then e.at else d.excused_at end");
    before.put("excused_by", "case when l.excused then e.by else d.excused_by end");
    before.put("answered_at", "case when k.changed then k.answered_at else d.answered_at end");
    before.put(
        "answered_on_time",
        "case when k.organization is not null then k.on_time else d.answered_on_time end");
    before.put("result", "case when k.changed then k.result else d.result end");
    before.put("open_remediations", "case when k.changed then k.open else d.open_remediations end");
    before.put(
        "completed_remediations",
        "case when k.changed then k.completed else d.completed_remediations end");
    return before;
  }
}
