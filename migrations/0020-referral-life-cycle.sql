-- The life of a referral: where it is, until when it should be answered, who looks after it, and what was said at each
-- move. shared/domain/referral holds the rules; what this file enforces of them is compared with them by test.
set local role mattstock_owner;
set local search_path = mattstock;

alter table referrals
  drop constraint referrals_status_known,
  add constraint referrals_status_known check (status in (
    'chosen', 'accepted', 'started', 'completed', 'discontinued', 'declined', 'handed-over', 'withdrawn'
  )),
  -- Until when the provider should have answered.
  add column answer_due_at timestamptz,
  add column status_since timestamptz,
  -- Who at the provider looks after it.
  add column assigned_to uuid,
  -- Counts every change; whoever changes says which one was seen.
  add column revision integer not null default 1,
  add column outcome text,
  add column handed_over_to text,
  -- The one that was handed over and which this one goes on from.
  add column from_referral_id uuid,
  add constraint referrals_assignee_fk foreign key (assigned_to) references people (person_id) on delete set null,
  add constraint referrals_from_fk foreign key (firm_id, from_referral_id) references referrals (firm_id, referral_id)
    on delete set null (from_referral_id),
  add constraint referrals_revision_positive check (revision > 0),
  add constraint referrals_outcome_known check (outcome in ('reached', 'partly-reached', 'not-reached', 'too-early')),
  add constraint referrals_outcome_at_end check ((outcome is not null) <= (status = 'completed')),
  add constraint referrals_receiver_when_handed_over check ((status = 'handed-over') = (handed_over_to is not null)),
  add constraint referrals_from_another check (from_referral_id <> referral_id);

update referrals r set
  -- Three weekdays later, whatever the day.
  answer_due_at = r.created_at + make_interval(days => case extract(isodow from r.created_at)::integer
    when 3 then 5 when 4 then 5 when 5 then 5 when 6 then 4 else 3 end),
  status_since = (
    select max(e.occurred_at) from referral_events e where e.firm_id = r.firm_id and e.referral_id = r.referral_id
  );
update referrals set status_since = created_at where status_since is null;
alter table referrals
  alter column answer_due_at set not null,
  alter column status_since set not null;

create index referrals_queue_index on referrals (provider_code, status, answer_due_at);
create index referrals_assignee_index on referrals (assigned_to);
create index referrals_from_index on referrals (firm_id, from_referral_id);

alter table referral_events
  -- Null for what was written before there were moves.
  add column move text,
  add column person_id uuid,
  add column organisation_id uuid,
  add column reason text,
  add column note text,
  add column outcome text,
  add column receiver text,
  add constraint referral_events_person_fk foreign key (person_id) references people (person_id) on delete set null,
  add constraint referral_events_organisation_fk foreign key (organisation_id)
    references organisations (organisation_id) on delete restrict,
  add constraint referral_events_move_known check (
    move in ('choose', 'accept', 'start', 'complete', 'discontinue', 'decline', 'hand-over', 'withdraw', 'assign')
  ),
  add constraint referral_events_note_length check (char_length(note) between 1 and 1000);
create index referral_events_person_index on referral_events (person_id);
create index referral_events_organisation_index on referral_events (organisation_id);

-- Nothing of the history changes, but whose doing it was may be forgotten.
drop trigger referral_events_append_only on referral_events;
create trigger referral_events_append_only
  before update on referral_events for each row
  when (new.person_id is not null or old.person_id is null
    or row(new.referral_event_id, new.firm_id, new.referral_id, new.status, new.occurred_at, new.move,
        new.organisation_id, new.reason, new.note, new.outcome, new.receiver)
      is distinct from
      row(old.referral_event_id, old.firm_id, old.referral_id, old.status, old.occurred_at, old.move,
        old.organisation_id, old.reason, old.note, old.outcome, old.receiver))
  execute function refuse_every_change();

-- Which status can follow which: moveRules of shared/domain/referral.
create function refuse_impossible_move() returns trigger
language plpgsql
set search_path = mattstock, pg_temp
as $$
begin
  if new.status <> old.status and (old.status, new.status) not in (
    ('chosen', 'accepted'), ('chosen', 'declined'), ('chosen', 'handed-over'), ('chosen', 'withdrawn'),
    ('accepted', 'started'), ('accepted', 'declined'), ('accepted', 'handed-over'), ('accepted', 'withdrawn'),
    ('started', 'completed'), ('started', 'discontinued'), ('started', 'withdrawn')
  ) then
    raise exception 'a referral cannot go from % to %', old.status, new.status
      using errcode = 'restrict_violation', constraint = 'referrals_move_allowed';
  end if;
  return new;
end
$$;
create trigger referrals_move_allowed
  before update of status on referrals for each row execute function refuse_impossible_move();

