-- What a firm aims at itself, area by area. Without a row, or with one that says nothing, the proposal holds. It is about the
-- firm and not about one result, and neither scores nor suggestions look at it.
set local role mattstock_owner;
set local search_path = mattstock;

create table firm_targets (
  firm_id uuid not null,
  dimension_code text not null,
  -- Null where the firm has gone back to what is proposed.
  level smallint,
  -- Who set it; null for whoever has no account.
  person_id uuid,
  set_at timestamptz not null,
  -- Which change of the firm's targets this came with: the highest is the revision of them all.
  revision integer not null,
  constraint firm_targets_pk primary key (firm_id, dimension_code),
  constraint firm_targets_firm_fk foreign key (firm_id) references firms (firm_id) on delete cascade,
  constraint firm_targets_person_fk foreign key (person_id) references people (person_id) on delete set null,
  constraint firm_targets_dimension_length check (char_length(dimension_code) between 1 and 60),
  constraint firm_targets_level_range check (level between 1 and 4),
  constraint firm_targets_revision_positive check (revision > 0)
);
create index firm_targets_person_index on firm_targets (person_id);

-- Of a firm that is erased in part nothing stays of what it aimed at.
create function reduce_firm_targets() returns trigger
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  delete from firm_targets where firm_id = new.firm_id;
  return null;
end
$$;
create trigger firms_reduce_firm_targets after update of reduced_at on firms for each row
  when (new.reduced_at is not null) execute function reduce_firm_targets();

-- What a firm aims at stays when somebody who set it is erased; who that was does not.
create function release_firm_targets_of_person() returns trigger
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  update firm_targets set person_id = null where person_id = old.person_id;
  return null;
end
$$;
create trigger people_release_firm_targets after update of erased_at on people for each row
  when (old.erased_at is null and new.erased_at is not null) execute function release_firm_targets_of_person();

-- Whoever sets a target anew stands behind it: the database writes down who that is, and no role moves a row to a person.
create function stand_behind_target() returns trigger
language plpgsql
set search_path = mattstock, pg_temp
as $$
begin
  new.person_id := current_person_id();
  return new;
end
$$;
create trigger firm_targets_stand_behind before update of level on firm_targets for each row
  execute function stand_behind_target();

alter table firm_targets enable row level security;
alter table firm_targets force row level security;

create policy firm_targets_owner on firm_targets to mattstock_owner using (true) with check (true);
-- Whoever opens a response of the firm reads what it aims at; only who may speak for the firm sets it.
create policy firm_targets_tenant on firm_targets for select to mattstock_app
  using (firm_id = (select current_firm_id()));
create policy firm_targets_set on firm_targets for insert to mattstock_app
  with check (firm_id = (select current_firm_id()) and (select may_decide_for_firm()));
create policy firm_targets_set_anew on firm_targets for update to mattstock_app
  using (firm_id = (select current_firm_id()) and (select may_decide_for_firm()))
  with check (firm_id = (select current_firm_id()) and (select may_decide_for_firm()));
create policy firm_targets_wall on firm_targets as restrictive to mattstock_app
  using (firm_id = (select current_firm_id())) with check (firm_id = (select current_firm_id()));
-- Nobody writes another person down.
create policy firm_targets_setter_wall on firm_targets as restrictive for insert to mattstock_app
  with check (person_id is not distinct from (select current_person_id()));
create policy firm_targets_setter_anew_wall on firm_targets as restrictive for update to mattstock_app
  with check (person_id is not distinct from (select current_person_id()));
create policy firm_targets_member on firm_targets for select to mattstock_member
  using (firm_id = any ((select my_owned_firm_ids())::uuid[]));

grant select (firm_id, dimension_code, level, set_at, revision) on firm_targets to mattstock_app;
grant insert, update (level, set_at, revision) on firm_targets to mattstock_app;
grant select on firm_targets to mattstock_member;
revoke all on function reduce_firm_targets(), release_firm_targets_of_person(), stand_behind_target() from public;

reset search_path;
reset role;
