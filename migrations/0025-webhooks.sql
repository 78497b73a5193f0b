-- What happens to a provider's requests, told to a system of its own: written with the event, sent by the worker.
set local role mattstock_owner;
set local search_path = mattstock;

create table webhooks (
  webhook_id uuid not null,
  organisation_id uuid not null,
  name text not null,
  url text not null,
  -- Statuses that a request comes to.
  events text[] not null,
  -- Sealed with a key outside the database.
  sealed_secret text not null,
  -- The one before, which signs as well until then.
  earlier_sealed_secret text,
  earlier_until timestamptz,
  paused_at timestamptz,
  paused_because text,
  last_delivered_at timestamptz,
  created_at timestamptz not null default now(),
  constraint webhooks_pk primary key (webhook_id),
  constraint webhooks_organisation_unique unique (organisation_id, webhook_id),
  constraint webhooks_organisation_fk foreign key (organisation_id) references organisations (organisation_id)
    on delete restrict,
  constraint webhooks_lengths check (char_length(name) between 1 and 80 and char_length(url) between 1 and 500),
  constraint webhooks_events_known check (
    events <@ array['chosen', 'accepted', 'started', 'completed', 'discontinued', 'declined', 'handed-over', 'withdrawn']
    and cardinality(events) > 0
  ),
  constraint webhooks_earlier_whole check ((earlier_sealed_secret is null) = (earlier_until is null)),
  constraint webhooks_paused_why check (
    (paused_at is null) = (paused_because is null) and paused_because in ('by-hand', 'failing', 'gone')
  )
);

create table webhook_deliveries (
  delivery_id uuid not null,
  -- In the order of what happened.
  sequence bigint generated always as identity,
  organisation_id uuid not null,
  webhook_id uuid not null,
  -- Null for a test.
  firm_id uuid,
  referral_id uuid,
  event text not null,
  -- The very text that is signed and sent.
  body text not null,
  status text not null default 'waiting',
  attempts smallint not null default 0,
  next_attempt_at timestamptz not null,
  -- Until when the worker that took the row may be at it.
  claimed_until timestamptz,
  claim_id uuid,
  response_code smallint,
  fault text,
  created_at timestamptz not null,
  settled_at timestamptz,
  constraint webhook_deliveries_pk primary key (delivery_id),
  constraint webhook_deliveries_webhook_fk foreign key (organisation_id, webhook_id)
    references webhooks (organisation_id, webhook_id) on delete cascade,
  constraint webhook_deliveries_referral_fk foreign key (firm_id, referral_id)
    references referrals (firm_id, referral_id) on delete cascade,
  constraint webhook_deliveries_test_of_nothing check (
    (event = 'test') = (referral_id is null) and (referral_id is null) = (firm_id is null)
  ),
  constraint webhook_deliveries_status_known check (status in ('waiting', 'claimed', 'delivered', 'failed')),
  constraint webhook_deliveries_claimed_dated check (
    (status = 'claimed') = (claimed_until is not null and claim_id is not null)
  ),
  constraint webhook_deliveries_settled_dated check ((status in ('delivered', 'failed')) = (settled_at is not null))
);
create index webhook_deliveries_webhook_index on webhook_deliveries (organisation_id, webhook_id, sequence);
create index webhook_deliveries_referral_index on webhook_deliveries (firm_id, referral_id, webhook_id, sequence);
create index webhook_deliveries_due_index on webhook_deliveries (next_attempt_at) where status in ('waiting', 'claimed');
create index webhook_deliveries_created_index on webhook_deliveries (created_at);

-- A request's own event writes what is to be sent, so that whatever route it came by is told. Identifiers and codes
-- only; of a request that is withdrawn nothing but its own, since the firm has ended the consent.
create function write_webhook_deliveries() returns trigger
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
declare
  status_before text;
