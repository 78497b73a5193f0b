-- What an organisation may publish in a day and keep open at once: bounds that nobody meets who edits by hand.
set local role mattstock_owner;
set local search_path = mattstock;

-- As before, but never a version that says the same as the one before it, and fifty of an organisation in a day.
create or replace function publish_package(
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
  if after is null or before is distinct from based or after is not distinct from before
    or after - 'code' <> draft.content - 'code'
    or catalogue_without(new_catalogue, new_code) <> catalogue_without(latest.catalogue, new_code) then
    return null;
  end if;
  if place.kind = 'provider' and may_change_package(place.code, before, after) is not true then
    return null;
  end if;
  if (
    select count(*) from package_changes c
    join catalogue_versions v on v.catalogue_version_id = c.catalogue_version_id
    where c.organisation_id = draft.organisation_id and v.published_at > new_published_at - interval '1 day'
  ) >= 50 then
    raise exception 'the organisation has published fifty times within a day'
      using errcode = 'restrict_violation', constraint = 'package_changes_per_day';
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

-- A hundred open drafts; one that is there already is only opened.
create function refuse_too_many_drafts() returns trigger
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('drafts:' || new.organisation_id, 0));
  if (select count(*) from package_drafts where organisation_id = new.organisation_id) >= 100 and not exists (
    select 1 from package_drafts where organisation_id = new.organisation_id and package_code = new.package_code
  ) then
    raise exception 'the organisation has a hundred open drafts'
      using errcode = 'restrict_violation', constraint = 'package_drafts_not_too_many';
  end if;
  return new;
end
$$;
create trigger package_drafts_not_too_many
  before insert on package_drafts for each row execute function refuse_too_many_drafts();
revoke all on function refuse_too_many_drafts() from public;

-- What a firm was suggested is a need of it that a plan asks for; the function that asks runs with the owner's rights.
create policy suggestions_owner on suggestions for select to mattstock_owner using (true);

reset search_path;
reset role;
