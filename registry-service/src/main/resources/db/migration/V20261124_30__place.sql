-- Six-digit codes that are no organisation: wards of designated cities, codes that have ended, and the villages of the
-- Northern Territories, which have codes and no administration. Filled from the lists that come with the service.
create table place_code (
  code         text collate "C" primary key check (code ~ '^[0-9]{6}$'),
  kind         text not null check (kind in ('ward', 'northern-territory', 'retired', 'renamed')),
  -- Of a retired code, the last one; of a renamed one, the one before.
  name         text not null check (length(name) between 1 and 200),
  name_kana    text check (length(name_kana) between 1 and 400),
  -- The city of a ward.
  municipality text collate "C" check (municipality ~ '^lg:[0-9]{6}$'),
  prefecture   text collate "C" not null check (prefecture ~ '^lg:[0-9]{2}000[0-9]$'),
  -- The last day of the code, or of the name.
  valid_to     date,
  reason       text check (reason in ('absorbed', 'merged', 'promoted', 'reorganised', 'divided', 'renamed')),
  check ((kind = 'ward') = (municipality is not null)),
  check ((kind in ('retired', 'renamed')) = (valid_to is not null)),
  check ((valid_to is null) = (reason is null))
);

-- Which codes took over from one that has ended: several where it was divided, one for many where they were merged.
create table place_succession (
  code      text collate "C" not null references place_code,
  successor text collate "C" not null check (successor ~ '^[0-9]{6}$' and successor <> code),
  primary key (code, successor)
);
create index place_succession_successor on place_succession (successor);
