-- Erasure on request: who asked, what was decided and why, and what carrying it out takes away and leaves.
set local role mattstock_owner;
set local search_path = mattstock;

create table erasure_requests (
  erasure_request_id uuid not null,
  scope text not null,
  -- Who asks. Nameless once it has been carried out.
  person_id uuid not null,
  -- As long as there is such a firm.
  firm_id uuid,
  status text not null default 'received',
  received_at timestamptz not null default now(),
  due_at timestamptz not null,
  withdrawn_at timestamptz,
  decision text,
  basis text,
  decision_text text,
  decided_by uuid,
  decided_at timestamptz,
  carried_out_by uuid,
  carried_out_at timestamptz,
  constraint erasure_requests_pk primary key (erasure_request_id),
  constraint erasure_requests_person_fk foreign key (person_id) references people (person_id) on delete cascade,
  constraint erasure_requests_firm_fk foreign key (firm_id) references firms (firm_id) on delete set null,
  constraint erasure_requests_decider_fk foreign key (decided_by) references people (person_id) on delete set null,
  constraint erasure_requests_carrier_fk foreign key (carried_out_by) references people (person_id)
    on delete set null,
  constraint erasure_requests_scope_known check (scope in ('person', 'firm')),
  constraint erasure_requests_scope_fits check (scope = 'firm' or firm_id is null),
  constraint erasure_requests_status_known check (status in ('received', 'withdrawn', 'decided', 'carried-out')),
  constraint erasure_requests_withdrawn_dated check ((status = 'withdrawn') = (withdrawn_at is not null)),
  constraint erasure_requests_decided_whole check (
    (status in ('decided', 'carried-out'))
      = (decision is not null and basis is not null and decision_text is not null and decided_at is not null)
    and (decision is null) = (decided_at is null)
  ),
  constraint erasure_requests_carried_out_dated check ((status = 'carried-out') = (carried_out_at is not null)),
  constraint erasure_requests_refused_kept check (decision <> 'refused' or status <> 'carried-out'),
  -- A decision that keeps something names what it is kept for.
  constraint erasure_requests_basis_fits check (
    case decision
      when 'granted' then basis in ('consent-withdrawn', 'no-longer-needed', 'objection', 'unlawful-processing',
        'disposal-decision')
      when 'partly-granted' then basis in ('archive-law', 'legal-obligation', 'legal-claim', 'public-task')
      when 'refused' then basis in ('archive-law', 'legal-obligation', 'legal-claim', 'public-task',
        'request-unfounded')
      else decision is null and basis is null
    end
  ),
  constraint erasure_requests_text_length check (char_length(decision_text) between 1 and 4000)
);
create index erasure_requests_person_index on erasure_requests (person_id);
create index erasure_requests_firm_index on erasure_requests (firm_id);
create index erasure_requests_decider_index on erasure_requests (decided_by);
create index erasure_requests_carrier_index on erasure_requests (carried_out_by);
-- One at a time of each: asked for twice it is one request.
create unique index erasure_requests_live_person_unique on erasure_requests (person_id)
  where scope = 'person' and (status = 'received' or (status = 'decided' and decision <> 'refused'));
create unique index erasure_requests_live_firm_unique on erasure_requests (firm_id)
  where scope = 'firm' and (status = 'received' or (status = 'decided' and decision <> 'refused'));

-- Answers without what was written in them in the own words.
create function without_free_text(given jsonb) returns jsonb
language sql immutable
set search_path = mattstock, pg_temp
as $$
  select coalesce(jsonb_object_agg(a.key, jsonb_build_object(
    'value', case when a.value -> 'value' ->> 'state' = 'text' then null else a.value -> 'value' end,
    'comment', ''
  )), '{}')
  from jsonb_each(given) a
$$;

-- What was submitted never changes, but for what the firm had written in its own words, once all is taken away of the
-- firm that need not be kept.
create function refuse_change_of_submission() returns trigger
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  if (select reduced_at from firms where firm_id = old.firm_id) is null
    or to_jsonb(new) - 'answers' - 'profile' is distinct from to_jsonb(old) - 'answers' - 'profile'
    or new.answers is distinct from without_free_text(old.answers)
    or new.profile is distinct from old.profile - 'branchDetail'
  then
    raise exception 'rows of submissions never change'
      using errcode = 'restrict_violation', constraint = 'submissions_immutable';
  end if;
  return new;
