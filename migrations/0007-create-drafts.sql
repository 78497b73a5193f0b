-- Drafts, who may edit them, what shipped content has already been seen, and which items stay comparable.
set local role mattstock_owner;
set local search_path = mattstock;

-- Until there are accounts, an editor is whoever was given a link by the operator or by another editor.
create table editor_keys (
  editor_key_id uuid not null,
  purpose text not null,
  key_sha256 bytea not null,
  editor_name text,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz,
  constraint editor_keys_pk primary key (editor_key_id),
  constraint editor_keys_key_unique unique (key_sha256),
  constraint editor_keys_purpose_known check (purpose in ('operator-link', 'sign-in-link', 'session')),
  constraint editor_keys_sha256_length check (octet_length(key_sha256) = 32),
  constraint editor_keys_session_named check ((purpose = 'session') = (editor_name is not null)),
  constraint editor_keys_name_length check (char_length(editor_name) between 1 and 80)
);

-- The name of the editor whose session this transaction presented; null for everybody else.
create function current_editor_name() returns text
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  return (
    select editor_name from editor_keys
    where key_sha256 = decode(nullif(current_setting('mattstock.editor_key', true), ''), 'hex')
      and purpose = 'session' and revoked_at is null and expires_at > now()
  );
end
$$;

-- Exchanges a link for a session, once. The name is what the editor signs changes with.
create function redeem_editor_link(
  link_sha256 bytea, new_editor_key_id uuid, new_key_sha256 bytea, new_editor_name text, new_expires_at timestamptz
) returns boolean
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  update editor_keys set used_at = now()
  where key_sha256 = link_sha256 and purpose in ('operator-link', 'sign-in-link')
    and used_at is null and revoked_at is null and expires_at > now();
  if not found then
    return false;
  end if;
  insert into editor_keys (editor_key_id, purpose, key_sha256, editor_name, expires_at)
  values (new_editor_key_id, 'session', new_key_sha256, new_editor_name, new_expires_at);
  return true;
end
$$;

create function add_editor_link(new_editor_key_id uuid, new_key_sha256 bytea, new_expires_at timestamptz) returns boolean
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  if current_editor_name() is null then
    return false;
  end if;
  insert into editor_keys (editor_key_id, purpose, key_sha256, expires_at)
  values (new_editor_key_id, 'sign-in-link', new_key_sha256, new_expires_at);
  return true;
end
$$;

create function end_editor_session() returns void
language sql security definer
set search_path = mattstock, pg_temp
as $$
  update editor_keys set revoked_at = now()
  where key_sha256 = decode(nullif(current_setting('mattstock.editor_key', true), ''), 'hex') and purpose = 'session'
$$;

create table instrument_drafts (
  draft_id uuid not null,
  instrument_code text not null,
  name text not null,
  -- The version it will follow.
  based_on_version_id uuid not null,
  origin text not null,
  -- Draft of shared/domain/instrument/draft.
  content jsonb not null,
  -- Who last changed which place of the content, so that a conflict names the right editor.
  place_editors jsonb not null default '{}',
  revision integer not null default 1,
  created_at timestamptz not null default now(),
  created_by text not null,
  changed_at timestamptz not null default now(),
  changed_by text not null,
  constraint instrument_drafts_pk primary key (draft_id),
  constraint instrument_drafts_version_fk foreign key (based_on_version_id)
    references instrument_versions (instrument_version_id) on delete restrict,
  constraint instrument_drafts_origin_known check (origin in ('version', 'import', 'shipped')),
  constraint instrument_drafts_name_length check (char_length(name) between 1 and 120),
  constraint instrument_drafts_revision_positive check (revision > 0)
);
create index instrument_drafts_version_index on instrument_drafts (based_on_version_id);

-- How each item of a version relates to the same code in the version before: what paired comparisons may use.
create table instrument_item_maps (
  instrument_version_id uuid not null,
  item_code text not null,
  relation text not null,
  constraint instrument_item_maps_pk primary key (instrument_version_id, item_code),
  constraint instrument_item_maps_version_fk foreign key (instrument_version_id)
    references instrument_versions (instrument_version_id) on delete cascade,
  constraint instrument_item_maps_relation_known check (relation in ('same', 'kept', 'changed', 'added', 'removed'))
);

alter table instrument_versions
  add column follows_version_id uuid,
  add column published_by text,
  add constraint instrument_versions_follows_fk foreign key (follows_version_id)
    references instrument_versions (instrument_version_id) on delete restrict;
create index instrument_versions_follows_index on instrument_versions (follows_version_id);
-- Not unique: to go back to the words of an earlier version is to publish them once more.
create index instrument_versions_definition_index on instrument_versions (instrument_code, definition_sha256);

-- Content that shipped with a release and has been taken in, so that it is taken in once.
create table content_imports (
  instrument_code text not null,
  definition_sha256 bytea not null,
  imported_at timestamptz not null default now(),
  constraint content_imports_pk primary key (instrument_code, definition_sha256),
  constraint content_imports_sha256_length check (octet_length(definition_sha256) = 32)
);

create trigger content_imports_immutable
  before update or delete on content_imports
  for each row execute function refuse_every_change();

