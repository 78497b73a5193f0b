-- Releases: what the regions publish of the firms that have answered and agreed to be counted. shared/domain/benchmark
-- says what may be shown; here nothing leaves that it has not let through, and what was published never changes.
grant mattstock_statistics to mattstock_app with inherit false, set true;
set local role mattstock_owner;
set local search_path = mattstock;

create table releases (
  release_id uuid not null,
  organisation_id uuid not null,
  -- As the region was called when it built the release.
  organisation_name jsonb not null,
  -- ReleaseSpec of shared/domain/benchmark: decided before anything is counted.
  spec jsonb not null,
  is_simulated boolean not null,
  status text not null default 'building',
  step integer not null default 0,
  steps integer not null,
  -- When the process that builds it was last heard of.
  heartbeat_at timestamptz not null default now(),
  -- What came of it, and what was hidden and why: ReleaseReport.
  report jsonb,
  document jsonb,
  content_sha256 bytea,
  -- Counted from one, in the order of publishing.
  release_number integer,
  created_by uuid,
  created_at timestamptz not null,
  built_at timestamptz,
  published_by uuid,
  published_at timestamptz,
  constraint releases_pk primary key (release_id),
  constraint releases_number_unique unique (release_number),
  constraint releases_organisation_fk foreign key (organisation_id) references organisations (organisation_id)
    on delete restrict,
  constraint releases_creator_fk foreign key (created_by) references people (person_id) on delete set null,
  constraint releases_publisher_fk foreign key (published_by) references people (person_id) on delete set null,
  constraint releases_status_known check (status in ('building', 'built', 'published', 'cancelled', 'failed')),
  constraint releases_document_when_built check (
    (status in ('built', 'published')) = (document is not null)
    and (document is null) = (content_sha256 is null) and (document is null) = (report is null)
    and (document is null) = (built_at is null)
  ),
  constraint releases_number_when_published check (
    (status = 'published') = (release_number is not null) and (status = 'published') = (published_at is not null)
  ),
  constraint releases_number_positive check (release_number > 0),
  constraint releases_steps_possible check (step between 0 and steps),
  constraint releases_sha256_length check (octet_length(content_sha256) = 32)
);
create index releases_organisation_index on releases (organisation_id, created_at);
create index releases_creator_index on releases (created_by);
create index releases_publisher_index on releases (published_by);
create index releases_status_index on releases (status, published_at);

-- Which answers a release counts. No key leads on to them: when they are erased, what is left says that there was one.
-- `measured`: a bit for each measure of the release that they have a value for, by its place.
create table release_contributions (
  release_id uuid not null,
  contribution uuid not null,
  stratum integer not null,
  measured bigint not null,
  constraint release_contributions_pk primary key (release_id, contribution),
  constraint release_contributions_release_fk foreign key (release_id) references releases (release_id) on delete cascade,
  constraint release_contributions_stratum_possible check (stratum >= 0)
);

-- What was published, or built and not, never changes; a release that was built and is not to be published goes.
create function refuse_change_of_release() returns trigger
language plpgsql
set search_path = mattstock, pg_temp
as $$
begin
  if to_jsonb(new) - array['status', 'step', 'heartbeat_at', 'report', 'document', 'content_sha256', 
      'built_at', 'release_number', 'published_by', 'published_at', 'created_by']
    is distinct from to_jsonb(old) - array['status', 'step', 'heartbeat_at', 'report', 'document', 'content_sha256',
      'built_at', 'release_number', 'published_by', 'published_at', 'created_by']
    or (old.document is not null and new.document is not null and (new.document, new.content_sha256, new.report)
      is distinct from (old.document, old.content_sha256, old.report))
    or (old.status = 'published' and (new.status, new.release_number, new.published_at)
      is distinct from (old.status, old.release_number, old.published_at))
    or (old.status <> new.status and (old.status, new.status) not in (('building', 'built'), ('building', 'failed'),
      ('building', 'cancelled'), ('built', 'published'), ('built', 'cancelled')))
  then
    raise exception 'rows of releases never change'
      using errcode = 'restrict_violation', constraint = 'releases_immutable';
  end if;
  return new;
end
$$;
create trigger releases_immutable before update on releases for each row execute function refuse_change_of_release();

create function refuse_loss_of_release() returns trigger
language plpgsql
set search_path = mattstock, pg_temp
as $$
begin
  raise exception 'what was published is never deleted'
    using errcode = 'restrict_violation', constraint = 'releases_kept';
end
$$;
create trigger releases_kept before delete on releases for each row when (old.status = 'published')
  execute function refuse_loss_of_release();

