-- A firm that has answered again between two releases is one firm that makes them different, not two.
set local role mattstock_owner;
set local search_path = mattstock;

drop function join_releases(uuid[]);

-- Where the same firms stand in several releases, companies of one group as one: `places` counts the releases through from
-- one, in the order given, and `strata`, `measured` and `answers` say how they stand in each of those places; the same number
-- of an answer, the same answers. `insiders`: providers that have been let in to see the results of those firms, numbered in
-- an order that has nothing to do with which they are.
create function join_releases(of_releases uuid[])
returns table (places integer[], strata integer[], measured bigint[], answers integer[], insiders integer[], firms integer)
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  return query
    with counted as (
      select coalesce(s.profile ->> 'parentOrganisationNumber', f.organisation_number, f.firm_id::text,
          c.contribution::text) as company,
        f.firm_id, c.contribution, r.place::integer as place, c.stratum, c.measured
      from unnest(of_releases) with ordinality r (release_id, place)
      join release_contributions c on c.release_id = r.release_id
      left join submissions s on s.submission_id = c.contribution
      left join firms f on f.firm_id = s.firm_id
    ),
    numbered as (
      select c.company, c.place, c.stratum, c.measured,
        min(c.place) over (partition by c.company, c.contribution) as answer
      from counted c
    ),
    standing as (
      select n.company, array_agg(n.place order by n.place) as places, array_agg(n.stratum order by n.place) as strata,
        array_agg(n.measured order by n.place) as measured, array_agg(n.answer order by n.place) as answers
      from numbered n
      group by n.company
    ),
    seen as (
      select distinct c.company, k.provider_code
      from counted c
      join consents k on k.firm_id = c.firm_id and k.purpose = 'result'
    ),
    providers as (
      select s.company, dense_rank() over (
        order by md5(of_releases[cardinality(of_releases)]::text || s.provider_code))::integer as insider
      from seen s
    ),
    gathered as (
      select p.company, array_agg(p.insider order by p.insider) as insiders from providers p group by p.company
    )
    select n.places, n.strata, n.measured, n.answers, coalesce(g.insiders, '{}'), count(*)::integer
    from standing n
    left join gathered g on g.company = n.company
    group by 1, 2, 3, 4, 5
    order by 1, 2, 3, 4, 5;
end
$$;

revoke all on function join_releases(uuid[]) from public;
grant execute on function join_releases(uuid[]) to mattstock_worker;

reset search_path;
reset role;
