-- What was true on a day is found among what is true now, by the indexes of organization, and among what has ended, by
-- these. Open periods are left out, so that entering an organisation writes none of them.
create index organization_history_prefecture on organization_history (prefecture, organization)
  where valid_to is not null and prefecture is not null;
create index organization_history_municipality on organization_history (municipality, organization)
  where valid_to is not null and municipality is not null;
create index organization_history_corporation on organization_history (corporation, organization)
  where valid_to is not null and corporation is not null;

-- Everything that offers a service, in no order.
create index organization_services on organization using gin (services) where kind = 'establishment';
