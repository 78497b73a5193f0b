-- Published instrument versions and catalogues: what was published never changes.
set local role mattstock_owner;
set local search_path = mattstock;

create table instrument_versions (
  instrument_version_id uuid not null,
  instrument_code text not null,
  version_number integer not null,
  status text not null,
  definition jsonb not null,
  definition_sha256 bytea not null,
  created_at timestamptz not null default now(),
  published_at timestamptz,
  constraint instrument_versions_pk primary key (instrument_version_id),
  constraint instrument_versions_number_unique unique (instrument_code, version_number),
  constraint instrument_versions_number_positive check (version_number > 0),
  constraint instrument_versions_status_known check (status in ('draft', 'published', 'retired')),
  constraint instrument_versions_sha256_length check (octet_length(definition_sha256) = 32),
  constraint instrument_versions_published_dated check ((status = 'draft') = (published_at is null))
);

-- The items of a version by their permanent codes, so that an answer can only refer to one that exists.
create table instrument_version_items (
  instrument_version_id uuid not null,
  item_code text not null,
  kind text not null,
  purpose text not null,
  constraint instrument_version_items_pk primary key (instrument_version_id, item_code),
  constraint instrument_version_items_version_fk foreign key (instrument_version_id)
    references instrument_versions (instrument_version_id) on delete cascade,
  constraint instrument_version_items_kind_known check (
    kind in ('ladder', 'single-choice', 'multiple-choice', 'number', 'yes-no', 'text')
  ),
  constraint instrument_version_items_purpose_known check (purpose in ('score', 'importance', 'wish', 'context'))
);

create table catalogue_versions (
  catalogue_version_id uuid not null,
  version_number integer not null,
  catalogue jsonb not null,
  catalogue_sha256 bytea not null,
  published_at timestamptz not null default now(),
  constraint catalogue_versions_pk primary key (catalogue_version_id),
  constraint catalogue_versions_number_unique unique (version_number),
  constraint catalogue_versions_number_positive check (version_number > 0),
  constraint catalogue_versions_sha256_length check (octet_length(catalogue_sha256) = 32)
);

create function refuse_change_of_published_version() returns trigger
language plpgsql
set search_path = mattstock, pg_temp
as $$
begin
  if old.status <> 'draft' and (
    tg_op = 'DELETE'
    or row(new.instrument_version_id, new.instrument_code, new.version_number, new.definition,
           new.definition_sha256, new.published_at)
       is distinct from
       row(old.instrument_version_id, old.instrument_code, old.version_number, old.definition,
           old.definition_sha256, old.published_at)
    or new.status = 'draft'
  ) then
    raise exception 'a published instrument version never changes'
      using errcode = 'restrict_violation', constraint = 'instrument_versions_immutable';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end
$$;

create trigger instrument_versions_immutable
  before update or delete on instrument_versions
  for each row execute function refuse_change_of_published_version();

create function refuse_change_of_published_items() returns trigger
language plpgsql
set search_path = mattstock, pg_temp
as $$
begin
  if exists (
    select 1 from instrument_versions
    where instrument_version_id = coalesce(old.instrument_version_id, new.instrument_version_id)
      and status <> 'draft'
  ) then
    raise exception 'the items of a published instrument version never change'
      using errcode = 'restrict_violation', constraint = 'instrument_version_items_immutable';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end
$$;

create trigger instrument_version_items_immutable
  before insert or update or delete on instrument_version_items
  for each row execute function refuse_change_of_published_items();

create function refuse_every_change() returns trigger
language plpgsql
set search_path = mattstock, pg_temp
as $$
begin
  raise exception 'rows of % never change', tg_table_name
    using errcode = 'restrict_violation', constraint = tg_table_name || '_immutable';
end
$$;

create trigger catalogue_versions_immutable
  before update or delete on catalogue_versions
  for each row execute function refuse_every_change();

grant select on instrument_versions, instrument_version_items, catalogue_versions to mattstock_app;

reset search_path;
reset role;
