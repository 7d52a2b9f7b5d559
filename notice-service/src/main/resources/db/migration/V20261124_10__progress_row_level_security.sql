-- The second lock on the figures: a municipality is shown its own node, a prefecture its own and those in it, an issuer all of its
-- notice. Which of them a query adds up stays the query's affair.
-- The nation lies in the prefecture '', which is also what a connection says that speaks for nobody.
alter table progress_counter enable row level security;
alter table progress_counter force row level security;
create policy reading on progress_counter for select to ${appRole} using (
  (select nullif(current_setting('todoke.org', true), '')) in ('system', node, prefecture)
  or notice_id in (select i.notice_id from own_issue i));
-- The functions that count work as the owner, in the statement of whoever changed a delivery, and for nobody when they fold.
create policy counting on progress_counter to current_user using (true);

alter table progress_delta enable row level security;
alter table progress_delta force row level security;
create policy reading on progress_delta for select to ${appRole} using (
  (select nullif(current_setting('todoke.org', true), '')) in ('system', node, prefecture)
  or notice_id in (select i.notice_id from own_issue i));
create policy counting on progress_delta to current_user using (true);
