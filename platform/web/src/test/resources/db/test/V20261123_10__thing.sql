create table thing (
  id           bigint generated always as identity primary key,
  organization text not null default current_setting('todoke.org', true),
  name         text not null
);
alter table thing enable row level security;
alter table thing force row level security;
create policy own on thing
  using (current_setting('todoke.org', true) in (organization, 'system'));
