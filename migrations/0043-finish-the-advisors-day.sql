-- What was left of the adviser's day: a wished group, steps that are dropped, plans that say which rules they were made by,
-- and that the other providers of a package were asked before it was published.
set local role mattstock_owner;
set local search_path = mattstock;

-- Which group of the package the firm would like to be in: one of whom it asks.
alter table organisations add constraint organisations_with_code_unique unique (organisation_id, code);
alter table referrals
  add column wished_edition_id uuid,
  add column wished_organisation_id uuid,
  add constraint referrals_wish_whole check ((wished_edition_id is null) = (wished_organisation_id is null)),
  add constraint referrals_wished_edition_fk foreign key (wished_edition_id, wished_organisation_id, package_code)
    references editions (edition_id, organisation_id, package_code)
    on delete set null (wished_edition_id, wished_organisation_id),
  add constraint referrals_wished_provider_fk foreign key (wished_organisation_id, provider_code)
    references organisations (organisation_id, code) on delete restrict;
create index referrals_wished_edition_index on referrals (wished_edition_id, wished_organisation_id, package_code);
create index referrals_wished_provider_index on referrals (wished_organisation_id, provider_code);
grant select (wished_edition_id) on referrals to mattstock_advisor;

-- A step that was agreed and sent is dropped by either side, once and for good, with words that the other side reads.
alter table meeting_steps
  add column dropped_at timestamptz,
  add column dropped_by text,
  add column drop_reason text,
  add constraint meeting_steps_drop_whole check (num_nulls(dropped_at, dropped_by, drop_reason) in (0, 3)),
  add constraint meeting_steps_dropper_known check (dropped_by in ('firm', 'provider')),
  add constraint meeting_steps_drop_reason_length check (char_length(drop_reason) between 1 and 300),
  add constraint meeting_steps_done_or_dropped check (done_at is null or dropped_at is null);

create function refuse_impossible_drop() returns trigger
language plpgsql
set search_path = mattstock, pg_temp
as $$
begin
  if old.dropped_at is not null then
    raise exception 'a step that was dropped stays so'
      using errcode = 'restrict_violation', constraint = 'meeting_steps_dropped_for_good';
  end if;
  -- What the provider does is not the firm's to tick off.
  if current_user = 'mattstock_member' and old.owner <> 'firm' and new.done_at is distinct from old.done_at then
    raise exception 'the step is not the firm''s'
      using errcode = 'restrict_violation', constraint = 'meeting_steps_own_tick';
  end if;
  if new.dropped_at is not null and (
    not (new.is_agreed_by_firm and new.is_agreed_by_provider)
    or new.dropped_by is distinct from case current_user
      when 'mattstock_member' then 'firm' when 'mattstock_advisor' then 'provider' else new.dropped_by end
    or not exists (select 1 from meetings m where m.firm_id = new.firm_id and m.meeting_id = new.meeting_id
      and m.status = 'held' and m.summary_sent_at is not null)
  ) then
    raise exception 'the step cannot be dropped'
      using errcode = 'restrict_violation', constraint = 'meeting_steps_drop_possible';
  end if;
  return new;
end
$$;
create trigger meeting_steps_drop
  before update on meeting_steps for each row execute function refuse_impossible_drop();
revoke all on function refuse_impossible_drop() from public;

create policy meeting_steps_member_drop on meeting_steps for update to mattstock_member
  using (firm_id = any ((select my_owned_firm_ids())::uuid[]) and is_agreed_by_firm and is_agreed_by_provider
    and exists (select 1 from meetings m where m.firm_id = meeting_steps.firm_id
      and m.meeting_id = meeting_steps.meeting_id and m.status = 'held' and m.summary_sent_at is not null));
grant update (dropped_at, dropped_by, drop_reason) on meeting_steps to mattstock_advisor, mattstock_member;

-- By which rules its points are counted. Of what was made before plans said so nobody knows.
alter table plans
  add column points_version smallint not null default 1,
  add constraint plans_points_version_positive check (points_version > 0);

-- Whether whoever published said that the others who give the package had been asked.
alter table package_changes add column others_asked boolean not null default false;

-- Mails about a change that wait to be sent name what was changed by where it is told.
update outbox_mails
set facts = facts || '{"changedSv": "se paketets historik", "changedEn": "see the history of the package", "packageCode": ""}'
where kind = 'package-changed' and status in ('waiting', 'claimed');

drop function publish_package(uuid, integer, uuid, uuid, jsonb, bytea, timestamptz, jsonb);
-- As in 0036, with what whoever publishes says of the others.
create function publish_package(
  published_draft_id uuid, seen_revision integer, seen_version_id uuid, new_version_id uuid, new_catalogue jsonb,
  new_sha256 bytea, new_published_at timestamptz, mail_facts jsonb, others_asked boolean
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
  insert into package_changes (catalogue_version_id, package_code, kind, organisation_id, person_id, others_asked)
  values (new_version_id, new_code, case
      when before is null then 'added'
      when coalesce((before ->> 'isOutOfUse')::boolean, false) = coalesce((after ->> 'isOutOfUse')::boolean, false)
        then 'changed'
      when coalesce((after ->> 'isOutOfUse')::boolean, false) then 'taken-out'
      else 'brought-back' end,
    draft.organisation_id, current_person_id(), others_asked);
  delete from package_drafts where package_draft_id = published_draft_id;
  perform tell_other_providers(providers_in(before) || providers_in(after), draft.organisation_id, mail_facts,
    'package-changed:' || new_version_id, new_published_at);
  return latest.version_number + 1;
end
$$;

drop function package_history(text);
-- As in 0035, with it.
create function package_history(of_code text)
returns table (catalogue_version_id uuid, version_number integer, previous_version_id uuid, published_at timestamptz,
  kind text, organisation_name jsonb, person_name text, others_asked boolean)
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  if cardinality(my_organisation_ids('advisor', 'manager', 'editor')) = 0 then
    return;
  end if;
  return query
    select v.catalogue_version_id, v.version_number, b.catalogue_version_id, v.published_at, c.kind, o.name,
      case when p.erased_at is null then p.name end, c.others_asked
    from package_changes c
    join catalogue_versions v on v.catalogue_version_id = c.catalogue_version_id
    left join catalogue_versions b on b.version_number = v.version_number - 1
    left join organisations o on o.organisation_id = c.organisation_id
    left join people p on p.person_id = c.person_id
    where c.package_code = of_code
    order by v.version_number desc;
end
$$;

revoke all on function publish_package(uuid, integer, uuid, uuid, jsonb, bytea, timestamptz, jsonb, boolean),
  package_history(text) from public;
grant execute on function publish_package(uuid, integer, uuid, uuid, jsonb, bytea, timestamptz, jsonb, boolean),
  package_history(text) to mattstock_app;

reset search_path;
reset role;
