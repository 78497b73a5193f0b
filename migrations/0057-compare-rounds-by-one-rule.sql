-- What has become of a firm is reckoned by one rule, whether an adviser reads it or effects are counted: a question that has
-- moved to another dimension is followed there.
set local role mattstock_owner;
set local search_path = mattstock;

-- Levels of each in both answers, in hundredths, as compareRounds of shared/domain/followup has it: on the questions that
-- have points in both and may be compared, weighed as the later answer weighs them. A question is followed to the dimension
-- that it is in now. Whether two versions count it alike is said by the map between them, not by the name of their rules.
create or replace function list_effect_levels(of_release uuid)
returns table (number integer, measure text, before integer, after integer)
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  return query
    with recursive compared as (
      select e.number, b.submission_id as before_id, a.submission_id as after_id,
        b.instrument_version_id as before_version, a.instrument_version_id as after_version,
        b.score_profile as before_profile, a.score_profile as after_profile, r.spec
      from releases r
      join effect_firms e on e.release_id = r.release_id
      join submissions b on b.submission_id = e.before_answer
      join submissions a on a.submission_id = e.after_answer
      where r.release_id = of_release and r.status = 'building'
    ),
    -- The versions from the later of two back to the earlier.
    line as (
      select distinct c.before_version, c.after_version, c.after_version as version_id, 0 as distance
      from compared c
      union all
      select l.before_version, l.after_version, v.follows_version_id, l.distance + 1
      from line l
      join instrument_versions v on v.instrument_version_id = l.version_id
      where l.version_id <> l.before_version and v.follows_version_id is not null
    ),
    spans as (
      select l.before_version, l.after_version, l.distance
      from line l
      where l.version_id = l.before_version
    ),
    -- Questions that mean the same in every version on the way.
    kept as (
      select l.before_version, l.after_version, m.item_code
      from line l
      join spans s on s.before_version = l.before_version and s.after_version = l.after_version
      join instrument_item_maps m on m.instrument_version_id = l.version_id and m.relation in ('same', 'kept')
      where l.version_id <> l.before_version
      group by l.before_version, l.after_version, m.item_code, s.distance
      having count(*) = s.distance
    ),
    points as (
      select c.number, c.before_version, c.after_version, d.value ->> 'dimension' as measure, i.value ->> 'item' as item,
        (i.value ->> 'points')::double precision as after, (i.value ->> 'weight')::double precision as weight
      from compared c
      cross join lateral jsonb_array_elements(c.after_profile -> 'dimensions') d
      cross join lateral jsonb_array_elements(d.value -> 'items') i
      where c.spec -> 'measures' ? (d.value ->> 'dimension')
        and d.value ->> 'status' = 'scored' and i.value ->> 'points' is not null
    ),
    earlier as (
      select c.number, i.value ->> 'item' as item, (i.value ->> 'points')::double precision as before
      from compared c
      cross join lateral jsonb_array_elements(c.before_profile -> 'dimensions') d
      cross join lateral jsonb_array_elements(d.value -> 'items') i
      where d.value ->> 'status' = 'scored' and i.value ->> 'points' is not null
    )
    select p.number, p.measure, round((100 * sum(e.before * p.weight) / sum(p.weight))::numeric)::integer,
      round((100 * sum(p.after * p.weight) / sum(p.weight))::numeric)::integer
    from points p
    join earlier e on e.number = p.number and e.item = p.item
    left join kept k on k.before_version = p.before_version and k.after_version = p.after_version and k.item_code = p.item
    where p.before_version = p.after_version or k.item_code is not null
    group by p.number, p.measure
    having sum(p.weight) > 0;
end
$$;

reset search_path;
reset role;
