-- Packages are edited by those who give them, and by editors of the coordination; what shipped is remembered, so that a
-- release does not undo what was published here.
set local role mattstock_owner;
set local search_path = mattstock;

-- One draft of a package for each organisation: whoever works there works on the same.
create table package_drafts (
  package_draft_id uuid not null,
  organisation_id uuid not null,
  package_code text not null,
  -- The catalogue whose text of the package it changes.
  based_on_version_id uuid not null,
  -- PackageDraft of shared/domain/routing/drafting.
  content jsonb not null,
  revision integer not null default 1,
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  constraint package_drafts_pk primary key (package_draft_id),
  constraint package_drafts_package_unique unique (organisation_id, package_code),
  constraint package_drafts_organisation_fk foreign key (organisation_id)
    references organisations (organisation_id) on delete restrict,
  constraint package_drafts_version_fk foreign key (based_on_version_id)
    references catalogue_versions (catalogue_version_id) on delete restrict,
  constraint package_drafts_creator_fk foreign key (created_by) references people (person_id) on delete set null,
  constraint package_drafts_changer_fk foreign key (changed_by) references people (person_id) on delete set null,
  constraint package_drafts_code_same check (content ->> 'code' = package_code),
  constraint package_drafts_revision_positive check (revision > 0)
);
create index package_drafts_version_index on package_drafts (based_on_version_id);
create index package_drafts_creator_index on package_drafts (created_by);
create index package_drafts_changer_index on package_drafts (changed_by);

-- What each version of the catalogue changed of which package, and who did it; nobody when it came with a release.
create table package_changes (
  catalogue_version_id uuid not null,
  package_code text not null,
  kind text not null,
  organisation_id uuid,
  person_id uuid,
  constraint package_changes_pk primary key (catalogue_version_id, package_code),
  constraint package_changes_version_fk foreign key (catalogue_version_id)
    references catalogue_versions (catalogue_version_id) on delete restrict,
  constraint package_changes_organisation_fk foreign key (organisation_id)
    references organisations (organisation_id) on delete restrict,
  constraint package_changes_person_fk foreign key (person_id) references people (person_id) on delete set null,
  constraint package_changes_kind_known check (kind in ('added', 'changed', 'taken-out', 'brought-back', 'removed'))
);
create index package_changes_package_index on package_changes (package_code);
create index package_changes_organisation_index on package_changes (organisation_id);
create index package_changes_person_index on package_changes (person_id);

-- Catalogues as they shipped: what the next release is compared with.
create table catalogue_imports (
  catalogue_version_id uuid not null,
  catalogue jsonb not null,
  catalogue_sha256 bytea not null,
  imported_at timestamptz not null,
  constraint catalogue_imports_pk primary key (catalogue_version_id),
  constraint catalogue_imports_version_fk foreign key (catalogue_version_id)
    references catalogue_versions (catalogue_version_id) on delete restrict,
  constraint catalogue_imports_sha256_length check (octet_length(catalogue_sha256) = 32)
);

-- Until now every version was what shipped.
insert into catalogue_imports (catalogue_version_id, catalogue, catalogue_sha256, imported_at)
select catalogue_version_id, catalogue, catalogue_sha256, published_at from catalogue_versions
order by version_number desc limit 1;
insert into package_changes (catalogue_version_id, package_code, kind)
select v.catalogue_version_id, p.value ->> 'code', 'added'
from (select * from catalogue_versions order by version_number desc limit 1) v
cross join jsonb_array_elements(v.catalogue -> 'packages') p;

create trigger catalogue_imports_immutable
  before update or delete on catalogue_imports for each row execute function refuse_every_change();
create trigger catalogue_imports_kept
  before truncate on catalogue_imports for each statement execute function refuse_every_change();

-- Who changed a package is part of its history; only the person may go from it.
create function refuse_change_of_package_history() returns trigger
language plpgsql
set search_path = mattstock, pg_temp
as $$
begin
  if tg_op = 'UPDATE' and new.person_id is null
    and row(new.catalogue_version_id, new.package_code, new.kind, new.organisation_id)
      is not distinct from row(old.catalogue_version_id, old.package_code, old.kind, old.organisation_id) then
    return new;
  end if;
  raise exception 'rows of package_changes never change'
    using errcode = 'restrict_violation', constraint = 'package_changes_immutable';
end
$$;
create trigger package_changes_immutable
  before update or delete on package_changes for each row execute function refuse_change_of_package_history();
create trigger package_changes_kept
  before truncate on package_changes for each statement execute function refuse_every_change();

