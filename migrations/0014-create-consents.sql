-- What a firm lets others see, who has looked, and reading under consent: in the policy, at that moment.
set local role mattstock_owner;
set local search_path = mattstock;

alter table consents
  add column person_id uuid,
  add column withdrawn_by uuid,
  add constraint consents_person_fk foreign key (person_id) references people (person_id) on delete set null,
  add constraint consents_withdrawer_fk foreign key (withdrawn_by) references people (person_id) on delete set null,
  drop constraint consents_purpose_known,
  -- contact: follow-up of one request. result: the firm's results to one provider. cohort: named in a group of one
  -- provider. statistics: counted in the regions' figures.
  add constraint consents_purpose_known check (purpose in ('contact', 'result', 'cohort', 'statistics')),
  add constraint consents_receiver_fits check ((purpose = 'statistics') = (provider_code = 'regions'));
create index consents_person_index on consents (person_id);
create index consents_withdrawer_index on consents (withdrawn_by);
create index consents_receiver_index on consents (provider_code, purpose) where withdrawn_at is null;
-- One at a time; what a request for contact carries is the request's own.
create unique index consents_live_unique on consents (firm_id, purpose, provider_code)
  where withdrawn_at is null and purpose <> 'contact';

-- A consent is given and may be withdrawn, once; nothing else of it changes. Only its links to people may go, when
-- they are erased.
create function refuse_change_of_consent() returns trigger
language plpgsql
set search_path = mattstock, pg_temp
as $$
begin
  if row(new.consent_id, new.firm_id, new.purpose, new.provider_code, new.wording_version, new.language, new.given_at)
    is distinct from
    row(old.consent_id, old.firm_id, old.purpose, old.provider_code, old.wording_version, old.language, old.given_at)
    or (old.withdrawn_at is not null and new.withdrawn_at is distinct from old.withdrawn_at)
    or (new.person_id is not null and new.person_id is distinct from old.person_id)
    or (new.withdrawn_by is not null and new.withdrawn_by is distinct from old.withdrawn_by
      and (old.withdrawn_at is not null or new.withdrawn_at is null))
  then
    raise exception 'a consent is only ever withdrawn'
      using errcode = 'restrict_violation', constraint = 'consents_immutable';
  end if;
  return new;
end
$$;
create trigger consents_immutable
  before update on consents for each row execute function refuse_change_of_consent();

-- A request for contact rests on its consent, and goes with it, wherever that is withdrawn.
create function withdraw_request_with_consent() returns trigger
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  with ended as (
    update referrals set status = 'withdrawn'
    where firm_id = new.firm_id and consent_id = new.consent_id and status <> 'withdrawn'
    returning firm_id, referral_id
  )
  insert into referral_events (firm_id, referral_id, status, occurred_at)
  select firm_id, referral_id, 'withdrawn', new.withdrawn_at from ended;
  return null;
end
$$;
create trigger consents_withdraw_request
  after update of withdrawn_at on consents for each row
  when (old.withdrawn_at is null and new.withdrawn_at is not null)
  execute function withdraw_request_with_consent();

create table access_events (
  access_event_id uuid not null,
  firm_id uuid not null,
  organisation_id uuid not null,
  person_id uuid,
  what text not null,
  occurred_at timestamptz not null default now(),
  -- The transaction that looked: nothing of a firm is read in one that has not written here first.
  transaction_id xid8 not null default pg_current_xact_id(),
  constraint access_events_pk primary key (access_event_id),
  constraint access_events_firm_fk foreign key (firm_id) references firms (firm_id) on delete cascade,
  constraint access_events_organisation_fk foreign key (organisation_id)
    references organisations (organisation_id) on delete restrict,
  constraint access_events_person_fk foreign key (person_id) references people (person_id) on delete set null,
  constraint access_events_what_known check (what in ('result', 'contact'))
);
create index access_events_firm_index on access_events (firm_id, occurred_at);
create index access_events_transaction_index on access_events (transaction_id);
create index access_events_organisation_index on access_events (organisation_id);
create index access_events_person_index on access_events (person_id);

create trigger access_events_append_only
  before update on access_events for each row
  when (new.person_id is not null or old.person_id is null
    or row(new.access_event_id, new.firm_id, new.organisation_id, new.what, new.occurred_at, new.transaction_id)
      is distinct from
      row(old.access_event_id, old.firm_id, old.organisation_id, old.what, old.occurred_at, old.transaction_id))
  execute function refuse_every_change();

-- The codes, as consents name them, of the providers for which the live session may look at firms.
create function my_provider_codes() returns text[]
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  return (
    select coalesce(array_agg(o.code), '{}') from organisations o
    where o.kind = 'provider' and o.organisation_id = any (my_organisation_ids('advisor', 'manager'))
  );
end
$$;

