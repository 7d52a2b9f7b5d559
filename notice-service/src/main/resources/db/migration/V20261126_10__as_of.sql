-- What was known at an earlier moment is worked out by taking back the facts that came after it.

-- When an answer became known here, which is later than checklist-service recorded it. Null for those that came before this was
-- kept: their recorded_time stands in.
alter table answer_fact add column entered_at timestamptz;

-- When a corporation came to count in a place; null for the places that it had when the notice was issued.
alter table corporation_place add column added_at timestamptz;

-- The suite looks at every fact of a notice, having asked itself who may see which; asking for the delivery of each takes longer
-- than the rest. PostgreSQL asks the policies of a table from the last name to the first.
create policy system_sees_all on fact for select to ${appRole}
  using ((select current_setting('todoke.org', true)) = 'system');
create policy system_sees_all on notice_fact for select to ${appRole}
  using ((select current_setting('todoke.org', true)) = 'system');

-- What happened to the cascade as such, in the order in which it was entered: the timeline of a notice. Few beside what happens to
-- each delivery, so writing those costs nothing.
create index fact_cascade on fact (notice_id, recorded_time, organization, seq)
  where type in ('forwarding.forwarded', 'forwarding.rejected', 'forwarding.rerouted', 'forwarding.rejection-declined',
    'forwarding.finalized', 'delivery.added');
