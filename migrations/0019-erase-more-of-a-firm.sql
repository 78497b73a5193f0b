-- Of a firm that is erased in part, less is kept of what could tell which firm it was. And the mail that says an erasure
-- has been carried out survives the erasure of whoever it is to: an owner may go right after the firm.
set local role mattstock_owner;
set local search_path = mattstock;

-- What the questions and the statistics go by: county, branch, size and place in the chain. The municipality, the exact
-- figures and the rest go.
create function reduced_profile(profile jsonb) returns jsonb
language sql immutable
set search_path = mattstock, pg_temp
as $$
  select jsonb_build_object(
    'municipality', case profile ->> 'municipality' when 'outside' then 'outside'
      else left(profile ->> 'municipality', 2) || '00' end,
    'branch', profile -> 'branch', 'sizeClass', profile -> 'sizeClass', 'chainRole', profile -> 'chainRole')
$$;

-- As in 0016, but that more of the profile goes.
create or replace function refuse_change_of_submission() returns trigger
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  if (select reduced_at from firms where firm_id = old.firm_id) is null
    or to_jsonb(new) - 'answers' - 'profile' is distinct from to_jsonb(old) - 'answers' - 'profile'
    or new.answers is distinct from without_free_text(old.answers)
    or new.profile is distinct from reduced_profile(old.profile)
  then
    raise exception 'rows of submissions never change'
      using errcode = 'restrict_violation', constraint = 'submissions_immutable';
  end if;
  return new;
end
$$;

-- All of a firm but its answers without free text, levels and scores. Nobody opens it any more.
create or replace function reduce_firm(reduced_firm_id uuid, reduced_now timestamptz) returns boolean
language plpgsql
set search_path = mattstock, pg_temp
as $$
begin
  update firms set reduced_at = reduced_now, name = null, organisation_number = null
  where firm_id = reduced_firm_id and reduced_at is null;
  if not found then
    return false;
  end if;
  perform clear_mails_about(reduced_firm_id);
  update consents set withdrawn_at = reduced_now where firm_id = reduced_firm_id and withdrawn_at is null;
  update consents set person_id = null where firm_id = reduced_firm_id and person_id is not null;
  update consents set withdrawn_by = null where firm_id = reduced_firm_id and withdrawn_by is not null;
  update referrals set firm_name = '', contact_name = '', email = '', telephone = null, message = null
  where firm_id = reduced_firm_id;
  delete from access_events where firm_id = reduced_firm_id;
  delete from memberships where firm_id = reduced_firm_id;
  delete from invitations where firm_id = reduced_firm_id;
  delete from access_keys where firm_id = reduced_firm_id;
  delete from responses where firm_id = reduced_firm_id and status = 'open';
  delete from answer_events where firm_id = reduced_firm_id;
  delete from answers where firm_id = reduced_firm_id and state = 'text';
  update answers set comment = '' where firm_id = reduced_firm_id and comment <> '';
  update responses set person_id = null where firm_id = reduced_firm_id;
  update submissions set answers = without_free_text(answers), profile = reduced_profile(profile)
  where firm_id = reduced_firm_id;
  delete from assessments a where a.firm_id = reduced_firm_id
    and not exists (select 1 from responses r where r.assessment_id = a.assessment_id);
  update assessments set profile = reduced_profile(profile) where firm_id = reduced_firm_id;
  return true;
end
$$;

-- Everything that says who the person is. The row stays, empty, so that what was done stays one nameless person's.
-- `keeps_links`: so do the links from answers and consents, where the law makes somebody keep them. The mail that tells
-- of it, or of the erasure of the person's firm, still goes, and lets go of the address by itself.
create or replace function erase_person(erased_person_id uuid, erased_now timestamptz, keeps_links boolean) returns boolean
language plpgsql
set search_path = mattstock, pg_temp
as $$
declare
  erased people;
begin
  select * into erased from people where person_id = erased_person_id and erased_at is null for update;
  if erased.person_id is null then
    return false;
  end if;
  perform erase_signatures(erased);
  perform erase_contact(erased, erased_now);
  delete from sign_in_requests where email = erased.email;
  delete from challenges where person_id = erased_person_id;
  delete from identities where person_id = erased_person_id;
  delete from authenticators where person_id = erased_person_id;
  delete from recovery_codes where person_id = erased_person_id;
  delete from passkeys where person_id = erased_person_id;
  delete from sessions where person_id = erased_person_id;
  update memberships set ended_at = erased_now where person_id = erased_person_id and ended_at is null;
  -- Nobody is left who could take them back: what a firm lets others see stands only as long as somebody stands by it.
  update consents c set withdrawn_at = erased_now
  where c.withdrawn_at is null and c.firm_id in (
    select m.firm_id from memberships m where m.person_id = erased_person_id and m.firm_id is not null
      and not exists (select 1 from memberships o where o.firm_id = m.firm_id and o.ended_at is null)
  );
  update access_events set person_id = null where person_id = erased_person_id;
  if not keeps_links then
    update responses set person_id = null where person_id = erased_person_id;
    update consents set person_id = null where person_id = erased_person_id;
    update consents set withdrawn_by = null where withdrawn_by = erased_person_id;
  end if;
  -- Mails under way that would still say by whom somebody is invited.
  update outbox_mails set facts = facts || '{"inviterName": ""}' where dedupe_key in (
    select 'invitation:' || i.invitation_id from invitations i where i.invited_by = erased_person_id
  ) and facts ? 'inviterName';
  delete from invitations where email = erased.email;
  update invitations set invited_by = null where invited_by = erased_person_id;
  update invitations set accepted_by = null where accepted_by = erased_person_id;
  delete from outbox_mails
  where recipient = erased.email and settled_at is null and kind <> 'erasure-carried-out';
  update outbox_mails set recipient = null, facts = '{}' where recipient = erased.email and settled_at is not null;
  update people set email = null, name = null, expiry_told_at = null, erased_at = erased_now
  where person_id = erased_person_id;
  return true;
end
$$;

-- Firms that were erased in part before.
update submissions set profile = reduced_profile(profile)
where firm_id in (select firm_id from firms where reduced_at is not null);
update assessments set profile = reduced_profile(profile)
where firm_id in (select firm_id from firms where reduced_at is not null);
delete from access_events where firm_id in (select firm_id from firms where reduced_at is not null);

revoke all on function reduced_profile(jsonb) from public;

reset search_path;
reset role;
