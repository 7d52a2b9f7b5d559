create table thing (
  id   text   primary key,
  note text   not null,
  seq  bigint not null
);
create table effect (
  id        bigint generated always as identity primary key,
  consumer  text   not null,
  event_id  text   not null,
  key       text   not null,
  sequence  bigint not null
);
-- Fails at commit, not before.
create table receipt (
  thing text not null references thing (id) deferrable initially deferred
);
