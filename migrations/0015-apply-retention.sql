-- Clearing away what has had its time. The periods are in shared/content/retention.yaml and come as a moment: what is
-- as old as that, or older, goes. Each function takes so many rows, those that nobody is at, and says how many it took.
set local role mattstock_owner;
set local search_path = mattstock;

alter table people
  -- The last use that a session showed which is gone by now.
  add column last_used_at timestamptz not null default now(),
  -- When the person was told that the account goes unless it is used.
  add column expiry_told_at timestamptz;

alter table firms
  -- When all was taken away of it that the law did not make somebody keep.
  add column reduced_at timestamptz;

-- The owner runs the functions below; forced row security would otherwise close the tables to them.
create policy sign_in_requests_owner on sign_in_requests to mattstock_owner using (true) with check (true);
create policy answer_events_owner on answer_events to mattstock_owner using (true) with check (true);
create policy submissions_owner on submissions to mattstock_owner using (true) with check (true);

create function retire_sign_in_requests(cutoff timestamptz, most integer) returns integer
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
declare
  taken integer;
begin
  delete from sign_in_requests where sign_in_request_id in (
    select sign_in_request_id from sign_in_requests where expires_at <= cutoff
    order by expires_at limit most for update skip locked
  );
  get diagnostics taken = row_count;
  return taken;
end
$$;

create function retire_challenges(cutoff timestamptz, most integer) returns integer
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
declare
  taken integer;
begin
  delete from challenges where challenge_id in (
    select challenge_id from challenges where expires_at <= cutoff
    order by expires_at limit most for update skip locked
  );
  get diagnostics taken = row_count;
  return taken;
end
$$;

-- What a session knew of when the account was used is kept on, since accounts are judged by it.
create function retire_sessions(cutoff timestamptz, most integer) returns integer
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
declare
  taken integer;
begin
  with gone as (
    delete from sessions where session_id in (
      select session_id from sessions where least(expires_at, revoked_at) <= cutoff
      order by expires_at limit most for update skip locked
    )
    returning person_id, last_seen_at
  ), used as (
    update people p set last_used_at = greatest(p.last_used_at, g.seen_at)
    from (select person_id, max(last_seen_at) as seen_at from gone group by person_id) g
    where p.person_id = g.person_id and p.last_used_at < g.seen_at
  )
  select count(*) into taken from gone;
  return taken;
end
$$;

create function retire_access_keys(cutoff timestamptz, most integer) returns integer
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
declare
  taken integer;
begin
  delete from access_keys where access_key_id in (
    select access_key_id from access_keys where least(expires_at, revoked_at) <= cutoff
    order by expires_at limit most for update skip locked
  );
  get diagnostics taken = row_count;
  return taken;
end
$$;

create function retire_invitations(cutoff timestamptz, most integer) returns integer
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
declare
  taken integer;
begin
  delete from invitations where invitation_id in (
    select invitation_id from invitations where least(expires_at, accepted_at, declined_at, revoked_at) <= cutoff
    order by expires_at limit most for update skip locked
  );
  get diagnostics taken = row_count;
  return taken;
end
$$;

-- What is left of a mail is that it was sent, or was not, and when.
create function retire_mail_recipients(cutoff timestamptz, most integer) returns integer
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
declare
  taken integer;
begin
  update outbox_mails set recipient = null, facts = '{}' where mail_id in (
    select mail_id from outbox_mails where settled_at <= cutoff and recipient is not null
    order by settled_at limit most for update skip locked
  );
  get diagnostics taken = row_count;
  return taken;
end
$$;

-- Whom to ask for, of requests that were taken back. That there was a request stays.
create function retire_contact_details(cutoff timestamptz, most integer) returns integer
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
declare
  taken integer;
begin
  update referrals set contact_name = '', email = '', telephone = null, message = null where referral_id in (
    select r.referral_id from referrals r
    where r.status = 'withdrawn' and r.email <> ''
      and (
        select max(e.occurred_at) from referral_events e
        where e.firm_id = r.firm_id and e.referral_id = r.referral_id and e.status = 'withdrawn'
      ) <= cutoff
    order by r.created_at limit most for update skip locked
  );
  get diagnostics taken = row_count;
  return taken;
end
$$;

-- The answers become the firm's own; whose they were is no longer known.
create function retire_respondents(cutoff timestamptz, most integer) returns integer
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
declare
  taken integer;
begin
  update responses set person_id = null where response_id in (
    select response_id from responses
    where status = 'submitted' and submitted_at <= cutoff and person_id is not null
    order by submitted_at limit most for update skip locked
  );
  get diagnostics taken = row_count;
  return taken;
end
$$;

create function retire_access_events(cutoff timestamptz, most integer) returns integer
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
declare
  taken integer;
begin
  delete from access_events where access_event_id in (
    select access_event_id from access_events where occurred_at <= cutoff
    order by occurred_at limit most for update skip locked
  );
  get diagnostics taken = row_count;
  return taken;
