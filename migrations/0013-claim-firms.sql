-- A firm that started without an account comes to belong to one, and is reached by its members' sessions.
set local role mattstock_owner;
set local search_path = mattstock;

alter table responses
  -- Whose answers they are; null until the firm is claimed.
  add column person_id uuid,
  add constraint responses_person_fk foreign key (person_id) references people (person_id) on delete set null;
create index responses_person_index on responses (person_id);

-- The response named by the transaction, if the live session may open it: the person's own, or a submitted one of a
-- firm that the person owns.
create function session_response() returns responses
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
declare
  found_response responses;
  person uuid := current_person_id();
begin
  if person is not null then
    select r.* into found_response from responses r
    join memberships m on m.firm_id = r.firm_id and m.person_id = person and m.ended_at is null
    where r.response_id = nullif(current_setting('mattstock.response_id', true), '')::uuid
      and (r.person_id = person or (m.role = 'owner' and r.status = 'submitted'));
  end if;
  return found_response;
end
$$;

create or replace function current_firm_id() returns uuid
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
declare
  by_key uuid;
begin
  select firm_id into by_key from access_keys
  where key_sha256 = presented_key_sha256()
    and purpose = 'browser' and revoked_at is null and expires_at > now();
  return coalesce(by_key, (session_response()).firm_id);
end
$$;

create or replace function current_response_id() returns uuid
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
declare
  by_key uuid;
begin
  select response_id into by_key from access_keys
  where key_sha256 = presented_key_sha256()
    and purpose = 'browser' and revoked_at is null and expires_at > now();
  return coalesce(by_key, (session_response()).response_id);
end
$$;

-- Makes the signed-in person the owner of the firm that the presented key opens, and ends every key there is: from
-- then on the way in is the account. Null when the key opens nothing, or nobody is signed in.
create function claim_firm(new_membership_id uuid, claimed_at timestamptz) returns uuid
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
declare
  person uuid := current_person_id();
  claimed uuid;
begin
  if person is null then
    return null;
  end if;
  select firm_id into claimed from access_keys
  where key_sha256 = presented_key_sha256()
    and purpose = 'browser' and revoked_at is null and expires_at > now();
  if claimed is null then
    return null;
  end if;
  -- Two browsers with a key each may claim at once; the second finds its key ended.
  perform 1 from firms where firm_id = claimed for update;
  if exists (select 1 from memberships where firm_id = claimed) then
    return null;
  end if;
  insert into memberships (membership_id, person_id, role, firm_id, created_at)
  values (new_membership_id, person, 'owner', claimed, claimed_at);
  update responses set person_id = person where firm_id = claimed and person_id is null;
  update access_keys set revoked_at = claimed_at where firm_id = claimed and revoked_at is null;
  return claimed;
end
$$;

-- A claimed firm gets no keys. The lock waits for a claim under way, which cannot see a key that is not there yet.
create function refuse_key_of_claimed_firm() returns trigger
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  perform 1 from firms where firm_id = new.firm_id for key share;
  if exists (select 1 from memberships where firm_id = new.firm_id) then
    return null;
  end if;
  return new;
end
$$;
create trigger access_keys_unclaimed
  before insert on access_keys for each row execute function refuse_key_of_claimed_firm();

-- As before, and now also for a response that is opened by a session, which needs no key of its own.
create or replace function open_continued_response(
  new_response_id uuid, new_assessment_id uuid, new_version_id uuid, new_form_code text, new_language text,
  new_started_at timestamptz, new_access_key_id uuid, new_key_sha256 bytea, new_expires_at timestamptz,
  carried_items text[]
) returns uuid
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
declare
  earlier responses;
  existing uuid;
begin
  select r.* into earlier from responses r
  where r.response_id = current_response_id() and r.status = 'submitted' for update;
  if earlier is null then
    return null;
  end if;
  select r.response_id into existing from responses r
  join assessments a on a.firm_id = r.firm_id and a.assessment_id = r.assessment_id
  where r.firm_id = earlier.firm_id and r.continues_response_id = earlier.response_id
    and a.form_code = new_form_code;
  if existing is null then
    insert into assessments (assessment_id, firm_id, instrument_version_id, form_code, round, profile, created_at)
    select new_assessment_id, a.firm_id, new_version_id, new_form_code, a.round, a.profile, new_started_at
    from assessments a where a.firm_id = earlier.firm_id and a.assessment_id = earlier.assessment_id;
    insert into responses (response_id, firm_id, assessment_id, instrument_version_id, language, started_at,
      continues_response_id, continues_form_code, person_id)
    select new_response_id, earlier.firm_id, new_assessment_id, new_version_id, new_language, new_started_at,
      earlier.response_id, a.form_code, current_person_id()
    from assessments a where a.firm_id = earlier.firm_id and a.assessment_id = earlier.assessment_id;
    insert into answers (firm_id, response_id, instrument_version_id, item_code, state, level, choice, choices,
      number, is_yes, text, comment, revision, answered_at, is_carried)
    select firm_id, new_response_id, new_version_id, item_code, state, level, choice, choices,
      number, is_yes, text, comment, 1, answered_at, true
    from answers where response_id = earlier.response_id and item_code = any (carried_items);
  end if;
  if not is_firm_claimed() then
    insert into access_keys (access_key_id, firm_id, response_id, purpose, key_sha256, expires_at)
    values (new_access_key_id, earlier.firm_id, coalesce(existing, new_response_id), 'browser', new_key_sha256,
      new_expires_at);
  end if;
  return coalesce(existing, new_response_id);
