-- What somebody is in a firm changes, and everybody may leave it: those who are left, those who are invited and those
-- whose firm is erased are told.
set local role mattstock_owner;
set local search_path = mattstock;

-- Whoever is no owner ends the own membership and changes nothing else.
alter policy memberships_member on memberships
  with check (firm_id = any ((select my_owned_firm_ids())::uuid[])
    or (person_id = (select current_person_id()) and ended_at is not null));
alter policy memberships_member_wall on memberships
  with check (firm_id = any ((select my_owned_firm_ids())::uuid[])
    or (person_id = (select current_person_id()) and ended_at is not null));

-- Gives a member of a firm that the live session owns another role. False when that is not the session's to do, and when
-- the firm would be left without an owner. Of two at once the second sees what the first has left.
create function change_firm_role(of_firm_id uuid, changed_membership_id uuid, new_role text) returns boolean
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  perform 1 from firms where firm_id = of_firm_id for update;
  if (of_firm_id = any (my_owned_firm_ids())) is not true then
    return false;
  end if;
  update memberships m set role = new_role
  where m.firm_id = of_firm_id and m.membership_id = changed_membership_id and m.ended_at is null
    and (new_role = 'owner' or exists (
      select 1 from memberships o
      where o.firm_id = of_firm_id and o.membership_id <> changed_membership_id and o.ended_at is null
        and o.role = 'owner'
    ));
  return found;
end
$$;

-- As in 0015, with the mails about roles.
create or replace function clear_mails_about(mailed_firm_id uuid) returns void
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
      )
    or split_part(m.dedupe_key, ':', 1) = 'role-changed'
      and split_part(m.dedupe_key, ':', 2) in (
        select s.membership_id::text from memberships s where s.firm_id = mailed_firm_id
      );
  delete from outbox_mails where mail_id = any (about) and settled_at is null;
  update outbox_mails set recipient = null, facts = '{}' where mail_id = any (about);
end
$$;

-- What a firm is called, for whoever belongs to it or is invited into it; of an invitation that holds no longer, for as
-- long as its holder is told so.
create or replace function named_firm_ids() returns uuid[]
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  return my_firm_ids() || (
    select coalesce(array_agg(i.firm_id), '{}') from invitations i
    join people p on p.email = i.email
    where p.person_id = current_person_id() and i.firm_id is not null
      and i.accepted_at is null and i.declined_at is null and i.expires_at > now() - interval '30 days'
  );
end
$$;

-- Since when the erasure of a firm is under way, for everybody who belongs to it. What was decided, and by whom it was
-- asked for, is the owners' to read.
create function pending_firm_erasure(asked_firm_id uuid) returns timestamptz
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  return (
    select e.received_at from erasure_requests e
    where e.firm_id = asked_firm_id and e.firm_id = any (my_firm_ids()) and e.scope = 'firm'
      and (e.status = 'received' or (e.status = 'decided' and e.decision <> 'refused'))
  );
end
$$;

-- Who is told: of a decision who asked and all owners of the firm, of an erasure everybody who belongs to it.
drop function erasure_recipients(uuid);
create function erasure_recipients(told_request_id uuid, is_for_every_member boolean)
returns table (person_id uuid, email text, language text)
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  if not is_administrator() then
    return;
  end if;
  return query
    select p.person_id, p.email, p.language from people p
    join erasure_requests e on e.erasure_request_id = told_request_id
    where p.email is not null and (p.person_id = e.person_id or p.person_id in (
      select m.person_id from memberships m
      where m.firm_id = e.firm_id and m.ended_at is null and (is_for_every_member or m.role = 'owner')
    ));
end
$$;

revoke all on function change_firm_role(uuid, uuid, text), pending_firm_erasure(uuid),
  erasure_recipients(uuid, boolean) from public;
grant execute on function change_firm_role(uuid, uuid, text), pending_firm_erasure(uuid) to mattstock_member;
grant execute on function erasure_recipients(uuid, boolean) to mattstock_coordination;

reset search_path;
reset role;