-- The firms that let one of the session's providers in for the purpose, now.
create function consenting_firm_ids(for_purpose text) returns uuid[]
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  return (
    select coalesce(array_agg(distinct c.firm_id), '{}') from consents c
    where c.purpose = for_purpose and c.withdrawn_at is null and c.provider_code = any (my_provider_codes())
  );
end
$$;

-- Writes down that somebody of the organisation looks at the firm, which is what opens it to the rest of the
-- transaction. False when the firm does not let the organisation in for that.
create function look_at_firm(looked_at uuid, for_organisation uuid, looked_for text, new_access_event_id uuid)
returns boolean
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  insert into access_events (access_event_id, firm_id, organisation_id, person_id, what)
  select new_access_event_id, c.firm_id, o.organisation_id, current_person_id(), looked_for
  from consents c
  join organisations o on o.kind = 'provider' and o.code = c.provider_code
  where c.firm_id = looked_at and c.purpose = looked_for and c.withdrawn_at is null
    and o.organisation_id = for_organisation
    and o.organisation_id = any (my_organisation_ids('advisor', 'manager'))
  limit 1;
  return found;
end
$$;

-- The firm this transaction has said that it looks at, if the consent still stands.
create function looked_at_firm_id(looked_for text) returns uuid
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  return (
    select e.firm_id from access_events e
    join organisations o on o.organisation_id = e.organisation_id
    join consents c on c.firm_id = e.firm_id and c.purpose = e.what and c.provider_code = o.code
    -- Numbers of transactions begin anew in a database that was restored from a dump; the moment tells them apart.
    where e.transaction_id = pg_current_xact_id() and e.occurred_at = now() and e.what = looked_for
      and e.person_id = current_person_id() and c.withdrawn_at is null
      and o.organisation_id = any (my_organisation_ids('advisor', 'manager'))
    limit 1
  );
end
$$;

-- Whether whoever presents the keys may speak for the firm: with a key, which only a firm without members has, or as
-- an owner of the firm.
create function may_decide_for_firm() returns boolean
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  if exists (
    select 1 from access_keys
    where key_sha256 = presented_key_sha256()
      and purpose = 'browser' and revoked_at is null and expires_at > now()
  ) then
    return true;
  end if;
  return coalesce((session_response()).firm_id = any (my_owned_firm_ids()), false);
end
$$;

create function onlooker_ids() returns uuid[]
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  return (
    select coalesce(array_agg(distinct person_id), '{}') from access_events
    where firm_id = any (my_firm_ids()) and person_id is not null
  );
end
$$;

alter table access_events enable row level security;
alter table access_events force row level security;
create policy consents_owner on consents to mattstock_owner using (true) with check (true);
create policy access_events_owner on access_events to mattstock_owner using (true) with check (true);
create policy referrals_owner on referrals to mattstock_owner using (true) with check (true);
create policy referral_events_owner on referral_events to mattstock_owner using (true) with check (true);

-- A colleague who answers sees and decides nothing of this, and a key opens the way to a request for contact only.
create policy consents_give_wall on consents as restrictive for insert to mattstock_app
  with check ((select may_decide_for_firm()) and purpose = 'contact'
    and person_id is not distinct from (select current_person_id()));
create policy consents_withdraw_wall on consents as restrictive for update to mattstock_app
  using ((select may_decide_for_firm()))
  with check (withdrawn_by is not distinct from (select current_person_id()));
create policy referrals_decider_wall on referrals as restrictive to mattstock_app
  using ((select may_decide_for_firm()));
create policy referral_events_decider_wall on referral_events as restrictive to mattstock_app
  using ((select may_decide_for_firm()));

-- The firm's own side.
create policy consents_member on consents for select to mattstock_member
  using (firm_id = any ((select my_firm_ids())::uuid[]));
create policy consents_member_give on consents for insert to mattstock_member
  with check (firm_id = any ((select my_owned_firm_ids())::uuid[]) and person_id = (select current_person_id()));
create policy consents_member_withdraw on consents for update to mattstock_member
  using (firm_id = any ((select my_owned_firm_ids())::uuid[]))
  with check (withdrawn_by = (select current_person_id()));
create policy consents_member_wall on consents as restrictive to mattstock_member
  using (firm_id = any ((select my_firm_ids())::uuid[]))
  with check (firm_id = any ((select my_owned_firm_ids())::uuid[]));
create policy access_events_member on access_events for select to mattstock_member
  using (firm_id = any ((select my_firm_ids())::uuid[]));
create policy access_events_member_wall on access_events as restrictive to mattstock_member
  using (firm_id = any ((select my_firm_ids())::uuid[]));
create policy people_onlookers on people for select to mattstock_member
  using (person_id = any ((select onlooker_ids())::uuid[]));

-- The advisor's side. That a firm lets one in, and its name, is the advisor's work list; anything more is a look.
create policy consents_advisor on consents for select to mattstock_advisor
  using (withdrawn_at is null and provider_code = any ((select my_provider_codes())::text[]));
