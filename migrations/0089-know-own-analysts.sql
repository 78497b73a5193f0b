-- A region that makes a call does not invite its own people either.
set local role mattstock_owner;
set local search_path = mattstock;

create or replace function own_staff_among(of_organisation_id uuid, addresses text[]) returns text[]
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  if not (of_organisation_id = any (my_organisation_ids('advisor', 'manager', 'analyst'))) then
    return '{}';
  end if;
  return (
    select coalesce(array_agg(distinct p.email), '{}') from memberships m
    join people p on p.person_id = m.person_id
    where m.organisation_id = of_organisation_id and m.ended_at is null and p.email = any (addresses)
  );
end
$$;

reset search_path;
reset role;
