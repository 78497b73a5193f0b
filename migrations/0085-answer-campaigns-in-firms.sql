-- A call is also answered in a firm that has an account; what did not get through is sent again by the organiser; a no
-- that comes while a file is being stored waits for it; and an address is not invited without end.
set local role mattstock_owner;
set local search_path = mattstock;

-- The organiser wants the invitation sent again, which the worker does by day.
alter table campaign_firms add column asked_again_at timestamptz;

-- Keys of earlier handings over of which nobody knows whether they arrived: where they did, their link goes on.
alter table campaign_mails add column unconfirmed_keys bytea[] not null default '{}';
create index campaign_mails_unconfirmed_index on campaign_mails using gin (unconfirmed_keys)
  where unconfirmed_keys <> '{}';

-- An invitation that did not get through is sent again three times at most.
alter table campaign_mails drop constraint campaign_mails_occasion_known;
alter table campaign_mails add constraint campaign_mails_occasion_known check (
  occasion in ('invitation', 'again-1', 'again-2', 'again-3') or occasion ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'
);

drop index campaign_former_firms_organisation_index;
create index campaign_former_firms_organisation_index on campaign_former_firms (organisation_id, email_sha256);
create index campaign_firms_invited_index on campaign_firms (organisation_id, email, invited_at);

-- Whom the presented personal key of a mail invites.
create function invitee_of_campaign_key(presented_sha256 bytea) returns uuid
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  return (
    select k.invitee_id from campaign_mails k where k.key_sha256 = presented_sha256
    union all
    select k.invitee_id from campaign_mails k
    where k.unconfirmed_keys <> '{}' and k.unconfirmed_keys @> array[presented_sha256]
    limit 1
  );
end
$$;

-- As before, also by the keys of mails that may have arrived.
create or replace function read_campaign_key(presented_sha256 bytea)
returns table (
  invitee_id uuid, organiser_name jsonb, campaign_name jsonb, form_code text, instrument_version_id uuid,
  opens_on date, closes_on date, grace_days smallint, is_ended boolean, language text, firm_name text,
  organisation_number text, municipality text, branch text, size_class text, opt_out_id uuid, begun_at timestamptz,
  finished_at timestamptz, is_claimed boolean
)
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  return query
    select i.invitee_id, o.name, c.name, c.form_code, c.instrument_version_id, c.opens_on, c.closes_on, c.grace_days,
      c.ended_at is not null, i.language, i.firm_name, i.organisation_number, i.municipality, i.branch, i.size_class,
      i.opt_out_id, i.begun_at,
      -- What was submitted after the firm had left the call is finished too, to the firm itself.
      coalesce(i.finished_at, (
        select min(s.submitted_at) from campaign_assessments b
        join responses r on r.firm_id = b.firm_id and r.assessment_id = b.assessment_id
        join submissions s on s.firm_id = r.firm_id and s.response_id = r.response_id
        where b.invitee_id = i.invitee_id
      )),
      exists (
        select 1 from campaign_assessments b join memberships m on m.firm_id = b.firm_id where b.invitee_id = i.invitee_id
      )
    from campaign_firms i
    join campaigns c on c.campaign_id = i.campaign_id and c.opened_at is not null
    join organisations o on o.organisation_id = c.organisation_id
    where i.invitee_id = invitee_of_campaign_key(presented_sha256);
end
$$;

-- Says that an open response is the one by which the invited firm answers. In a word what came of it; the caller, which
-- has seen that the response is its own, keeps nothing unless it is 'done'.
create function bind_campaign_assessment(
  presented_sha256 bytea, own_firm_id uuid, own_response_id uuid, begun_now timestamptz
) returns text
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
declare
  invited campaign_firms;
  call campaigns;
  own assessments;
begin
  -- Two openings of one link take turns.
  select i.* into invited from campaign_firms i
  where i.invitee_id = invitee_of_campaign_key(presented_sha256) for update of i;
  if invited.invitee_id is null then
    return 'not-found';
  end if;
  select c.* into call from campaigns c where c.campaign_id = invited.campaign_id and c.opened_at is not null for share;
  if call.campaign_id is null then
    return 'not-found';
  end if;
  if begun_now >= campaign_refuses_from(call) then
    return 'closed';
  end if;
  if exists (select 1 from campaign_assessments b where b.invitee_id = invited.invitee_id) then
    return 'begun-already';
  end if;
  select a.* into own from responses r
  join assessments a on a.firm_id = r.firm_id and a.assessment_id = r.assessment_id
  where r.firm_id = own_firm_id and r.response_id = own_response_id and r.status = 'open'
    and a.form_code = call.form_code and a.instrument_version_id = call.instrument_version_id;
  if own.assessment_id is null then
    return 'not-found';
  end if;
  insert into campaign_assessments (firm_id, assessment_id, invitee_id)
  values (own.firm_id, own.assessment_id, invited.invitee_id);
  update campaign_firms set begun_at = begun_now where invitee_id = invited.invitee_id;
  return 'done';