-- As in 0002, and now for every table that belongs to a version. Neither where a row was nor where it would go.
create or replace function refuse_change_of_published_items() returns trigger
language plpgsql
set search_path = mattstock, pg_temp
as $$
begin
  if exists (
    select 1 from instrument_versions
    where instrument_version_id in (old.instrument_version_id, new.instrument_version_id)
      and status <> 'draft'
  ) then
    raise exception 'rows of a published instrument version never change'
      using errcode = 'restrict_violation', constraint = tg_table_name || '_immutable';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end
$$;

create trigger instrument_item_maps_immutable
  before insert or update or delete on instrument_item_maps
  for each row execute function refuse_change_of_published_items();

-- A truncation asks no row.
create trigger instrument_versions_kept
  before truncate on instrument_versions for each statement execute function refuse_every_change();
create trigger instrument_version_items_kept
  before truncate on instrument_version_items for each statement execute function refuse_every_change();
create trigger instrument_item_maps_kept
  before truncate on instrument_item_maps for each statement execute function refuse_every_change();
create trigger catalogue_versions_kept
  before truncate on catalogue_versions for each statement execute function refuse_every_change();
create trigger content_imports_kept
  before truncate on content_imports for each statement execute function refuse_every_change();

-- What follows what, and who published, is part of what was published.
create or replace function refuse_change_of_published_version() returns trigger
language plpgsql
set search_path = mattstock, pg_temp
as $$
begin
  if old.status <> 'draft' and (
    tg_op = 'DELETE'
    or row(new.instrument_version_id, new.instrument_code, new.version_number, new.definition,
           new.definition_sha256, new.published_at, new.follows_version_id, new.published_by)
       is distinct from
       row(old.instrument_version_id, old.instrument_code, old.version_number, old.definition,
           old.definition_sha256, old.published_at, old.follows_version_id, old.published_by)
    or new.status = 'draft'
  ) then
    raise exception 'a published instrument version never changes'
      using errcode = 'restrict_violation', constraint = 'instrument_versions_immutable';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end
$$;

-- The only way from a draft to a version. The application may not write versions itself: it says what the draft
-- means and how it compares, and this function takes it only from a signed-in editor who has seen the newest draft.
create function publish_draft(
  published_draft_id uuid, seen_revision integer, new_version_id uuid, new_definition jsonb, new_sha256 bytea,
  item_relations jsonb, new_published_at timestamptz
) returns integer
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
declare
  editor text := current_editor_name();
  draft instrument_drafts;
  new_number integer;
begin
  if editor is null then
    return null;
  end if;
  select * into draft from instrument_drafts where draft_id = published_draft_id for update;
  if draft is null or draft.revision <> seen_revision then
    return null;
  end if;
  -- One publication at a time, so that numbers are without gaps and a draft follows the newest version.
  lock table instrument_versions in share row exclusive mode;
  select max(version_number) + 1 into new_number from instrument_versions
  where instrument_code = draft.instrument_code;
  if not exists (
    select 1 from instrument_versions
    where instrument_version_id = draft.based_on_version_id and version_number = new_number - 1
  ) then
    return null;
  end if;
  insert into instrument_versions (instrument_version_id, instrument_code, version_number, status, definition,
    definition_sha256, follows_version_id, published_by)
  values (new_version_id, draft.instrument_code, new_number, 'draft', new_definition, new_sha256,
    draft.based_on_version_id, editor);
  insert into instrument_version_items (instrument_version_id, item_code, kind, purpose)
  select new_version_id, i.value ->> 'code', i.value ->> 'kind', i.value ->> 'purpose'
  from jsonb_array_elements(new_definition -> 'structure' -> 'items') i;
  insert into instrument_item_maps (instrument_version_id, item_code, relation)
  select new_version_id, r.key, r.value from jsonb_each_text(item_relations) r;
  update instrument_versions set status = 'published', published_at = new_published_at
  where instrument_version_id = new_version_id;
  delete from instrument_drafts where draft_id = published_draft_id;
  return new_number;
end
$$;

alter table editor_keys enable row level security;
alter table editor_keys force row level security;
alter table instrument_drafts enable row level security;
alter table instrument_drafts force row level security;
create policy editor_keys_owner on editor_keys to mattstock_owner using (true) with check (true);
create policy instrument_drafts_owner on instrument_drafts to mattstock_owner using (true) with check (true);
create policy instrument_drafts_editor on instrument_drafts to mattstock_app
  using ((select current_editor_name()) is not null);
create policy instrument_drafts_wall on instrument_drafts as restrictive to mattstock_app
  using ((select current_editor_name()) is not null) with check ((select current_editor_name()) is not null);

revoke all on function current_editor_name(), redeem_editor_link(bytea, uuid, bytea, text, timestamptz),
  add_editor_link(uuid, bytea, timestamptz), end_editor_session(),
  publish_draft(uuid, integer, uuid, jsonb, bytea, jsonb, timestamptz) from public;
grant execute on function current_editor_name(), redeem_editor_link(bytea, uuid, bytea, text, timestamptz),
  add_editor_link(uuid, bytea, timestamptz), end_editor_session(),
  publish_draft(uuid, integer, uuid, jsonb, bytea, jsonb, timestamptz) to mattstock_app;
grant select, insert, delete,
  update (name, based_on_version_id, content, place_editors, revision, changed_at, changed_by) on instrument_drafts
  to mattstock_app;
grant select on instrument_item_maps to mattstock_app;

reset search_path;
reset role;
