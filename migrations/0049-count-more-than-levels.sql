-- Releases count more than levels, of firms whose consent names it: importance, wishes, needs without a package, partners
-- and shares of women. Firms are divided by kind of municipality where they agree to it, and a group of companies is one.
set local role mattstock_owner;
set local search_path = mattstock;

-- What the answers of `chosen` (submission_id, wording) are by each measure of the release `$1`: a statement that gives
-- submission_id, place (of the measure, from none) and value (in its units). Codes are those of
-- shared/domain/benchmark/measure-code.ts. Text of this migration alone, so that nothing in a release becomes SQL; parts
-- that the release asks nothing of are left out, since some read every answer.
create function measure_statement(spec jsonb) returns text
language plpgsql immutable
set search_path = mattstock, pg_temp
as $$
declare
  measures constant text[] := array(select jsonb_array_elements_text(spec -> 'measures'));
  wanted constant text := '(select m.code, (m.ordinality - 1)::integer as place
    from jsonb_array_elements_text($1 -> ''measures'') with ordinality m (code)) m';
  parts text[] := array['select c.submission_id, m.place, round((o.level * 100)::numeric)::integer as value
    from chosen c
    join scores o on o.submission_id = c.submission_id and o.status = ''scored''
    join ' || wanted || ' on m.code = o.dimension_code'];
begin
  if 'firms' = any (measures) then
    parts := parts || ('select c.submission_id, m.place, 0 from chosen c join ' || wanted || ' on m.code = ''firms''');
  end if;
  if exists (select 1 from unnest(measures) code where code like 'gap.%') then
    parts := parts || ('select c.submission_id, m.place, (g.submission_id is not null)::integer
      from chosen c
      join scores o on o.submission_id = c.submission_id and o.status = ''scored''
      join ' || wanted || ' on m.code = ''gap.'' || o.dimension_code
      left join need_gaps g on g.submission_id = c.submission_id and g.dimension_code = o.dimension_code
      where c.wording >= 2');
  end if;
  if spec -> 'units' <> '{}' then
    parts := parts || ('select c.submission_id, m.place, ($1 #>> array[''units'', m.code, a.value #>> ''{value,choice}''])::integer
      from chosen c
      join submissions s on s.submission_id = c.submission_id
      cross join lateral jsonb_each(s.answers) a
      join ' || wanted || ' on m.code = a.key
      where c.wording >= 2 and ($1 -> ''units'' -> m.code) ? (a.value #>> ''{value,choice}'')');
  end if;
  if exists (select 1 from unnest(measures) code where code like 'collaboration.%') then
    parts := parts || ('select c.submission_id, m.place, (s.profile -> ''collaborationPartners'' ? substr(m.code, 15))::integer
      from chosen c
      join submissions s on s.submission_id = c.submission_id
      join ' || wanted || ' on m.code like ''collaboration.%''
      where c.wording >= 2 and s.profile ? ''collaborationPartners''');
  end if;
  if exists (select 1 from unnest(measures) code where code like 'women.%') then
    parts := parts || ('select c.submission_id, m.place, round((s.profile ->> f.field)::numeric)::integer
      from chosen c
      join submissions s on s.submission_id = c.submission_id
      cross join (values (''women.all'', ''womenPercent''), (''women.management'', ''womenManagementPercent''),
        (''women.production'', ''womenProductionPercent'')) f (code, field)
      join ' || wanted || ' on m.code = f.code
      where c.wording >= 2 and s.profile ? f.field');
  end if;
  return array_to_string(parts, ' union all ');
end
$$;

-- The answers a release counts, written down once: of each firm that agrees to be counted at this moment the newest of
-- the period. Firms of one group of companies are one, and so are those with one organisation number. `strata`: for each
-- attribute its values in their order; a kind of municipality is stated by whoever agrees to that.
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
      and ($1 ->> ''population'' = ''all'' or s.profile ->> ''sizeClass'' <> ''250-plus'')
    order by k.company, s.submitted_at desc, s.submission_id
  ),
  chosen as materialized (
    select n.submission_id, n.wording, sum(a.at * a.weight)::integer as stratum
    from newest n
    join attributes a on n.facts ->> a.code = a.label
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

-- How many firms of each stratum have each value, in units of the measure: of those that were found to have one.
create or replace function tally_release(of_release uuid)
returns table (measure text, stratum integer, value integer, firms integer)
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
declare
  spec constant jsonb := (select r.spec from releases r where r.release_id = of_release and r.status = 'building');
begin
  if spec is null then
    return;
  end if;
  return query execute '
  with chosen as (
    select c.contribution as submission_id, c.stratum, c.measured, 2 as wording
    from release_contributions c where c.release_id = $2
  ),
  measured as (' || measure_statement(spec) || ')
  select $1 -> ''measures'' ->> v.place, c.stratum, v.value, count(*)::integer
  from measured v
  join chosen c on c.submission_id = v.submission_id
  where (c.measured >> v.place) & 1 = 1
  group by v.place, c.stratum, v.value' using spec, of_release;
end
$$;

revoke all on function measure_statement(jsonb) from public;

reset search_path;
reset role;