end
$$;
drop trigger submissions_immutable on submissions;
create trigger submissions_immutable
  before update on submissions for each row execute function refuse_change_of_submission();

-- As in 0005, with the same exception.
create or replace function refuse_answer_after_submission() returns trigger
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
declare
  response_status text;
begin
  -- The lock waits for a submission under way, which holds the row for update, and then sees its outcome.
  select status into response_status from responses where response_id = new.response_id for key share;
  if response_status = 'submitted' then
    if tg_op = 'UPDATE' and new.comment = '' and to_jsonb(new) - 'comment' = to_jsonb(old) - 'comment'
      and (select reduced_at from firms where firm_id = new.firm_id) is not null
    then
      return new;
    end if;
    raise exception 'the response is submitted'
      using errcode = 'restrict_violation', constraint = 'answers_response_open';
  end if;
  return new;
end
$$;

-- As in 0007, but that the name of who published may go.
create or replace function refuse_change_of_published_version() returns trigger
language plpgsql
set search_path = mattstock, pg_temp
as $$
begin
  if old.status <> 'draft' and (
    tg_op = 'DELETE'
    or row(new.instrument_version_id, new.instrument_code, new.version_number, new.definition,
           new.definition_sha256, new.published_at, new.follows_version_id)
       is distinct from
       row(old.instrument_version_id, old.instrument_code, old.version_number, old.definition,
           old.definition_sha256, old.published_at, old.follows_version_id)
    or (new.published_by is not null and new.published_by is distinct from old.published_by)
    or new.status = 'draft'
  ) then
    raise exception 'a published instrument version never changes'
      using errcode = 'restrict_violation', constraint = 'instrument_versions_immutable';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end
$$;

-- What keeps the person from being erased: firms in which others would be left without an owner, and the site, if
-- nobody else could look after it.
create function erasure_obstacles_of(of_person_id uuid) returns table (obstacle text, firm_id uuid)
language plpgsql stable
set search_path = mattstock, pg_temp
as $$
begin
  return query
    select 'last-owner', m.firm_id from memberships m
    where m.person_id = of_person_id and m.role = 'owner' and m.ended_at is null
      and exists (
        select 1 from memberships o
        where o.firm_id = m.firm_id and o.person_id <> of_person_id and o.ended_at is null
      )
      and not exists (
        select 1 from memberships o
        where o.firm_id = m.firm_id and o.person_id <> of_person_id and o.ended_at is null and o.role = 'owner'
      )
    union all
    select 'last-administrator', null::uuid
    where exists (
        select 1 from memberships m
        where m.person_id = of_person_id and m.role = 'administrator' and m.ended_at is null
      )
      and not exists (
        select 1 from memberships m
        join people p on p.person_id = m.person_id
        where m.person_id <> of_person_id and m.role = 'administrator' and m.ended_at is null
          and p.disabled_at is null and p.erased_at is null
      );
end
$$;

-- Of two who are each other's last but one, the second finds out: whoever is about to leave a place holds it.
create function lock_places_of(of_person_id uuid) returns void
language plpgsql
set search_path = mattstock, pg_temp
as $$
begin
  perform 1 from organisations o where o.kind = 'coordination' and o.organisation_id in (
    select m.organisation_id from memberships m where m.person_id = of_person_id and m.ended_at is null
  ) order by o.organisation_id for no key update;
  perform 1 from firms f where f.firm_id in (
    select m.firm_id from memberships m where m.person_id = of_person_id and m.ended_at is null
  ) order by f.firm_id for update;
end
$$;

-- The signatures of an editor, which are names and not persons.
create function erase_signatures(erased people) returns void
language plpgsql
set search_path = mattstock, pg_temp
as $$
declare
  signatures text[] := array[erased.name, split_part(erased.email, '@', 1)];
begin
  if not exists (select 1 from memberships where person_id = erased.person_id and role = 'editor') then
    return;
  end if;
  update instrument_versions set published_by = null where published_by = any (signatures);
  update instrument_drafts set
    created_by = case when created_by = any (signatures) then '–' else created_by end,
    changed_by = case when changed_by = any (signatures) then '–' else changed_by end,
    place_editors = coalesce((
      select jsonb_object_agg(e.key, case when e.value = any (signatures) then '–' else e.value end)
      from jsonb_each_text(place_editors) e
    ), '{}')
  where created_by = any (signatures) or changed_by = any (signatures)
    or exists (select 1 from jsonb_each_text(place_editors) e where e.value = any (signatures));
