-- Calls of a provider: many firms are invited by mail to answer one form until a day, and reminded until they have.
set local role mattstock_owner;
set local search_path = mattstock;

create table campaigns (
  campaign_id uuid not null,
  organisation_id uuid not null,
  -- Both in two languages: what it is called, and what the organiser says in the mail.
  name jsonb not null,
  message jsonb not null,
  form_code text not null,
  instrument_version_id uuid not null,
  opens_on date not null,
  closes_on date not null,
  grace_days smallint not null,
  reminder_days date[] not null,
  -- Counts the changes, so that nobody overwrites what somebody else has changed.
  revision integer not null default 1,
  created_at timestamptz not null,
  opened_at timestamptz,
  ended_at timestamptz,
  constraint campaigns_pk primary key (campaign_id),
  constraint campaigns_organisation_unique unique (organisation_id, campaign_id),
  constraint campaigns_organisation_fk foreign key (organisation_id)
    references organisations (organisation_id) on delete cascade,
  constraint campaigns_version_fk foreign key (instrument_version_id)
    references instrument_versions (instrument_version_id) on delete restrict,
  constraint campaigns_dates_possible check (closes_on >= opens_on and closes_on <= opens_on + 366),
  constraint campaigns_grace_range check (grace_days between 0 and 30),
  constraint campaigns_few_reminders check (cardinality(reminder_days) <= 4),
  constraint campaigns_ended_after_opening check (ended_at is null or opened_at is not null)
);
create index campaigns_version_index on campaigns (instrument_version_id);
create index campaigns_end_index on campaigns ((coalesce(ended_at, (closes_on + grace_days + 1)::timestamp at time zone 'utc')));

-- From when on nothing is taken any more: the end of the last day with its grace, where the readers are.
create function campaign_refuses_from(of_campaign campaigns) returns timestamptz
language sql stable
set search_path = mattstock, pg_temp
as $$
  select least(of_campaign.ended_at,
    (of_campaign.closes_on + of_campaign.grace_days + 1)::timestamp at time zone 'Europe/Stockholm')
$$;

-- Who is invited. Which firm of the product it has become is in campaign_assessments, which no role reads.
create table campaign_firms (
  invitee_id uuid not null,
  organisation_id uuid not null,
  campaign_id uuid not null,
  firm_name text not null,
  -- This and what else is known of the firm are null once it has said no to mail.
  email text,
  organisation_number text,
  contact_name text,
  municipality text,
  branch text,
  size_class text,
  language text not null,
  -- By which whoever gets a mail says no. Opens nothing else.
  opt_out_id uuid not null,
  added_at timestamptz not null,
  -- When the first mail was written; it went at sent_at.
  invited_at timestamptz,
  sent_at timestamptz,
  -- The reminder day that was dealt with last.
  reminded_for date,
  reminded_at timestamptz,
  -- There is no such mailbox, by the mail that was refused for it.
  bounced_at timestamptz,
  bounced_mail_id uuid,
  -- The latest mail did not go, or is not known to have, for a reason that lies elsewhere.
  undelivered_at timestamptz,
  opted_out_at timestamptz,
  begun_at timestamptz,
  finished_at timestamptz,
  constraint campaign_firms_pk primary key (invitee_id),
  constraint campaign_firms_address_unique unique (campaign_id, email),
  constraint campaign_firms_opt_out_unique unique (opt_out_id),
  constraint campaign_firms_campaign_fk foreign key (organisation_id, campaign_id)
    references campaigns (organisation_id, campaign_id) on delete cascade,
  constraint campaign_firms_small_letters check (email = lower(email)),
  constraint campaign_firms_language_known check (language in ('sv', 'en')),
  constraint campaign_firms_said_no_leaves_name check (
    opted_out_at is null or num_nonnulls(email, contact_name, organisation_number, municipality, branch, size_class) = 0
  ),
  constraint campaign_firms_lengths check (
    char_length(firm_name) between 1 and 120 and char_length(email) <= 254 and char_length(contact_name) <= 120
  )
);
create unique index campaign_firms_number_unique on campaign_firms (campaign_id, organisation_number);
create index campaign_firms_organisation_index on campaign_firms (organisation_id, campaign_id);
create index campaign_firms_email_index on campaign_firms (email);
create index campaign_firms_to_write_index on campaign_firms (campaign_id, invitee_id)
  where finished_at is null and opted_out_at is null and bounced_at is null;

