-- A firm that lets a provider in is to know whether anybody there can sign in: until then a consent shows nobody anything.
set local role mattstock_owner;
set local search_path = mattstock;

-- Codes of the providers that somebody works in, for whoever belongs to a firm. Who that is stays unsaid.
create function provider_codes_in_use() returns text[]
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  if cardinality(my_firm_ids()) = 0 then
    return '{}';
  end if;
  return (
    select coalesce(array_agg(distinct o.code), '{}') from organisations o
    join memberships m on m.organisation_id = o.organisation_id
    join people p on p.person_id = m.person_id
    where o.kind = 'provider' and o.closed_at is null and m.ended_at is null
      and p.disabled_at is null and p.erased_at is null
  );
end
$$;

revoke all on function provider_codes_in_use() from public;
grant execute on function provider_codes_in_use() to mattstock_member;

reset search_path;
reset role;
