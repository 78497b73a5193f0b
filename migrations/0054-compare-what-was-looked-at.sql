-- What a region has built and could look at counts as what is published does: every later release is compared with it.
-- Otherwise one builds until a day and until the next, reads both, and publishes neither.
set local role mattstock_owner;
set local search_path = mattstock;

-- Counted from one, in the order in which figures could first be looked at; null where they never could. Gaps say nothing.
create sequence releases_shown_order;
alter table releases add column shown_order integer;

-- What was looked at and put away: kept to be compared with, and shown to nobody.
create table dropped_documents (
  release_id uuid not null,
  document jsonb not null,
  constraint dropped_documents_pk primary key (release_id),
  constraint dropped_documents_release_fk foreign key (release_id) references releases (release_id) on delete cascade
);
alter table dropped_documents enable row level security;
alter table dropped_documents force row level security;
create policy dropped_documents_owner on dropped_documents to mattstock_owner using (true) with check (true);

alter table releases drop constraint releases_status_known;
alter table releases add constraint releases_status_known
  check (status in ('building', 'built', 'published', 'dropped', 'cancelled', 'failed'));
alter table releases drop constraint releases_document_when_built;
alter table releases add constraint releases_document_when_built check (
  (status in ('built', 'published')) = (document is not null)
  and (document is null) = (content_sha256 is null) and (document is null) = (report is null)
  and (status in ('built', 'published', 'dropped')) = (built_at is not null)
);

-- What was published keeps its order. What was built and not published was looked at, and not compared with the others
-- that were: it is put away, to be built anew.
alter table releases disable trigger releases_immutable;
update releases set shown_order = release_number where status = 'published';
select setval('releases_shown_order', greatest(1, coalesce(max(shown_order), 1)), max(shown_order) is not null) from releases;
insert into dropped_documents (release_id, document)
select r.release_id, r.document from releases r
where r.status = 'built' and r.report -> 'findings' = '[]' and r.report -> 'nearPairs' = '[]'
  and coalesce(r.report -> 'trackers', '[]') = '[]';
update releases r
set status = 'dropped', document = null, content_sha256 = null, report = null, shown_order = nextval('releases_shown_order')
where r.release_id in (select d.release_id from dropped_documents d);
alter table releases enable trigger releases_immutable;

alter table releases add constraint releases_shown_order_unique unique (shown_order);
alter table releases add constraint releases_shown_order_possible check (
  (shown_order is null or (shown_order > 0 and status in ('built', 'published', 'dropped')))
  and (shown_order is not null or status not in ('published', 'dropped'))
);

-- What could be looked at is not forgotten by dropping it; what could not is.
create or replace function refuse_change_of_release() returns trigger
language plpgsql
set search_path = mattstock, pg_temp
as $$
begin
  if to_jsonb(new) - array['status', 'step', 'heartbeat_at', 'report', 'document', 'content_sha256', 
      'built_at', 'release_number', 'published_by', 'published_at', 'created_by', 'shown_order']
    is distinct from to_jsonb(old) - array['status', 'step', 'heartbeat_at', 'report', 'document', 'content_sha256',
      'built_at', 'release_number', 'published_by', 'published_at', 'created_by', 'shown_order']
    or (old.document is not null and new.document is not null and (new.document, new.content_sha256, new.report)
      is distinct from (old.document, old.content_sha256, old.report))
    or (old.status = 'published' and (new.status, new.release_number, new.published_at)
      is distinct from (old.status, old.release_number, old.published_at))
    or (old.shown_order is distinct from new.shown_order and (old.status, new.status) <> ('building', 'built'))
    or (old.shown_order is not null and new.built_at is distinct from old.built_at)
    or (old.status <> new.status and (old.status, new.status) not in (('building', 'built'), ('building', 'failed'),
      ('building', 'cancelled'), ('built', 'published'), ('built', 'dropped'), ('built', 'cancelled')))
    or (old.shown_order is not null and new.status = 'cancelled')
  then
    raise exception 'rows of releases never change'
      using errcode = 'restrict_violation', constraint = 'releases_immutable';
  end if;
  return new;
end
$$;