end
$$;

-- Requests in which the person is whom to ask for. Nobody could be asked, so that they are taken back.
create function erase_contact(erased people, erased_now timestamptz) returns void
language plpgsql
set search_path = mattstock, pg_temp
as $$
declare
  asked uuid[];
begin
  select array_agg(r.referral_id) into asked from referrals r
  join consents c on c.firm_id = r.firm_id and c.consent_id = r.consent_id
  where lower(r.email) = erased.email
    or (c.person_id = erased.person_id and lower(r.contact_name) = lower(erased.name));
  update consents set withdrawn_at = erased_now
  where withdrawn_at is null and consent_id in (select consent_id from referrals where referral_id = any (asked));
  update referrals set contact_name = '', email = '', telephone = null, message = null
  where referral_id = any (asked);
end
$$;

-- Everything that says who the person is. The row stays, empty, so that what was done stays one nameless person's.
-- `keeps_links`: so do the links from answers and consents, where the law makes somebody keep them.
create function erase_person(erased_person_id uuid, erased_now timestamptz, keeps_links boolean) returns boolean
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
  delete from outbox_mails where recipient = erased.email and settled_at is null;
  update outbox_mails set recipient = null, facts = '{}' where recipient = erased.email;
  update people set email = null, name = null, expiry_told_at = null, erased_at = erased_now
  where person_id = erased_person_id;
  return true;
end
$$;

-- All of a firm but its levels and scores, without anything that says which firm it was. Nobody opens it any more.
create function reduce_firm(reduced_firm_id uuid, reduced_now timestamptz) returns boolean
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
  delete from memberships where firm_id = reduced_firm_id;
  delete from invitations where firm_id = reduced_firm_id;
  delete from access_keys where firm_id = reduced_firm_id;
  delete from responses where firm_id = reduced_firm_id and status = 'open';
  delete from answer_events where firm_id = reduced_firm_id;
  delete from answers where firm_id = reduced_firm_id and state = 'text';
  update answers set comment = '' where firm_id = reduced_firm_id and comment <> '';
  update responses set person_id = null where firm_id = reduced_firm_id;
  update submissions set answers = without_free_text(answers), profile = profile - 'branchDetail'
  where firm_id = reduced_firm_id;
  delete from assessments a where a.firm_id = reduced_firm_id
    and not exists (select 1 from responses r where r.assessment_id = a.assessment_id);
  update assessments set profile = profile - 'branchDetail' where firm_id = reduced_firm_id;
  return true;
end
$$;

-- Carries out what was decided, for an administrator whom it does not concern. In words what came of it: not-found,
-- own-request, last-of-its-kind, decision-on-its-way, carried-out, or carried-out-before.
create function carry_out_erasure(carried_out_request_id uuid, carried_out_now timestamptz) returns text
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
declare
  asked erasure_requests;
begin
  if not is_administrator() then
    return 'not-found';
  end if;
  select * into asked from erasure_requests where erasure_request_id = carried_out_request_id for update;
  if asked.status = 'carried-out' then
    return 'carried-out-before';
  end if;
  if asked.status is distinct from 'decided' or asked.decision = 'refused' then
    return 'not-found';
  end if;
  if asked.person_id = current_person_id() or asked.firm_id = any (my_firm_ids()) then
    return 'own-request';
  end if;
  -- Whoever asked is told before the address goes, and before the answers do.
  if exists (
    select 1 from outbox_mails
    where dedupe_key like 'erasure-decided:' || carried_out_request_id || ':%' and settled_at is null
  ) then
    return 'decision-on-its-way';
  end if;
  if asked.scope = 'firm' then
    if asked.decision = 'granted' then
      perform erase_firm(asked.firm_id);
    else
      perform reduce_firm(asked.firm_id, carried_out_now);
    end if;
  else
    perform lock_places_of(asked.person_id);
    if exists (select 1 from erasure_obstacles_of(asked.person_id)) then
      return 'last-of-its-kind';
    end if;
    perform erase_person(asked.person_id, carried_out_now, asked.decision = 'partly-granted');
  end if;
  update erasure_requests set status = 'carried-out', carried_out_at = carried_out_now,
    carried_out_by = current_person_id()
  where erasure_request_id = carried_out_request_id;
  return 'carried-out';
