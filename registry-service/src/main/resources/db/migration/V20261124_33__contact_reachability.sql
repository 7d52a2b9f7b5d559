-- Whether a contact really reaches somebody, as far as anybody has reported; and interfaces as one more way.
alter table contact
  drop constraint contact_channel_check,
  add constraint contact_channel_check check (channel in ('email', 'fax', 'telephone', 'post', 'api')),
  add column reachability        text not null default 'untested'
    check (reachability in ('untested', 'reachable', 'failing', 'unreachable')),
  -- Since when it has been so; null while nobody has reported anything.
  add column reachability_since  timestamptz,
  add column reachability_reason text
    check (reachability_reason in ('no-answer', 'busy', 'wrong-address', 'not-in-service', 'rejected', 'returned', 'timeout', 'other')),
  -- The organisation that reported it.
  add column reachability_by     text,
  add check ((reachability = 'untested') = (reachability_since is null)),
  add check ((reachability = 'untested') = (reachability_by is null)),
  add check ((reachability in ('failing', 'unreachable')) = (reachability_reason is not null));
