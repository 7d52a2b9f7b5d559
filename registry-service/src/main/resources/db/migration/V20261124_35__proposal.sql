-- Whether what an operator says of itself holds at once or after a registrar has approved it. Where the ministry has set
-- nothing, the service's own rule holds.
create table approval_rule (
  kind    text    primary key check (kind in ('contact', 'name', 'address')),
  effect  text    not null check (effect in ('at-once', 'after-approval')),
  set_by  text    not null,
  set_at  timestamptz not null
);

-- What corporations and establishments say of themselves. Seen like contacts: some hold one.
create table proposal (
  id           uuid    primary key,
  organization text    collate "C" not null references organization,
  kind         text    not null check (kind in ('contact', 'name', 'address')),
  state        text    not null check (state in ('proposed', 'approved', 'refused', 'withdrawn')),
  -- What is to become of it. A contact is taken out once the proposal is decided: it stands in the table contact, or nowhere.
  change       jsonb,
  -- What was there when it was proposed; approving something else in between would undo somebody's work.
  based_on     jsonb   not null,
  proposed_at  timestamptz not null,
  decided_at   timestamptz,
  -- The organisation of whoever decided; its own for what held at once or was withdrawn.
  decided_by   text,
  comment      text    check (length(comment) between 1 and 400),
  version      integer not null default 0,
  check ((state = 'proposed') = (decided_at is null) and (decided_at is null) = (decided_by is null)),
  check (change is not null or (kind = 'contact' and state <> 'proposed')),
  check (comment is null or state = 'refused')
);
create index proposal_organization on proposal (organization, id);
create index proposal_open on proposal (proposed_at, id) where state = 'proposed';

alter table proposal enable row level security;
alter table proposal force row level security;
create policy proposal_of_those_below on proposal
  using (current_setting('todoke.org', true) = 'system'
         or sees_contacts_of(current_setting('todoke.org', true), organization));