end
$$;

-- A further response of a firm that the session belongs to.
create function open_member_response(
  of_firm_id uuid, new_response_id uuid, new_assessment_id uuid, new_version_id uuid, new_form_code text,
  new_language text, new_profile jsonb, new_started_at timestamptz
) returns boolean
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  if not (of_firm_id = any (my_firm_ids())) then
    return false;
  end if;
  insert into assessments (assessment_id, firm_id, instrument_version_id, form_code, profile, created_at)
  values (new_assessment_id, of_firm_id, new_version_id, new_form_code, new_profile, new_started_at);
  insert into responses (response_id, firm_id, assessment_id, instrument_version_id, language, started_at, person_id)
  values (new_response_id, of_firm_id, new_assessment_id, new_version_id, new_language, new_started_at,
    current_person_id());
  return true;
end
$$;

-- Whether the firm that the transaction reaches belongs to an account: it has had members, who may be gone.
create function is_firm_claimed() returns boolean
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  return exists (select 1 from memberships where firm_id = current_firm_id());
end
$$;

-- What a firm is called, for whoever belongs to it or is invited into it.
create function named_firm_ids() returns uuid[]
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  return my_firm_ids() || (
    select coalesce(array_agg(i.firm_id), '{}') from invitations i
    join people p on p.email = i.email
    where p.person_id = current_person_id() and i.firm_id is not null
      and i.accepted_at is null and i.declined_at is null and i.revoked_at is null and i.expires_at > now()
  );
end
$$;

create policy firms_identity on firms for select to mattstock_identity
  using (firm_id = any ((select named_firm_ids())::uuid[]));
create policy firms_member on firms to mattstock_member
  using (firm_id = any ((select my_firm_ids())::uuid[]))
  with check (firm_id = any ((select my_owned_firm_ids())::uuid[]));
create policy firms_member_wall on firms as restrictive to mattstock_member
  using (firm_id = any ((select my_firm_ids())::uuid[]))
  with check (firm_id = any ((select my_owned_firm_ids())::uuid[]));
create policy assessments_member on assessments for select to mattstock_member
  using (firm_id = any ((select my_firm_ids())::uuid[]));
create policy assessments_member_wall on assessments as restrictive to mattstock_member
  using (firm_id = any ((select my_firm_ids())::uuid[]));
create policy responses_member on responses for select to mattstock_member
  using (person_id = (select current_person_id())
    or (status = 'submitted' and firm_id = any ((select my_owned_firm_ids())::uuid[])));
create policy responses_member_wall on responses as restrictive to mattstock_member
  using (firm_id = any ((select my_firm_ids())::uuid[]));
create policy answers_member on answers for select to mattstock_member
  using (response_id in (select r.response_id from responses r where r.person_id = (select current_person_id())));
create policy answers_member_wall on answers as restrictive to mattstock_member
  using (firm_id = any ((select my_firm_ids())::uuid[]));
create policy referrals_member on referrals for select to mattstock_member
  using (firm_id = any ((select my_owned_firm_ids())::uuid[]));
create policy referrals_member_wall on referrals as restrictive to mattstock_member
  using (firm_id = any ((select my_owned_firm_ids())::uuid[]));

revoke all on function is_firm_claimed(), named_firm_ids(), session_response(), claim_firm(uuid, timestamptz),
  refuse_key_of_claimed_firm(),
  open_member_response(uuid, uuid, uuid, uuid, text, text, jsonb, timestamptz) from public;
grant execute on function named_firm_ids() to mattstock_identity;
grant select (firm_id, name) on firms to mattstock_identity;
grant execute on function is_firm_claimed(), session_response(), claim_firm(uuid, timestamptz) to mattstock_app;
grant execute on function open_member_response(uuid, uuid, uuid, uuid, text, text, jsonb, timestamptz)
  to mattstock_member;
grant select, update (name, organisation_number) on firms to mattstock_member;
grant select on assessments, responses, answers, referrals to mattstock_member;

-- Editors sign in as everybody else who works here does; the links for editors are no more.
drop function redeem_editor_link(bytea, uuid, bytea, text, timestamptz);
drop function add_editor_link(uuid, bytea, timestamptz);
drop function end_editor_session();
drop table editor_keys;

create or replace function current_editor_name() returns text
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  if cardinality(my_organisation_ids('editor')) = 0 then
    return null;
  end if;
  return (select coalesce(name, split_part(email, '@', 1)) from people where person_id = current_person_id());
end
$$;

reset search_path;
reset role;