create function package_in(of_catalogue jsonb, of_code text) returns jsonb
language sql immutable
set search_path = mattstock, pg_temp
as $$
  select p.value from jsonb_array_elements(of_catalogue -> 'packages') p where p.value ->> 'code' = of_code
$$;

-- All that a catalogue says but of one package.
create function catalogue_without(of_catalogue jsonb, without_code text) returns jsonb
language sql immutable
set search_path = mattstock, pg_temp
as $$
  select jsonb_set(of_catalogue, '{packages}', (
    select coalesce(jsonb_agg(p.value order by p.ordinality), '[]')
    from jsonb_array_elements(of_catalogue -> 'packages') with ordinality p
    where p.value ->> 'code' <> without_code
  ))
$$;

create function providers_in(of_package jsonb) returns text[]
language sql immutable
set search_path = mattstock, pg_temp
as $$
  select coalesce(array_agg(p.value order by p.ordinality), '{}')
  from jsonb_array_elements_text(of_package -> 'providers') with ordinality p
$$;

-- Whether a provider may make this of the package: the same as rightsIssueOf of shared/domain/routing/drafting.
create function may_change_package(own_code text, before jsonb, after jsonb) returns boolean
language plpgsql immutable
set search_path = mattstock, pg_temp
as $$
declare
  earlier text[] := providers_in(before);
  later text[] := providers_in(after);
  others text[] := array_remove(providers_in(before), own_code);
begin
  if before is null then
    return later[1] = own_code;
  end if;
  if not (own_code = any (earlier)) then
    return false;
  end if;
  if coalesce((before ->> 'isOutOfUse')::boolean, false) <> coalesce((after ->> 'isOutOfUse')::boolean, false)
    and cardinality(others) > 0 then
    return false;
  end if;
  return later[1:cardinality(earlier)] = earlier
    or (later[1:cardinality(others)] = others and not (own_code = any (later)));
end
$$;

-- Tells the others who give the package, before or after the change, that it was changed: their managers, or their
-- advisers where there is none. Whom is nobody's to know.
create function tell_other_providers(of_codes text[], but_organisation_id uuid, mail_facts jsonb, mail_key text, written_at timestamptz)
returns void
language plpgsql
set search_path = mattstock, pg_temp
as $$
begin
  insert into outbox_mails (mail_id, kind, recipient, language, facts, dedupe_key, created_at, next_attempt_at)
  select gen_random_uuid(), 'package-changed', told.email, told.language, mail_facts,
    mail_key || ':' || told.person_id, written_at, written_at
  from (
    select distinct p.person_id, p.email, p.language from organisations o
    join memberships m on m.organisation_id = o.organisation_id and m.ended_at is null
    join people p on p.person_id = m.person_id and p.disabled_at is null and p.erased_at is null
    where o.kind = 'provider' and o.closed_at is null and o.code = any (of_codes)
      and o.organisation_id <> but_organisation_id and p.person_id is distinct from current_person_id()
      and (m.role = 'manager' or (m.role = 'advisor' and not exists (
        select 1 from memberships n
        join people q on q.person_id = n.person_id and q.disabled_at is null and q.erased_at is null
        where n.organisation_id = o.organisation_id and n.role = 'manager' and n.ended_at is null
      )))
  ) told
  on conflict do nothing;
end
$$;

-- The only way from a draft of a package to a version of the catalogue. It takes the catalogue that the application
-- made of it only when that is the newest one with this package changed and nothing else, from somebody signed in who
-- has seen the newest draft, and who may change the package.
create function publish_package(
  published_draft_id uuid, seen_revision integer, seen_version_id uuid, new_version_id uuid, new_catalogue jsonb,
  new_sha256 bytea, new_published_at timestamptz, mail_facts jsonb
) returns integer
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
declare
  draft package_drafts;
  latest catalogue_versions;
  place organisations;
  based jsonb;
  before jsonb;
  after jsonb;
  new_code text;