end
$$;

-- As before: the response that the presented access key opens.
create or replace function begin_campaign_assessment(presented_sha256 bytea, begun_now timestamptz) returns text
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  return bind_campaign_assessment(presented_sha256, current_firm_id(), current_response_id(), begun_now);
end
$$;

-- The same for a response of the person of the presented session, in a firm that the person belongs to.
create function begin_campaign_in_firm(presented_sha256 bytea, own_response_id uuid, begun_now timestamptz) returns text
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
declare
  own_firm_id uuid;
begin
  select r.firm_id into own_firm_id from responses r
  where r.response_id = own_response_id and r.person_id = current_person_id() and r.firm_id = any (my_firm_ids());
  if own_firm_id is null then
    return 'not-found';
  end if;
  return bind_campaign_assessment(presented_sha256, own_firm_id, own_response_id, begun_now);
end
$$;

-- As before, also by the keys of mails that may have arrived, and never a response that a colleague answers.
create or replace function redeem_campaign_key(
  presented_sha256 bytea, new_access_key_id uuid, new_key_sha256 bytea, new_expires_at timestamptz
) returns uuid
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
declare
  begun responses;
begin
  select r.* into begun from campaign_assessments b
  join responses r on r.firm_id = b.firm_id and r.assessment_id = b.assessment_id
  where b.invitee_id = invitee_of_campaign_key(presented_sha256)
    and not exists (select 1 from memberships m where m.firm_id = b.firm_id)
    and not exists (select 1 from respondents p where p.firm_id = r.firm_id and p.response_id = r.response_id)
  order by r.started_at, r.response_id limit 1;
  if begun.response_id is null or begun.status <> 'open' then
    return null;
  end if;
  -- Whoever submits at this moment is waited for: no key comes that would outlast it.
  select r.* into begun from responses r
  where r.firm_id = begun.firm_id and r.response_id = begun.response_id for share;
  if begun.status <> 'open' then
    return null;
  end if;
  insert into access_keys (access_key_id, firm_id, response_id, purpose, key_sha256, expires_at, redeemed_key_id)
  values (new_access_key_id, begun.firm_id, begun.response_id, 'browser', new_key_sha256, new_expires_at,
    new_access_key_id);
  return begun.response_id;
end
$$;

-- As before. The key of a mail that may have arrived is kept beside the next one, and what has gone is not asked for again.
create or replace function note_campaign_mail() returns trigger
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
declare
  of_invitee uuid;
begin
  select k.invitee_id into of_invitee from campaign_mails k where k.mail_id = new.mail_id;
  if of_invitee is null then
    return null;
  end if;
  if new.status = 'unconfirmed' then
    update campaign_mails set unconfirmed_keys = array_append(unconfirmed_keys, key_sha256)
    where mail_id = new.mail_id and key_sha256 is not null and key_sha256 <> all (unconfirmed_keys);
  end if;
  if new.status = 'sent' then
    update campaign_firms set sent_at = coalesce(sent_at, new.settled_at), bounced_at = null, bounced_mail_id = null,
      undelivered_at = null, asked_again_at = null
    where invitee_id = of_invitee;
  elsif new.fault = 'no-such-recipient' then
    update campaign_firms set bounced_at = new.settled_at, bounced_mail_id = new.mail_id, asked_again_at = null
    where invitee_id = of_invitee;
  elsif new.fault is distinct from 'no-longer-needed' then
    update campaign_firms set undelivered_at = new.settled_at where invitee_id = of_invitee;
  end if;
  return null;
end
$$;

-- The organiser asks for the invitation to be sent again to those whom no mail has reached for a reason that lies
-- elsewhere, one or all of a call; to how many that is. Who has begun, finished or said no is not among them.
create function ask_campaign_mail_again(of_campaign_id uuid, of_invitee_id uuid, asked_now timestamptz) returns integer
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
declare
  asked integer;
