set local role mattstock_owner;
set local search_path = mattstock;

-- What ends together with a consent, told before it is withdrawn: the places in groups of the provider, when it is the
-- last consent to it, and its sight of the meetings, when it is the last to contact or results.
create function what_falls_with(asked_consent uuid, asked_now timestamptz) returns jsonb
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
declare
  asked consents;
  is_last boolean;
  is_last_to_meetings boolean;
begin
  select c.* into asked from consents c
  where c.consent_id = asked_consent and c.withdrawn_at is null
    and (c.firm_id = any (my_owned_firm_ids()) or (c.firm_id = current_firm_id() and may_decide_for_firm()));
  if not found then
    return jsonb_build_object('places', '[]'::jsonb, 'meetings', 0);
  end if;
  select count(*) = 0, count(*) filter (where c.purpose in ('contact', 'result')) = 0
  into is_last, is_last_to_meetings
  from consents c
  where c.firm_id = asked.firm_id and c.provider_code = asked.provider_code and c.consent_id <> asked.consent_id
    and c.purpose <> 'statistics' and c.withdrawn_at is null;
  return jsonb_build_object(
    'places', coalesce((
      select jsonb_agg(jsonb_build_object('ownName', e.name, 'packageCode', e.package_code,
          'catalogueVersionId', e.catalogue_version_id, 'isWaiting', p.status = 'waiting')
        order by e.starts_on, p.placement_id)
      from placements p
      join editions e on e.edition_id = p.edition_id
      join organisations o on o.organisation_id = p.organisation_id
      where is_last and asked.purpose <> 'statistics' and p.firm_id = asked.firm_id and o.code = asked.provider_code
        and o.kind = 'provider' and p.status in ('invited', 'placed', 'waiting')
    ), '[]'::jsonb),
    'meetings', (
      select count(*) from meetings m
      join organisations o on o.organisation_id = m.organisation_id
      where is_last_to_meetings and asked.purpose in ('contact', 'result') and m.firm_id = asked.firm_id
        and o.code = asked.provider_code and o.kind = 'provider' and m.status = 'planned' and m.starts_at > asked_now
    ));
end
$$;

revoke all on function what_falls_with(uuid, timestamptz) from public;
grant execute on function what_falls_with(uuid, timestamptz) to mattstock_app, mattstock_member;

-- A reminder of the next round leads to the page of the firm, where the round is begun; the mail needs to know which.
create or replace function remind_firm(reminded_firm uuid, for_organisation uuid, reminded_now timestamptz) returns text
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
declare
  outcome text := foresee_reminder(reminded_firm, for_organisation, reminded_now);
begin
  if outcome <> 'done' then
    return outcome;
  end if;
  perform 1 from firms f where f.firm_id = reminded_firm for update;
  -- Somebody else may have come first.
  outcome := foresee_reminder(reminded_firm, for_organisation, reminded_now);
  if outcome <> 'done' then
    return outcome;
  end if;
  insert into outbox_mails (mail_id, kind, recipient, language, facts, dedupe_key, created_at, next_attempt_at)
  select gen_random_uuid(), 'round-due', p.email, p.language, jsonb_build_object(
      'firmName', coalesce(f.name, ''), 'providerSv', o.name ->> 'sv', 'providerEn', o.name ->> 'en',
      'submittedOn', to_char(s.submitted_at at time zone 'Europe/Stockholm', 'YYYY-MM-DD'),
      'firmId', reminded_firm),
    'round-due:' || reminded_firm || ':' || p.person_id || ':' || to_char(reminded_now at time zone 'utc', 'YYYY-MM-DD'),
    reminded_now, reminded_now
  from people_to_remind(reminded_firm, for_organisation) p
  join firms f on f.firm_id = reminded_firm
  join firm_summaries s on s.firm_id = reminded_firm
  join organisations o on o.organisation_id = for_organisation
  where not p.has_said_no
  on conflict do nothing;
  insert into round_reminders (reminder_id, firm_id, organisation_id, reminded_at)
  values (gen_random_uuid(), reminded_firm, for_organisation, reminded_now);
  return 'done';
end
$$;

reset search_path;
reset role;
