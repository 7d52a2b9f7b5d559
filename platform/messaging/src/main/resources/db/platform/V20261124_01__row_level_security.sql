-- The second lock on the tables of the platform (docs/adr/0010-row-level-security-by-connection.md). The setting is read in a
-- sub-select, so once per statement and not once per row. For the owner of the schema too: who looks in by hand says for whom.

-- An answer is for the organisation that got it, and names what it created. The suite itself forgets old ones.
alter table idempotency_key enable row level security;
alter table idempotency_key force row level security;
create policy own_answers on idempotency_key
  using ((select current_setting('todoke.org', true)) in ('system', organization));

-- What was allowed beside it goes in, whoever caused it; what lies there is every organisation's, and the relay's alone to read.
alter table outbox enable row level security;
alter table outbox force row level security;
create policy publishing on outbox for insert with check (true);
create policy relaying on outbox using ((select current_setting('todoke.org', true)) = 'system');

-- Consumers work on nobody's behalf, and so does an operator who replays what they parked.
alter table inbox enable row level security;
alter table inbox force row level security;
create policy consuming on inbox using ((select current_setting('todoke.org', true)) = 'system');

alter table parked_event enable row level security;
alter table parked_event force row level security;
create policy consuming on parked_event using ((select current_setting('todoke.org', true)) = 'system');
