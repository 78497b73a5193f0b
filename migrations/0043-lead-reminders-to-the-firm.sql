-- A reminder of the next round leads to the page of the firm, where the round is begun; the mail needs to know which.
set local role mattstock_owner;
set local search_path = mattstock;

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
