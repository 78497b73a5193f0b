-- What the regions write down themselves: activities by which the strategy is carried out, and values of indexes that
-- others publish. Nothing of a firm is in it. What was written is never lost: every change is kept.
set local role mattstock_owner;
set local search_path = mattstock;

create table region_entries (
  entry_id uuid not null,
  organisation_id uuid not null,
  kind text not null,
  -- Activity or IndexValue of shared/domain/followup, by kind.
  content jsonb not null,
  revision integer not null default 1,
  -- Made up for the demo.
  is_simulated boolean not null default false,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  -- An entry is never deleted.
  withdrawn_at timestamptz,
  withdrawal_reason text,
  constraint region_entries_pk primary key (entry_id),
  constraint region_entries_organisation_fk foreign key (organisation_id) references organisations (organisation_id)
    on delete restrict,
  constraint region_entries_kind_known check (kind in ('activity', 'index-value')),
  constraint region_entries_revision_positive check (revision > 0),
  constraint region_entries_reason_when_withdrawn check ((withdrawn_at is null) = (withdrawal_reason is null)),
  constraint region_entries_reason_length check (char_length(withdrawal_reason) between 1 and 500),
  constraint region_entries_content_size check (octet_length(content::text) < 40000)
);
create index region_entries_kind_index on region_entries (kind, withdrawn_at);
create index region_entries_organisation_index on region_entries (organisation_id);

create table region_entry_versions (
  entry_id uuid not null,
  revision integer not null,
  content jsonb not null,
  withdrawal_reason text,
  person_id uuid,
  changed_at timestamptz not null,
  constraint region_entry_versions_pk primary key (entry_id, revision),
  constraint region_entry_versions_entry_fk foreign key (entry_id) references region_entries (entry_id)
    on delete restrict,
  constraint region_entry_versions_person_fk foreign key (person_id) references people (person_id) on delete set null
);
create index region_entry_versions_person_index on region_entry_versions (person_id);

-- Who changed it is part of the history; only the person may go from it.
create function refuse_change_of_entry_history() returns trigger
language plpgsql
set search_path = mattstock, pg_temp
as $$
begin
  if tg_op = 'UPDATE' and new.person_id is null
    and to_jsonb(new) - 'person_id' is not distinct from to_jsonb(old) - 'person_id' then
    return new;
  end if;
  raise exception 'rows of region_entry_versions never change'
    using errcode = 'restrict_violation', constraint = 'region_entry_versions_immutable';
end
$$;
create trigger region_entry_versions_immutable
  before update or delete on region_entry_versions for each row execute function refuse_change_of_entry_history();
create trigger region_entry_versions_kept
  before truncate on region_entry_versions for each statement execute function refuse_every_change();

-- Each change is one revision, and what was withdrawn stays so.
create function refuse_impossible_entry() returns trigger
language plpgsql
set search_path = mattstock, pg_temp
as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'entries are withdrawn and never deleted'
      using errcode = 'restrict_violation', constraint = 'region_entries_kept';
  end if;
  if old.withdrawn_at is not null or new.revision <> old.revision + 1
    or row(new.entry_id, new.organisation_id, new.kind, new.is_simulated, new.created_at)
      is distinct from row(old.entry_id, old.organisation_id, old.kind, old.is_simulated, old.created_at) then
    raise exception 'an entry cannot change in this way'
      using errcode = 'restrict_violation', constraint = 'region_entries_change_allowed';
  end if;
  return new;
end
$$;
create trigger region_entries_change_allowed
  before update or delete on region_entries for each row execute function refuse_impossible_entry();

create function keep_entry_history() returns trigger
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  insert into region_entry_versions (entry_id, revision, content, withdrawal_reason, person_id, changed_at)
  values (new.entry_id, new.revision, new.content, new.withdrawal_reason, current_person_id(), new.changed_at);
  return null;
end
$$;
create trigger region_entries_history
  after insert or update on region_entries for each row execute function keep_entry_history();

-- What has been written in an entry of a region of which the presented session is an analyst, the newest first; of a
-- person who is erased no name.
create function entry_history(of_entry uuid)
returns table (revision integer, content jsonb, withdrawal_reason text, person_name text, changed_at timestamptz)
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  return query
    select v.revision, v.content, v.withdrawal_reason, p.name, v.changed_at
    from region_entries e
    join region_entry_versions v on v.entry_id = e.entry_id
    left join people p on p.person_id = v.person_id
    where e.entry_id = of_entry and e.organisation_id = any (my_organisation_ids('analyst'))
    order by v.revision desc;
end
$$;

-- When packages were and will be given in groups, for an analyst: without a firm, and without how many there are.
create function list_followed_editions()
returns table (package_code text, provider_code text, status text, municipality text, starts_on date, ends_on date,
  is_simulated boolean)
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  return query
    select e.package_code, o.code, e.status, e.municipality, e.starts_on, e.ends_on, e.is_simulated
    from editions e
    join organisations o on o.organisation_id = e.organisation_id
    where e.status <> 'cancelled' and cardinality(my_organisation_ids('analyst')) > 0
    order by e.starts_on, e.ends_on, e.package_code, o.code;
end
$$;

alter table region_entries enable row level security;
alter table region_entries force row level security;
alter table region_entry_versions enable row level security;
alter table region_entry_versions force row level security;

create policy region_entries_owner on region_entries to mattstock_owner using (true) with check (true);
create policy region_entry_versions_owner on region_entry_versions to mattstock_owner using (true) with check (true);

-- The regions carry one strategy out, and read what each other writes; what was withdrawn is the writer's alone.
create policy region_entries_analyst on region_entries for select to mattstock_statistics
  using (organisation_id = any ((select my_organisation_ids('analyst'))::uuid[])
    or (withdrawn_at is null and cardinality((select my_organisation_ids('analyst'))::uuid[]) > 0));
create policy region_entries_analyst_write on region_entries for insert to mattstock_statistics
  with check (organisation_id = any ((select my_organisation_ids('analyst'))::uuid[]) and not is_simulated
    and withdrawn_at is null and revision = 1);
create policy region_entries_analyst_change on region_entries for update to mattstock_statistics
  using (organisation_id = any ((select my_organisation_ids('analyst'))::uuid[]) and withdrawn_at is null)
  with check (organisation_id = any ((select my_organisation_ids('analyst'))::uuid[]));
create policy region_entries_analyst_wall on region_entries as restrictive to mattstock_statistics
  using (cardinality((select my_organisation_ids('analyst'))::uuid[]) > 0)
  with check (organisation_id = any ((select my_organisation_ids('analyst'))::uuid[]));

-- What the regions are called.
create policy organisations_statistics on organisations for select to mattstock_statistics using (kind = 'region');

revoke all on function refuse_change_of_entry_history(), refuse_impossible_entry(), keep_entry_history(),
  entry_history(uuid), list_followed_editions() from public;
grant execute on function entry_history(uuid), list_followed_editions() to mattstock_statistics;
grant select, insert (entry_id, organisation_id, kind, content, created_at, changed_at),
  update (content, revision, changed_at, withdrawn_at, withdrawal_reason) on region_entries to mattstock_statistics;
grant select (organisation_id, kind, code, name) on organisations to mattstock_statistics;

reset search_path;
reset role;
