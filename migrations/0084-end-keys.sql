-- A browser that is left to somebody else opens nothing any more, whatever it keeps.
set local role mattstock_owner;
set local search_path = mattstock;

-- Ends the presented key, by which a browser opens the response. Other browsers, and links to continue by, go on. Null when
-- it opens nothing.
create function end_presented_key(of_response_id uuid, end_at timestamptz) returns boolean
language sql security definer
set search_path = mattstock, pg_temp
as $$
  update access_keys k set revoked_at = end_at
  where k.key_sha256 = presented_key_sha256() and k.response_id = of_response_id
    and k.purpose in ('browser', 'respondent') and k.revoked_at is null and k.expires_at > now()
  returning true
$$;

revoke all on function end_presented_key(uuid, timestamptz) from public;
grant execute on function end_presented_key(uuid, timestamptz) to mattstock_app;

reset search_path;
reset role;
