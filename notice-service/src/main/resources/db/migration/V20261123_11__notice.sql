create table notice (
  id                uuid        primary key,
  lock_version      integer     not null,
  seq               bigint      not null default 0,
  status            text        not null check (status in ('draft', 'issued')),
  usage             text        not null check (usage in ('actual', 'exercise', 'test')),
  lead_issuer       text        not null,
  paper_kind        text        not null,
  series            text,
  volume            integer,
  document_number   text,
  issued_on         date        not null,
  title             text        not null,
  body              text        not null,
  addressees        jsonb       not null default '[]',
  references_       jsonb       not null default '[]',
  contact           jsonb,
  requested_actions jsonb       not null default '[]',
  audience          jsonb       not null,
  declared_sheets   integer,
  -- Taken from the requested actions when it is issued: the earliest date, and the one checklist.
  due_on            date,
  checklist_id      uuid,
  created_at        timestamptz not null,
  issued_at         timestamptz,
  -- SHA-256 over the frozen audience's codes in order, so that anybody can prove what the denominator was.
  audience_hash     text
);
create index notice_lead_issuer on notice (lead_issuer, created_at desc, id);
create unique index notice_volume on notice (lead_issuer, series, volume) where volume is not null and usage = 'actual' and status <> 'draft';

create table notice_issuer (
  notice_id    uuid    not null references notice on delete cascade,
  ordinal      integer not null,
  organization text    not null,
  primary key (notice_id, ordinal),
  unique (notice_id, organization)
);
create index notice_issuer_organization on notice_issuer (organization, notice_id);

-- What a paper has to do with another: one of this system (target), or one from outside, by issuer, number, date and title.
create table notice_relation (
  notice_id       uuid    not null references notice on delete cascade,
  ordinal         integer not null,
  kind            text    not null,
  target          uuid    references notice,
  external_issuer text,
  external_number text,
  external_date   date,
  external_title  text,
  primary key (notice_id, ordinal)
);
create index notice_relation_target on notice_relation (target) where target is not null;

-- Enclosures are immutable: the content is known by its digest and stored once.
create table enclosure_content (
  sha256  text   primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  size    bigint not null,
  content bytea  not null
);
alter table enclosure_content alter column content set storage external;

create table attachment (
  id              uuid        primary key,
  notice_id       uuid        not null references notice on delete cascade,
  ordinal         integer     not null,
  name            text        not null,
  media_type      text        not null,
  sha256          text        not null references enclosure_content,
  size            bigint      not null,
  declared_sheets integer,
  added_at        timestamptz not null,
  unique (notice_id, ordinal)
);
