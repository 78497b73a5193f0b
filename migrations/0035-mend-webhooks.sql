-- What outlived its reason: a firm in what webhooks send, addresses in keys and names, mails about what is gone.
set local role mattstock_owner;
set local search_path = mattstock;

-- Keys that held an address. Each is of a mail of its own, and stays unlike all others.
update outbox_mails
set dedupe_key = split_part(dedupe_key, ':', 1) || ':' || split_part(dedupe_key, ':', 2) || ':'
  || split_part(dedupe_key, ':', 3) || ':' || mail_id
where dedupe_key like 'placement:%@%';

-- What is written of requests says no longer which firm it was: not in what waits, and not in what was sent and can be
-- looked at or sent again. The identifier of a firm stands in a body in one place.
create function withhold_firm_from_webhooks() returns trigger
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  if tg_table_name = 'firms' then
    update webhook_deliveries set body = replace(body, '"' || new.firm_id || '"', 'null')
    where firm_id = new.firm_id;
  else
    update webhook_deliveries d set body = replace(d.body, '"' || new.firm_id || '"', 'null')
    from referrals r
    where r.firm_id = new.firm_id and r.consent_id = new.consent_id
      and d.firm_id = r.firm_id and d.referral_id = r.referral_id;
  end if;
  return null;
end
$$;
-- After consents_withdraw_request, by its name. Also where the request had ended and is not withdrawn with its consent.
create trigger consents_withhold_firm after update of withdrawn_at on consents for each row
  when (new.purpose = 'contact' and old.withdrawn_at is null and new.withdrawn_at is not null)
  execute function withhold_firm_from_webhooks();
create trigger firms_withhold_from_webhooks after update of reduced_at on firms for each row
  when (new.reduced_at is not null) execute function withhold_firm_from_webhooks();

update webhook_deliveries d set body = replace(d.body, '"' || d.firm_id || '"', 'null')
from referrals r
join firms f on f.firm_id = r.firm_id
left join consents c on c.firm_id = r.firm_id and c.consent_id = r.consent_id
where d.firm_id = r.firm_id and d.referral_id = r.referral_id
  and (c.withdrawn_at is not null or f.reduced_at is not null);

-- How often an organisation has sent tests, or deliveries again, by hand. The audit log keeps what goes with a receiver.
create index audit_events_webhook_uses_index on audit_events ((detail ->> 'organisationId'), occurred_at)
  where action in ('webhook-tested', 'webhook-resent');
create function webhook_uses_within_hour(of_organisation_id uuid, of_action text) returns integer
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  if not of_organisation_id = any (my_organisation_ids('manager')) then
    return 0;
  end if;
  return (
    select count(*)::integer from audit_events e
    where e.action in ('webhook-tested', 'webhook-resent') and e.action = of_action
      and e.detail ->> 'organisationId' = of_organisation_id::text and e.occurred_at > now() - interval '1 hour'
  );
end
$$;

-- Nobody is told of a request that has been withdrawn before the mail went.
create function clear_mails_about_request() returns trigger
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  delete from outbox_mails
  where kind = 'request-arrived' and status = 'waiting' and dedupe_key like 'request-arrived:' || new.referral_id || ':%';
  return null;
end
$$;
create trigger referrals_clear_mails after update of status on referrals for each row
  when (new.status = 'withdrawn') execute function clear_mails_about_request();

-- As in 0026, without those whose account is locked.
create or replace function tell_owners_of_review(told_review_id uuid, told_at timestamptz) returns void
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  insert into outbox_mails (mail_id, kind, recipient, language, facts, dedupe_key, next_attempt_at, created_at)
  select gen_random_uuid(), 'review-given', p.email, coalesce(p.language, 'sv'),
    jsonb_build_object('firmName', coalesce(f.name, ''), 'organisationSv', o.name ->> 'sv',
      'organisationEn', o.name ->> 'en', 'responseId', s.response_id),
    'review-given:' || r.review_id || ':' || p.person_id, told_at, told_at
  from reviews r
  join submissions s on s.firm_id = r.firm_id and s.submission_id = r.submission_id
  join firms f on f.firm_id = r.firm_id
  join organisations o on o.organisation_id = r.organisation_id
  join memberships m on m.firm_id = r.firm_id and m.role = 'owner' and m.ended_at is null
  join people p on p.person_id = m.person_id and p.email is not null and p.disabled_at is null
  where r.review_id = told_review_id and r.status = 'given'
    and r.organisation_id = any (my_organisation_ids('advisor', 'manager'))
    and exists (select 1 from consents c where c.firm_id = r.firm_id and c.purpose = 'result'
      and c.withdrawn_at is null and c.provider_code = o.code)
  on conflict (dedupe_key) do nothing;
end
$$;

-- As in 0030, without any part of an address where somebody has no name.
create or replace function package_history(of_code text)
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
      case when p.erased_at is null then p.name end
    from package_changes c
    join catalogue_versions v on v.catalogue_version_id = c.catalogue_version_id
    left join catalogue_versions b on b.version_number = v.version_number - 1
    left join organisations o on o.organisation_id = c.organisation_id
    left join people p on p.person_id = c.person_id
    where c.package_code = of_code
    order by v.version_number desc;
end
$$;

create or replace function draft_colleagues() returns table (person_id uuid, name text)
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  return query
    select distinct p.person_id, p.name from memberships m
    join people p on p.person_id = m.person_id and p.erased_at is null
    where m.organisation_id = any (my_organisation_ids('advisor', 'manager', 'editor'))
      and m.role in ('advisor', 'manager', 'editor');
end
$$;

revoke all on function withhold_firm_from_webhooks(), webhook_uses_within_hour(uuid, text),
  clear_mails_about_request() from public;
grant execute on function webhook_uses_within_hour(uuid, text) to mattstock_advisor;

reset search_path;
reset role;
