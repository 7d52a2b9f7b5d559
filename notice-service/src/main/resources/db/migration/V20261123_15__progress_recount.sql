-- What the figures must equal: counted anew from the deliveries, by the definition. Too slow for a dashboard, right for an
-- operator. Row-level security applies: set todoke.org to 'system' first, or see your own part only.

-- In which figures one delivery counts.
create view progress_of_delivery with (security_invoker = true) as
  select d.notice_id, d.organization, d.tier, d.prefecture, d.municipality, d.corporation,
    coalesce(d.due_on, 'infinity') as due_on,
    1 as addressed,
    case when d.excused_reason = 'closed' then 1 else 0 end as excused_closed,
    case when d.excused_reason = 'not-concerned' then 1 else 0 end as excused_not_concerned,
    case when d.excused_reason = 'wrong-addressee' then 1 else 0 end as excused_wrong_addressee,
    case when d.excused_reason = 'omitted' then 1 else 0 end as excused_omitted,
    case when e.reached then 1 else 0 end as reached,
    case when e.reached and d.acknowledged_at is not null then 1 else 0 end as acknowledged,
    case when d.excused_reason is null and d.has_children then 1 else 0 end as with_children,
    case when e.forwarded then 1 else 0 end as forwarded,
    case when e.forwarded and d.finalized_at is not null then 1 else 0 end as finalized,
    case when d.excused_reason is null and e.asked then 1 else 0 end as asked,
    case when e.answered then 1 else 0 end as answered,
    case when e.answered and d.answered_on_time then 1 else 0 end as answered_on_time,
    case when e.answered and d.result = 'compliant' then 1 else 0 end as compliant,
    case when e.answered and d.result = 'partially-compliant' then 1 else 0 end as partially_compliant,
    case when e.answered and d.result = 'non-compliant' then 1 else 0 end as non_compliant,
    case when e.answered and d.result = 'not-applicable' then 1 else 0 end as not_applicable,
    case when e.answered and d.result = 'not-assessed' then 1 else 0 end as not_assessed,
    case when e.reached and d.open_remediations > 0 then 1 else 0 end as remediation_open,
    case when e.reached and d.open_remediations = 0 and d.completed_remediations > 0 then 1 else 0 end as remediated,
    case
      when e.asked and e.answered then 1
      when not e.asked and d.has_children and e.forwarded then 1
      when not e.asked and not d.has_children and e.reached and d.acknowledged_at is not null then 1
      else 0
    end as fulfilled
  from delivery d
  cross join lateral (
    select d.excused_reason is null and d.reached_at is not null as reached,
      d.tier = 'establishment' and d.checklist_id is not null as asked,
      d.excused_reason is null and d.reached_at is not null and d.has_children and d.forwarded_at is not null as forwarded,
      d.excused_reason is null and d.reached_at is not null and d.answered_at is not null as answered) e;

-- Who is below which node of a notice.
create view progress_below with (security_invoker = true) as
  select notice_id, 'jp' as node, organization from delivery
  union all
  select notice_id, prefecture, organization from delivery
  where tier not in ('prefecture', 'corporation') and prefecture is not null
  union all
  select distinct notice_id, prefecture, corporation from corporation_place
  union all
  select notice_id, municipality, organization from delivery
  where tier = 'establishment' and municipality is not null
  union all
  select notice_id, municipality, corporation from corporation_place;

create view progress_recount with (security_invoker = true) as
  select b.notice_id, b.node, d.tier, d.due_on, sum(addressed) as addressed, sum(excused_closed) as excused_closed,
    sum(excused_not_concerned) as excused_not_concerned, sum(excused_wrong_addressee) as excused_wrong_addressee,
    sum(excused_omitted) as excused_omitted, sum(reached) as reached, sum(acknowledged) as acknowledged,
    sum(with_children) as with_children, sum(forwarded) as forwarded, sum(finalized) as finalized, sum(asked) as asked,
    sum(answered) as answered, sum(answered_on_time) as answered_on_time, sum(compliant) as compliant,
    sum(partially_compliant) as partially_compliant, sum(non_compliant) as non_compliant,
    sum(not_applicable) as not_applicable, sum(not_assessed) as not_assessed, sum(remediation_open) as remediation_open,
    sum(remediated) as remediated, sum(fulfilled) as fulfilled
  from progress_below b
  join progress_of_delivery d on d.notice_id = b.notice_id and d.organization = b.organization
  group by b.notice_id, b.node, d.tier, d.due_on;

-- The same as the triggers have it.
create view progress_figure with (security_invoker = true) as
  select notice_id, at.node, tier, due_on, sum(addressed) as addressed, sum(excused_closed) as excused_closed,
    sum(excused_not_concerned) as excused_not_concerned, sum(excused_wrong_addressee) as excused_wrong_addressee,
    sum(excused_omitted) as excused_omitted, sum(reached) as reached, sum(acknowledged) as acknowledged,
    sum(with_children) as with_children, sum(forwarded) as forwarded, sum(finalized) as finalized, sum(asked) as asked,
    sum(answered) as answered, sum(answered_on_time) as answered_on_time, sum(compliant) as compliant,
    sum(partially_compliant) as partially_compliant, sum(non_compliant) as non_compliant,
    sum(not_applicable) as not_applicable, sum(not_assessed) as not_assessed, sum(remediation_open) as remediation_open,
    sum(remediated) as remediated, sum(fulfilled) as fulfilled
  from progress_part p
  cross join lateral (
    select p.node
    union
    select p.prefecture where p.prefecture <> '' and p.tier <> 'corporation'
    union
    select 'jp' where p.tier <> 'corporation') at
  group by notice_id, at.node, tier, due_on
  having sum(addressed) <> 0;

-- Empty as long as the figures are right.
create view progress_difference with (security_invoker = true) as
  (select 'figure' as side, f.* from (table progress_figure except table progress_recount) f)
  union all
  (select 'recount', r.* from (table progress_recount except table progress_figure) r);
