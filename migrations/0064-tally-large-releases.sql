-- How many rows of a release there are is said to the planner as it is: what is being counted is in no statistics yet, and
-- taken for one row it was gone through once for each of its rows.
set local role mattstock_owner;
set local search_path = mattstock;

-- How many firms of each stratum have each value, in units of the measure: of those that were found to have one.
create or replace function tally_release(of_release uuid)
returns table (measure text, stratum integer, value integer, firms integer)
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
declare
  spec constant jsonb := (select r.spec from releases r where r.release_id = of_release and is_being_built(of_release));
  answers uuid[];
  strata integer[];
  found_in bigint[];
begin
  if spec is null then
    return;
  end if;
  select array_agg(c.contribution order by c.contribution), array_agg(c.stratum order by c.contribution),
    array_agg(c.measured order by c.contribution)
  into answers, strata, found_in
  from release_contributions c where c.release_id = of_release;
  return query execute '
  with chosen as (
    select c.submission_id, c.stratum, c.measured, 2 as wording
    from unnest($2, $3, $4) c (submission_id, stratum, measured)
  ),
  measured as (' || measure_statement(spec) || ')
  select $1 -> ''measures'' ->> v.place, c.stratum, v.value, count(*)::integer
  from measured v
  join chosen c on c.submission_id = v.submission_id
  where (c.measured >> v.place) & 1 = 1
  group by v.place, c.stratum, v.value
  order by v.place, c.stratum, v.value' using spec, answers, strata, found_in;
end
$$;

reset search_path;
reset role;
