-- What is written by the hundred thousand has no foreign keys: checking one row after the other took a third of the time of issuing
-- to a whole nation. The statements that write arrivals, facts and children take the deliveries from what they have just changed.

-- One organisation's copy of one notice. The rows of a notice are its frozen audience: the denominator.
create table delivery (
  notice_id        uuid        not null,
  organization     text        not null,
  tier             text        not null,
  -- Who is above it, as it was when the notice was issued; of a corporation, see corporation_place.
  prefecture       text,
  municipality     text,
  corporation      text,
  -- Whether somebody of the audience is below it, so that it is asked to forward.
  has_children     boolean     not null,
  usage            text        not null,
  due_on           date,
  checklist_id     uuid,
  seq              bigint      not null default 0,
  reached_at       timestamptz,
  acknowledged_at  timestamptz,
  handled_by       text,
  rejected_at      timestamptz,
  forwarded_at     timestamptz,
  finalized_at     timestamptz,
  excused_reason   text check (excused_reason in ('closed', 'not-concerned', 'wrong-addressee', 'omitted')),
  excused_at       timestamptz,
  excused_by       text,
  -- From checklist-service.
  answered_at      timestamptz,
  answered_on_time boolean,
  result           text,
  open_remediations      integer not null default 0,
  completed_remediations integer not null default 0,
  -- The last event of its assignment that was taken in: an older one changes nothing.
  assignment_seq   bigint      not null default 0,
  primary key (notice_id, organization)
) with (fillfactor = 70);
-- No index mentions a column that changes: an arrival or an answer then leaves all of them as they are, where the page has room for
-- the new version of the row. With an index on reached_at an arrival cost three times as much.
create index delivery_organization on delivery (organization, notice_id);
create index delivery_municipality on delivery (notice_id, municipality, tier, organization);
create index delivery_prefecture on delivery (notice_id, prefecture, tier, organization);
create index delivery_corporation on delivery (notice_id, corporation, organization) where corporation is not null;
create index delivery_tier on delivery (notice_id, tier, organization);

-- Where a corporation counts: once in every municipality in which it has establishments of the audience.
create table corporation_place (
  notice_id    uuid not null,
  corporation  text not null,
  municipality text not null,
  prefecture   text not null,
  primary key (notice_id, corporation, municipality)
);
create index corporation_place_municipality on corporation_place (notice_id, municipality, corporation);
create index corporation_place_prefecture on corporation_place (notice_id, prefecture, corporation);

-- A tier's own paper round what it encloses.
create table cover_letter (
  id              uuid        primary key,
  notice_id       uuid        not null,
  organization    text        not null,
  paper_kind      text        not null,
  document_number text,
  dated           date        not null,
  title           text        not null,
  body            text        not null,
  due_on          date,
  -- The letters under which its author had received what it passes on: they stay in, and go on down with this one.
  encloses        uuid[]      not null default '{}',
  recorded_at     timestamptz not null,
  foreign key (notice_id, organization) references delivery,
  unique (notice_id, organization)
);

-- One way in which a delivery was reached.
create table arrival (
  notice_id       uuid        not null,
  organization    text        not null,
  from_organization text      not null,
  channel         text        not null,
  cover_letter_id uuid,
  -- All cover letters that came with it, the nearest first: who holds an arrival may read these and no others.
  letters         uuid[]      not null default '{}',
  due_on          date,
  time            timestamptz not null,
  recorded_time   timestamptz not null,
  recorded_by     text        not null,
  note            text,
  primary key (notice_id, organization, from_organization)
);
create index arrival_from on arrival (notice_id, from_organization, organization);

-- What a forwarding did with each child.
create table forwarding_child (
  notice_id     uuid not null,
  organization  text not null,
  child         text not null,
  disposition   text not null check (disposition in ('addressed', 'omitted')),
  channel       text,
  reason        text,
  primary key (notice_id, organization, child),
  check ((disposition = 'addressed') = (channel is not null)),
  check ((disposition = 'omitted') = (reason is not null))
);
create index forwarding_child_child on forwarding_child (notice_id, child);

-- The timeline: what happened to a delivery, in order. Never changed, never deleted.
create table fact (
  notice_id     uuid        not null,
  organization  text        not null,
  seq           bigint      not null,
  type          text        not null,
  time          timestamptz not null,
  recorded_time timestamptz not null,
  -- Whose act it was; 'system' for what the service found by itself.
  actor         text        not null,
  data          jsonb       not null,
  primary key (notice_id, organization, seq)
);
revoke update, delete, truncate on fact from ${appRole};
revoke update, delete, truncate on enclosure_content from ${appRole};
