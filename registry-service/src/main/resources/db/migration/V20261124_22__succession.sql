-- What came after an organisation that ended, many to many.
create table succession (
  predecessor  text        collate "C" not null references organization,
  successor    text        collate "C" not null references organization check (successor <> predecessor),
  -- renumbering: the same thing under another code.
  kind         text        not null check (kind in ('merger', 'division', 'renumbering')),
  -- The first day without the predecessor.
  effective_on date        not null,
  recorded_at  timestamptz not null,
  -- The registrar's organisation; null for what came with a list.
  recorded_by  text,
  primary key (predecessor, successor, effective_on)
);
create index succession_successor on succession (successor, predecessor, effective_on);
