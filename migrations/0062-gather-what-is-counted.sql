-- Of each firm its newest answer is chosen first, and then of each group of companies one of those: a firm of which only the
-- newer of two answers names a group is counted once. Which answers are counted of which measures is gathered instead of
-- joined: of a hundred thousand answers the planner took one, and went through all that is measured once for each of them.
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
  answered as (
    select s.submission_id, s.submitted_at, w.wording, s.profile ->> ''parentOrganisationNumber'' as parent,
      coalesce(f.organisation_number, f.firm_id::text) as firm,
      jsonb_build_object(''county'', left(s.profile ->> ''municipality'', 2), ''branch'', s.profile ->> ''branch'',
        ''size'', s.profile ->> ''sizeClass'', ''municipality'', case when w.wording >= 2
          then coalesce($1 -> ''municipalities'' ->> (s.profile ->> ''municipality''), ''unstated'') else ''unstated'' end)
        as facts
    from submissions s
    join firms f on f.firm_id = s.firm_id
    join counted_firms() w on w.firm_id = f.firm_id
    where f.reduced_at is null and f.is_simulated = ($1 ->> ''isSimulated'')::boolean
      and s.submitted_at >= ($1 ->> ''from'')::timestamp at time zone ''Europe/Stockholm''
      and s.submitted_at < ($1 ->> ''until'')::timestamp at time zone ''Europe/Stockholm''
      and exists (
        select 1 from jsonb_array_elements($1 -> ''attributes'') a
        where a.value ->> ''code'' = ''county'' and a.value -> ''values'' ? left(s.profile ->> ''municipality'', 2)
      )
  ),
  newest_of_firm as (
    select distinct on (a.firm) a.*, coalesce(a.parent, a.firm) as company
    from answered a
    order by a.firm, a.submitted_at desc, a.submission_id
  ),
  newest as (
    select distinct on (n.company) n.submission_id, n.wording, n.facts
    from newest_of_firm n
    order by n.company, (n.firm = n.company) desc, n.submitted_at desc, n.submission_id
  ),
  chosen as materialized (
    select n.submission_id, n.wording, sum(a.at * a.weight)::integer as stratum
    from newest n
    cross join lateral jsonb_each_text(n.facts) f (code, label)
    join attributes a on a.code = f.code and a.label = f.label
    where $1 ->> ''population'' = ''all'' or n.facts ->> ''size'' <> ''250-plus''
    group by n.submission_id, n.wording
    having count(*) = jsonb_array_length($1 -> ''attributes'')
  ),
  measured as (' || measure_statement(spec) || ')
  select $2, g.submission_id, max(g.stratum), coalesce(bit_or(1::bigint << g.place), 0)
  from (
    select c.submission_id, c.stratum, null::integer as place from chosen c
    union all
    select v.submission_id, null, v.place from measured v
  ) g
  group by g.submission_id' using spec, of_release;
  get diagnostics taken = row_count;
  return taken;
end
$$;

reset search_path;
reset role;
