-- Editors change the switches and numbers of the rules in a draft, and publish it as a version of the catalogue.
set local role mattstock_owner;
set local search_path = mattstock;

-- There is one rule set, and so one draft of it, which every editor works on.
create table rule_drafts (
  rule_draft_id uuid not null,
  is_only boolean not null default true,
  -- RuleChanges of shared/domain/routing/rule-drafting.
  changes jsonb not null,
  revision integer not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  changed_by uuid,
  constraint rule_drafts_pk primary key (rule_draft_id),
  constraint rule_drafts_one unique (is_only),
  constraint rule_drafts_only check (is_only),
  constraint rule_drafts_changer_fk foreign key (changed_by) references people (person_id) on delete set null,
  constraint rule_drafts_revision_positive check (revision > 0)
);
create index rule_drafts_changer_index on rule_drafts (changed_by);

-- The value with every number as nought and no rule switched off: what a draft of the rules may not change.
create function shape_of_rules(of_value jsonb) returns jsonb
language plpgsql immutable
set search_path = mattstock, pg_temp
as $$
begin
  return case jsonb_typeof(of_value)
    when 'number' then to_jsonb(0)
    when 'object' then (
      select coalesce(jsonb_object_agg(e.key, shape_of_rules(e.value)), '{}') from jsonb_each(of_value) e
      where e.key <> 'isOff' or jsonb_typeof(e.value) <> 'boolean' or not of_value ? 'when'
    )
    when 'array' then (
      select coalesce(jsonb_agg(shape_of_rules(e.value) order by e.ordinality), '[]')
      from jsonb_array_elements(of_value) with ordinality e
    )
    else of_value end;
end
$$;

-- The only way from a draft of the rules to a version of the catalogue: from an editor who has seen the newest draft and
-- the newest version, and only when numbers and switches of the rules and the ranking differ from it and nothing else.
create function publish_rules(
  published_draft_id uuid, seen_revision integer, seen_version_id uuid, new_version_id uuid, new_catalogue jsonb,
  new_sha256 bytea, new_published_at timestamptz
) returns integer
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
declare
  latest catalogue_versions;
begin
  if cardinality(my_organisation_ids('editor')) = 0 then
    return null;
  end if;
  perform 1 from rule_drafts where rule_draft_id = published_draft_id and revision = seen_revision for update;
  if not found then
    return null;
  end if;
  -- One publication at a time, as publish_package has it.
  lock table catalogue_versions in share row exclusive mode;
  select * into latest from catalogue_versions order by version_number desc limit 1;
  if latest.catalogue_version_id is distinct from seen_version_id or new_catalogue = latest.catalogue
    or new_catalogue - 'rules' - 'ranking' is distinct from latest.catalogue - 'rules' - 'ranking'
    or shape_of_rules(new_catalogue -> 'rules') is distinct from shape_of_rules(latest.catalogue -> 'rules')
    or shape_of_rules(new_catalogue -> 'ranking') is distinct from shape_of_rules(latest.catalogue -> 'ranking') then
    return null;
  end if;
  insert into catalogue_versions (catalogue_version_id, version_number, catalogue, catalogue_sha256, published_at)
  values (new_version_id, latest.version_number + 1, new_catalogue, new_sha256, new_published_at);
  delete from rule_drafts where rule_draft_id = published_draft_id;
  return latest.version_number + 1;
end
$$;

alter table rule_drafts enable row level security;
alter table rule_drafts force row level security;
create policy rule_drafts_owner on rule_drafts to mattstock_owner using (true) with check (true);
create policy rule_drafts_editors on rule_drafts to mattstock_app
  using (cardinality((select my_organisation_ids('editor'))::uuid[]) > 0)
  with check (cardinality((select my_organisation_ids('editor'))::uuid[]) > 0);
create policy rule_drafts_wall on rule_drafts as restrictive to mattstock_app
  using (cardinality((select my_organisation_ids('editor'))::uuid[]) > 0)
  with check (cardinality((select my_organisation_ids('editor'))::uuid[]) > 0);

revoke all on function shape_of_rules(jsonb),
  publish_rules(uuid, integer, uuid, uuid, jsonb, bytea, timestamptz) from public;
grant execute on function publish_rules(uuid, integer, uuid, uuid, jsonb, bytea, timestamptz) to mattstock_app;
grant select, insert, delete, update (changes, revision, changed_at, changed_by) on rule_drafts to mattstock_app;

reset search_path;
reset role;