end
$$;

-- What keeps oneself from being erased, in words one knows.
create function my_erasure_obstacles() returns table (obstacle text, firm_id uuid, firm_name text)
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  return query
    select o.obstacle, o.firm_id, f.name from erasure_obstacles_of(current_person_id()) o
    left join firms f on f.firm_id = o.firm_id;
end
$$;

-- Whom and what the requests are about that wait for an administrator: enough to know it by and to weigh it, and
-- nothing that a firm has answered.
create function erasure_subjects() returns table (
  erasure_request_id uuid, person_name text, person_email text, firm_name text, organisation_number text,
  submitted_count integer, open_count integer, member_count integer, consent_count integer, contact_count integer
)
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  if not is_administrator() then
    return;
  end if;
  return query
    select e.erasure_request_id, p.name, p.email, f.name, f.organisation_number,
      (select count(*)::integer from responses r where r.status = 'submitted'
        and (r.firm_id = e.firm_id or (e.scope = 'person' and r.person_id = e.person_id))),
      (select count(*)::integer from responses r where r.status = 'open'
        and (r.firm_id = e.firm_id or (e.scope = 'person' and r.person_id = e.person_id))),
      (select count(*)::integer from memberships m where m.ended_at is null
        and (m.firm_id = e.firm_id or (e.scope = 'person' and m.person_id = e.person_id))),
      (select count(*)::integer from consents c where c.withdrawn_at is null and c.purpose <> 'contact'
        and (c.firm_id = e.firm_id or (e.scope = 'person' and c.person_id = e.person_id))),
      (select count(*)::integer from consents c where c.withdrawn_at is null and c.purpose = 'contact'
        and (c.firm_id = e.firm_id or (e.scope = 'person' and c.person_id = e.person_id)))
    from erasure_requests e
    join people p on p.person_id = e.person_id
    left join firms f on f.firm_id = e.firm_id
    where e.status in ('received', 'decided') and e.decision is distinct from 'refused';
end
$$;

-- Who is told of a decision: who asked, and all owners of the firm.
create function erasure_recipients(told_request_id uuid) returns table (person_id uuid, email text, language text)
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
      where m.firm_id = e.firm_id and m.role = 'owner' and m.ended_at is null
    ));
end
$$;

-- Whether the mails about a decision have gone, as the worst of them stands.
create function erasure_mail_status() returns table (erasure_request_id uuid, mail_status text)
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  if not is_administrator() then
    return;
  end if;
  return query
    select e.erasure_request_id, (
      select case when o.status in ('claimed', 'handing-over') then 'waiting' else o.status end from outbox_mails o
      where o.dedupe_key like 'erasure-decided:' || e.erasure_request_id || ':%'
      order by o.settled_at is null desc, o.status = 'sent' limit 1
    )
    from erasure_requests e where e.status = 'decided';
end
$$;

-- Accounts that are about to go for want of use and have not been told since they were used; they are told now.
create function tell_unused_accounts(cutoff timestamptz, told_now timestamptz, most integer)
returns table (person_id uuid, email text, language text, used_at timestamptz)
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  return query
    with unused as (
      select p.person_id, u.used_at from people p
      cross join lateral (
        select greatest(p.last_used_at, (select max(s.last_seen_at) from sessions s where s.person_id = p.person_id))
          as used_at
      ) u
      where p.erased_at is null and p.email is not null and u.used_at <= cutoff
        and (p.expiry_told_at is null or p.expiry_told_at < u.used_at)
        and not exists (select 1 from erasure_obstacles_of(p.person_id))
      order by p.last_used_at limit most for update of p skip locked
    )
    update people p set expiry_told_at = told_now from unused where p.person_id = unused.person_id
    returning p.person_id, p.email, p.language, unused.used_at;
end
$$;

-- Accounts that were told long enough ago and have not been used. Whoever others depend on is left.
create function retire_unused_accounts(
  cutoff timestamptz, told_cutoff timestamptz, retired_now timestamptz, most integer
) returns integer
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
declare
  unused uuid;
  taken integer := 0;
