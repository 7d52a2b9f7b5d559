-- What became of each item of a batch that an integrator sent, so that sending the batch again repeats the answers and
-- not the work. Only what was done has a row; what was refused is tried again.
create table batch_item (
  organization text        not null,
  key          text        not null,
  item         integer     not null,
  request_hash text        not null,
  answer       json,
  created_at   timestamptz not null,
  primary key (organization, key, item)
);
create index batch_item_age on batch_item (created_at);
