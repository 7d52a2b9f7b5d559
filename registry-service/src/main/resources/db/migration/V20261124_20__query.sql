-- What was true on a day is found among what is true now, by the indexes of organization, and among what has ended, by
-- these. Open periods are left out, so that entering an organisation writes none of them.
create index organization_history_prefecture on organization_history (prefecture, organization)
  where valid_to is not null and prefecture is not null;
create index organization_history_municipality on organization_history (municipality, organization)
  where valid_to is not null and municipality is not null;
create index organization_history_corporation on organization_history (corporation, organization)
  where valid_to is not null and corporation is not null;

-- One index of the pairs of characters for establishments and one for all others: a word that tens of thousands of the
-- ones have may be one that hardly any of the others has, and each has to be looked for in its own way.
drop index organization_search;
create index organization_search_establishment on organization using gin (search) where kind = 'establishment';
create index organization_search_other on organization using gin (search) where kind <> 'establishment';

-- Listed or not, in order within each kind; most organisations of most kinds are neither.
drop index organization_not_listed;
create index organization_listing on organization (listing, kind, code) where listing is not null;

-- For a day on which hardly anything of today existed; otherwise it is not looked at.
create index organization_valid_from on organization (valid_from);
