-- Before editors publish a draft of the rules they may have the answers that are stored routed by it: counted by the
-- worker, and told as counts that are hidden when small. shared/domain/routing/compare-routings.ts says how.
set local role mattstock_owner;
set local search_path = mattstock;

create table what_if_runs (
  what_if_run_id uuid not null,
  -- In which order they were begun.
  begun_order bigint generated always as identity,
  -- No key leads there: what was counted outlives the draft, so that nobody begins anew by throwing it away.
  rule_draft_id uuid not null,
  draft_revision integer not null,
  catalogue_version_id uuid not null,
  -- What the draft changed of that version and nothing else (RuleChanges), and how counts are told (CountRules).
  changes jsonb not null,
  rules jsonb not null,
  status text not null default 'waiting',
  -- Whose results are routed, until it has ended.
  submissions uuid[] not null,
  done integer not null default 0,
  total integer not null,
  -- Too coarse to tell how many there are. Of none it stands where that of few does, until it is done.
  tenths integer not null generated always as (
    case when status = 'done' then 10 when total = 0 then 0 else done * 10 / total end) stored,
  -- RoutingComparison.
  comparison jsonb,
  -- The same changes had been counted on the same day, and that answer was given again.
  is_repeated boolean not null default false,
  started_by uuid,
  started_at timestamptz not null,
  counted_at timestamptz,
  ended_at timestamptz,
  attempts integer not null default 0,
  claim_id uuid,
  lease_until timestamptz,
  constraint what_if_runs_pk primary key (what_if_run_id),
  constraint what_if_runs_version_fk foreign key (catalogue_version_id)
    references catalogue_versions (catalogue_version_id) on delete restrict,
  constraint what_if_runs_starter_fk foreign key (started_by) references people (person_id) on delete set null,
  constraint what_if_runs_status_known check (status in ('waiting', 'running', 'done', 'failed', 'stopped')),
  constraint what_if_runs_ended check ((status in ('waiting', 'running')) = (ended_at is null)),
  constraint what_if_runs_claimed check (
    (status = 'running') = (claim_id is not null) and (claim_id is null) = (lease_until is null)),
  constraint what_if_runs_told check (
    (status = 'done') = (comparison is not null) and (comparison is null) = (counted_at is null)),
  constraint what_if_runs_forgets check (ended_at is null or submissions = '{}'),
  constraint what_if_runs_steps_possible check (done between 0 and total)
);
create unique index what_if_runs_under_way on what_if_runs ((true)) where status in ('waiting', 'running');
create index what_if_runs_draft_index on what_if_runs (rule_draft_id, begun_order);
create index what_if_runs_version_index on what_if_runs (catalogue_version_id);
create index what_if_runs_starter_index on what_if_runs (started_by);
create index what_if_runs_age_index on what_if_runs (started_at);

create function swedish_day_of(moment timestamptz) returns timestamptz
language sql stable
set search_path = mattstock, pg_temp
as $$
  select date_trunc('day', moment at time zone 'Europe/Stockholm') at time zone 'Europe/Stockholm';
$$;

-- Whose results may be routed: of each firm that agrees by a wording that names the coordination and what is suggested, the
-- newest one as it stood when the day began, and of a group of companies one, as collect_release has it. Who has taken the
-- consent back since is left out. Simulated firms where there are any, and then no others.
create function choose_what_if(day_began timestamptz) returns uuid[]
language sql stable
set search_path = mattstock, pg_temp
as $$
  with newest_of_firm as (
    select distinct on (coalesce(f.organisation_number, f.firm_id::text)) s.submission_id, s.submitted_at,
      coalesce(f.organisation_number, f.firm_id::text) as firm,
      coalesce(s.profile ->> 'parentOrganisationNumber', f.organisation_number, f.firm_id::text) as company
    from submissions s
    join firms f on f.firm_id = s.firm_id
    join counted_firms() w on w.firm_id = f.firm_id and w.wording >= 3
    join consents c on c.firm_id = f.firm_id and c.purpose = 'statistics' and c.withdrawn_at is null
      and c.given_at < day_began
    where f.reduced_at is null and f.is_simulated = exists (select 1 from firms d where d.is_simulated)
      and s.submitted_at < day_began
    order by coalesce(f.organisation_number, f.firm_id::text), s.submitted_at desc, s.submission_id
  ),
  newest as (
    select distinct on (n.company) n.submission_id
    from newest_of_firm n
    order by n.company, (n.firm = n.company) desc, n.submitted_at desc, n.submission_id
  )
  select coalesce(array_agg(n.submission_id order by n.submission_id), '{}') from newest n;
$$;

-- How many have been begun in the day, of those that told something or still may.
create function count_what_ifs(now_at timestamptz) returns integer
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  if cardinality(my_organisation_ids('editor')) = 0 then
    return null;
  end if;
  return (
    select count(*) from what_if_runs r
    where r.started_at >= swedish_day_of(now_at) and not r.is_repeated and r.status in ('waiting', 'running', 'done')
  );
