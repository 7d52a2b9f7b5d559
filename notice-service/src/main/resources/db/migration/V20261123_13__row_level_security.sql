-- The second lock. Every query names its scope itself; for the day when one forgets, the database shows a caller (the setting
-- todoke.org, docs/adr/0010-row-level-security-by-connection.md) nothing but its own business, 'system' everything, and nobody nothing.
--
-- How the policies are built:
-- * The setting is read in a sub-select, so once per statement and not once per row.
-- * What comes cheap (columns of the row) is asked before what needs a look elsewhere, and what is true for most rows before the rest.
-- * A policy cannot look into its own table. It looks through the views below, which belong to the owner and so fall under the
--   owner's policies: those show nothing but the caller's own rows, and have no sub-select at all, or PostgreSQL would see a circle.
-- * Writing is allowed in one's own name only, and about a notice that one has.

-- Notices that the caller's organisation signed.
create view own_issue as
  select notice_id from notice_issuer where organization = (select current_setting('todoke.org', true));

-- Notices that have reached it.
create view own_receipt as
  select notice_id from delivery
  where organization = (select current_setting('todoke.org', true)) and reached_at is not null;

-- Corporations with an establishment in it.
create view own_place as
  select notice_id, corporation from corporation_place
  where (select current_setting('todoke.org', true)) in (municipality, prefecture);

-- Cover letters that came to it, from whoever and however far up they were written.
create view own_letter as
  select a.notice_id, l.letter_id from arrival a cross join lateral unnest(a.letters) l (letter_id)
  where a.organization = (select current_setting('todoke.org', true));

revoke insert, update, delete, truncate on own_issue, own_receipt, own_place, own_letter from ${appRole};

create index attachment_content on attachment (sha256);

-- Notices.
alter table notice enable row level security;
alter table notice force row level security;
create policy reading on notice for select to ${appRole} using (
  (select current_setting('todoke.org', true)) = 'system'
  or lead_issuer = (select current_setting('todoke.org', true))
  or status <> 'draft' and (
    exists (select from own_issue i where i.notice_id = notice.id)
    or exists (select from own_receipt r where r.notice_id = notice.id)
    or exists (select from notice_enclosure e where e.enclosed = notice.id and (
      exists (select from own_issue i where i.notice_id = e.notice_id)
      or exists (select from own_receipt r where r.notice_id = e.notice_id)))));
create policy drafting on notice for insert to ${appRole}
  with check (lead_issuer = (select current_setting('todoke.org', true)) and status = 'draft');
create policy editing on notice for update to ${appRole}
  using (lead_issuer = (select current_setting('todoke.org', true)))
  with check (lead_issuer = (select current_setting('todoke.org', true)));
create policy owner_as_system on notice to current_user using (current_setting('todoke.org', true) = 'system');

alter table notice_issuer enable row level security;
alter table notice_issuer force row level security;
create policy reading on notice_issuer for select to ${appRole}
  using (exists (select from notice n where n.id = notice_id));
create policy editing on notice_issuer to ${appRole}
  using (exists (select from notice n where n.id = notice_id
    and n.lead_issuer = (select current_setting('todoke.org', true)) and n.status = 'draft'));
create policy owner_as_caller on notice_issuer to current_user
  using (current_setting('todoke.org', true) in ('system', organization));

alter table notice_relation enable row level security;
alter table notice_relation force row level security;
create policy reading on notice_relation for select to ${appRole}
  using (exists (select from notice n where n.id = notice_id));
create policy editing on notice_relation to ${appRole}
  using (exists (select from notice n where n.id = notice_id
    and n.lead_issuer = (select current_setting('todoke.org', true)) and n.status = 'draft'));
create policy owner_as_system on notice_relation to current_user
  using (current_setting('todoke.org', true) = 'system');

-- Two ids that say nothing without the notices themselves: shown to everybody who is somebody, so that the policy of notice may look.
alter table notice_enclosure enable row level security;
alter table notice_enclosure force row level security;
create policy reading on notice_enclosure for select to ${appRole}
  using (coalesce((select current_setting('todoke.org', true)), '') <> '');
create policy issuing on notice_enclosure for insert to ${appRole}
  with check (notice_id in (select i.notice_id from own_issue i));
create policy owner_as_system on notice_enclosure to current_user
  using (current_setting('todoke.org', true) = 'system');

alter table attachment enable row level security;
alter table attachment force row level security;
create policy reading on attachment for select to ${appRole}
  using (exists (select from notice n where n.id = notice_id));
create policy attaching on attachment for insert to ${appRole}
  with check (exists (select from notice n where n.id = notice_id
    and n.lead_issuer = (select current_setting('todoke.org', true)) and n.status = 'draft'));
create policy owner_as_system on attachment to current_user
  using (current_setting('todoke.org', true) = 'system');

