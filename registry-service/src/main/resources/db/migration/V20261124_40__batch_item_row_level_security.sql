-- The second lock on the answers to the items of a batch: they are for the organisation that got them. The suite itself forgets
-- old ones.
alter table batch_item enable row level security;
alter table batch_item force row level security;
create policy own_answers on batch_item
  using ((select current_setting('todoke.org', true)) in ('system', organization));