begin
  update campaign_firms i set asked_again_at = asked_now, undelivered_at = null
  where i.campaign_id = of_campaign_id and (of_invitee_id is null or i.invitee_id = of_invitee_id)
    and i.organisation_id = any (my_organisation_ids('advisor', 'manager'))
    and i.undelivered_at is not null and i.sent_at is null and i.bounced_at is null and i.opted_out_at is null
    and i.begun_at is null and i.finished_at is null and not refuses_campaign_mail(i.invitee_id)
    and not exists (select 1 from campaign_mails k where k.invitee_id = i.invitee_id and k.occasion = 'again-3');
  get diagnostics asked = row_count;
  return asked;
end
$$;

-- Which of the addresses belong to people of an organisation of the presented session.
create function own_staff_among(of_organisation_id uuid, addresses text[]) returns text[]
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  if not (of_organisation_id = any (my_organisation_ids('advisor', 'manager'))) then
    return '{}';
  end if;
  return (
    select coalesce(array_agg(distinct p.email), '{}') from memberships m
    join people p on p.person_id = m.person_id
    where m.organisation_id = of_organisation_id and m.ended_at is null and p.email = any (addresses)
  );
end
$$;

-- As before, but waits for a file of the organisation that is being stored, whose rows are then there.
create or replace function opt_out_of_contact(given_opt_out_id uuid, opted_out_now timestamptz) returns void
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
declare
  said record;
  mail_ids uuid[];
begin
  select f.* into said from (
    select c.organisation_id, sha256(convert_to(c.email, 'UTF8')) as address
    from provider_contacts c where c.opt_out_id = given_opt_out_id
    union all
    select i.organisation_id, sha256(convert_to(i.email, 'UTF8'))
    from campaign_firms i where i.opt_out_id = given_opt_out_id and i.email is not null
    union all
    select g.organisation_id, g.email_sha256 from campaign_former_firms g where g.opt_out_id = given_opt_out_id
  ) f limit 1;
  if said.address is null then
    return;
  end if;
  perform pg_advisory_xact_lock(hashtextextended('campaign-firms:' || said.organisation_id, 0));
  insert into contact_opt_outs (organisation_id, email_sha256, opted_out_at)
  values (said.organisation_id, said.address, opted_out_now) on conflict do nothing;
  delete from outbox_mails o using provider_contacts c
  where c.organisation_id = said.organisation_id and sha256(convert_to(c.email, 'UTF8')) = said.address
    and o.status = 'waiting' and o.dedupe_key like 'contact-invitation:' || c.contact_id || ':%';
  delete from provider_contacts c
  where c.organisation_id = said.organisation_id and sha256(convert_to(c.email, 'UTF8')) = said.address;
  select array_agg(k.mail_id) into mail_ids from campaign_firms i
  join campaign_mails k on k.invitee_id = i.invitee_id
  where i.organisation_id = said.organisation_id and sha256(convert_to(i.email, 'UTF8')) = said.address;
  delete from outbox_mails where mail_id = any (mail_ids) and status in ('waiting', 'claimed');
  update outbox_mails set recipient = null, facts = '{}' where mail_id = any (mail_ids);
  update campaign_firms set email = null, contact_name = null, organisation_number = null, municipality = null,
    branch = null, size_class = null, opted_out_at = opted_out_now
  where organisation_id = said.organisation_id and sha256(convert_to(email, 'UTF8')) = said.address;
  delete from campaign_former_firms where organisation_id = said.organisation_id and email_sha256 = said.address;
end
$$;

-- The worker counts whom the organisation has invited of late, also those that are in no call any more.
create policy campaign_former_firms_worker on campaign_former_firms for select to mattstock_worker using (true);
grant select (organisation_id, email_sha256, removed_at) on campaign_former_firms to mattstock_worker;
grant select (removed_at) on campaign_former_firms to mattstock_advisor;
grant update (asked_again_at) on campaign_firms to mattstock_worker;

revoke all on function invitee_of_campaign_key(bytea), bind_campaign_assessment(bytea, uuid, uuid, timestamptz),
  begin_campaign_in_firm(bytea, uuid, timestamptz), ask_campaign_mail_again(uuid, uuid, timestamptz),
  own_staff_among(uuid, text[]) from public;
grant execute on function begin_campaign_in_firm(bytea, uuid, timestamptz) to mattstock_member;
grant execute on function ask_campaign_mail_again(uuid, uuid, timestamptz), own_staff_among(uuid, text[])
  to mattstock_advisor;

reset search_path;
reset role;