-- Earlier releases that a release is compared with, of any region, in the order in which they could be looked at.
create function list_earlier_releases(of_release uuid)
returns table (release_id uuid, shown_order integer, release_number integer, is_own boolean, built_on text, document jsonb)
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  return query
    select p.release_id, p.shown_order, p.release_number, p.organisation_id = r.organisation_id,
      to_char(p.built_at at time zone 'Europe/Stockholm', 'YYYY-MM-DD'), coalesce(p.document, d.document)
    from releases r
    join releases p on p.shown_order is not null and p.is_simulated = r.is_simulated
      and p.spec ->> 'kind' is not distinct from r.spec ->> 'kind'
    left join dropped_documents d on d.release_id = p.release_id
    where r.release_id = of_release and r.status = 'building'
    order by p.shown_order;
end
$$;

-- The pairs of earlier releases of effects, with their firms called as in the new one, and whether it rests on the same
-- two answers of them. A firm that is not in the new one has a number below zero.
drop function list_earlier_effect_pairs(uuid);
create function list_earlier_effect_pairs(of_release uuid)
returns table (release_id uuid, measure text, packages text[], treated integer, treated_is_same boolean, control integer,
  control_is_same boolean)
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  return query
    with called as (
      select p.release_id, e.number as was, coalesce(n.number, -e.number) as number,
        coalesce(n.before_answer = e.before_answer and n.after_answer = e.after_answer, false) as is_same
      from releases r
      join releases p on p.shown_order is not null and p.is_simulated = r.is_simulated and p.spec ->> 'kind' = 'effect'
      cross join lateral effect_answers(p.release_id) e
      left join effect_answers(of_release) n on n.firm = e.firm
      where r.release_id = of_release and r.status = 'building'
    )
    select p.release_id, p.measure, p.packages, t.number, t.is_same, c.number, c.is_same
    from effect_pairs p
    join called t on t.release_id = p.release_id and t.was = p.treated
    join called c on c.release_id = p.release_id and c.was = p.control;
end
$$;

-- What came of the building, or null when it failed. It may be looked at when it is safe beside everything that could be
-- looked at until now: one at a time ends, so that none of two is left out.
drop function settle_release(uuid, jsonb, bytea, jsonb, timestamptz);
create function settle_release(of_release uuid, built_document jsonb, built_sha256 bytea, built_report jsonb,
  built_now timestamptz, is_safe boolean) returns boolean
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  perform pg_advisory_xact_lock(72418044);
  update releases r
  set status = case when built_document is null then 'failed' else 'built' end, step = steps,
    document = built_document, content_sha256 = built_sha256, report = built_report,
    built_at = case when built_document is null then null else built_now end,
    shown_order = case when built_document is not null and is_safe and not exists (
      select 1 from releases p
      where p.shown_order > (built_report ->> 'comparedTo')::integer and p.is_simulated = r.is_simulated
        and p.spec ->> 'kind' is not distinct from r.spec ->> 'kind'
    ) then nextval('releases_shown_order') end
  where r.release_id = of_release and r.status = 'building';
  return found;
end
$$;

-- Stops what a region of the presented session's analyst is building, or puts away what it has built; null when there is
-- nothing to stop.
create function drop_release(of_release uuid) returns text
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
declare
  ended text;
begin
  perform 1 from releases r where r.release_id = of_release for update;
  insert into dropped_documents (release_id, document)
  select r.release_id, r.document from releases r
  where r.release_id = of_release and r.status = 'built' and r.shown_order is not null
    and r.organisation_id = any (my_organisation_ids('analyst'));
  update releases r
  set status = case when r.shown_order is null then 'cancelled' else 'dropped' end, document = null, content_sha256 = null,
    report = null, built_at = case when r.shown_order is null then null else r.built_at end
  where r.release_id = of_release and r.status in ('building', 'built')
    and r.organisation_id = any (my_organisation_ids('analyst'))
  returning r.status into ended;
  return ended;
end
$$;

-- To the public a release is published or not there; which could be looked at before is nobody's matter.
drop policy releases_analyst_end on releases;
create policy releases_analyst_end on releases for update to mattstock_statistics
  using (organisation_id = any ((select my_organisation_ids('analyst'))::uuid[]) and status = 'built')
  with check (status = 'published' and published_by = (select current_person_id()));
revoke update (document, content_sha256, report, built_at) on releases from mattstock_statistics;

revoke all on function list_earlier_releases(uuid), list_earlier_effect_pairs(uuid),
  settle_release(uuid, jsonb, bytea, jsonb, timestamptz, boolean), drop_release(uuid) from public;
grant execute on function list_earlier_releases(uuid), list_earlier_effect_pairs(uuid),
  settle_release(uuid, jsonb, bytea, jsonb, timestamptz, boolean) to mattstock_worker;
grant execute on function drop_release(uuid) to mattstock_statistics;

reset search_path;
reset role;
