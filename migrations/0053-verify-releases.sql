-- A published release can be built again from what it was built from, and has to come out the same. What changes afterwards
-- is frozen when it is collected: how many firms each provider could see at that moment.
set local role mattstock_owner;
set local search_path = mattstock;

-- Numbers only: an insider is a number that says nothing of the provider, and a firm is nowhere.
create table release_insiders (
  release_id uuid not null,
  insider integer not null,
  stratum integer not null,
  -- A bit for each measure of the release, as in release_contributions.
  measured bigint not null,
  firms integer not null,
  constraint release_insiders_pk primary key (release_id, insider, stratum, measured),
  constraint release_insiders_release_fk foreign key (release_id) references releases (release_id) on delete cascade,
  constraint release_insiders_possible check (insider > 0 and stratum >= 0 and firms > 0)
);

-- Whether the insiders are frozen: of releases that were begun before this, they are not.
alter table releases add column keeps_insiders boolean not null default false;
alter table releases alter column keeps_insiders set default true;

-- Each time somebody asked for a published release to be built again, and what came of it. Nobody is named: who asked is in
-- the audit log.
create table release_verifications (
  verification_id uuid not null,
  release_id uuid not null,
  organisation_id uuid not null,
  -- As the region was called when it asked.
  organisation_name jsonb not null,
  status text not null default 'running',
  step integer not null default 0,
  steps integer not null,
  -- When the process that builds it was last heard of.
  heartbeat_at timestamptz not null default now(),
  -- By which version of the product and of its solver.
  program text,
  created_at timestamptz not null,
  ended_at timestamptz,
  constraint release_verifications_pk primary key (verification_id),
  constraint release_verifications_release_fk foreign key (release_id) references releases (release_id)
    on delete restrict,
  constraint release_verifications_organisation_fk foreign key (organisation_id)
    references organisations (organisation_id) on delete restrict,
  constraint release_verifications_status_known check (
    status in ('running', 'same', 'different', 'inputs-gone', 'cancelled', 'failed')),
  constraint release_verifications_ended check ((status = 'running') = (ended_at is null)),
  constraint release_verifications_program_when_built check ((status in ('same', 'different')) = (program is not null)),
  constraint release_verifications_steps_possible check (step between 0 and steps)
);
create unique index release_verifications_running on release_verifications (release_id) where status = 'running';
create index release_verifications_release_index on release_verifications (release_id, created_at);
create index release_verifications_organisation_index on release_verifications (organisation_id);

-- What came of it never changes.
create function refuse_change_of_verification() returns trigger
language plpgsql
set search_path = mattstock, pg_temp
as $$
begin
  if tg_op = 'DELETE' or old.status <> 'running'
    or to_jsonb(new) - array['status', 'step', 'heartbeat_at', 'program', 'ended_at']
      is distinct from to_jsonb(old) - array['status', 'step', 'heartbeat_at', 'program', 'ended_at'] then
    raise exception 'rows of release_verifications never change'
      using errcode = 'restrict_violation', constraint = 'release_verifications_immutable';
  end if;
  return new;
end
$$;
create trigger release_verifications_immutable before update or delete on release_verifications
  for each row execute function refuse_change_of_verification();

-- Whether the answers of a release may be counted: while it is built, and while it is built again. For functions of the
-- owner that count.
create function is_being_built(of_release uuid) returns boolean
language sql stable
set search_path = mattstock, pg_temp
as $$
  select exists (select 1 from releases r where r.release_id = of_release and r.status = 'building')
    or exists (select 1 from release_verifications v where v.release_id = of_release and v.status = 'running');
$$;

drop function count_release_insiders(uuid);

-- For each provider that has been let in to see results: how many firms of each stratum it can see, by what they have a
-- value for. Providers are numbered in an order that has nothing to do with which they are.
create function freeze_release_insiders(of_release uuid) returns integer
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
declare
  taken integer;
begin
  insert into release_insiders (release_id, insider, stratum, measured, firms)
  select of_release, dense_rank() over (order by md5(of_release::text || p.provider_code)), p.stratum, p.measured, count(*)
  from (
    select distinct k.provider_code, c.contribution, c.stratum, c.measured
    from releases r
    join release_contributions c on c.release_id = r.release_id
    join submissions s on s.submission_id = c.contribution
    join consents k on k.firm_id = s.firm_id and k.purpose = 'result'
    where r.release_id = of_release and r.status = 'building'
      and not exists (select 1 from release_insiders i where i.release_id = r.release_id)
  ) p
  group by p.provider_code, p.stratum, p.measured;
  get diagnostics taken = row_count;
  return taken;
end
$$;

create function list_release_insiders(of_release uuid)
returns table (insider integer, stratum integer, measured bigint, firms integer)
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  return query
    select i.insider, i.stratum, i.measured, i.firms
    from release_insiders i
    where i.release_id = of_release and is_being_built(of_release)
    order by 1, 2, 3;
