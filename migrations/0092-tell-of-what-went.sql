-- An invitation whose begun answers have gone by their age says so, and is begun anew.
set local role mattstock_owner;
set local search_path = mattstock;

-- Whether what the firm of a mail's key has begun is still there.
create function is_bound_by_key(presented_sha256 bytea) returns boolean
language sql stable security definer
set search_path = mattstock, pg_temp
as $$
  select exists (
    select 1 from campaign_assessments b where b.invitee_id = invitee_of_campaign_key(presented_sha256)
  )
$$;
revoke all on function is_bound_by_key(bytea) from public;
grant execute on function is_bound_by_key(bytea) to mattstock_app;

reset search_path;
reset role;
