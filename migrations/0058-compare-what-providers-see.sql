-- A provider that has been let in to see most of the firms that make two releases different could tell the others. So it is
-- reckoned with which providers see the firms where the same answers stand, at the moment when a release is built.
set local role mattstock_owner;
set local search_path = mattstock;

drop function join_releases(uuid[]);

-- Where the same answers stand in several releases: `places` counts them through from one, in the order given, and
-- `strata` and `measured` say how they stand in each of those places. `insiders`: providers that have been let in to see the
-- results of those firms, numbered in an order that has nothing to do with which they are.
create function join_releases(of_releases uuid[])
returns table (places integer[], strata integer[], measured bigint[], insiders integer[], firms integer)
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  return query
    with counted as (
      select c.contribution, array_agg(r.place::integer order by r.place) as places,
        array_agg(c.stratum order by r.place) as strata, array_agg(c.measured order by r.place) as measured
      from unnest(of_releases) with ordinality r (release_id, place)
      join release_contributions c on c.release_id = r.release_id
      group by c.contribution
    ),
    seen as (
      select distinct c.contribution, k.provider_code
      from counted c
      join submissions s on s.submission_id = c.contribution
      join consents k on k.firm_id = s.firm_id and k.purpose = 'result'
    ),
    numbered as (
      select s.contribution, dense_rank() over (
        order by md5(of_releases[cardinality(of_releases)]::text || s.provider_code))::integer as insider
      from seen s
    ),
    gathered as (
      select n.contribution, array_agg(n.insider order by n.insider) as insiders from numbered n group by n.contribution
    )
    select c.places, c.strata, c.measured, coalesce(g.insiders, '{}'), count(*)::integer
    from counted c
    left join gathered g on g.contribution = c.contribution
    group by 1, 2, 3, 4
    order by 1, 2, 3, 4;
end
$$;

revoke all on function join_releases(uuid[]) from public;
grant execute on function join_releases(uuid[]) to mattstock_worker;

reset search_path;
reset role;
