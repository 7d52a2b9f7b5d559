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
  -- How many the audience holds per tier, and SHA-256 over its codes in order, so that anybody can prove what the denominator was.
  addressed         jsonb,
  audience_hash     text,
  check ((status = 'draft') = (issued_at is null)),
  check ((status = 'draft') = (audience_hash is null))
);
create index notice_lead_issuer on notice (lead_issuer, created_at desc, id);
create unique index notice_volume on notice (lead_issuer, series, volume) where volume is not null and usage = 'actual' and status <> 'draft';

create table notice_issuer (
  notice_id    uuid    not null references notice on delete cascade,
  ordinal      integer not null,
  organization text    not null,
  primary key (notice_id, ordinal),
  -- At commit, because an editor may let two issuers change places.
  unique (notice_id, organization) deferrable initially deferred
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

-- What travels inside a notice, at any depth, fixed when it is issued: whoever may read the notice may read these.
create table notice_enclosure (
  notice_id uuid not null references notice,
  enclosed  uuid not null references notice,
  primary key (enclosed, notice_id)
);

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
