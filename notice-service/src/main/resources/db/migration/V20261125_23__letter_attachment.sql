-- Files that travel with a cover letter: prepared by its author before the notice is passed on, part of the letter from then on.
create table letter_attachment (
  id              uuid        primary key,
  notice_id       uuid        not null,
  organization    text        not null,
  ordinal         integer     not null,
  -- Null until the letter is written.
  cover_letter_id uuid        references cover_letter,
  name            text        not null,
  media_type      text        not null,
  sha256          text        not null references enclosure_content,
  size            bigint      not null,
  declared_sheets integer,
  added_at        timestamptz not null
);
create index letter_attachment_author on letter_attachment (notice_id, organization, ordinal);
create index letter_attachment_letter on letter_attachment (cover_letter_id) where cover_letter_id is not null;
create index letter_attachment_content on letter_attachment (sha256);

alter table letter_attachment enable row level security;
alter table letter_attachment force row level security;
-- As the letter itself: its author's, and theirs to whom it came.
create policy reading on letter_attachment for select to ${appRole} using (
  (select current_setting('todoke.org', true)) in ('system', organization)
  or exists (select from own_letter l
    where l.notice_id = letter_attachment.notice_id and l.letter_id = letter_attachment.cover_letter_id));
create policy preparing on letter_attachment for insert to ${appRole}
  with check (organization = (select current_setting('todoke.org', true)) and cover_letter_id is null
    and notice_id in (select r.notice_id from own_receipt r));
-- What belongs to a letter is never changed.
create policy joining on letter_attachment for update to ${appRole}
  using (organization = (select current_setting('todoke.org', true)) and cover_letter_id is null)
  with check (organization = (select current_setting('todoke.org', true)));
create policy taking_back on letter_attachment for delete to ${appRole}
  using (organization = (select current_setting('todoke.org', true)) and cover_letter_id is null);
revoke truncate on letter_attachment from ${appRole};

create policy reading_with_letters on enclosure_content for select to ${appRole}
  using (exists (select from letter_attachment a where a.sha256 = enclosure_content.sha256));
