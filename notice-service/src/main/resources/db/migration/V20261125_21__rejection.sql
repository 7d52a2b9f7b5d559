-- That an addressee sent a notice back, and what was decided about it: its sender accepts that and sends it to the right one, or
-- does not, and then it may be sent back once more.
create table rejection (
  notice_id          uuid        not null,
  organization       text        not null,
  -- Of the fact.
  seq                bigint      not null,
  reason             text        not null,
  right_organization text,
  rejected_at        timestamptz not null,
  decision           text        check (decision in ('approved', 'declined')),
  decided_at         timestamptz,
  decided_by         text,
  decision_reason    text,
  sent_to            text,
  primary key (notice_id, organization, seq),
  check ((decision is null) = (decided_at is null) and (decision is null) = (decided_by is null)),
  check ((decision = 'approved') is true = (sent_to is not null))
);
-- Those that were sent back before this was kept.
select set_config('todoke.org', 'system', true);
insert into rejection (notice_id, organization, seq, reason, right_organization, rejected_at)
select f.notice_id, f.organization, f.seq, f.data ->> 'reason', f.data ->> 'rightOrganization', f.time
from fact f where f.type = 'forwarding.rejected';

alter table rejection enable row level security;
alter table rejection force row level security;
-- Whoever may see the delivery may know of it. The words are for those who have to act, which the query sees to.
create policy reading on rejection for select to ${appRole} using (
  (select current_setting('todoke.org', true)) in ('system', organization)
  or exists (select from delivery d where d.notice_id = rejection.notice_id and d.organization = rejection.organization));
create policy rejecting on rejection for insert to ${appRole}
  with check (organization = (select current_setting('todoke.org', true)) and decision is null
    and notice_id in (select r.notice_id from own_receipt r));
-- A decision reaches beyond what a sender may see, so the suite enters it when it has asked who decides.
create policy deciding on rejection for update to ${appRole} using ((select current_setting('todoke.org', true)) = 'system');
revoke delete, truncate on rejection from ${appRole};
