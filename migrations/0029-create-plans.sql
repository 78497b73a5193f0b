-- Plans of groups: which firms a provider would place in which of its editions, as it was asked and what came of it.
-- shared/domain/cohort says what a plan is.
set local role mattstock_owner;
set local search_path = mattstock;

create table plans (
  plan_id uuid not null,
  organisation_id uuid not null,
  -- The plan that this one changes.
  from_plan_id uuid,
  most_km integer,
  editions_per_firm integer not null,
  -- Wishes, weights and places given before: numbers only.
  wishes jsonb not null,
  weights jsonb not null,
  served_before jsonb not null,
  firm_count integer not null,
  status text not null default 'waiting',
  -- Optimal, feasible, infeasible or none in time, once it is done.
  outcome text,
  gap_percent double precision,
  is_irreducible boolean,
  seconds double precision,
  solver text,
  model_columns integer,
  model_rows integer,
  phase text not null default 'waiting',
  phase_seconds double precision not null default 0,
  best double precision,
  bound double precision,
  -- When the process that looks for it was last heard of.
  heartbeat_at timestamptz not null default now(),
  is_simulated boolean not null default false,
  created_by uuid,
  created_at timestamptz not null default now(),
  constraint plans_pk primary key (plan_id),
  constraint plans_organisation_unique unique (organisation_id, plan_id),
  constraint plans_organisation_fk foreign key (organisation_id) references organisations (organisation_id)
    on delete restrict,
  constraint plans_from_fk foreign key (organisation_id, from_plan_id) references plans (organisation_id, plan_id)
    on delete set null (from_plan_id),
  constraint plans_creator_fk foreign key (created_by) references people (person_id) on delete set null,
  constraint plans_status_known check (status in ('waiting', 'solving', 'done', 'cancelled', 'failed')),
  constraint plans_outcome_known check (outcome in ('optimal', 'feasible', 'infeasible', 'none-in-time')),
  constraint plans_outcome_when_done check ((status = 'done') = (outcome is not null)),
  constraint plans_gap_when_feasible check ((outcome = 'feasible') = (gap_percent is not null)),
  constraint plans_phase_known check (phase in ('waiting', 'building', 'solving', 'finding-clash')),
  constraint plans_distance_possible check (most_km between 0 and 2000),
  constraint plans_editions_per_firm_possible check (editions_per_firm between 1 and 5)
);
create index plans_organisation_index on plans (organisation_id, created_at);
create index plans_from_index on plans (organisation_id, from_plan_id);
create index plans_creator_index on plans (created_by);
create index plans_created_index on plans (created_at);

-- The editions as they were when the plan was made.
create table plan_editions (
  plan_id uuid not null,
  edition_id uuid not null,
  facts jsonb not null,
  must_run boolean not null,
  is_held boolean not null default false,
  -- Of its places, its minimum and that it is to be held: what clashes.
  clashes text[] not null default '{}',
  constraint plan_editions_pk primary key (plan_id, edition_id),
  constraint plan_editions_plan_fk foreign key (plan_id) references plans (plan_id) on delete cascade,
  constraint plan_editions_edition_fk foreign key (edition_id) references editions (edition_id) on delete cascade
);
create index plan_editions_edition_index on plan_editions (edition_id);

-- Who could be placed, with what the plan rests on.
create table plan_firms (
  plan_id uuid not null,
  firm_id uuid not null,
  organisation_id uuid not null,
  facts jsonb not null,
  constraint plan_firms_pk primary key (plan_id, firm_id),
  constraint plan_firms_plan_fk foreign key (organisation_id, plan_id) references plans (organisation_id, plan_id)
    on delete cascade,
  constraint plan_firms_firm_fk foreign key (firm_id) references firms (firm_id) on delete cascade
);
create index plan_firms_firm_index on plan_firms (firm_id);
create index plan_firms_organisation_index on plan_firms (organisation_id, plan_id);