begin
  select e.status into status_before from referral_events e
  where e.firm_id = new.firm_id and e.referral_id = new.referral_id and e.referral_event_id < new.referral_event_id
  order by e.referral_event_id desc limit 1;
  insert into webhook_deliveries (delivery_id, organisation_id, webhook_id, firm_id, referral_id, event, body,
    next_attempt_at, created_at)
  select gen_random_uuid(), w.organisation_id, w.webhook_id, new.firm_id, new.referral_id, new.status,
    json_build_object(
      'type', 'referral.' || new.status,
      'timestamp', to_char(new.occurred_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'data', json_build_object(
        'referralId', new.referral_id,
        'packageCode', r.package_code,
        'from', status_before,
        'to', new.status,
        'occurredAt', to_char(new.occurred_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'organisationId', w.organisation_id,
        'firmId', case when new.status = 'withdrawn' then null else new.firm_id end
      )
    )::text, new.occurred_at, new.occurred_at
  from referrals r
  join organisations o on o.kind = 'provider' and o.code = r.provider_code and o.closed_at is null
  join webhooks w on w.organisation_id = o.organisation_id and new.status = any (w.events)
  where r.firm_id = new.firm_id and r.referral_id = new.referral_id;
  return null;
end
$$;
create trigger referral_events_write_webhooks after insert on referral_events for each row
  when (new.move is not null and new.move <> 'assign')
  execute function write_webhook_deliveries();

-- Whom the worker writes to about a webhook: the managers of its organisation.
create function webhook_managers(of_webhook_id uuid)
returns table (person_id uuid, email text, language text, provider_name jsonb)
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  return query
    select distinct p.person_id, p.email, p.language, o.name from webhooks w
    join organisations o on o.organisation_id = w.organisation_id and o.closed_at is null
    join memberships m on m.organisation_id = w.organisation_id and m.role = 'manager' and m.ended_at is null
    join people p on p.person_id = m.person_id and p.disabled_at is null and p.erased_at is null
      and p.email is not null
    where w.webhook_id = of_webhook_id;
end
$$;

create function retire_webhook_deliveries(cutoff timestamptz, most integer) returns integer
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
declare
  taken integer;
begin
  delete from webhook_deliveries where delivery_id in (
    select delivery_id from webhook_deliveries where created_at <= cutoff and status <> 'claimed'
    order by created_at limit most for update skip locked
  );
  get diagnostics taken = row_count;
  return taken;
end
$$;

alter table webhooks enable row level security;
alter table webhooks force row level security;
alter table webhook_deliveries enable row level security;
alter table webhook_deliveries force row level security;
create policy webhooks_owner on webhooks to mattstock_owner using (true) with check (true);
create policy webhook_deliveries_owner on webhook_deliveries to mattstock_owner using (true) with check (true);
create policy webhooks_worker on webhooks to mattstock_worker using (true) with check (true);
create policy webhook_deliveries_worker on webhook_deliveries to mattstock_worker using (true) with check (true);
create policy webhooks_manager on webhooks to mattstock_advisor
  using (organisation_id = any ((select my_organisation_ids('manager'))::uuid[]))
  with check (organisation_id = any ((select my_organisation_ids('manager'))::uuid[]));
create policy webhook_deliveries_manager on webhook_deliveries to mattstock_advisor
  using (organisation_id = any ((select my_organisation_ids('manager'))::uuid[]))
  with check (organisation_id = any ((select my_organisation_ids('manager'))::uuid[]));
-- A manager asks for a test, and puts back in line what nobody is at. What happened is written by nobody by hand.
create policy webhook_deliveries_manager_test on webhook_deliveries as restrictive for insert to mattstock_advisor
  with check (event = 'test' and firm_id is null and status = 'waiting' and attempts = 0);
create policy webhook_deliveries_manager_again on webhook_deliveries as restrictive for update to mattstock_advisor
  using (status <> 'claimed') with check (status = 'waiting');

revoke all on function write_webhook_deliveries(), webhook_managers(uuid),
  retire_webhook_deliveries(timestamptz, integer) from public;
grant execute on function webhook_managers(uuid), retire_webhook_deliveries(timestamptz, integer) to mattstock_worker;

grant select, insert, delete, update (name, url, events, sealed_secret, earlier_sealed_secret, earlier_until, paused_at,
  paused_because) on webhooks to mattstock_advisor;
grant select, insert, update (status, attempts, next_attempt_at, response_code, fault, settled_at) on webhook_deliveries
  to mattstock_advisor;
grant select, update (paused_at, paused_because, last_delivered_at) on webhooks to mattstock_worker;
grant select, update (status, attempts, next_attempt_at, claimed_until, claim_id, response_code, fault, settled_at)
  on webhook_deliveries to mattstock_worker;

reset search_path;
reset role;
