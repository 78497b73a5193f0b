-- Of each company the newest answer of the three counties is chosen first, and then whether a release of smaller firms counts
-- it: one that has grown is not in it by an older answer, and a group whose newest answer is from elsewhere is counted by its
-- newest from here. Who only names a company as the top of its group does not take the place of its own answers.
set local role mattstock_owner;
set local search_path = mattstock;

create or replace function collect_release(of_release uuid) returns integer
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
declare
  taken integer;
  spec constant jsonb := (select r.spec from releases r where r.release_id = of_release and r.status = 'building');
begin
  if spec is null or exists (select 1 from release_contributions c where c.release_id = of_release) then
    return null;
  end if;
  execute '
  insert into release_contributions (release_id, contribution, stratum, measured)
  with attributes as (
    select a.ordinality as place, a.value ->> ''code'' as code, v.value as label, v.ordinality - 1 as at,
      (select coalesce(exp(sum(ln(jsonb_array_length(b.value -> ''values'')))), 1)::integer
        from jsonb_array_elements($1 -> ''attributes'') with ordinality b where b.ordinality > a.ordinality) as weight
    from jsonb_array_elements($1 -> ''attributes'') with ordinality a,
      jsonb_array_elements_text(a.value -> ''values'') with ordinality v
  ),
  newest as (
    select distinct on (k.company) s.submission_id, w.wording,
      jsonb_build_object(''county'', left(s.profile ->> ''municipality'', 2), ''branch'', s.profile ->> ''branch'',
        ''size'', s.profile ->> ''sizeClass'', ''municipality'', case when w.wording >= 2
          then coalesce($1 -> ''municipalities'' ->> (s.profile ->> ''municipality''), ''unstated'') else ''unstated'' end)
        as facts
    from submissions s
    join firms f on f.firm_id = s.firm_id
    join counted_firms() w on w.firm_id = f.firm_id
    cross join lateral (
      select coalesce(s.profile ->> ''parentOrganisationNumber'', f.organisation_number, f.firm_id::text) as company
    ) k
    where f.reduced_at is null and f.is_simulated = ($1 ->> ''isSimulated'')::boolean
      and s.submitted_at >= ($1 ->> ''from'')::timestamp at time zone ''Europe/Stockholm''
      and s.submitted_at < ($1 ->> ''until'')::timestamp at time zone ''Europe/Stockholm''
      and exists (
        select 1 from jsonb_array_elements($1 -> ''attributes'') a
        where a.value ->> ''code'' = ''county'' and a.value -> ''values'' ? left(s.profile ->> ''municipality'', 2)
      )
    order by k.company, (f.organisation_number is not distinct from k.company) desc, s.submitted_at desc, s.submission_id
  ),
  chosen as materialized (
    select n.submission_id, n.wording, sum(a.at * a.weight)::integer as stratum
    from newest n
    join attributes a on n.facts ->> a.code = a.label
    where $1 ->> ''population'' = ''all'' or n.facts ->> ''size'' <> ''250-plus''
    group by n.submission_id, n.wording
    having count(*) = jsonb_array_length($1 -> ''attributes'')
  ),
  measured as (' || measure_statement(spec) || ')
  select $2, c.submission_id, c.stratum, coalesce(bit_or(1::bigint << v.place), 0)
  from chosen c
  left join measured v on v.submission_id = c.submission_id
  group by c.submission_id, c.stratum' using spec, of_release;
  get diagnostics taken = row_count;
  return taken;
end
$$;

reset search_path;
reset role;