-- What was asked about firms: a row for each firm of a rule. And of which firm a general rule clashes.
create table plan_rules (
  plan_id uuid not null,
  firm_id uuid not null,
  rule_number integer not null,
  kind text not null,
  edition_id uuid,
  is_clashing boolean not null default false,
  constraint plan_rules_pk primary key (plan_id, rule_number, firm_id),
  constraint plan_rules_firm_fk foreign key (plan_id, firm_id) references plan_firms (plan_id, firm_id) on delete cascade,
  constraint plan_rules_edition_fk foreign key (plan_id, edition_id) references plan_editions (plan_id, edition_id)
    on delete cascade,
  constraint plan_rules_kind_known check (
    kind in ('in', 'out', 'somewhere', 'nowhere', 'together', 'apart', 'once', 'dates', 'distance', 'need')
  ),
  constraint plan_rules_edition_fits check ((kind in ('in', 'out')) = (edition_id is not null))
);
create index plan_rules_firm_index on plan_rules (plan_id, firm_id);
create index plan_rules_edition_index on plan_rules (plan_id, edition_id);

-- Who is given a place by it.
create table plan_places (
  plan_id uuid not null,
  firm_id uuid not null,
  edition_id uuid not null,
  constraint plan_places_pk primary key (plan_id, firm_id, edition_id),
  constraint plan_places_firm_fk foreign key (plan_id, firm_id) references plan_firms (plan_id, firm_id) on delete cascade,
  constraint plan_places_edition_fk foreign key (plan_id, edition_id) references plan_editions (plan_id, edition_id)
    on delete cascade
);
create index plan_places_edition_index on plan_places (plan_id, edition_id);

-- Of a firm that is erased in part no plan says anything.
create function forget_plans_of_firm() returns trigger
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  delete from plan_firms where firm_id = new.firm_id;
  return null;
end
$$;
create trigger firms_forget_plans after update of reduced_at on firms for each row
  when (new.reduced_at is not null) execute function forget_plans_of_firm();

create function retire_plans(cutoff timestamptz, most integer) returns integer
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
declare
  taken integer;
begin
  delete from plans where plan_id in (
    select plan_id from plans where created_at <= cutoff order by created_at limit most for update skip locked
  );
  get diagnostics taken = row_count;
  return taken;
end
$$;

-- The firms that share their results with the organisation, with what routing said of each package for them at their
-- newest submission, or that they have asked for it themselves. `packages`: the areas that each package is about; of the
-- firm's needs there the largest is told. That they stood in a list is written down for the firms, by the same function.
create function needs_for_plan(for_organisation uuid, packages jsonb)
returns table (firm_id uuid, name text, is_simulated boolean, municipality text, county text, branch text,
  size_class text, package_code text, rank integer, need jsonb, asked_at timestamptz, ended text)
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
declare
  receiver text;
begin
  select o.code into receiver from organisations o
  where o.kind = 'provider' and o.organisation_id = for_organisation
    and o.organisation_id = any (my_organisation_ids('advisor', 'manager'));
  if receiver is null then
    return;
  end if;
  return query
    with found as (
      select f.firm_id, f.name, f.is_simulated, m.municipality, m.county, m.branch, m.size_class, p.key as package_code, g.rank,
        (
          select n.value from jsonb_array_elements(s.routing -> 'needs') n
          where p.value ? (n.value ->> 'dimension') and n.value ->> 'need' is not null
          order by (n.value ->> 'need')::double precision desc, n.value ->> 'dimension' limit 1
        ) as need,
        r.asked_at, e.status as ended
      from consents c
      join firms f on f.firm_id = c.firm_id
      join firm_summaries m on m.firm_id = c.firm_id
      join submissions s on s.firm_id = m.firm_id and s.submission_id = m.submission_id
      cross join jsonb_each(packages) p
      left join suggestions g on g.firm_id = s.firm_id and g.submission_id = s.submission_id and g.package_code = p.key
      left join lateral (
        select min(a.created_at) as asked_at from referrals a
        join consents ac on ac.firm_id = a.firm_id and ac.consent_id = a.consent_id and ac.withdrawn_at is null
        where a.firm_id = f.firm_id and a.package_code = p.key and a.provider_code = receiver
          and a.status in ('chosen', 'accepted', 'started')
      ) r on true
      left join lateral (
        -- What the last request for the package came to, of those made to this provider.
        select l.status from referrals l
        where l.firm_id = f.firm_id and l.package_code = p.key and l.provider_code = receiver
          and l.status in ('completed', 'discontinued', 'declined', 'withdrawn')
        order by l.status_since desc limit 1
      ) e on true
      where c.purpose = 'result' and c.withdrawn_at is null and c.provider_code = receiver and f.reduced_at is null
        and (g.rank is not null or r.asked_at is not null or exists (
          select 1 from jsonb_array_elements(s.routing -> 'considered') k
          where k.value ->> 'packageCode' = p.key and k.value ->> 'total' is not null
            and k.value ->> 'outcome' in ('lower-rank', 'same-need-covered', 'one-theme')))
    ), noted as (
      select note_listing(array(select distinct l.firm_id from found l), for_organisation)
    )
    select found.* from found cross join noted order by found.firm_id, found.package_code;
