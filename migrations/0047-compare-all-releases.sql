-- A release is compared with all earlier ones at once: three can tell together what no two of them do.
set local role mattstock_owner;
set local search_path = mattstock;

drop function compare_releases(uuid, uuid);

-- Where the same answers stand in several releases: `places` counts them through from one, in the order given, and
-- `strata` and `measured` say how they stand in each of those places.
create function join_releases(of_releases uuid[])
returns table (places integer[], strata integer[], measured bigint[], firms integer)
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  return query
    select s.places, s.strata, s.measured, count(*)::integer
    from (
      select array_agg(r.place::integer order by r.place) as places, array_agg(c.stratum order by r.place) as strata,
        array_agg(c.measured order by r.place) as measured
      from unnest(of_releases) with ordinality r (release_id, place)
      join release_contributions c on c.release_id = r.release_id
      group by c.contribution
    ) s
    group by 1, 2, 3;
end
$$;

revoke all on function join_releases(uuid[]) from public;
grant execute on function join_releases(uuid[]) to mattstock_worker;

reset search_path;
reset role;