alter table enclosure_content enable row level security;
alter table enclosure_content force row level security;
create policy reading on enclosure_content for select to ${appRole}
  using (exists (select from attachment a where a.sha256 = enclosure_content.sha256));
create policy keeping on enclosure_content for insert to ${appRole}
  with check (coalesce((select current_setting('todoke.org', true)), '') <> '');
create policy owner_as_system on enclosure_content to current_user
  using (current_setting('todoke.org', true) = 'system');

-- Deliveries: one's own once it is reached, those below once one is reached oneself, and all of one's own notice.
alter table corporation_place enable row level security;
alter table corporation_place force row level security;
create policy reading on corporation_place for select to ${appRole} using (
  (select current_setting('todoke.org', true)) in ('system', municipality, prefecture, corporation)
  or notice_id in (select i.notice_id from own_issue i));
create policy issuing on corporation_place for insert to ${appRole}
  with check ((select current_setting('todoke.org', true)) = 'system' or notice_id in (select i.notice_id from own_issue i));
create policy owner_as_caller on corporation_place to current_user
  using (current_setting('todoke.org', true) in ('system', municipality, prefecture));

alter table delivery enable row level security;
alter table delivery force row level security;
create policy reading on delivery for select to ${appRole} using (
  (select current_setting('todoke.org', true)) = 'system'
  or organization = (select current_setting('todoke.org', true)) and reached_at is not null
  or ((select current_setting('todoke.org', true)) in (prefecture, municipality, corporation)
      or tier = 'corporation' and exists (
        select from own_place p where p.notice_id = delivery.notice_id and p.corporation = delivery.organization))
    and exists (select from own_receipt r where r.notice_id = delivery.notice_id)
  or exists (select from own_issue i where i.notice_id = delivery.notice_id));
create policy issuing on delivery for insert to ${appRole}
  with check ((select current_setting('todoke.org', true)) = 'system' or notice_id in (select i.notice_id from own_issue i));
-- Which rows can be changed is limited by which can be read; what they become must stay within a notice that one has.
create policy changing on delivery for update to ${appRole} using (true)
  with check ((select current_setting('todoke.org', true)) = 'system'
    or notice_id in (select r.notice_id from own_receipt r) or notice_id in (select i.notice_id from own_issue i));
create policy owner_as_caller on delivery to current_user using (
  current_setting('todoke.org', true) = 'system'
  or organization = current_setting('todoke.org', true) and reached_at is not null);

alter table arrival enable row level security;
alter table arrival force row level security;
-- What one has recorded oneself is asked first: the statement that writes a thousand arrivals reads them back.
create policy reading on arrival for select to ${appRole}
  using (recorded_by = (select current_setting('todoke.org', true)) or exists (select from delivery d where d.notice_id = arrival.notice_id and d.organization = arrival.organization));
create policy recording on arrival for insert to ${appRole}
  with check (recorded_by = (select current_setting('todoke.org', true))
    and (notice_id in (select r.notice_id from own_receipt r) or notice_id in (select i.notice_id from own_issue i)));
create policy owner_as_caller on arrival to current_user
  using (current_setting('todoke.org', true) in ('system', organization));

alter table fact enable row level security;
alter table fact force row level security;
create policy reading on fact for select to ${appRole}
  using (exists (select from delivery d where d.notice_id = fact.notice_id and d.organization = fact.organization));
create policy appending on fact for insert to ${appRole}
  with check ((select current_setting('todoke.org', true)) = 'system'
    or actor = (select current_setting('todoke.org', true))
      and (notice_id in (select r.notice_id from own_receipt r) or notice_id in (select i.notice_id from own_issue i)));
create policy owner_as_system on fact to current_user
  using (current_setting('todoke.org', true) = 'system');

alter table forwarding_child enable row level security;
alter table forwarding_child force row level security;
create policy reading on forwarding_child for select to ${appRole}
  using (organization = (select current_setting('todoke.org', true)) or exists (select from delivery d where d.notice_id = forwarding_child.notice_id and d.organization = forwarding_child.organization));
create policy forwarding on forwarding_child for insert to ${appRole}
  with check (organization = (select current_setting('todoke.org', true))
    and notice_id in (select r.notice_id from own_receipt r));
create policy owner_as_system on forwarding_child to current_user
  using (current_setting('todoke.org', true) = 'system');

-- A cover letter is its author's, and theirs to whom it came: not of those above, and not of the issuer.
alter table cover_letter enable row level security;
alter table cover_letter force row level security;
create policy reading on cover_letter for select to ${appRole} using (
  (select current_setting('todoke.org', true)) in ('system', organization)
  or exists (select from own_letter l where l.notice_id = cover_letter.notice_id and l.letter_id = cover_letter.id));
create policy writing on cover_letter for insert to ${appRole}
  with check (organization = (select current_setting('todoke.org', true))
    and notice_id in (select r.notice_id from own_receipt r));
create policy owner_as_system on cover_letter to current_user
  using (current_setting('todoke.org', true) = 'system');