-- Whether there are simulated firms, which are then the only ones that are counted.
create function counts_simulated() returns boolean
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  return cardinality(my_organisation_ids('analyst')) > 0 and exists (select 1 from firms f where f.is_simulated);
end
$$;

-- Begins a release of a region of which the presented session is an analyst; false for any other.
create function begin_release(new_release uuid, of_organisation uuid, new_spec jsonb, new_steps integer,
  new_created_at timestamptz) returns boolean
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  insert into releases (release_id, organisation_id, organisation_name, spec, is_simulated, steps, created_by, created_at)
  select new_release, o.organisation_id, o.name, new_spec, (new_spec ->> 'isSimulated')::boolean, new_steps,
    current_person_id(), new_created_at
  from organisations o
  where o.organisation_id = of_organisation and o.kind = 'region'
    and o.organisation_id = any (my_organisation_ids('analyst'));
  return found;
end
$$;

-- The answers a release counts, written down once: of each firm that agrees to be counted at this moment the newest of
-- the period, where firms with one organisation number are one. `strata`: for each attribute its values in their order.
create function collect_release(of_release uuid) returns integer
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
  insert into release_contributions (release_id, contribution, stratum, measured)
  with attributes as (
    select a.ordinality as place, a.value ->> 'code' as code, v.value as label, v.ordinality - 1 as at,
      (select coalesce(exp(sum(ln(jsonb_array_length(b.value -> 'values')))), 1)::integer
        from jsonb_array_elements(spec -> 'attributes') with ordinality b where b.ordinality > a.ordinality) as weight
    from jsonb_array_elements(spec -> 'attributes') with ordinality a,
      jsonb_array_elements_text(a.value -> 'values') with ordinality v
  ),
  newest as (
    select distinct on (coalesce(f.organisation_number, f.firm_id::text)) s.submission_id,
      jsonb_build_object('county', left(s.profile ->> 'municipality', 2), 'branch', s.profile ->> 'branch',
        'size', s.profile ->> 'sizeClass') as facts
    from submissions s
    join firms f on f.firm_id = s.firm_id
    where f.reduced_at is null and f.is_simulated = (spec ->> 'isSimulated')::boolean
      and s.submitted_at >= (spec ->> 'from')::timestamp at time zone 'Europe/Stockholm'
      and s.submitted_at < (spec ->> 'until')::timestamp at time zone 'Europe/Stockholm'
      and (spec ->> 'population' = 'all' or s.profile ->> 'sizeClass' <> '250-plus')
      and exists (select 1 from consents c where c.firm_id = f.firm_id and c.purpose = 'statistics'
        and c.withdrawn_at is null)
    order by coalesce(f.organisation_number, f.firm_id::text), s.submitted_at desc, s.submission_id
  ),
  placed as (
    select n.submission_id, sum(a.at * a.weight)::integer as stratum
    from newest n
    join attributes a on n.facts ->> a.code = a.label
    group by n.submission_id
    having count(*) = jsonb_array_length(spec -> 'attributes')
  )
  select of_release, p.submission_id, p.stratum, coalesce(bit_or(1::bigint << (m.ordinality - 1)::integer), 0)
  from placed p
  left join scores o on o.submission_id = p.submission_id and o.status = 'scored'
  left join jsonb_array_elements_text(spec -> 'measures') with ordinality m on m.value = o.dimension_code
  group by p.submission_id, p.stratum;
  get diagnostics taken = row_count;
  return taken;
end
$$;

-- How many firms of each stratum have each level, in hundredths.
create function tally_release(of_release uuid)
returns table (measure text, stratum integer, value integer, firms integer)
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  return query
    select o.dimension_code, c.stratum, round((o.level * 100)::numeric)::integer, count(*)::integer
    from releases r
    join release_contributions c on c.release_id = r.release_id
    join scores o on o.submission_id = c.contribution and o.status = 'scored'
    where r.release_id = of_release and r.status = 'building'
      and r.spec -> 'measures' ? o.dimension_code
    group by 1, 2, 3;
end
$$;

-- For each provider that has been let in to see results: how many firms of each stratum it can see, by what they have a
-- value for. Providers are numbered.
create function count_release_insiders(of_release uuid)
returns table (insider integer, stratum integer, measured bigint, firms integer)
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  return query
    select dense_rank() over (order by p.provider_code)::integer, p.stratum, p.measured, count(*)::integer
    from (
      select distinct k.provider_code, c.contribution, c.stratum, c.measured
      from releases r
      join release_contributions c on c.release_id = r.release_id
      join submissions s on s.submission_id = c.contribution
      join consents k on k.firm_id = s.firm_id and k.purpose = 'result'
      where r.release_id = of_release and r.status = 'building'
    ) p
    group by p.provider_code, p.stratum, p.measured;