end
$$;

-- Begins one, from an editor who has seen the newest draft and the newest version. What was under way is stopped: it was
-- of a draft that nobody asks about any more. `repeated`: what was told of the same on the same day is told again, whatever
-- has been answered or withdrawn since, so that being told again says nothing of any firm. Null: no editor.
create function begin_what_if(new_run uuid, of_draft uuid, seen_revision integer, seen_version uuid, of_changes jsonb,
  of_rules jsonb, most integer, new_started_at timestamptz) returns text
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
declare
  day_began timestamptz := swedish_day_of(new_started_at);
  chosen uuid[];
  earlier what_if_runs;
begin
  if cardinality(my_organisation_ids('editor')) = 0 then
    return null;
  end if;
  lock table what_if_runs in share row exclusive mode;
  perform 1 from rule_drafts where rule_draft_id = of_draft and revision = seen_revision for share;
  if not found or seen_version is distinct from
    (select v.catalogue_version_id from catalogue_versions v order by v.version_number desc limit 1) then
    return 'outdated';
  end if;
  if exists (select 1 from what_if_runs r where r.status in ('waiting', 'running') and r.rule_draft_id = of_draft
    and r.draft_revision = seen_revision and r.catalogue_version_id = seen_version) then
    return 'running';
  end if;
  chosen := choose_what_if(day_began);
  select * into earlier from what_if_runs r
  where r.status = 'done' and r.catalogue_version_id = seen_version and r.changes = of_changes and r.rules = of_rules
    and r.started_at >= day_began
  order by r.started_at desc limit 1;
  if earlier.what_if_run_id is null and most <= (
    select count(*) from what_if_runs r
    where r.started_at >= day_began and not r.is_repeated and r.status = 'done'
  ) then
    return 'too-many';
  end if;
  update what_if_runs set status = 'stopped', ended_at = new_started_at, submissions = '{}', claim_id = null,
    lease_until = null
  where status in ('waiting', 'running');
  insert into what_if_runs (what_if_run_id, rule_draft_id, draft_revision, catalogue_version_id, changes, rules, status,
    submissions, done, total, comparison, is_repeated, started_by, started_at, counted_at, ended_at)
  select new_run, of_draft, seen_revision, seen_version, of_changes, of_rules,
    case when earlier.what_if_run_id is null then 'waiting' else 'done' end,
    case when earlier.what_if_run_id is null then chosen else '{}' end,
    coalesce(earlier.done, 0), coalesce(earlier.total, cardinality(chosen)), earlier.comparison,
    earlier.what_if_run_id is not null,
    current_person_id(), new_started_at, earlier.counted_at,
    case when earlier.what_if_run_id is null then null else new_started_at end;
  return case when earlier.what_if_run_id is null then 'begun' else 'repeated' end;
end
$$;

-- Stops it for an editor; false when it has ended already.
create function stop_what_if(of_run uuid, now_ended_at timestamptz) returns boolean
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  update what_if_runs set status = 'stopped', ended_at = now_ended_at, submissions = '{}', claim_id = null,
    lease_until = null
  where what_if_run_id = of_run and status in ('waiting', 'running')
    and cardinality(my_organisation_ids('editor')) > 0;
  return found;
end
$$;

-- For the worker: the one that waits, or whose worker is gone; it begins from its start. What has ended three workers is
-- not tried again.
create function claim_what_if(new_claim uuid, lease_seconds integer, now_at timestamptz)
returns table (run uuid, version uuid, with_changes jsonb, told_by jsonb, results integer)
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  update what_if_runs r set status = 'failed', ended_at = now_at, submissions = '{}', claim_id = null, lease_until = null
  where r.status = 'running' and r.lease_until < now() and r.attempts >= 3;
  return query
    update what_if_runs r set status = 'running', claim_id = new_claim, attempts = r.attempts + 1, done = 0,
      lease_until = now() + make_interval(secs => lease_seconds)
    where r.what_if_run_id = (
      select c.what_if_run_id from what_if_runs c
      where c.status = 'waiting' or (c.status = 'running' and c.lease_until < now())
      limit 1 for update skip locked
    )
    returning r.what_if_run_id, r.catalogue_version_id, r.changes, r.rules, r.total;
end
$$;

-- Who has the run, while it runs.
create function holds_what_if(of_run uuid, of_claim uuid) returns boolean
language sql stable
set search_path = mattstock, pg_temp
as $$
  select exists (select 1 from what_if_runs r where r.what_if_run_id = of_run and r.status = 'running'
    and r.claim_id = of_claim and r.lease_until >= now());
$$;

