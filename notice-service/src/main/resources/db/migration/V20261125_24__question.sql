-- Questions about a paper: about the notice to who issued it, or about a cover letter to its author. Between the two alone; what
-- others need of it is published anew, without the one who asked.
create table question (
  id              uuid        primary key,
  notice_id       uuid        not null,
  asker           text        not null,
  addressee       text        not null,
  cover_letter_id uuid,
  body            text        not null,
  asked_at        timestamptz not null,
  -- Counts its events.
  seq             bigint      not null default 1
);
create index question_asker on question (notice_id, asker, id);
create index question_addressee on question (notice_id, addressee, id);

create table question_reply (
  id          uuid        primary key,
  question_id uuid        not null references question,
  author      text        not null,
  body        text        not null,
  written_at  timestamptz not null
);
create index question_reply_question on question_reply (question_id, id);

create table published_answer (
  id              uuid        primary key,
  notice_id       uuid        not null,
  author          text        not null,
  cover_letter_id uuid,
  question_body   text        not null,
  answer_body     text        not null,
  -- The node that it is for with those below it; null for everybody who has the paper.
  below           text,
  published_at    timestamptz not null
);
create index published_answer_notice on published_answer (notice_id, id);
revoke update, delete, truncate on question_reply, published_answer from ${appRole};
revoke delete, truncate on question from ${appRole};

alter table question enable row level security;
alter table question force row level security;
create policy reading on question for select to ${appRole} using (
  (select current_setting('todoke.org', true)) in ('system', asker, addressee)
  or cover_letter_id is null and notice_id in (select i.notice_id from own_issue i));
create policy asking on question for insert to ${appRole}
  with check (asker = (select current_setting('todoke.org', true))
    and notice_id in (select r.notice_id from own_receipt r));
-- Only its counter ever changes.
create policy counting on question for update to ${appRole} using (true)
  with check ((select current_setting('todoke.org', true)) in (asker, addressee)
    or cover_letter_id is null and notice_id in (select i.notice_id from own_issue i));

alter table question_reply enable row level security;
alter table question_reply force row level security;
create policy reading on question_reply for select to ${appRole}
  using (exists (select from question q where q.id = question_id));
create policy replying on question_reply for insert to ${appRole}
  with check (author = (select current_setting('todoke.org', true))
    and exists (select from question q where q.id = question_id));

alter table published_answer enable row level security;
alter table published_answer force row level security;
create policy reading on published_answer for select to ${appRole} using (
  (select current_setting('todoke.org', true)) in ('system', author)
  or (case when cover_letter_id is null
      then notice_id in (select r.notice_id from own_receipt r) or notice_id in (select i.notice_id from own_issue i)
      else exists (select from own_letter l
        where l.notice_id = published_answer.notice_id and l.letter_id = published_answer.cover_letter_id) end)
    and (below is null or notice_id in (select i.notice_id from own_issue i)
      or exists (select from delivery d where d.notice_id = published_answer.notice_id
        and d.organization = (select current_setting('todoke.org', true))
        and (below in (d.organization, d.prefecture, d.municipality, d.corporation)
          or exists (select from corporation_place p where p.notice_id = d.notice_id and p.corporation = d.organization
            and below in (p.prefecture, p.municipality))))));
create policy publishing on published_answer for insert to ${appRole}
  with check (author = (select current_setting('todoke.org', true))
    and (notice_id in (select i.notice_id from own_issue i) and cover_letter_id is null
      or exists (select from cover_letter c where c.id = cover_letter_id and c.notice_id = published_answer.notice_id
        and c.organization = (select current_setting('todoke.org', true)))));