begin
  select * into draft from package_drafts
  where package_draft_id = published_draft_id
    and organisation_id = any (my_organisation_ids('advisor', 'manager', 'editor'))
  for update;
  if draft is null or draft.revision <> seen_revision then
    return null;
  end if;
  select * into place from organisations where organisation_id = draft.organisation_id;
  -- One publication at a time, so that numbers are without gaps and each version follows the newest.
  lock table catalogue_versions in share row exclusive mode;
  select * into latest from catalogue_versions order by version_number desc limit 1;
  if latest.catalogue_version_id <> seen_version_id then
    return null;
  end if;
  select package_in(v.catalogue, draft.package_code) into based from catalogue_versions v
  where v.catalogue_version_id = draft.based_on_version_id;
  -- A new package whose code was taken meanwhile comes under another one.
  new_code := case
    when based is null and package_in(latest.catalogue, draft.package_code) is not null
    then new_catalogue -> 'packages' -> -1 ->> 'code' else draft.package_code end;
  before := package_in(latest.catalogue, new_code);
  after := package_in(new_catalogue, new_code);
  if after is null or before is distinct from based
    or after - 'code' <> draft.content - 'code'
    or catalogue_without(new_catalogue, new_code) <> catalogue_without(latest.catalogue, new_code) then
    return null;
  end if;
  if place.kind = 'provider' and not may_change_package(place.code, before, after) then
    return null;
  end if;
  insert into catalogue_versions (catalogue_version_id, version_number, catalogue, catalogue_sha256, published_at)
  values (new_version_id, latest.version_number + 1, new_catalogue, new_sha256, new_published_at);
  insert into package_changes (catalogue_version_id, package_code, kind, organisation_id, person_id)
  values (new_version_id, new_code, case
      when before is null then 'added'
      when coalesce((before ->> 'isOutOfUse')::boolean, false) = coalesce((after ->> 'isOutOfUse')::boolean, false)
        then 'changed'
      when coalesce((after ->> 'isOutOfUse')::boolean, false) then 'taken-out'
      else 'brought-back' end,
    draft.organisation_id, current_person_id());
  delete from package_drafts where package_draft_id = published_draft_id;
  perform tell_other_providers(providers_in(before) || providers_in(after), draft.organisation_id, mail_facts,
    'package-changed:' || new_version_id, new_published_at);
  return latest.version_number + 1;
end
$$;

-- What became of a package, newest first, for whoever edits packages. Of somebody who was erased no name is told.
create function package_history(of_code text)
returns table (catalogue_version_id uuid, version_number integer, previous_version_id uuid, published_at timestamptz,
  kind text, organisation_name jsonb, person_name text)
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  if cardinality(my_organisation_ids('advisor', 'manager', 'editor')) = 0 then
    return;
  end if;
  return query
    select v.catalogue_version_id, v.version_number, b.catalogue_version_id, v.published_at, c.kind, o.name,
      case when p.erased_at is null then coalesce(p.name, split_part(p.email, '@', 1)) end
    from package_changes c
    join catalogue_versions v on v.catalogue_version_id = c.catalogue_version_id
    left join catalogue_versions b on b.version_number = v.version_number - 1
    left join organisations o on o.organisation_id = c.organisation_id
    left join people p on p.person_id = c.person_id
    where c.package_code = of_code
    order by v.version_number desc;
end
$$;

-- Names of those who work on the same drafts.
create function draft_colleagues() returns table (person_id uuid, name text)
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  return query
    select distinct p.person_id, coalesce(p.name, split_part(p.email, '@', 1)) from memberships m
    join people p on p.person_id = m.person_id and p.erased_at is null
    where m.organisation_id = any (my_organisation_ids('advisor', 'manager', 'editor'))
      and m.role in ('advisor', 'manager', 'editor');
end
$$;

alter table package_drafts enable row level security;
alter table package_drafts force row level security;
alter table package_changes enable row level security;
alter table package_changes force row level security;
create policy package_drafts_owner on package_drafts to mattstock_owner using (true) with check (true);
create policy package_drafts_editors on package_drafts to mattstock_app
  using (organisation_id = any ((select my_organisation_ids('advisor', 'manager', 'editor'))::uuid[]))
  with check (organisation_id = any ((select my_organisation_ids('advisor', 'manager', 'editor'))::uuid[]));
create policy package_drafts_wall on package_drafts as restrictive to mattstock_app
  using (organisation_id = any ((select my_organisation_ids('advisor', 'manager', 'editor'))::uuid[]))
  with check (organisation_id = any ((select my_organisation_ids('advisor', 'manager', 'editor'))::uuid[]));
create policy package_changes_owner on package_changes to mattstock_owner using (true) with check (true);

revoke all on function package_in(jsonb, text), catalogue_without(jsonb, text), providers_in(jsonb),
  may_change_package(text, jsonb, jsonb), tell_other_providers(text[], uuid, jsonb, text, timestamptz),
  publish_package(uuid, integer, uuid, uuid, jsonb, bytea, timestamptz, jsonb), package_history(text),
  draft_colleagues(), refuse_change_of_package_history() from public;
grant execute on function publish_package(uuid, integer, uuid, uuid, jsonb, bytea, timestamptz, jsonb),
  package_history(text), draft_colleagues() to mattstock_app;
grant select, insert, delete, update (based_on_version_id, content, revision, changed_at, changed_by) on package_drafts
  to mattstock_app;
grant select on catalogue_imports to mattstock_app;

reset search_path;
reset role;