-- What goes on is withdrawn with the consent it rests on. What has ended stays what it came to; nobody else reads it.
create or replace function withdraw_request_with_consent() returns trigger
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  with ended as (
    update referrals
    set status = 'withdrawn', status_since = new.withdrawn_at, revision = revision + 1
    where firm_id = new.firm_id and consent_id = new.consent_id and status in ('chosen', 'accepted', 'started')
    returning firm_id, referral_id
  )
  insert into referral_events (firm_id, referral_id, status, occurred_at, move, person_id)
  select firm_id, referral_id, 'withdrawn', new.withdrawn_at, 'withdraw', new.withdrawn_by from ended;
  return null;
end
$$;

-- A further request for the same package may follow what has ended without a result.
drop index referrals_live_unique;
create unique index referrals_live_unique on referrals (submission_id, package_code)
  where status in ('chosen', 'accepted', 'started', 'completed');

-- Whom to ask for, of requests that have ended. That there was a request, and what came of it, stays.
create or replace function retire_contact_details(cutoff timestamptz, most integer) returns integer
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
declare
  taken integer;
begin
  update referrals set contact_name = '', email = '', telephone = null, message = null where referral_id in (
    select referral_id from referrals
    where status in ('completed', 'discontinued', 'declined', 'handed-over', 'withdrawn') and email <> ''
      and status_since <= cutoff
    order by status_since limit most for update skip locked
  );
  get diagnostics taken = row_count;
  return taken;
end
$$;

-- That a firm has asked, for what, and where it stands, is the provider's work list, as long as the consent stands. Whom
-- to ask for there is a look at the firm, which the firm sees.
drop policy referrals_advisor on referrals;
drop policy referrals_advisor_wall on referrals;
drop policy referral_events_advisor_wall on referral_events;
create policy referrals_advisor on referrals for select to mattstock_advisor
  using (provider_code = any ((select my_provider_codes())::text[])
    and exists (select 1 from consents c where c.firm_id = referrals.firm_id and c.consent_id = referrals.consent_id
      and c.withdrawn_at is null));
-- Who answers for the provider has looked at the firm first.
create policy referrals_advisor_move on referrals for update to mattstock_advisor
  using (firm_id = (select looked_at_firm_id('contact')))
  with check (firm_id = (select looked_at_firm_id('contact')));
create policy referrals_advisor_wall on referrals as restrictive to mattstock_advisor
  using (provider_code = any ((select my_provider_codes())::text[])
    and exists (select 1 from consents c where c.firm_id = referrals.firm_id and c.consent_id = referrals.consent_id
      and c.withdrawn_at is null));
create policy referral_events_advisor_write on referral_events for insert to mattstock_advisor
  with check (firm_id = (select looked_at_firm_id('contact')) and person_id = (select current_person_id())
    and organisation_id = any ((select my_organisation_ids('advisor', 'manager'))::uuid[]));
create policy referral_events_advisor_wall on referral_events as restrictive to mattstock_advisor
  using (exists (select 1 from referrals r where r.firm_id = referral_events.firm_id
    and r.referral_id = referral_events.referral_id))
  with check (exists (select 1 from referrals r where r.firm_id = referral_events.firm_id
    and r.referral_id = referral_events.referral_id));

revoke select on referrals from mattstock_advisor;
grant select (referral_id, firm_id, submission_id, consent_id, catalogue_version_id, package_code, provider_code,
    is_suggested, status, created_at, answer_due_at, status_since, assigned_to, revision, outcome, handed_over_to,
    from_referral_id),
  update (status, status_since, assigned_to, revision, outcome, handed_over_to)
  on referrals to mattstock_advisor;
grant insert on referral_events to mattstock_advisor;

-- Whom to ask for at the firm that this transaction has said it looks at.
create function referral_contacts()
returns table (referral_id uuid, firm_name text, contact_name text, email text, telephone text, message text,
  language text)
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  return query
    select r.referral_id, r.firm_name, r.contact_name, r.email, r.telephone, r.message, c.language
    from referrals r
    join consents c on c.firm_id = r.firm_id and c.consent_id = r.consent_id
    where r.firm_id = looked_at_firm_id('contact') and c.withdrawn_at is null
      and r.provider_code = any (my_provider_codes());
end
$$;

-- The simulated firms of a demo are put in by the owner of the tables.
create policy scores_owner_insert on scores for insert to mattstock_owner with check (true);
create policy suggestions_owner_insert on suggestions for insert to mattstock_owner with check (true);
create policy need_gaps_owner_insert on need_gaps for insert to mattstock_owner with check (true);

-- As in 0018, and for whoever answers for a firm without an account too: a request is no use where nobody reads it.
create or replace function provider_codes_in_use() returns text[]
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  if cardinality(my_firm_ids()) = 0 and current_firm_id() is null then
    return '{}';
  end if;
  return (
    select coalesce(array_agg(distinct o.code), '{}') from organisations o
    join memberships m on m.organisation_id = o.organisation_id
    join people p on p.person_id = m.person_id
    where o.kind = 'provider' and o.closed_at is null and m.ended_at is null
      and p.disabled_at is null and p.erased_at is null
  );
end
$$;
grant execute on function provider_codes_in_use() to mattstock_app;

revoke all on function referral_contacts(), refuse_impossible_move() from public;
grant execute on function referral_contacts() to mattstock_advisor;

reset search_path;
reset role;