end
$$;

-- Whether all that a release counted may be counted still: no answer is erased, and no firm has taken its consent back.
-- One yes or no for all of them.
create function release_inputs_remain(of_release uuid) returns boolean
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  return is_being_built(of_release) and not exists (
    select 1
    from release_contributions c
    left join submissions s on s.submission_id = c.contribution
    left join firms f on f.firm_id = s.firm_id and f.reduced_at is null
    left join counted_firms() w on w.firm_id = f.firm_id
    where c.release_id = of_release and w.firm_id is null
  );
end
$$;

-- How many firms of each stratum have each value, in units of the measure: of those that were found to have one.
create or replace function tally_release(of_release uuid)
returns table (measure text, stratum integer, value integer, firms integer)
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
declare
  spec constant jsonb := (select r.spec from releases r where r.release_id = of_release and is_being_built(of_release));
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
  group by v.place, c.stratum, v.value
  order by v.place, c.stratum, v.value' using spec, of_release;
end
$$;

-- Begins to build a published release of levels again, for a region of which the presented session is an analyst; false
-- when it may not be, or when it is being built again already. One that was never heard of again has failed.
create function begin_release_verification(new_verification uuid, of_release uuid, of_organisation uuid,
  new_steps integer, new_created_at timestamptz) returns boolean
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  if cardinality(my_organisation_ids('analyst')) = 0 then
    return false;
  end if;
  update release_verifications set status = 'failed', ended_at = new_created_at
  where release_id = of_release and status = 'running' and heartbeat_at < now() - interval '20 seconds';
  insert into release_verifications (verification_id, release_id, organisation_id, organisation_name, steps, created_at)
  select new_verification, r.release_id, o.organisation_id, o.name, new_steps, new_created_at
  from releases r
  join organisations o on o.organisation_id = of_organisation and o.kind = 'region'
    and o.organisation_id = any (my_organisation_ids('analyst'))
  where r.release_id = of_release and r.status = 'published' and r.keeps_insiders and r.spec ->> 'kind' is null
  on conflict (release_id) where status = 'running' do nothing;
  return found;
end
$$;

-- Stops what a region of the presented session's analyst has begun.
create function cancel_release_verification(of_verification uuid, now_ended_at timestamptz) returns boolean
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  update release_verifications set status = 'cancelled', ended_at = now_ended_at
  where verification_id = of_verification and status = 'running'
    and organisation_id = any (my_organisation_ids('analyst'));
  return found;
end
$$;

-- What is heard of the building; false when nobody waits for it any more.
create function note_release_verification(of_verification uuid, at_step integer) returns boolean
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  update release_verifications set step = greatest(step, at_step), heartbeat_at = now()
  where verification_id = of_verification and status = 'running';
  return found;
end
$$;

create function settle_release_verification(of_verification uuid, outcome text, by_program text,
  now_ended_at timestamptz) returns boolean
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  update release_verifications
  set status = outcome, program = by_program, ended_at = now_ended_at,
    step = case when outcome in ('same', 'different') then steps else step end
  where verification_id = of_verification and status = 'running';
  return found;
end
$$;

alter table release_insiders enable row level security;
alter table release_insiders force row level security;
alter table release_verifications enable row level security;
alter table release_verifications force row level security;

create policy release_insiders_owner on release_insiders to mattstock_owner using (true) with check (true);
create policy release_verifications_owner on release_verifications to mattstock_owner using (true) with check (true);
-- That answers are gone is told to analysts, who would see as much by building the release anew.
create policy release_verifications_public on release_verifications for select to mattstock_app
  using (status in ('same', 'different'));
create policy release_verifications_analyst on release_verifications for select to mattstock_statistics
  using (cardinality((select my_organisation_ids('analyst'))::uuid[]) > 0);

revoke all on function refuse_change_of_verification(), is_being_built(uuid), freeze_release_insiders(uuid),
  list_release_insiders(uuid), release_inputs_remain(uuid),
  begin_release_verification(uuid, uuid, uuid, integer, timestamptz), cancel_release_verification(uuid, timestamptz),
  note_release_verification(uuid, integer), settle_release_verification(uuid, text, text, timestamptz) from public;
grant execute on function freeze_release_insiders(uuid), list_release_insiders(uuid), release_inputs_remain(uuid),
  note_release_verification(uuid, integer), settle_release_verification(uuid, text, text, timestamptz)
  to mattstock_worker;
grant execute on function begin_release_verification(uuid, uuid, uuid, integer, timestamptz),
  cancel_release_verification(uuid, timestamptz) to mattstock_statistics;
grant select (release_id, organisation_name, status, program, ended_at) on release_verifications to mattstock_app;
grant select on release_verifications to mattstock_statistics;

reset search_path;
reset role;