end
$$;

-- What is heard of the search for a plan; false when nobody waits for it any more.
create function note_plan_progress(of_plan uuid, in_phase text, after_seconds double precision, best_found double precision,
  best_possible double precision) returns boolean
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  update plans
  set status = case in_phase when 'waiting' then 'waiting' else 'solving' end, phase = in_phase,
    phase_seconds = after_seconds, best = best_found, bound = best_possible, heartbeat_at = now()
  where plan_id = of_plan and status in ('waiting', 'solving');
  return found;
end
$$;

-- What came of the search, or null when it failed. Of firms that have gone since, nothing is kept.
create function settle_plan(of_plan uuid, found_outcome jsonb) returns boolean
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  update plans
  set status = case when found_outcome is null then 'failed' else 'done' end, outcome = found_outcome ->> 'status',
    gap_percent = (found_outcome ->> 'gapPercent')::double precision,
    is_irreducible = (found_outcome ->> 'isIrreducible')::boolean,
    seconds = (found_outcome ->> 'seconds')::double precision, solver = found_outcome ->> 'solver',
    model_columns = (found_outcome -> 'model' ->> 'columns')::integer,
    model_rows = (found_outcome -> 'model' ->> 'rows')::integer
  where plan_id = of_plan and status in ('waiting', 'solving');
  if not found then
    return false;
  end if;
  update plan_editions e set is_held = true
  where e.plan_id = of_plan and (found_outcome -> 'plan' -> 'runs') ? e.edition_id::text;
  insert into plan_places (plan_id, firm_id, edition_id)
  select f.plan_id, f.firm_id, (a.value ->> 'editionId')::uuid
  from jsonb_array_elements(found_outcome -> 'plan' -> 'assignments') a
  join plan_firms f on f.plan_id = of_plan and f.firm_id = (a.value ->> 'firmId')::uuid;
  update plan_editions e
  set clashes = array(
    select k.value ->> 'kind' from jsonb_array_elements(found_outcome -> 'clash') k
    where k.value ->> 'editionId' = e.edition_id::text)
  where e.plan_id = of_plan and found_outcome ? 'clash';
  update plan_rules r set is_clashing = true
  where r.plan_id = of_plan and exists (
    select 1 from jsonb_array_elements(found_outcome -> 'clash') k where (k.value ->> 'number')::integer = r.rule_number);
  insert into plan_rules (plan_id, firm_id, rule_number, kind, is_clashing)
  select f.plan_id, f.firm_id, 10000 + k.ordinality, k.value ->> 'kind', true
  from jsonb_array_elements(found_outcome -> 'clash') with ordinality k
  join plan_firms f on f.plan_id = of_plan and f.firm_id = (k.value ->> 'firmId')::uuid;
  return true;
end
$$;

alter table plans enable row level security;
alter table plans force row level security;
alter table plan_editions enable row level security;
alter table plan_editions force row level security;
alter table plan_firms enable row level security;
alter table plan_firms force row level security;
alter table plan_rules enable row level security;
alter table plan_rules force row level security;
alter table plan_places enable row level security;
alter table plan_places force row level security;

create policy plans_owner on plans to mattstock_owner using (true) with check (true);
create policy plan_editions_owner on plan_editions to mattstock_owner using (true) with check (true);
create policy plan_firms_owner on plan_firms to mattstock_owner using (true) with check (true);
create policy plan_rules_owner on plan_rules to mattstock_owner using (true) with check (true);
create policy plan_places_owner on plan_places to mattstock_owner using (true) with check (true);

