-- What a provider keeps and plans with ends with the consent that it rests on, and a withdrawal and a look at the firm
-- wait for each other.
set local role mattstock_owner;
set local search_path = mattstock;

-- As before, but that a request which has ended is read only while the consent it came with stands.
create or replace function needs_for_plan(for_organisation uuid, packages jsonb)
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
        join consents lc on lc.firm_id = l.firm_id and lc.consent_id = l.consent_id and lc.withdrawn_at is null
        where l.firm_id = f.firm_id and l.package_code = p.key and l.provider_code = receiver
          and l.status in ('completed', 'discontinued', 'declined')
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

-- What plans of the provider rested on goes with the consent to results.
create function forget_plans_with_consent() returns trigger
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  delete from plan_firms p using organisations o
  where p.firm_id = new.firm_id and o.organisation_id = p.organisation_id and o.kind = 'provider'
    and o.code = new.provider_code;
  return null;
end
$$;
create trigger consents_forget_plans after update of withdrawn_at on consents for each row
  when (old.withdrawn_at is null and new.withdrawn_at is not null and new.purpose = 'result')
  execute function forget_plans_with_consent();

-- And what was left of consents withdrawn before.
delete from plan_firms p using organisations o
where o.organisation_id = p.organisation_id and not exists (
  select 1 from consents c where c.firm_id = p.firm_id and c.provider_code = o.code and c.purpose = 'result'
    and c.withdrawn_at is null);

-- A plan that is made while a consent is withdrawn would keep what the withdrawal does not see yet: it is made again.
create function hold_consents_of_plan() returns trigger
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  perform 1 from consents c
  join organisations o on o.kind = 'provider' and o.code = c.provider_code
  join kept k on k.firm_id = c.firm_id and k.organisation_id = o.organisation_id
  where c.purpose = 'result' and c.withdrawn_at is null
  order by c.consent_id for share of c;
  if exists (
    select 1 from kept k join organisations o on o.organisation_id = k.organisation_id
    where not exists (
      select 1 from consents c where c.firm_id = k.firm_id and c.provider_code = o.code and c.purpose = 'result'
        and c.withdrawn_at is null)
  ) then
    raise exception 'a consent was withdrawn meanwhile' using errcode = 'serialization_failure';
  end if;
  return null;
end
$$;
create trigger plan_firms_hold_consents after insert on plan_firms referencing new table as kept
  for each statement execute function hold_consents_of_plan();

-- As before; the consent is held until the transaction ends, so that it is not withdrawn beside what it is looked at for.
create or replace function look_at_firm(looked_at uuid, for_organisation uuid, looked_for text, new_access_event_id uuid)
returns boolean
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  insert into access_events (access_event_id, firm_id, organisation_id, person_id, what)
  select new_access_event_id, c.firm_id, o.organisation_id, current_person_id(), looked_for
  from consents c
  join organisations o on o.kind = 'provider' and o.code = c.provider_code
  where c.firm_id = looked_at and c.purpose = looked_for and c.withdrawn_at is null
    and o.organisation_id = for_organisation
    and o.organisation_id = any (my_organisation_ids('advisor', 'manager'))
  limit 1 for share of c;
  return found;
end
$$;

-- Called before the edition is held: a withdrawal holds the consent first and the edition then.
create or replace function look_for_placement(looked_at uuid, for_organisation uuid, new_access_event_id uuid)
returns boolean
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  insert into access_events (access_event_id, firm_id, organisation_id, person_id, what)
  select new_access_event_id, c.firm_id, o.organisation_id, current_person_id(), 'placement'
  from consents c
  join organisations o on o.kind = 'provider' and o.code = c.provider_code
  where c.firm_id = looked_at and c.purpose <> 'statistics' and c.withdrawn_at is null
    and o.organisation_id = for_organisation
    and o.organisation_id = any (my_organisation_ids('advisor', 'manager'))
  limit 1 for share of c;
  return found;
end
$$;

-- As before, and never unknown: a list of providers without any is nobody's.
create or replace function may_change_package(own_code text, before jsonb, after jsonb) returns boolean
language plpgsql immutable
set search_path = mattstock, pg_temp
as $$
declare
  earlier text[] := providers_in(before);
  later text[] := providers_in(after);
  others text[] := array_remove(providers_in(before), own_code);
begin
  if before is null then
    return coalesce(later[1] = own_code, false);
  end if;
  if (own_code = any (earlier)) is not true then
    return false;
  end if;
  if coalesce((before ->> 'isOutOfUse')::boolean, false) <> coalesce((after ->> 'isOutOfUse')::boolean, false)
    and cardinality(others) > 0 then
    return false;
  end if;
  return coalesce(later[1:cardinality(earlier)] = earlier
    or (later[1:cardinality(others)] = others and not (own_code = any (later))), false);
end
$$;

-- As before, but that only a right which is known to be there publishes.
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
  if after is null or before is distinct from based
    or after - 'code' <> draft.content - 'code'
    or catalogue_without(new_catalogue, new_code) <> catalogue_without(latest.catalogue, new_code) then
    return null;
  end if;
  if place.kind = 'provider' and may_change_package(place.code, before, after) is not true then
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

revoke all on function forget_plans_with_consent(), hold_consents_of_plan() from public;

reset search_path;
reset role;
