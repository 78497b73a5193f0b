-- Organisations, who belongs to them and to firms, and who is invited.
set local role mattstock_owner;
set local search_path = mattstock;

create table organisations (
  organisation_id uuid not null,
  kind text not null,
  -- The provider's code in the catalogue, the region's county, or the coordination's own.
  code text not null,
  -- LocalisedText of shared/domain.
  name jsonb not null,
  created_at timestamptz not null default now(),
  closed_at timestamptz,
  constraint organisations_pk primary key (organisation_id),
  constraint organisations_code_unique unique (kind, code),
  constraint organisations_kind_unique unique (organisation_id, kind),
  constraint organisations_kind_known check (kind in ('provider', 'region', 'coordination'))
);

create table memberships (
  membership_id uuid not null,
  person_id uuid not null,
  role text not null,
  -- Either a firm or an organisation of the kind that has the role.
  firm_id uuid,
  organisation_id uuid,
  organisation_kind text,
  created_at timestamptz not null default now(),
  created_by uuid,
  ended_at timestamptz,
  ended_by uuid,
  constraint memberships_pk primary key (membership_id),
  constraint memberships_person_fk foreign key (person_id) references people (person_id) on delete cascade,
  constraint memberships_firm_fk foreign key (firm_id) references firms (firm_id) on delete cascade,
  constraint memberships_organisation_fk foreign key (organisation_id, organisation_kind)
    references organisations (organisation_id, kind) on delete restrict,
  constraint memberships_role_fits check (
    (role in ('owner', 'respondent') and firm_id is not null and organisation_id is null and organisation_kind is null)
    or (role in ('advisor', 'manager') and firm_id is null and organisation_kind is not distinct from 'provider')
    or (role = 'analyst' and firm_id is null and organisation_kind is not distinct from 'region')
    or (role in ('editor', 'administrator') and firm_id is null
      and organisation_kind is not distinct from 'coordination')
  ),
  constraint memberships_organisation_named check ((firm_id is null) = (organisation_id is not null))
);
create unique index memberships_firm_live_unique on memberships (person_id, firm_id)
  where ended_at is null and firm_id is not null;
create unique index memberships_organisation_live_unique on memberships (person_id, organisation_id, role)
  where ended_at is null and organisation_id is not null;
create index memberships_firm_index on memberships (firm_id);
create index memberships_organisation_index on memberships (organisation_id, organisation_kind);

-- A ticket that only the holder of the address can use, for one role in one place. There is no secret to lose: who
-- proves the address sees the ticket, and nobody else does.
create table invitations (
  invitation_id uuid not null,
  email text not null,
  language text not null,
  role text not null,
  firm_id uuid,
  organisation_id uuid,
  organisation_kind text,
  purpose text not null,
  invited_by uuid,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  accepted_at timestamptz,
  accepted_by uuid,
  declined_at timestamptz,
  revoked_at timestamptz,
  constraint invitations_pk primary key (invitation_id),
  constraint invitations_email_small_letters check (email = lower(email)),
  constraint invitations_language_known check (language in ('sv', 'en')),
  constraint invitations_purpose_known check (purpose in ('membership')),
  constraint invitations_firm_fk foreign key (firm_id) references firms (firm_id) on delete cascade,
  constraint invitations_organisation_fk foreign key (organisation_id, organisation_kind)
    references organisations (organisation_id, kind) on delete restrict,
  constraint invitations_inviter_fk foreign key (invited_by) references people (person_id) on delete set null,
  constraint invitations_accepter_fk foreign key (accepted_by) references people (person_id) on delete set null,
  constraint invitations_role_fits check (
    (role in ('owner', 'respondent') and firm_id is not null and organisation_id is null and organisation_kind is null)
    or (role in ('advisor', 'manager') and firm_id is null and organisation_kind is not distinct from 'provider')
    or (role = 'analyst' and firm_id is null and organisation_kind is not distinct from 'region')
    or (role in ('editor', 'administrator') and firm_id is null
      and organisation_kind is not distinct from 'coordination')
  ),
  constraint invitations_organisation_named check ((firm_id is null) = (organisation_id is not null))
);
create index invitations_email_index on invitations (email);
create index invitations_firm_index on invitations (firm_id);
create index invitations_organisation_index on invitations (organisation_id, organisation_kind);
create index invitations_inviter_index on invitations (invited_by);
create index invitations_accepter_index on invitations (accepted_by);

-- Which firms the live session belongs to, in whatever role.
create function my_firm_ids() returns uuid[]
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  return (
    select coalesce(array_agg(firm_id), '{}') from memberships
    where person_id = current_person_id() and ended_at is null and firm_id is not null
  );
end
$$;

create function my_owned_firm_ids() returns uuid[]
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  return (
    select coalesce(array_agg(firm_id), '{}') from memberships
    where person_id = current_person_id() and ended_at is null and role = 'owner'
  );
end
$$;