begin
  for unused in
    select p.person_id from people p
    where p.erased_at is null and p.last_used_at <= cutoff
      and p.expiry_told_at <= told_cutoff and p.expiry_told_at >= p.last_used_at
      and not exists (
        select 1 from sessions s
        where s.person_id = p.person_id and (s.last_seen_at > cutoff or s.last_seen_at > p.expiry_told_at)
      )
      and not exists (select 1 from erasure_obstacles_of(p.person_id))
    order by p.last_used_at limit most for update of p skip locked
  loop
    perform lock_places_of(unused);
    if not exists (select 1 from erasure_obstacles_of(unused)) then
      perform erase_person(unused, retired_now, false);
      taken := taken + 1;
    end if;
  end loop;
  return taken;
end
$$;

alter table erasure_requests enable row level security;
alter table erasure_requests force row level security;
create policy erasure_requests_owner on erasure_requests to mattstock_owner using (true) with check (true);

-- One's own, those for a firm included: who asked is told, also when the firm is gone.
create policy erasure_requests_identity on erasure_requests for select to mattstock_identity
  using (person_id = (select current_person_id()));
create policy erasure_requests_identity_ask on erasure_requests for insert to mattstock_identity
  with check (person_id = (select current_person_id()) and scope = 'person' and status = 'received');
create policy erasure_requests_identity_withdraw on erasure_requests for update to mattstock_identity
  using (person_id = (select current_person_id()) and scope = 'person' and status = 'received')
  with check (status = 'withdrawn');
create policy erasure_requests_identity_wall on erasure_requests as restrictive to mattstock_identity
  using (person_id = (select current_person_id()));

create policy erasure_requests_member on erasure_requests for select to mattstock_member
  using (firm_id = any ((select my_owned_firm_ids())::uuid[]));
create policy erasure_requests_member_ask on erasure_requests for insert to mattstock_member
  with check (person_id = (select current_person_id()) and scope = 'firm' and status = 'received'
    and firm_id = any ((select my_owned_firm_ids())::uuid[]));
create policy erasure_requests_member_withdraw on erasure_requests for update to mattstock_member
  using (firm_id = any ((select my_owned_firm_ids())::uuid[]) and status = 'received')
  with check (status = 'withdrawn');
create policy erasure_requests_member_wall on erasure_requests as restrictive to mattstock_member
  using (firm_id = any ((select my_owned_firm_ids())::uuid[]));

-- Nobody decides on what is their own.
create policy erasure_requests_coordination on erasure_requests for select to mattstock_coordination
  using ((select is_administrator()));
create policy erasure_requests_coordination_decide on erasure_requests for update to mattstock_coordination
  using ((select is_administrator()) and status = 'received' and person_id <> (select current_person_id())
    and (firm_id is null or not firm_id = any ((select my_firm_ids())::uuid[])))
  with check (status = 'decided' and decided_by = (select current_person_id()));
create policy erasure_requests_coordination_wall on erasure_requests as restrictive to mattstock_coordination
  using ((select is_administrator()));

grant select, insert, update (status, withdrawn_at) on erasure_requests to mattstock_identity, mattstock_member;
grant select, update (status, decision, basis, decision_text, decided_by, decided_at) on erasure_requests
  to mattstock_coordination;
grant insert on outbox_mails to mattstock_worker;

revoke all on function without_free_text(jsonb), refuse_change_of_submission(), erasure_obstacles_of(uuid),
  lock_places_of(uuid), erase_signatures(people), erase_contact(people, timestamptz),
  erase_person(uuid, timestamptz, boolean), reduce_firm(uuid, timestamptz), carry_out_erasure(uuid, timestamptz),
  my_erasure_obstacles(), erasure_subjects(), erasure_recipients(uuid), erasure_mail_status(),
  tell_unused_accounts(timestamptz, timestamptz, integer),
  retire_unused_accounts(timestamptz, timestamptz, timestamptz, integer) from public;
grant execute on function carry_out_erasure(uuid, timestamptz), erasure_subjects(), erasure_recipients(uuid),
  erasure_mail_status() to mattstock_coordination;
grant execute on function my_erasure_obstacles() to mattstock_identity;
grant execute on function tell_unused_accounts(timestamptz, timestamptz, integer),
  retire_unused_accounts(timestamptz, timestamptz, timestamptz, integer) to mattstock_worker;

reset search_path;
reset role;