create policy firms_advisor on firms for select to mattstock_advisor
  using (firm_id = any ((select consenting_firm_ids('result'))::uuid[])
    or firm_id = any ((select consenting_firm_ids('contact'))::uuid[])
    or firm_id = any ((select consenting_firm_ids('cohort'))::uuid[]));
create policy assessments_advisor on assessments for select to mattstock_advisor
  using (firm_id = (select looked_at_firm_id('result')));
create policy responses_advisor on responses for select to mattstock_advisor
  using (status = 'submitted' and firm_id = (select looked_at_firm_id('result')));
create policy submissions_advisor on submissions for select to mattstock_advisor
  using (firm_id = (select looked_at_firm_id('result')));
create policy scores_advisor on scores for select to mattstock_advisor
  using (firm_id = (select looked_at_firm_id('result')));
create policy suggestions_advisor on suggestions for select to mattstock_advisor
  using (firm_id = (select looked_at_firm_id('result')));
create policy need_gaps_advisor on need_gaps for select to mattstock_advisor
  using (firm_id = (select looked_at_firm_id('result')));
-- A request and who to ask for belong to the consent they came with, and to nobody else's provider.
create policy referrals_advisor on referrals for select to mattstock_advisor
  using (firm_id = (select looked_at_firm_id('contact'))
    and provider_code = any ((select my_provider_codes())::text[])
    and exists (select 1 from consents c where c.firm_id = referrals.firm_id and c.consent_id = referrals.consent_id
      and c.withdrawn_at is null));
create policy referral_events_advisor on referral_events for select to mattstock_advisor
  using (exists (select 1 from referrals r where r.firm_id = referral_events.firm_id
    and r.referral_id = referral_events.referral_id));
create policy access_events_advisor on access_events for select to mattstock_advisor
  using (person_id = (select current_person_id()));

-- Walls, so that no further policy can open to an advisor what the firm has not.
create policy consents_advisor_wall on consents as restrictive to mattstock_advisor
  using (withdrawn_at is null and provider_code = any ((select my_provider_codes())::text[]));
create policy firms_advisor_wall on firms as restrictive to mattstock_advisor
  using (firm_id = any ((select consenting_firm_ids('result'))::uuid[])
    or firm_id = any ((select consenting_firm_ids('contact'))::uuid[])
    or firm_id = any ((select consenting_firm_ids('cohort'))::uuid[]));
create policy assessments_advisor_wall on assessments as restrictive to mattstock_advisor
  using (firm_id = (select looked_at_firm_id('result')));
create policy responses_advisor_wall on responses as restrictive to mattstock_advisor
  using (firm_id = (select looked_at_firm_id('result')));
create policy submissions_advisor_wall on submissions as restrictive to mattstock_advisor
  using (firm_id = (select looked_at_firm_id('result')));
create policy scores_advisor_wall on scores as restrictive to mattstock_advisor
  using (firm_id = (select looked_at_firm_id('result')));
create policy suggestions_advisor_wall on suggestions as restrictive to mattstock_advisor
  using (firm_id = (select looked_at_firm_id('result')));
create policy need_gaps_advisor_wall on need_gaps as restrictive to mattstock_advisor
  using (firm_id = (select looked_at_firm_id('result')));
create policy referrals_advisor_wall on referrals as restrictive to mattstock_advisor
  using (firm_id = (select looked_at_firm_id('contact')));
create policy referral_events_advisor_wall on referral_events as restrictive to mattstock_advisor
  using (firm_id = (select looked_at_firm_id('contact')));
create policy access_events_advisor_wall on access_events as restrictive to mattstock_advisor
  using (person_id = (select current_person_id()));

revoke all on function my_provider_codes(), consenting_firm_ids(text), look_at_firm(uuid, uuid, text, uuid),
  looked_at_firm_id(text), onlooker_ids(), may_decide_for_firm(), withdraw_request_with_consent() from public;
grant execute on function my_provider_codes(), consenting_firm_ids(text), look_at_firm(uuid, uuid, text, uuid),
  looked_at_firm_id(text) to mattstock_advisor;
grant execute on function onlooker_ids() to mattstock_member;
grant execute on function may_decide_for_firm() to mattstock_app;

grant select, insert, update (withdrawn_at, withdrawn_by) on consents to mattstock_member;
-- What concerns all owners is told to each in the own language.
grant select (language) on people to mattstock_member;
grant update (withdrawn_by) on consents to mattstock_app;
grant select on access_events to mattstock_member, mattstock_advisor;
grant select (firm_id, name, organisation_number, is_simulated) on firms to mattstock_advisor;
grant select (consent_id, firm_id, purpose, provider_code, given_at, withdrawn_at) on consents to mattstock_advisor;
grant select on assessments, submissions, scores, suggestions, need_gaps, referrals, referral_events
  to mattstock_advisor;
grant select (response_id, firm_id, assessment_id, instrument_version_id, language, status, started_at, submitted_at,
  continues_response_id, continues_form_code) on responses to mattstock_advisor;

reset search_path;
reset role;