-- The organisations in which the live session has one of the roles. Never without a second factor.
create function my_organisation_ids(variadic roles text[]) returns uuid[]
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  if not has_second_factor() then
    return '{}';
  end if;
  return (
    select coalesce(array_agg(distinct m.organisation_id), '{}') from memberships m
    join organisations o on o.organisation_id = m.organisation_id
    where m.person_id = current_person_id() and m.ended_at is null and m.role = any (roles) and o.closed_at is null
  );
end
$$;

create function is_administrator() returns boolean
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  return cardinality(my_organisation_ids('administrator')) > 0;
end
$$;

-- Whom the live session may see by name: those who share a firm or an organisation with it.
create function my_colleague_ids() returns uuid[]
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  return (
    select coalesce(array_agg(distinct person_id), '{}') from memberships
    where firm_id = any (my_firm_ids())
      or organisation_id = any (my_organisation_ids('advisor', 'manager', 'analyst', 'editor', 'administrator'))
  );
end
$$;

-- Whom the live session may see when it manages: those who belong to an organisation that it manages, and for an
-- administrator also those who have belonged to one. That somebody belongs to a firm makes nobody visible here.
create function my_managed_person_ids() returns uuid[]
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  if is_administrator() then
    return (
      select coalesce(array_agg(distinct person_id), '{}') from memberships where organisation_id is not null
    );
  end if;
  return (
    select coalesce(array_agg(distinct person_id), '{}') from memberships
    where ended_at is null and organisation_id = any (my_organisation_ids('manager'))
  );
end
$$;

alter table organisations enable row level security;
alter table organisations force row level security;
alter table memberships enable row level security;
alter table memberships force row level security;
alter table invitations enable row level security;
alter table invitations force row level security;

create policy organisations_owner on organisations to mattstock_owner using (true) with check (true);
create policy memberships_owner on memberships to mattstock_owner using (true) with check (true);
create policy invitations_owner on invitations to mattstock_owner using (true) with check (true);
-- For the functions that take away what somebody can sign in with.
create policy identities_owner on identities to mattstock_owner using (true) with check (true);
create policy authenticators_owner on authenticators to mattstock_owner using (true) with check (true);
create policy recovery_codes_owner on recovery_codes to mattstock_owner using (true) with check (true);
create policy passkeys_owner on passkeys to mattstock_owner using (true) with check (true);
create policy challenges_owner on challenges to mattstock_owner using (true) with check (true);

-- Names of organisations are public: the catalogue has them.
create policy organisations_public on organisations for select
  to mattstock_app, mattstock_identity, mattstock_member, mattstock_advisor, mattstock_worker using (true);
create policy organisations_administrator on organisations to mattstock_coordination
  using ((select is_administrator()));
create policy organisations_wall on organisations as restrictive to mattstock_coordination
  using ((select is_administrator()) or organisation_id = any ((select my_organisation_ids('manager'))::uuid[]))
  with check ((select is_administrator()));
create policy organisations_manager on organisations for select to mattstock_coordination
  using (organisation_id = any ((select my_organisation_ids('manager'))::uuid[]));

-- One's own roles, without a second factor too: to be told that one is asked for.
create policy memberships_identity on memberships for select to mattstock_identity
  using (person_id = (select current_person_id()));
create policy invitations_identity on invitations to mattstock_identity
  using (email = (select p.email from people p where p.person_id = (select current_person_id())));

create policy memberships_member on memberships to mattstock_member
  using (firm_id = any ((select my_firm_ids())::uuid[]))
  with check (firm_id = any ((select my_owned_firm_ids())::uuid[]));
create policy memberships_member_wall on memberships as restrictive to mattstock_member
  using (firm_id = any ((select my_firm_ids())::uuid[]))
  with check (firm_id = any ((select my_owned_firm_ids())::uuid[]));
create policy invitations_member on invitations to mattstock_member
  using (firm_id = any ((select my_owned_firm_ids())::uuid[]));
create policy invitations_member_wall on invitations as restrictive to mattstock_member
  using (firm_id = any ((select my_owned_firm_ids())::uuid[]));
create policy people_colleagues on people for select to mattstock_member
  using (person_id = any ((select my_colleague_ids())::uuid[]));

-- An administrator manages everybody but the people of firms; a manager those of the own organisation.
create policy memberships_coordination on memberships to mattstock_coordination
  using (organisation_id is not null and ((select is_administrator())
    or organisation_id = any ((select my_organisation_ids('manager'))::uuid[])));
create policy memberships_coordination_wall on memberships as restrictive to mattstock_coordination
  using (organisation_id is not null and ((select is_administrator())
    or organisation_id = any ((select my_organisation_ids('manager'))::uuid[])));
create policy invitations_coordination on invitations to mattstock_coordination
  using (organisation_id is not null and ((select is_administrator())
    or organisation_id = any ((select my_organisation_ids('manager'))::uuid[])));
create policy invitations_coordination_wall on invitations as restrictive to mattstock_coordination
  using (organisation_id is not null and ((select is_administrator())
    or organisation_id = any ((select my_organisation_ids('manager'))::uuid[])));
