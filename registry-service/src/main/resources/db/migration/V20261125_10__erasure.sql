-- What the law demanded to be erased is gone from every table; that it was, when and on which basis stays.
alter table organization
  add column erased_at timestamptz,
  add check (erased_at is null or state = 'closed');
create index organization_erased on organization (code) where erased_at is not null;

create table erasure (
  organization text        collate "C" not null references organization,
  -- Of the event that told of it: one that was registered anew may be erased again.
  seq          bigint      not null,
  reason       text        not null check (reason in ('data-subject-request', 'authority-order', 'court-order', 'unlawful-collection')),
  -- The provision or order, in the words of whoever carried it out.
  legal_basis  text        not null check (length(legal_basis) between 1 and 400),
  erased_at    timestamptz not null,
  erased_by    text        not null,
  primary key (organization, seq)
);

-- On which basis is the business of the ministry and its divisions; that it happened stands in organization.
alter table erasure enable row level security;
alter table erasure force row level security;
create policy erasure_of_the_ministry on erasure
  using ((select current_setting('todoke.org', true)) = 'system'
         or (select is_national(current_setting('todoke.org', true))));