-- Whom mail may have reached and who is in the call no longer: the way to say no in that mail goes on working, and the
-- address is not written to anew by the same call.
create table campaign_former_firms (
  opt_out_id uuid not null,
  organisation_id uuid not null,
  campaign_id uuid not null,
  email_sha256 bytea not null,
  removed_at timestamptz not null,
  constraint campaign_former_firms_pk primary key (opt_out_id),
  constraint campaign_former_firms_organisation_fk foreign key (organisation_id)
    references organisations (organisation_id) on delete cascade,
  constraint campaign_former_firms_sha256_length check (octet_length(email_sha256) = 32)
);
create index campaign_former_firms_campaign_index on campaign_former_firms (campaign_id, email_sha256);
create index campaign_former_firms_organisation_index on campaign_former_firms (organisation_id);
create index campaign_former_firms_removed_index on campaign_former_firms (removed_at);

-- Each mail that was written, and the fingerprint of the personal key that it was sent with, which is made as the mail
-- is sent and is in no other place. A mail of an invited firm is written once for the invitation and for each day.
create table campaign_mails (
  mail_id uuid not null,
  invitee_id uuid not null,
  occasion text not null,
  written_at timestamptz not null,
  key_sha256 bytea,
  constraint campaign_mails_pk primary key (mail_id),
  constraint campaign_mails_once unique (invitee_id, occasion),
  constraint campaign_mails_key_unique unique (key_sha256),
  constraint campaign_mails_invitee_fk foreign key (invitee_id) references campaign_firms (invitee_id) on delete cascade,
  constraint campaign_mails_sha256_length check (octet_length(key_sha256) = 32),
  constraint campaign_mails_occasion_known check (occasion = 'invitation' or occasion ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$')
);

-- The one assessment by which an invited firm answers the call. Nobody but the owner's functions reads it: the organiser
-- is told how far its invitation has come, and not which firm of the product it is.
create table campaign_assessments (
  firm_id uuid not null,
  assessment_id uuid not null,
  invitee_id uuid not null,
  -- The firm has chosen to go on for itself, after the call had closed.
  left_at timestamptz,
  constraint campaign_assessments_pk primary key (firm_id, assessment_id),
  constraint campaign_assessments_invitee_unique unique (invitee_id),
  constraint campaign_assessments_assessment_fk foreign key (firm_id, assessment_id)
    references assessments (firm_id, assessment_id) on delete cascade,
  constraint campaign_assessments_invitee_fk foreign key (invitee_id)
    references campaign_firms (invitee_id) on delete cascade
);

-- Of a key that was given for a personal key of a mail, and of each that was made by such a one: which of them it comes
-- of. They end when the answers are submitted, other than the one it is done by.
alter table access_keys add column redeemed_key_id uuid;

-- As before, and now a key that comes of a mail is known as one.
create or replace function add_access_key(
  new_access_key_id uuid, new_purpose text, new_key_sha256 bytea, new_expires_at timestamptz
) returns boolean
language sql security definer
set search_path = mattstock, pg_temp
as $$
  insert into access_keys (access_key_id, firm_id, response_id, purpose, key_sha256, expires_at, redeemed_key_id)
  select new_access_key_id, k.firm_id, k.response_id,
    case k.purpose when 'respondent' then 'respondent-resume' else new_purpose end, new_key_sha256, new_expires_at,
    k.redeemed_key_id
  from access_keys k
  where k.key_sha256 = presented_key_sha256() and k.revoked_at is null and k.expires_at > now()
    and (k.purpose = 'browser'
      or (k.purpose = 'respondent' and new_purpose = 'resume-link' and k.response_id = respondent_response_id()))
  returning true
$$;

-- As before, in the same way.
create or replace function redeem_resume_key(
  resume_key_sha256 bytea, new_access_key_id uuid, new_key_sha256 bytea, new_expires_at timestamptz
) returns uuid
language sql security definer
set search_path = mattstock, pg_temp
as $$
  insert into access_keys (access_key_id, firm_id, response_id, purpose, key_sha256, expires_at, redeemed_key_id)
  select new_access_key_id, k.firm_id, k.response_id,
    case k.purpose when 'resume-link' then 'browser' else 'respondent' end, new_key_sha256, new_expires_at,
    k.redeemed_key_id
  from access_keys k
  where k.key_sha256 = resume_key_sha256 and k.revoked_at is null and k.expires_at > now()
    and (k.purpose = 'resume-link'
      or (k.purpose = 'respondent-resume' and exists (
        select 1 from respondents p
        where p.firm_id = k.firm_id and p.response_id = k.response_id and p.taken_back_at is null)))
  returning response_id
$$;

-- What a personal key leads to; nothing for a key that is unknown. Saying no ends the mail, and not the answering.
create function read_campaign_key(presented_sha256 bytea)
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
    from campaign_mails k
    join campaign_firms i on i.invitee_id = k.invitee_id
    join campaigns c on c.campaign_id = i.campaign_id and c.opened_at is not null
    join organisations o on o.organisation_id = c.organisation_id
    where k.key_sha256 = presented_sha256;
end
$$;

-- Says that the response which the presented access key opens is the one by which the invited firm answers. In a word
-- what came of it; the caller keeps nothing unless it is 'done'.
create function begin_campaign_assessment(presented_sha256 bytea, begun_now timestamptz) returns text
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
declare
  invited campaign_firms;
  call campaigns;
  own assessments;
begin
  -- Two openings of one link take turns.
  select i.* into invited from campaign_mails k
  join campaign_firms i on i.invitee_id = k.invitee_id
  where k.key_sha256 = presented_sha256 for update of i;
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
  where r.firm_id = current_firm_id() and r.response_id = current_response_id() and r.status = 'open'
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

-- Gives a browser a key to the response that was begun by the link, as a link to continue by does: as long as it is not
-- submitted, and belongs to no account. Null otherwise. The key ends when the answers are submitted elsewhere.
create function redeem_campaign_key(
  presented_sha256 bytea, new_access_key_id uuid, new_key_sha256 bytea, new_expires_at timestamptz
) returns uuid
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
declare
  begun responses;
begin
  select r.* into begun from campaign_mails k
  join campaign_firms i on i.invitee_id = k.invitee_id
  join campaign_assessments b on b.invitee_id = i.invitee_id
  join responses r on r.firm_id = b.firm_id and r.assessment_id = b.assessment_id
  where k.key_sha256 = presented_sha256
    and not exists (select 1 from memberships m where m.firm_id = b.firm_id)
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

-- A submission by which a firm answers a call is refused once the call takes nothing more, and otherwise told to the
-- organiser in the same transaction; what was still to be written to the firm is not sent. Who came by a mail and did not
-- submit reads nothing from now on, whether the firm answers the call or itself.
create function settle_campaign_submission() returns trigger
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
declare
  bound campaign_assessments;
  call campaigns;
begin
  select b.* into bound from responses r
  join campaign_assessments b on b.firm_id = r.firm_id and b.assessment_id = r.assessment_id
  where r.firm_id = new.firm_id and r.response_id = new.response_id;
  if bound.invitee_id is null then
    return null;
  end if;
  update access_keys set revoked_at = new.submitted_at
  where firm_id = new.firm_id and revoked_at is null and redeemed_key_id is not null
    and redeemed_key_id is distinct from (
      select k.redeemed_key_id from access_keys k where k.key_sha256 = presented_key_sha256()
    );
  if bound.left_at is not null then
    return null;
  end if;
  -- Whoever changes the dates at this moment waits, or is waited for.
  select c.* into call from campaign_firms i join campaigns c on c.campaign_id = i.campaign_id
  where i.invitee_id = bound.invitee_id for share of c;
  if new.submitted_at >= campaign_refuses_from(call) then
    raise exception 'the call takes nothing more'
      using errcode = 'restrict_violation', constraint = 'submissions_campaign_open';
  end if;
  update campaign_firms set finished_at = new.submitted_at where invitee_id = bound.invitee_id and finished_at is null;
  delete from outbox_mails o using campaign_mails k
  where k.invitee_id = bound.invitee_id and o.mail_id = k.mail_id and o.status = 'waiting';
  return null;
end
$$;
create trigger submissions_settle_campaign after insert on submissions for each row
  execute function settle_campaign_submission();

-- Whether what the presented key or session opens answers a call, whose form and version are the same for all.
create function answers_campaign() returns boolean
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  return exists (
    select 1 from responses r
    join campaign_assessments b on b.firm_id = r.firm_id and b.assessment_id = r.assessment_id and b.left_at is null
    where r.firm_id = current_firm_id() and r.response_id = current_response_id()
  );
end
$$;

create function keep_campaign_version() returns trigger
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  if exists (
    select 1 from campaign_assessments b
    where b.firm_id = new.firm_id and b.assessment_id = new.assessment_id and b.left_at is null
  ) then
    raise exception 'a call is answered in its own version'
      using errcode = 'restrict_violation', constraint = 'assessments_campaign_version';
  end if;
  return new;
end
$$;
create trigger assessments_keep_campaign_version before update of instrument_version_id on assessments for each row
  when (new.instrument_version_id is distinct from old.instrument_version_id)
  execute function keep_campaign_version();

-- The firm goes on for itself: what it submits from now on belongs to no call. Only once the call takes nothing more.
create function leave_campaign(left_now timestamptz) returns boolean
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  update campaign_assessments b set left_at = coalesce(b.left_at, left_now)
  from responses r, campaign_firms i, campaigns c
  where r.firm_id = current_firm_id() and r.response_id = current_response_id()
    and b.firm_id = r.firm_id and b.assessment_id = r.assessment_id
    and i.invitee_id = b.invitee_id and c.campaign_id = i.campaign_id and left_now >= campaign_refuses_from(c);
  return found;
end
$$;

-- What became of a mail is told to the organiser. Only a mailbox that is not there is a mail that came back, and only a
-- later mail that goes undoes it; what did not go for another reason says nothing of the firm.
create function note_campaign_mail() returns trigger
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
  if new.status = 'sent' then
    update campaign_firms set sent_at = coalesce(sent_at, new.settled_at), bounced_at = null, bounced_mail_id = null,
      undelivered_at = null
    where invitee_id = of_invitee;
  elsif new.fault = 'no-such-recipient' then
    update campaign_firms set bounced_at = new.settled_at, bounced_mail_id = new.mail_id where invitee_id = of_invitee;
  elsif new.fault is distinct from 'no-longer-needed' then
    update campaign_firms set undelivered_at = new.settled_at where invitee_id = of_invitee;
  end if;
  return null;
end
$$;
create trigger outbox_mails_note_campaign_mail after update of status on outbox_mails for each row
  when (new.status in ('sent', 'failed', 'unconfirmed') and new.kind in ('campaign-invitation', 'campaign-reminder'))
  execute function note_campaign_mail();

-- Whether an invited firm is not to be written to, for a reason that the worker does not read: the address has said no
-- to the organisation, or what the firm answers has left the call.
create function refuses_campaign_mail(of_invitee_id uuid) returns boolean
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  return exists (
    select 1 from campaign_firms i
    join contact_opt_outs n on n.organisation_id = i.organisation_id
      and n.email_sha256 = sha256(convert_to(i.email, 'UTF8'))
    where i.invitee_id = of_invitee_id
  ) or exists (
    select 1 from campaign_assessments b where b.invitee_id = of_invitee_id and b.left_at is not null
  );
end
$$;

-- Who may have had a mail can say no by it also after the firm is gone from the call.
create function keep_former_invitee() returns trigger
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  insert into campaign_former_firms (opt_out_id, organisation_id, campaign_id, email_sha256, removed_at)
  select old.opt_out_id, o.organisation_id, old.campaign_id, sha256(convert_to(old.email, 'UTF8')), now()
  from organisations o
  where o.organisation_id = old.organisation_id and (old.sent_at is not null or exists (
    select 1 from campaign_mails k join outbox_mails m on m.mail_id = k.mail_id
    where k.invitee_id = old.invitee_id and m.status in ('claimed', 'handing-over', 'unconfirmed')
  ));
  return old;
end
$$;
create trigger campaign_firms_keep_former before delete on campaign_firms for each row
  when (old.email is not null) execute function keep_former_invitee();

-- Mail about an invitation that is gone does not go, and lets go of whom it was to.
create function clear_mail_of_invitee() returns trigger
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  delete from outbox_mails where mail_id = old.mail_id and settled_at is null;
  update outbox_mails set recipient = null, facts = '{}' where mail_id = old.mail_id;
  return null;
end
$$;
create trigger campaign_mails_clear_mail after delete on campaign_mails for each row
  execute function clear_mail_of_invitee();

-- A firm that is erased, in part or whole, is in no call any more.
create function forget_invitee() returns trigger
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  delete from campaign_firms where invitee_id = old.invitee_id;
  return null;
end
$$;
create trigger campaign_assessments_forget_invitee after delete on campaign_assessments for each row
  execute function forget_invitee();

create function reduce_campaign_assessments() returns trigger
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  delete from campaign_assessments where firm_id = new.firm_id;
  return null;
end
$$;
create trigger firms_reduce_campaign_assessments after update of reduced_at on firms for each row
  when (new.reduced_at is not null) execute function reduce_campaign_assessments();

-- Who is erased is invited by nobody either.
create or replace function forget_contact() returns trigger
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  delete from provider_contacts where email = old.email;
  delete from campaign_firms where email = old.email;
  return null;
end
$$;

-- Whoever got a mail says no: as an earlier contact of the provider or as invited to a call of it, and is neither after
-- that. What was on its way does not go, and the provider cannot bring the address in again. Of an invitation the name of
-- the firm stays; what it has begun to answer goes on.
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

-- Calls in which the own address stands, for the copy of one's own data.
create function list_own_invitations()
returns table (
  organisation_name jsonb, campaign_name jsonb, firm_name text, organisation_number text, contact_name text,
  municipality text, branch text, size_class text, language text, added_at timestamptz, invited_at timestamptz,
  reminded_at timestamptz, begun_at timestamptz, finished_at timestamptz
)
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  return query
    select o.name, c.name, i.firm_name, i.organisation_number, i.contact_name, i.municipality, i.branch, i.size_class,
      i.language, i.added_at, i.invited_at, i.reminded_at, i.begun_at, i.finished_at
    from people p
    join campaign_firms i on i.email = p.email
    join campaigns c on c.campaign_id = i.campaign_id
    join organisations o on o.organisation_id = i.organisation_id
    where p.person_id = current_person_id()
    order by i.added_at, i.invitee_id;
end
$$;

-- A draft that was never opened has twelve months less, from when it was made. What is kept of firms that are in no call
-- any more goes with the same cutoff.
create function retire_campaigns(cutoff timestamptz, most integer) returns integer
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
declare
  taken integer;
begin
  delete from campaigns where campaign_id in (
    select c.campaign_id from campaigns c
    where case when c.opened_at is null then c.created_at <= cutoff + interval '12 months'
      else coalesce(c.ended_at, (c.closes_on + c.grace_days + 1)::timestamp at time zone 'utc') <= cutoff end
    limit most for update skip locked
  );
  get diagnostics taken = row_count;
  delete from campaign_former_firms where removed_at <= cutoff;
  return taken;
end
$$;

alter table campaigns enable row level security;
alter table campaigns force row level security;
alter table campaign_firms enable row level security;
alter table campaign_firms force row level security;
alter table campaign_former_firms enable row level security;
alter table campaign_former_firms force row level security;
alter table campaign_mails enable row level security;
alter table campaign_mails force row level security;
alter table campaign_assessments enable row level security;
alter table campaign_assessments force row level security;

create policy campaigns_owner on campaigns to mattstock_owner using (true) with check (true);
create policy campaign_firms_owner on campaign_firms to mattstock_owner using (true) with check (true);
create policy campaign_former_firms_owner on campaign_former_firms to mattstock_owner using (true) with check (true);
create policy campaign_former_firms_advisor on campaign_former_firms for select to mattstock_advisor
  using (organisation_id = any ((select my_organisation_ids('advisor', 'manager'))::uuid[]));
create policy campaign_mails_owner on campaign_mails to mattstock_owner using (true) with check (true);
create policy campaign_assessments_owner on campaign_assessments to mattstock_owner using (true) with check (true);
create policy campaigns_advisor on campaigns to mattstock_advisor
  using (organisation_id = any ((select my_organisation_ids('advisor', 'manager'))::uuid[]))
  with check (organisation_id = any ((select my_organisation_ids('advisor', 'manager'))::uuid[]));
create policy campaign_firms_advisor on campaign_firms to mattstock_advisor
  using (organisation_id = any ((select my_organisation_ids('advisor', 'manager'))::uuid[]))
  with check (organisation_id = any ((select my_organisation_ids('advisor', 'manager'))::uuid[]));
create policy campaigns_worker on campaigns for select to mattstock_worker using (true);
create policy campaign_firms_worker on campaign_firms to mattstock_worker using (true) with check (true);
create policy campaign_mails_worker on campaign_mails to mattstock_worker using (true) with check (true);

grant select, insert, delete, update (name, message, form_code, instrument_version_id, opens_on, closes_on, grace_days,
  reminder_days, revision, opened_at, ended_at) on campaigns to mattstock_advisor;
-- Of the states of an invitation the organiser reads all and writes none.
grant select, delete, insert (invitee_id, organisation_id, campaign_id, firm_name, email, organisation_number, contact_name,
  municipality, branch, size_class, language, opt_out_id, added_at) on campaign_firms to mattstock_advisor;
grant select (organisation_id, campaign_id, email_sha256) on campaign_former_firms to mattstock_advisor;
grant select on campaigns to mattstock_worker;
grant select, update (invited_at, reminded_for, reminded_at) on campaign_firms to mattstock_worker;
grant select, insert, update (key_sha256) on campaign_mails to mattstock_worker;

revoke all on function campaign_refuses_from(campaigns), read_campaign_key(bytea),
  begin_campaign_assessment(bytea, timestamptz), redeem_campaign_key(bytea, uuid, bytea, timestamptz),
  settle_campaign_submission(), answers_campaign(), keep_campaign_version(), leave_campaign(timestamptz), note_campaign_mail(),
  refuses_campaign_mail(uuid), keep_former_invitee(), clear_mail_of_invitee(), forget_invitee(), reduce_campaign_assessments(), list_own_invitations(), retire_campaigns(timestamptz, integer) from public;
grant execute on function read_campaign_key(bytea), begin_campaign_assessment(bytea, timestamptz),
  redeem_campaign_key(bytea, uuid, bytea, timestamptz), answers_campaign(), leave_campaign(timestamptz) to mattstock_app;
grant execute on function list_own_invitations() to mattstock_identity;
grant execute on function retire_campaigns(timestamptz, integer), refuses_campaign_mail(uuid) to mattstock_worker;

reset search_path;
reset role;
