-- What an import adds to the indexes of names lies in a list beside them until somebody merges it, and every search reads the list through.
-- Only the owner of an index may merge, so the application asks for it by this.
create function settle_search() returns void
  language sql security definer set search_path = public, pg_temp as $$
    select gin_clean_pending_list('organization_search_establishment');
    select gin_clean_pending_list('organization_search_other');
  $$;
revoke execute on function settle_search() from public;
grant execute on function settle_search() to ${appRole};