create policy plans_advisor on plans for select to mattstock_advisor
  using (organisation_id = any ((select my_organisation_ids('advisor', 'manager'))::uuid[]));
create policy plans_advisor_make on plans for insert to mattstock_advisor
  with check (organisation_id = any ((select my_organisation_ids('advisor', 'manager'))::uuid[])
    and created_by = (select current_person_id()) and status = 'waiting');
-- A search is only ever called off.
create policy plans_advisor_cancel on plans for update to mattstock_advisor
  using (organisation_id = any ((select my_organisation_ids('advisor', 'manager'))::uuid[])
    and status in ('waiting', 'solving'))
  with check (status = 'cancelled');
create policy plan_editions_advisor on plan_editions for select to mattstock_advisor
  using (exists (select 1 from plans p where p.plan_id = plan_editions.plan_id));
-- Only of the provider's own editions.
create policy plan_editions_advisor_make on plan_editions for insert to mattstock_advisor
  with check (exists (select 1 from plans p
    join editions e on e.organisation_id = p.organisation_id
    where p.plan_id = plan_editions.plan_id and p.status = 'waiting' and p.created_by = (select current_person_id())
      and e.edition_id = plan_editions.edition_id));

-- A firm is in a plan as long as it shares its results with the provider.
create policy plan_firms_advisor on plan_firms for select to mattstock_advisor
  using (exists (select 1 from plans p where p.plan_id = plan_firms.plan_id));
create policy plan_firms_advisor_make on plan_firms for insert to mattstock_advisor
  with check (exists (select 1 from plans p where p.plan_id = plan_firms.plan_id and p.status = 'waiting'
    and p.created_by = (select current_person_id())));
create policy plan_firms_advisor_wall on plan_firms as restrictive to mattstock_advisor
  using (organisation_id = any ((select my_organisation_ids('advisor', 'manager'))::uuid[])
    and exists (select 1 from consents c
      join organisations o on o.kind = 'provider' and o.code = c.provider_code
      where c.firm_id = plan_firms.firm_id and o.organisation_id = plan_firms.organisation_id
        and c.purpose = 'result' and c.withdrawn_at is null))
  with check (organisation_id = any ((select my_organisation_ids('advisor', 'manager'))::uuid[])
    and exists (select 1 from consents c
      join organisations o on o.kind = 'provider' and o.code = c.provider_code
      where c.firm_id = plan_firms.firm_id and o.organisation_id = plan_firms.organisation_id
        and c.purpose = 'result' and c.withdrawn_at is null));
create policy plan_rules_advisor on plan_rules for select to mattstock_advisor
  using (exists (select 1 from plan_firms f where f.plan_id = plan_rules.plan_id and f.firm_id = plan_rules.firm_id));
create policy plan_rules_advisor_make on plan_rules for insert to mattstock_advisor
  with check (exists (select 1 from plans p where p.plan_id = plan_rules.plan_id and p.status = 'waiting'
    and p.created_by = (select current_person_id())));
create policy plan_rules_advisor_wall on plan_rules as restrictive to mattstock_advisor
  using (exists (select 1 from plan_firms f where f.plan_id = plan_rules.plan_id and f.firm_id = plan_rules.firm_id))
  with check (exists (select 1 from plan_firms f where f.plan_id = plan_rules.plan_id and f.firm_id = plan_rules.firm_id));
create policy plan_places_advisor on plan_places for select to mattstock_advisor
  using (exists (select 1 from plan_firms f where f.plan_id = plan_places.plan_id and f.firm_id = plan_places.firm_id));

grant select, insert on plans, plan_editions, plan_firms, plan_rules to mattstock_advisor;
grant select on plan_places to mattstock_advisor;
grant update (status) on plans to mattstock_advisor;

revoke all on function forget_plans_of_firm(), retire_plans(timestamptz, integer), needs_for_plan(uuid, jsonb),
  note_plan_progress(uuid, text, double precision, double precision, double precision), settle_plan(uuid, jsonb)
  from public;
grant execute on function needs_for_plan(uuid, jsonb) to mattstock_advisor;
grant execute on function retire_plans(timestamptz, integer),
  note_plan_progress(uuid, text, double precision, double precision, double precision), settle_plan(uuid, jsonb)
  to mattstock_worker;

reset search_path;
reset role;