end
$$;

-- A consent stands as evidence as long as it holds, and for a time after. What was asked for under it goes with it.
create function retire_consents(cutoff timestamptz, most integer) returns integer
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
declare
  stale uuid[];
  taken integer;
begin
  select array_agg(consent_id) into stale from (
    select consent_id from consents where withdrawn_at <= cutoff
    order by withdrawn_at limit most for update skip locked
  ) c;
  delete from referrals where consent_id = any (stale);
  delete from consents where consent_id = any (stale);
  get diagnostics taken = row_count;
  return taken;
end
$$;

-- All of a firm, wherever it is. Mails under way that name it or lead to it are not sent any more.
create function erase_firm(erased_firm_id uuid) returns boolean
language plpgsql
set search_path = mattstock, pg_temp
as $$
begin
  perform 1 from firms where firm_id = erased_firm_id for update;
  if not found then
    return false;
  end if;
  perform clear_mails_about(erased_firm_id);
  -- First, since a consent cannot go before what rests on it.
  delete from referrals where firm_id = erased_firm_id;
  delete from firms where firm_id = erased_firm_id;
  return true;
end
$$;

create function clear_mails_about(mailed_firm_id uuid) returns void
language plpgsql
set search_path = mattstock, pg_temp
as $$
declare
  about uuid[];
begin
  select array_agg(m.mail_id) into about from outbox_mails m
  where m.dedupe_key in (
      select 'invitation:' || i.invitation_id from invitations i where i.firm_id = mailed_firm_id
    )
    or split_part(m.dedupe_key, ':', 1) in ('consent-given', 'consent-withdrawn')
      and split_part(m.dedupe_key, ':', 2) in (
        select c.consent_id::text from consents c where c.firm_id = mailed_firm_id
      );
  delete from outbox_mails where mail_id = any (about) and settled_at is null;
  update outbox_mails set recipient = null, facts = '{}' where mail_id = any (about);
end
$$;

-- Open responses that nobody has gone on with, of firms that nobody has an account for. With its last response goes
-- the firm. A claim under way has the rows, and takes them out of the question when it is done.
create function retire_unclaimed_responses(cutoff timestamptz, most integer) returns integer
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
declare
  stale responses;
  taken integer := 0;
begin
  for stale in
    select r.* from responses r
    join firms f on f.firm_id = r.firm_id
    where r.status = 'open' and r.person_id is null and f.reduced_at is null
      and not exists (select 1 from memberships m where m.firm_id = r.firm_id)
      and r.started_at <= cutoff
      and not exists (
        select 1 from answers a where a.response_id = r.response_id and not a.is_carried and a.answered_at > cutoff
      )
      and not exists (
        select 1 from answer_events e where e.response_id = r.response_id and e.occurred_at > cutoff
      )
    order by r.started_at limit most for update of r, f skip locked
  loop
    if exists (select 1 from responses r where r.firm_id = stale.firm_id and r.response_id <> stale.response_id) then
      delete from responses where response_id = stale.response_id;
      delete from assessments a where a.assessment_id = stale.assessment_id
        and not exists (select 1 from responses r where r.assessment_id = a.assessment_id);
    else
      perform erase_firm(stale.firm_id);
    end if;
    taken := taken + 1;
  end loop;
  return taken;
end
$$;

revoke all on function retire_sign_in_requests(timestamptz, integer), retire_challenges(timestamptz, integer),
  retire_sessions(timestamptz, integer), retire_access_keys(timestamptz, integer),
  retire_invitations(timestamptz, integer), retire_mail_recipients(timestamptz, integer),
  retire_contact_details(timestamptz, integer), retire_respondents(timestamptz, integer),
  retire_access_events(timestamptz, integer), retire_consents(timestamptz, integer),
  retire_unclaimed_responses(timestamptz, integer), erase_firm(uuid), clear_mails_about(uuid) from public;
grant execute on function retire_sign_in_requests(timestamptz, integer), retire_challenges(timestamptz, integer),
  retire_sessions(timestamptz, integer), retire_access_keys(timestamptz, integer),
  retire_invitations(timestamptz, integer), retire_mail_recipients(timestamptz, integer),
  retire_contact_details(timestamptz, integer), retire_respondents(timestamptz, integer),
  retire_access_events(timestamptz, integer), retire_consents(timestamptz, integer),
  retire_unclaimed_responses(timestamptz, integer) to mattstock_worker;

-- The worker clears through these functions only.
drop policy challenges_worker on challenges;
drop policy sessions_worker on sessions;
revoke select, delete on challenges, sessions from mattstock_worker;
revoke select (challenge_id, expires_at) on challenges from mattstock_worker;
revoke select (session_id, expires_at, revoked_at) on sessions from mattstock_worker;
revoke delete on sign_in_requests, outbox_mails from mattstock_worker;
revoke update (recipient, facts) on outbox_mails from mattstock_worker;

reset search_path;
reset role;
