-- The service's own copy of the registry, kept from todoke.organizations. Public facts: no row-level security.
create table organization (
  code         text   primary key,
  kind         text   not null,
  name         text   not null,
  prefecture   text,
  municipality text,
  corporation  text,
  state        text   not null check (state in ('active', 'closed')),
  -- Of the event that this row was taken from: an older one changes nothing.
  sequence     bigint not null
);
