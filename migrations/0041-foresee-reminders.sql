-- What reminding a firm would come to, before anybody is written to; and who has said no to mail from the provider is
-- not written to by it. Whether a round is due is told to no provider that the firm does not show its results.
set local role mattstock_owner;
set local search_path = mattstock;

-- The owners of a firm who can be written to, and whether they have said no to the provider. For functions of the owner.
create function people_to_remind(reminded_firm uuid, for_organisation uuid)
returns table (person_id uuid, email text, language text, has_said_no boolean)
language sql stable
set search_path = mattstock, pg_temp
as $$
  select p.person_id, p.email, p.language, exists (
      select 1 from contact_opt_outs o
      where o.organisation_id = for_organisation and o.email_sha256 = sha256(convert_to(p.email, 'UTF8'))
    )
  from memberships m
  join people p on p.person_id = m.person_id and p.disabled_at is null and p.erased_at is null and p.email is not null
  where m.firm_id = reminded_firm and m.role = 'owner' and m.ended_at is null
$$;

-- In a word what reminding the firm would come to now. Writes to nobody, and nobody's address leaves.
create function foresee_reminder(reminded_firm uuid, for_organisation uuid, reminded_now timestamptz) returns text
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
declare
  purposes text[];
  has_said_no boolean;
begin
  select array_agg(c.purpose) into purposes
  from organisations o join consents c on c.provider_code = o.code and c.firm_id = reminded_firm
  where o.organisation_id = for_organisation and o.kind = 'provider'
    and o.organisation_id = any (my_organisation_ids('advisor', 'manager'))
    and c.purpose in ('contact', 'result') and c.withdrawn_at is null;
  if purposes is null then
    return 'not-found';
  end if;
  if not 'result' = any (purposes) then
    return 'results-not-shared';
  end if;
  if not exists (
    select 1 from firm_summaries s
    where s.firm_id = reminded_firm and s.submitted_at <= reminded_now - interval '12 months'
  ) then
    return 'not-due';
  end if;
  if exists (
    select 1 from round_reminders r
    where r.firm_id = reminded_firm and r.reminded_at > reminded_now - interval '30 days'
  ) then
    return 'reminded-lately';
  end if;
  select bool_and(p.has_said_no) into has_said_no from people_to_remind(reminded_firm, for_organisation) p;
  return case when has_said_no is null then 'nobody-to-tell' when has_said_no then 'opted-out' else 'done' end;
end
$$;

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
      'submittedOn', to_char(s.submitted_at at time zone 'Europe/Stockholm', 'YYYY-MM-DD')),
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

revoke all on function people_to_remind(uuid, uuid), foresee_reminder(uuid, uuid, timestamptz) from public;
grant execute on function foresee_reminder(uuid, uuid, timestamptz) to mattstock_advisor;

reset search_path;
reset role;