end
$$;

-- Where the same answers stand in two releases; null where they are in one of them only.
create function compare_releases(earlier uuid, later uuid)
returns table (before_stratum integer, before_measured bigint, after_stratum integer, after_measured bigint,
  firms integer)
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  return query
    select b.stratum, b.measured, a.stratum, a.measured, count(*)::integer
    from (select c.* from release_contributions c where c.release_id = earlier) b
    full join (select c.* from release_contributions c where c.release_id = later) a on a.contribution = b.contribution
    group by 1, 2, 3, 4;
end
$$;

-- What is heard of the building; false when nobody waits for it any more.
create function note_release_progress(of_release uuid, at_step integer) returns boolean
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  update releases set step = greatest(step, at_step), heartbeat_at = now()
  where release_id = of_release and status = 'building';
  return found;
end
$$;

-- What came of the building, or null when it failed.
create function settle_release(of_release uuid, built_document jsonb, built_sha256 bytea, built_report jsonb,
  built_now timestamptz) returns boolean
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  update releases
  set status = case when built_document is null then 'failed' else 'built' end, step = steps,
    document = built_document, content_sha256 = built_sha256, report = built_report,
    built_at = case when built_document is null then null else built_now end
  where release_id = of_release and status = 'building';
  return found;
end
$$;

-- What was built and never published has had its time.
create function retire_releases(cutoff timestamptz, most integer) returns integer
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
declare
  taken integer;
begin
  delete from releases where release_id in (
    select release_id from releases where status <> 'published' and created_at <= cutoff
    order by created_at limit most for update skip locked
  );
  get diagnostics taken = row_count;
  return taken;
end
$$;

alter table releases enable row level security;
alter table releases force row level security;
alter table release_contributions enable row level security;
alter table release_contributions force row level security;

create policy releases_owner on releases to mattstock_owner using (true) with check (true);
create policy release_contributions_owner on release_contributions to mattstock_owner using (true) with check (true);

create policy releases_public on releases for select to mattstock_app using (status = 'published');
create policy releases_worker on releases for select to mattstock_worker using (status = 'published');
create policy releases_analyst on releases for select to mattstock_statistics
  using (organisation_id = any ((select my_organisation_ids('analyst'))::uuid[]) or status = 'published');
-- Stopped, dropped or published; the trigger knows which way leads where.
create policy releases_analyst_end on releases for update to mattstock_statistics
  using (organisation_id = any ((select my_organisation_ids('analyst'))::uuid[]) and status in ('building', 'built'))
  with check (status = 'cancelled'
    or (status = 'published' and published_by = (select current_person_id())));
create policy releases_analyst_wall on releases as restrictive to mattstock_statistics
  using (organisation_id = any ((select my_organisation_ids('analyst'))::uuid[]) or status = 'published')
  with check (organisation_id = any ((select my_organisation_ids('analyst'))::uuid[]));
create policy releases_public_wall on releases as restrictive to mattstock_app using (status = 'published');

revoke all on function counts_simulated(), begin_release(uuid, uuid, jsonb, integer, timestamptz),
  refuse_change_of_release(), refuse_loss_of_release(), collect_release(uuid), tally_release(uuid),
  count_release_insiders(uuid), compare_releases(uuid, uuid), note_release_progress(uuid, integer),
  settle_release(uuid, jsonb, bytea, jsonb, timestamptz), retire_releases(timestamptz, integer) from public;
grant execute on function collect_release(uuid), tally_release(uuid), count_release_insiders(uuid),
  compare_releases(uuid, uuid), note_release_progress(uuid, integer),
  settle_release(uuid, jsonb, bytea, jsonb, timestamptz), retire_releases(timestamptz, integer) to mattstock_worker;
grant execute on function live_session_id(), current_person_id(), has_second_factor(), my_organisation_ids(text[]),
  record_audit_event(text, text, text, jsonb, uuid), counts_simulated(),
  begin_release(uuid, uuid, jsonb, integer, timestamptz) to mattstock_statistics;

grant select on releases to mattstock_statistics, mattstock_app, mattstock_worker;
grant update (status, document, content_sha256, report, built_at, release_number, published_by, published_at)
  on releases to mattstock_statistics;

reset search_path;
reset role;
