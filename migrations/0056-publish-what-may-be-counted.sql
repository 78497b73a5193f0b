-- What a region has built is published only while every firm in it may still be counted; and which groups and measures lie
-- too near those of an earlier release is kept nowhere, since they say where a firm that has withdrawn is.
set local role mattstock_owner;
set local search_path = mattstock;

-- For analysts: whether all that was counted in what a region has built may be counted still. One yes or no for all.
create function built_inputs_remain(of_release uuid) returns boolean
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  return exists (
    select 1 from releases r
    where r.release_id = of_release and r.status = 'built' and cardinality(my_organisation_ids('analyst')) > 0
  ) and not exists (
    select 1
    from (
      select c.contribution as answer from release_contributions c where c.release_id = of_release
      union all
      select unnest(array[e.before_answer, e.after_answer]) from effect_firms e where e.release_id = of_release
    ) a
    left join submissions s on s.submission_id = a.answer
    left join firms f on f.firm_id = s.firm_id and f.reduced_at is null
    left join counted_firms() w on w.firm_id = f.firm_id
    where w.firm_id is null
  );
end
$$;

revoke all on function built_inputs_remain(uuid) from public;
grant execute on function built_inputs_remain(uuid) to mattstock_statistics;

alter table releases disable trigger releases_immutable;
update releases r
set report = (r.report - array['nearPairs', 'trackers']) || jsonb_build_object(
  'nearReleases', (
    select coalesce(jsonb_agg(distinct jsonb_strip_nulls(jsonb_build_object('built', p.value -> 'built'))
      || jsonb_build_object('releaseNumber', p.value -> 'releaseNumber')), '[]')
    from jsonb_array_elements(r.report -> 'nearPairs') p
  ),
  'isTracked', coalesce(jsonb_array_length(r.report -> 'trackers'), 0) > 0
)
where r.report ? 'nearPairs';
alter table releases enable trigger releases_immutable;

reset search_path;
reset role;