create policy people_coordination on people for select to mattstock_coordination
  using (person_id = any ((select my_managed_person_ids())::uuid[]));
create policy people_administrator on people for update to mattstock_coordination
  using ((select is_administrator()));
create policy people_coordination_wall on people as restrictive to mattstock_coordination
  using (person_id = any ((select my_managed_person_ids())::uuid[]));

-- Takes an invitation up for the person whose address it names; null when it cannot be (any longer).
create function accept_invitation(accepted_invitation_id uuid, new_membership_id uuid, accepted_now timestamptz)
returns uuid
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
declare
  taken invitations;
  existing uuid;
begin
  update invitations i set accepted_at = accepted_now, accepted_by = current_person_id()
  where i.invitation_id = accepted_invitation_id
    and i.email = (select p.email from people p where p.person_id = current_person_id())
    and i.accepted_at is null and i.declined_at is null and i.revoked_at is null and i.expires_at > accepted_now
    and not exists (
      select 1 from organisations o where o.organisation_id = i.organisation_id and o.closed_at is not null
    )
  returning i.* into taken;
  if taken.invitation_id is null then
    return null;
  end if;
  select m.membership_id into existing from memberships m
  where m.person_id = current_person_id() and m.ended_at is null
    and ((m.firm_id = taken.firm_id) or (m.organisation_id = taken.organisation_id and m.role = taken.role));
  if existing is not null then
    return existing;
  end if;
  insert into memberships (membership_id, person_id, role, firm_id, organisation_id, organisation_kind, created_at,
    created_by)
  values (new_membership_id, current_person_id(), taken.role, taken.firm_id, taken.organisation_id,
    taken.organisation_kind, accepted_now, taken.invited_by);
  return new_membership_id;
end
$$;

-- Ends every session of somebody whose role has changed: what was open was opened with other rights. One's own, too,
-- when the right to end anybody else's has just been given up.
create function end_sessions_of(ended_person_id uuid) returns void
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  if ended_person_id = current_person_id()
    or is_administrator()
    or exists (
      select 1 from memberships m where m.person_id = ended_person_id
        and (m.firm_id = any (my_owned_firm_ids()) or m.organisation_id = any (my_organisation_ids('manager')))
    ) then
    update sessions set revoked_at = now() where person_id = ended_person_id and revoked_at is null;
  end if;
end
$$;

-- Takes away all that somebody can show besides the mailbox, for whom it is lost: an administrator's to do, and never
-- for oneself. What was begun for a new one goes too. The sessions end last, so that one which was just being opened by
-- what is taken away ends with the rest.
create function reset_factors_of(reset_person_id uuid) returns boolean
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  if (is_administrator() and reset_person_id <> current_person_id()
    and reset_person_id = any (my_managed_person_ids())) is not true then
    return false;
  end if;
  perform 1 from people where person_id = reset_person_id for update;
  delete from challenges where person_id = reset_person_id;
  delete from authenticators where person_id = reset_person_id;
  delete from recovery_codes where person_id = reset_person_id;
  delete from passkeys where person_id = reset_person_id;
  delete from identities where person_id = reset_person_id;
  perform end_sessions_of(reset_person_id);
  return true;
end
$$;

revoke all on function my_firm_ids(), my_owned_firm_ids(), my_organisation_ids(text[]), is_administrator(),
  my_colleague_ids(), my_managed_person_ids(), accept_invitation(uuid, uuid, timestamptz), end_sessions_of(uuid),
  reset_factors_of(uuid) from public;
grant execute on function my_firm_ids(), my_owned_firm_ids(), my_organisation_ids(text[]), is_administrator(),
  my_colleague_ids() to mattstock_app, mattstock_identity, mattstock_member, mattstock_advisor, mattstock_coordination;
grant execute on function my_managed_person_ids() to mattstock_coordination;
grant execute on function accept_invitation(uuid, uuid, timestamptz) to mattstock_identity;
grant execute on function end_sessions_of(uuid) to mattstock_member, mattstock_coordination;
grant execute on function reset_factors_of(uuid) to mattstock_coordination;

grant select on organisations to mattstock_app, mattstock_identity, mattstock_member, mattstock_advisor,
  mattstock_worker;
grant select, insert, update (name, closed_at) on organisations to mattstock_coordination;
grant select on memberships to mattstock_identity;
grant select, update (declined_at) on invitations to mattstock_identity;
grant select, update (ended_at, ended_by) on memberships to mattstock_member;
grant select, insert, update (revoked_at) on invitations to mattstock_member;
grant select (person_id, name, email) on people to mattstock_member;
grant select, update (ended_at, ended_by) on memberships to mattstock_coordination;
grant select, insert, update (revoked_at) on invitations to mattstock_coordination;
grant select (person_id, name, email, language, created_at, disabled_at, erased_at), update (disabled_at) on people
  to mattstock_coordination;

reset search_path;
reset role;
