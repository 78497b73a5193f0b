-- How many firms and workplaces there are, as a source outside the product counts them. Public statistics: nothing here is
-- of a firm. Never edited; withdrawn with a reason, and replaced by another.
set local role mattstock_owner;
set local search_path = mattstock;

create table populations (
  population_id uuid not null,
  organisation_id uuid not null,
  -- As the region was called when it took the table in.
  organisation_name jsonb not null,
  unit text not null,
  year integer not null,
  source text not null,
  source_url text,
  -- Made up for a site of simulated firms.
  is_simulated boolean not null,
  -- PopulationCell and LeftOut of shared/domain/coverage.
  cells jsonb not null,
  left_out jsonb not null,
  created_by uuid,
  created_at timestamptz not null,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  withdrawn_reason text,
  constraint populations_pk primary key (population_id),
  constraint populations_organisation_fk foreign key (organisation_id) references organisations (organisation_id)
    on delete restrict,
  constraint populations_creator_fk foreign key (created_by) references people (person_id) on delete set null,
  constraint populations_withdrawer_fk foreign key (withdrawn_by) references people (person_id) on delete set null,
  constraint populations_unit_known check (unit in ('firms', 'workplaces')),
  constraint populations_year_possible check (year between 1900 and 2999),
  constraint populations_reason_when_withdrawn check ((withdrawn_at is null) = (withdrawn_reason is null))
);
create index populations_organisation_index on populations (organisation_id);
create index populations_creator_index on populations (created_by);
create index populations_withdrawer_index on populations (withdrawn_by);

-- Takes in a table for a region of which the presented session is an analyst; false for any other.
create function add_population(of_organisation uuid, new_population jsonb, new_created_at timestamptz) returns boolean
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  insert into populations (population_id, organisation_id, organisation_name, unit, year, source, source_url,
    is_simulated, cells, left_out, created_by, created_at)
  select (new_population ->> 'populationId')::uuid, o.organisation_id, o.name, new_population ->> 'unit',
    (new_population ->> 'year')::integer, new_population ->> 'source', new_population ->> 'sourceUrl', false,
    new_population -> 'cells', new_population -> 'leftOut', current_person_id(), new_created_at
  from organisations o
  where o.organisation_id = of_organisation and o.kind = 'region'
    and o.organisation_id = any (my_organisation_ids('analyst'));
  return found;
end
$$;
revoke all on function add_population(uuid, jsonb, timestamptz) from public;
grant execute on function add_population(uuid, jsonb, timestamptz) to mattstock_statistics;

alter table populations enable row level security;
alter table populations force row level security;

create policy populations_owner on populations to mattstock_owner using (true) with check (true);
create policy populations_public on populations for select to mattstock_app using (withdrawn_at is null);
create policy populations_analyst on populations for select to mattstock_statistics
  using (cardinality((select my_organisation_ids('analyst'))) > 0);
create policy populations_analyst_withdraw on populations for update to mattstock_statistics
  using (organisation_id = any ((select my_organisation_ids('analyst'))::uuid[]) and withdrawn_at is null)
  with check (organisation_id = any ((select my_organisation_ids('analyst'))::uuid[])
    and withdrawn_by = (select current_person_id()));

grant select on populations to mattstock_app, mattstock_statistics;
grant update (withdrawn_by, withdrawn_at, withdrawn_reason) on populations to mattstock_statistics;

reset search_path;
reset role;
