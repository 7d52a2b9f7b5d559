-- Tables of the platform, in every service's database. The application role may use what the owner creates from here on.
grant usage on schema public to ${appRole};
alter default privileges in schema public grant select, insert, update, delete on tables to ${appRole};
alter default privileges in schema public grant usage, select on sequences to ${appRole};

-- Events on their way to Kafka. A row leaves when the broker has acknowledged it.
create table outbox (
  id             bigint generated always as identity primary key,
  -- Order is kept per partition key, so a key must always fall into one shard.
  shard          smallint generated always as (abs(hashtextextended(partition_key, 0) % 8)) stored,
  event_id       uuid        not null default uuidv7(),
  type           text        not null,
  subject        text        not null,
  partition_key  text        not null,
  sequence       bigint      not null,
  time           timestamptz not null,
  recorded_time  timestamptz not null,
  correlation_id text        not null,
  causation_id   text,
  traceparent    text,
  data           json        not null check (octet_length(data::text) <= 262144)
);
create index outbox_shard on outbox (shard, id);

-- Which events a consumer has had its effect of.
create table inbox (
  consumer    text        not null,
  event_id    text        not null,
  received_at timestamptz not null,
  primary key (consumer, event_id)
);
create index inbox_age on inbox (received_at);

-- Records that could not be handled, and all that came behind them under the same key.
create table parked_event (
  id            bigint generated always as identity primary key,
  consumer      text        not null,
  partition_key text        not null,
  topic         text        not null,
  partition     integer     not null,
  record_offset bigint      not null,
  event_id      text,
  headers       jsonb       not null,
  value         bytea,
  -- Why the first of its key was parked; 'behind' for those that had to wait for it.
  reason        text        not null,
  attempts      integer     not null default 0,
  parked_at     timestamptz not null,
  unique (consumer, topic, partition, record_offset)
);
create index parked_event_key on parked_event (consumer, partition_key, id);

-- Answers to creating requests, kept for those that ask again.
create table idempotency_key (
  organization text        not null,
  key          text        not null,
  operation    text        not null,
  request_hash text        not null,
  status       integer     not null,
  location     text,
  body         text,
  created_at   timestamptz not null,
  primary key (organization, key, operation)
);
create index idempotency_key_age on idempotency_key (created_at);
