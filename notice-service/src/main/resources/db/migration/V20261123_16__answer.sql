-- What checklist-service told of the answers to a notice: facts of the timeline, beside those of the table fact. They have no
-- place in it, because there a number counts the events that this service publishes for a delivery, without a gap.
-- What a delivery says about its answer is worked out from these rows, so the order in which they came does not matter.
create table answer_fact (
  notice_id      uuid        not null,
  organization   text        not null,
  assignment_id  uuid        not null,
  -- Of the event, counted per assignment.
  seq            bigint      not null,
  type           text        not null,
  time           timestamptz not null,
  recorded_time  timestamptz not null,
  -- Of a submission: its revision, what it amounts to, and who gave it.
  revision       integer,
  result         text,
  origin         text,
  remediation_id uuid,
  -- Without a foreign key, as all that is written by the hundred thousand: the consumer has locked the delivery before it writes.
  primary key (notice_id, organization, assignment_id, seq)
);
revoke update, delete, truncate on answer_fact from ${appRole};

alter table answer_fact enable row level security;
alter table answer_fact force row level security;
-- Whoever may see the delivery may see that it was answered; only the suite itself writes.
create policy answer_fact_read on answer_fact for select using (
  (select current_setting('todoke.org', true)) = 'system'
  or exists (
    select from delivery d where d.notice_id = answer_fact.notice_id and d.organization = answer_fact.organization));
create policy answer_fact_write on answer_fact for insert
  with check ((select current_setting('todoke.org', true)) = 'system');
