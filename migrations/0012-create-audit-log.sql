-- The audit log: who did what to which object, chained so that no row can change or vanish unnoticed. It holds no
-- names, addresses or answers; a person is an identifier, which means nothing once the person is erased.
set local role mattstock_owner;
set local search_path = mattstock;

create table audit_events (
  audit_sequence bigint not null,
  occurred_at timestamptz not null,
  actor_person_id uuid,
  action text not null,
  object_kind text not null,
  object_id text not null,
  detail jsonb not null,
  previous_sha256 bytea not null,
  event_sha256 bytea not null,
  constraint audit_events_pk primary key (audit_sequence),
  -- A fork of the chain would need the same predecessor twice.
  constraint audit_events_previous_unique unique (previous_sha256),
  constraint audit_events_sha256_unique unique (event_sha256),
  constraint audit_events_sequence_positive check (audit_sequence > 0),
  constraint audit_events_sha256_length check (octet_length(previous_sha256) = 32 and octet_length(event_sha256) = 32)
);
create index audit_events_actor_index on audit_events (actor_person_id, audit_sequence);
create index audit_events_action_index on audit_events (action, audit_sequence);
create index audit_events_object_index on audit_events (object_kind, object_id, audit_sequence);

create trigger audit_events_append_only
  before update or delete on audit_events for each row execute function refuse_every_change();
create trigger audit_events_kept
  before truncate on audit_events for each statement execute function refuse_every_change();

-- What is hashed of an event, after the hash of its predecessor. Numbers and times as text of one form.
create function audit_payload(
  event_sequence bigint, event_at timestamptz, event_actor uuid, event_action text, event_object_kind text,
  event_object_id text, event_detail jsonb
) returns text
language sql immutable
set search_path = mattstock, pg_temp
as $$
  select jsonb_build_array(event_sequence, (extract(epoch from event_at) * 1000000)::bigint, event_actor, event_action,
    event_object_kind, event_object_id, event_detail)::text
$$;

-- Appends one event, in the transaction of what it tells about. The lock is held until that transaction ends, so that
-- nobody reads a predecessor that another writer is about to follow.
create function record_audit_event(
  event_action text, event_object_kind text, event_object_id text, event_detail jsonb, unproved_actor uuid
) returns bigint
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
declare
  last_event audit_events;
  new_sequence bigint;
  new_at timestamptz := clock_timestamp();
  actor uuid := coalesce(current_person_id(), unproved_actor);
  predecessor bytea;
begin
  perform pg_advisory_xact_lock(72418002);
  select * into last_event from audit_events order by audit_sequence desc limit 1;
  new_sequence := coalesce(last_event.audit_sequence, 0) + 1;
  predecessor := coalesce(last_event.event_sha256, sha256('mattstock audit log'::bytea));
  insert into audit_events (audit_sequence, occurred_at, actor_person_id, action, object_kind, object_id, detail,
    previous_sha256, event_sha256)
  values (new_sequence, new_at, actor, event_action, event_object_kind, event_object_id, event_detail, predecessor,
    sha256(predecessor || convert_to(audit_payload(new_sequence, new_at, actor, event_action, event_object_kind,
      event_object_id, event_detail), 'UTF8')));
  return new_sequence;
end
$$;

alter table audit_events enable row level security;
alter table audit_events force row level security;
create policy audit_events_owner on audit_events to mattstock_owner using (true) with check (true);
create policy audit_events_coordination on audit_events for select to mattstock_coordination
  using ((select is_administrator()));
-- A person's own doings are part of that person's data.
create policy audit_events_identity on audit_events for select to mattstock_identity
  using (actor_person_id = (select current_person_id()));
create policy audit_events_worker on audit_events for select to mattstock_worker using (true);

revoke all on function record_audit_event(text, text, text, jsonb, uuid),
  audit_payload(bigint, timestamptz, uuid, text, text, text, jsonb) from public;
grant execute on function record_audit_event(text, text, text, jsonb, uuid)
  to mattstock_app, mattstock_identity, mattstock_member, mattstock_advisor, mattstock_coordination, mattstock_worker;
grant execute on function audit_payload(bigint, timestamptz, uuid, text, text, text, jsonb)
  to mattstock_coordination, mattstock_worker;
grant select on audit_events to mattstock_coordination, mattstock_identity, mattstock_worker;

reset search_path;
reset role;