-- What routing needs of the next results, and only for the worker that has the run: no name, number, address or identifier,
-- no words of the firm's own, of the answers the choices alone and of the municipality the county. Who has taken the
-- consent back before its batch is read, or was erased, is left out; nothing is read once the run has ended or its lease has.
create function read_what_if(of_run uuid, of_claim uuid, after integer, most integer)
returns table (instrument_version_id uuid, answers jsonb, profile jsonb, score_profile jsonb,
  context jsonb)
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  if not holds_what_if(of_run, of_claim) then
    return;
  end if;
  return query
    select s.instrument_version_id,
      coalesce((
        select jsonb_object_agg(a.key, jsonb_build_object('value', a.value -> 'value', 'comment', ''))
        from jsonb_each(s.answers) a where a.value #>> '{value,state}' = 'choice'
      ), '{}'),
      s.profile - 'parentOrganisationNumber' - 'branchDetail' || case when s.profile ->> 'municipality' ~ '^[0-9]{4}$'
        then jsonb_build_object('municipality', left(s.profile ->> 'municipality', 2) || '00') else '{}' end,
      s.score_profile, s.routing -> 'context'
    from what_if_runs r
    cross join lateral unnest(r.submissions) with ordinality c (submission_id, place)
    join submissions s on s.submission_id = c.submission_id
    join firms f on f.firm_id = s.firm_id and f.reduced_at is null
    join counted_firms() w on w.firm_id = s.firm_id and w.wording >= 3
    where r.what_if_run_id = of_run and c.place > after and c.place <= after + most
    order by c.place;
end
$$;

-- Writes down how far it is and keeps the run for longer; false when nobody waits for it any more, or the lease has ended:
-- what was not read then must not be told as if it had been.
create function note_what_if(of_run uuid, of_claim uuid, at_done integer, lease_seconds integer) returns boolean
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  update what_if_runs set done = least(greatest(done, at_done), total),
    lease_until = now() + make_interval(secs => lease_seconds)
  where what_if_run_id = of_run and holds_what_if(of_run, of_claim);
  return found;
end
$$;

-- What came of it; null: nothing, for a fault.
create function settle_what_if(of_run uuid, of_claim uuid, told jsonb, now_ended_at timestamptz) returns boolean
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  update what_if_runs set status = case when told is null then 'failed' else 'done' end, comparison = told,
    done = case when told is null then done else total end,
    counted_at = case when told is null then null else now_ended_at end,
    ended_at = now_ended_at, submissions = '{}', claim_id = null, lease_until = null
  where what_if_run_id = of_run and holds_what_if(of_run, of_claim);
  return found;
end
$$;

-- A worker that is told to stop lets go of it, so that the next one need not wait for its lease to end.
create function put_back_what_if(of_run uuid, of_claim uuid) returns boolean
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  update what_if_runs set status = 'waiting', attempts = attempts - 1, done = 0, claim_id = null, lease_until = null
  where what_if_run_id = of_run and claim_id = of_claim and status = 'running';
  return found;
end
$$;

create function retire_what_ifs(cutoff timestamptz, most integer) returns integer
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
declare
  taken integer;
begin
  delete from what_if_runs where what_if_run_id in (
    select what_if_run_id from what_if_runs where started_at <= cutoff
    order by started_at limit most for update skip locked
  );
  get diagnostics taken = row_count;
  return taken;
end
$$;

alter table what_if_runs enable row level security;
alter table what_if_runs force row level security;
create policy what_if_runs_owner on what_if_runs to mattstock_owner using (true) with check (true);
create policy what_if_runs_editors on what_if_runs for select to mattstock_app
  using (cardinality((select my_organisation_ids('editor'))::uuid[]) > 0);
create policy what_if_runs_wall on what_if_runs as restrictive to mattstock_app
  using (cardinality((select my_organisation_ids('editor'))::uuid[]) > 0);

revoke all on function choose_what_if(timestamptz), swedish_day_of(timestamptz), count_what_ifs(timestamptz),
  holds_what_if(uuid, uuid),
  begin_what_if(uuid, uuid, integer, uuid, jsonb, jsonb, integer, timestamptz),
  stop_what_if(uuid, timestamptz), claim_what_if(uuid, integer, timestamptz), read_what_if(uuid, uuid, integer, integer),
  note_what_if(uuid, uuid, integer, integer), settle_what_if(uuid, uuid, jsonb, timestamptz),
  put_back_what_if(uuid, uuid), retire_what_ifs(timestamptz, integer) from public;
grant execute on function count_what_ifs(timestamptz),
  begin_what_if(uuid, uuid, integer, uuid, jsonb, jsonb, integer, timestamptz),
  stop_what_if(uuid, timestamptz) to mattstock_app;
grant execute on function claim_what_if(uuid, integer, timestamptz), read_what_if(uuid, uuid, integer, integer),
  note_what_if(uuid, uuid, integer, integer), settle_what_if(uuid, uuid, jsonb, timestamptz),
  put_back_what_if(uuid, uuid), retire_what_ifs(timestamptz, integer) to mattstock_worker;
-- How many are counted, and whose results, is nobody's to read.
grant select (what_if_run_id, begun_order, rule_draft_id, draft_revision, catalogue_version_id, changes, status, tenths,
  comparison, is_repeated, started_by, started_at, counted_at) on what_if_runs to mattstock_app;

reset search_path;
reset role;
