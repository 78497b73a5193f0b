-- Editions: single runs of packages, with days, places and a waiting list; and the firms that are placed in them.
-- shared/domain/edition holds the rules; what this file enforces of them is compared with them by test.
set local role mattstock_owner;
set local search_path = mattstock;

create table editions (
  edition_id uuid not null,
  organisation_id uuid not null,
  package_code text not null,
  catalogue_version_id uuid not null,
  -- Null: it is called what the package is called.
  name text,
  status text not null default 'planned',
  delivery text not null,
  -- SCB code of the place; null when it is held online.
  municipality text,
  venue text,
  -- The exact place where it is given.
  latitude double precision,
  longitude double precision,
  apply_by date not null,
  starts_on date not null,
  ends_on date not null,
  places integer not null,
  minimum_group integer not null,
  language text not null,
  is_simulated boolean not null default false,
  -- Counts every change of what somebody decides about it; whoever changes says which one was seen.
  revision integer not null default 1,
  created_by uuid,
  created_at timestamptz not null default now(),
  status_since timestamptz not null default now(),
  -- Why it was cancelled.
  reason text,
  -- Kept by the table of placements: how many are asked, take or took part, and wait. Never more than there are places.
  invited_count integer not null default 0,
  placed_count integer not null default 0,
  waiting_count integer not null default 0,
  constraint editions_pk primary key (edition_id),
  constraint editions_package_unique unique (edition_id, organisation_id, package_code),
  constraint editions_organisation_fk foreign key (organisation_id) references organisations (organisation_id)
    on delete restrict,
  constraint editions_catalogue_fk foreign key (catalogue_version_id)
    references catalogue_versions (catalogue_version_id) on delete restrict,
  constraint editions_creator_fk foreign key (created_by) references people (person_id) on delete set null,
  constraint editions_status_known check (status in ('planned', 'open', 'confirmed', 'completed', 'cancelled')),
  constraint editions_delivery_known check (delivery in ('on-site', 'in-turns', 'online')),
  constraint editions_language_known check (language in ('sv', 'en')),
  constraint editions_place_fits check (
    case delivery when 'online' then municipality is null and venue is null else municipality is not null end
  ),
  constraint editions_position_whole check (
    (latitude is null) = (longitude is null) and (latitude is null or municipality is not null)
    and latitude between -90 and 90 and longitude between -180 and 180
  ),
  constraint editions_dates_in_order check (apply_by <= starts_on and starts_on <= ends_on),
  constraint editions_group_fits check (minimum_group between 1 and places and places <= 200),
  constraint editions_places_enough check (
    invited_count >= 0 and placed_count >= 0 and waiting_count >= 0 and invited_count + placed_count <= places
  ),
  constraint editions_reason_when_cancelled check ((status = 'cancelled') = (reason is not null)),
  constraint editions_revision_positive check (revision > 0),
  constraint editions_lengths check (char_length(name) between 1 and 120 and char_length(venue) between 1 and 200)
);
create index editions_organisation_index on editions (organisation_id, status, apply_by);
create index editions_package_index on editions (package_code, status);
create index editions_catalogue_index on editions (catalogue_version_id);
create index editions_creator_index on editions (created_by);

-- The days on which the group meets.
create table edition_days (
  edition_id uuid not null,
  held_on date not null,
  starts_at time not null,
  ends_at time not null,
  constraint edition_days_pk primary key (edition_id, held_on),
  constraint edition_days_edition_fk foreign key (edition_id) references editions (edition_id) on delete cascade,
  constraint edition_days_times_in_order check (starts_at < ends_at)
);

create table placements (
  placement_id uuid not null,
  edition_id uuid not null,
  organisation_id uuid not null,
  firm_id uuid not null,
  package_code text not null,
  -- The request from which the firm came into it.
  referral_id uuid,
  status text not null,
  -- Until when an invitation holds its place.
  answer_by date,
  waiting_since timestamptz,
  placed_by uuid,
  reason text,
  revision integer not null default 1,
  created_at timestamptz not null default now(),
  status_since timestamptz not null default now(),
  constraint placements_pk primary key (placement_id),
  constraint placements_firm_unique unique (firm_id, placement_id),
  constraint placements_edition_unique unique (edition_id, firm_id),
  constraint placements_edition_fk foreign key (edition_id, organisation_id, package_code)
    references editions (edition_id, organisation_id, package_code) on delete restrict,
  constraint placements_firm_fk foreign key (firm_id) references firms (firm_id) on delete cascade,
  constraint placements_referral_fk foreign key (firm_id, referral_id) references referrals (firm_id, referral_id)
    on delete set null (referral_id),
  constraint placements_placer_fk foreign key (placed_by) references people (person_id) on delete set null,
  constraint placements_status_known check (
    status in ('invited', 'placed', 'waiting', 'declined', 'expired', 'left', 'completed')
  ),
  constraint placements_answer_by_when_invited check ((status = 'invited') = (answer_by is not null)),
  constraint placements_since_when_waiting check ((status = 'waiting') = (waiting_since is not null)),
  constraint placements_revision_positive check (revision > 0)
);
-- A firm is in one group for a package at a time, whoever gives it.
create unique index placements_live_unique on placements (firm_id, package_code)
  where status in ('invited', 'placed', 'waiting');
create index placements_edition_index on placements (edition_id, status, waiting_since);
create index placements_referral_index on placements (firm_id, referral_id);
create index placements_placer_index on placements (placed_by);
create index placements_organisation_index on placements (organisation_id, status);
create index placements_answer_index on placements (answer_by) where status = 'invited';
create index placements_ended_index on placements (status_since) where status in ('declined', 'expired', 'left');

create table placement_events (
  placement_event_id bigint generated always as identity,
  firm_id uuid not null,
  placement_id uuid not null,
  status text not null,
  move text not null,
  -- Whose doing it was; null for what time or a withdrawn consent did.
  person_id uuid,
  -- For which provider; null when the firm did it itself.
  organisation_id uuid,
  reason text,
  occurred_at timestamptz not null default now(),
  constraint placement_events_pk primary key (placement_event_id),
  constraint placement_events_placement_fk foreign key (firm_id, placement_id)
    references placements (firm_id, placement_id) on delete cascade,
  constraint placement_events_person_fk foreign key (person_id) references people (person_id) on delete set null,
  constraint placement_events_organisation_fk foreign key (organisation_id)
    references organisations (organisation_id) on delete restrict,
  constraint placement_events_move_known check (
    move in ('invite', 'queue', 'accept', 'decline', 'expire', 'leave', 'complete')
  )
);
create index placement_events_placement_index on placement_events (firm_id, placement_id);
create index placement_events_person_index on placement_events (person_id);
create index placement_events_organisation_index on placement_events (organisation_id);

-- Nothing of the history changes, but whose doing it was may be forgotten.
create trigger placement_events_append_only
  before update on placement_events for each row
  when (new.person_id is not null or old.person_id is null
    or row(new.placement_event_id, new.firm_id, new.placement_id, new.status, new.move, new.organisation_id, new.reason,
        new.occurred_at)
      is distinct from
      row(old.placement_event_id, old.firm_id, old.placement_id, old.status, old.move, old.organisation_id, old.reason,
        old.occurred_at))
  execute function refuse_every_change();

-- Which status can follow which: editionMoveRules of shared/domain/edition.
create function refuse_impossible_edition_move() returns trigger
language plpgsql
set search_path = mattstock, pg_temp
as $$
begin
  if new.status <> old.status and (old.status, new.status) not in (
    ('planned', 'open'), ('planned', 'cancelled'),
    ('open', 'confirmed'), ('open', 'cancelled'),
    ('confirmed', 'completed'), ('confirmed', 'cancelled')
  ) then
    raise exception 'an edition cannot go from % to %', old.status, new.status
      using errcode = 'restrict_violation', constraint = 'editions_move_allowed';
  end if;
  return new;
end
$$;
create trigger editions_move_allowed
  before update of status on editions for each row execute function refuse_impossible_edition_move();

-- What follows on what: placementMoveRules of shared/domain/edition. Nobody gets into an edition that takes no firms.
create function refuse_impossible_placement_move() returns trigger
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  if tg_op = 'UPDATE' and new.status <> old.status and (old.status, new.status) not in (
    ('waiting', 'invited'), ('declined', 'invited'), ('expired', 'invited'), ('left', 'invited'),
    ('declined', 'waiting'), ('expired', 'waiting'), ('left', 'waiting'),
    ('invited', 'placed'), ('invited', 'declined'), ('invited', 'expired'),
    ('invited', 'left'), ('placed', 'left'), ('waiting', 'left'),
    ('placed', 'completed')
  ) then
    raise exception 'a placement cannot go from % to %', old.status, new.status
      using errcode = 'restrict_violation', constraint = 'placements_move_allowed';
  end if;
  if new.status in ('invited', 'waiting') and (tg_op = 'INSERT' or new.status <> old.status) and not exists (
    select 1 from editions where edition_id = new.edition_id and status in ('open', 'confirmed')
  ) then
    raise exception 'the edition takes no firms'
      using errcode = 'restrict_violation', constraint = 'placements_edition_takes';
  end if;
  return new;
end
$$;
create trigger placements_move_allowed
  before insert or update of status on placements for each row execute function refuse_impossible_placement_move();

-- Keeps the edition's counts. Two who take the last place meet here at the latest: the check of the table refuses one.
create function count_placements() returns trigger
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
declare
  was text := case when tg_op = 'INSERT' then '' else old.status end;
  becomes text := case when tg_op = 'DELETE' then '' else new.status end;
begin
  update editions set
    invited_count = invited_count + (becomes = 'invited')::integer - (was = 'invited')::integer,
    placed_count = placed_count + (becomes in ('placed', 'completed'))::integer - (was in ('placed', 'completed'))::integer,
    waiting_count = waiting_count + (becomes = 'waiting')::integer - (was = 'waiting')::integer
  where edition_id = case when tg_op = 'DELETE' then old.edition_id else new.edition_id end;
  return null;
end
$$;
create trigger placements_count
  after insert or delete or update of status on placements for each row execute function count_placements();

-- Ends what is live of these placements, with its history. The editions are locked first, as by everybody who places.
create function end_placements(ended_ids uuid[], ended_now timestamptz, for_reason text, by_person uuid) returns void
language plpgsql
set search_path = mattstock, pg_temp
as $$
begin
  perform 1 from editions where edition_id in (select edition_id from placements where placement_id = any (ended_ids))
  order by edition_id for update;
  with ended as (
    update placements
    set status = 'left', status_since = ended_now, answer_by = null, waiting_since = null, reason = for_reason,
      revision = revision + 1
    where placement_id = any (ended_ids) and status in ('invited', 'placed', 'waiting')
    returning firm_id, placement_id
  )
  insert into placement_events (firm_id, placement_id, status, move, person_id, reason, occurred_at)
  select firm_id, placement_id, 'left', 'leave', by_person, for_reason, ended_now from ended;
end
$$;

-- Whoever lets a provider in for nothing any more is in none of its groups.
create function end_placements_with_consent() returns trigger
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
declare
  ended_ids uuid[];
begin
  if exists (
    select 1 from consents c where c.firm_id = new.firm_id and c.provider_code = new.provider_code
      and c.purpose <> 'statistics' and c.withdrawn_at is null
  ) then
    return null;
  end if;
  select array_agg(p.placement_id) into ended_ids from placements p
  join organisations o on o.organisation_id = p.organisation_id
  where p.firm_id = new.firm_id and o.code = new.provider_code and p.status in ('invited', 'placed', 'waiting');
  if ended_ids is not null then
    perform end_placements(ended_ids, new.withdrawn_at, 'consent-withdrawn', new.withdrawn_by);
  end if;
  return null;
end
$$;
create trigger consents_end_placements
  after update of withdrawn_at on consents for each row
  when (old.withdrawn_at is null and new.withdrawn_at is not null)
  execute function end_placements_with_consent();

-- With an edition that is cancelled all of its placements end; with one that is completed, what still asks or waits.
create function end_placements_with_edition() returns trigger
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
declare
  ended_ids uuid[];
begin
  select array_agg(placement_id) into ended_ids from placements
  where edition_id = new.edition_id
    and (status in ('invited', 'waiting') or (status = 'placed' and new.status = 'cancelled'));
  if ended_ids is not null then
    perform end_placements(ended_ids, new.status_since,
      case new.status when 'cancelled' then 'edition-cancelled' else 'edition-over' end, current_person_id());
  end if;
  return null;
end
$$;
create trigger editions_end_placements
  after update of status on editions for each row
  when (new.status in ('completed', 'cancelled') and new.status <> old.status)
  execute function end_placements_with_edition();

-- Mails under way about a placement go with it.
create function clear_placement_mails(about_ids uuid[]) returns void
language plpgsql
set search_path = mattstock, pg_temp
as $$
declare
  about uuid[];
begin
  select array_agg(mail_id) into about from outbox_mails
  where split_part(dedupe_key, ':', 1) = 'placement' and split_part(dedupe_key, ':', 2) = any (about_ids::text[]);
  delete from outbox_mails where mail_id = any (about) and settled_at is null;
  update outbox_mails set recipient = null, facts = '{}' where mail_id = any (about);
end
$$;
create function forget_placement() returns trigger
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  perform clear_placement_mails(array[old.placement_id]);
  return old;
end
$$;
create trigger placements_forget before delete on placements for each row execute function forget_placement();

-- Of a firm that is erased in part stays which packages it completed, and nothing of what came to nothing.
create function reduce_placements() returns trigger
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  delete from placements where firm_id = new.firm_id and status <> 'completed';
  perform clear_placement_mails(array(select placement_id from placements where firm_id = new.firm_id));
  update placement_events set person_id = null where firm_id = new.firm_id and person_id is not null;
  return null;
end
$$;
create trigger firms_reduce_placements after update of reduced_at on firms for each row
  when (new.reduced_at is not null) execute function reduce_placements();

-- What came to nothing, once it has had its time.
create function retire_placements(cutoff timestamptz, most integer) returns integer
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
declare
  taken integer;
begin
  delete from placements where placement_id in (
    select placement_id from placements
    where status in ('declined', 'expired', 'left') and status_since <= cutoff
    order by status_since limit most for update skip locked
  );
  get diagnostics taken = row_count;
  return taken;
end
$$;

alter table access_events
  drop constraint access_events_what_known,
  -- placement: somebody placed the firm in a group, or changed its place there.
  add constraint access_events_what_known check (what in ('result', 'contact', 'list', 'placement'));

-- As look_at_firm, for placing it: any consent to the provider will do.
create function look_for_placement(looked_at uuid, for_organisation uuid, new_access_event_id uuid) returns boolean
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  insert into access_events (access_event_id, firm_id, organisation_id, person_id, what)
  select new_access_event_id, c.firm_id, o.organisation_id, current_person_id(), 'placement'
  from consents c
  join organisations o on o.kind = 'provider' and o.code = c.provider_code
  where c.firm_id = looked_at and c.purpose <> 'statistics' and c.withdrawn_at is null
    and o.organisation_id = for_organisation
    and o.organisation_id = any (my_organisation_ids('advisor', 'manager'))
  limit 1;
  return found;
end
$$;

-- The firm that this transaction has said it places, if a consent still stands.
create function placing_firm_id() returns uuid
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  return (
    select e.firm_id from access_events e
    join organisations o on o.organisation_id = e.organisation_id
    join consents c on c.firm_id = e.firm_id and c.provider_code = o.code
    where e.transaction_id = pg_current_xact_id() and e.occurred_at = now() and e.what = 'placement'
      and e.person_id = current_person_id() and c.purpose <> 'statistics' and c.withdrawn_at is null
      and o.organisation_id = any (my_organisation_ids('advisor', 'manager'))
    limit 1
  );
end
$$;

-- Whom to tell about a placement: the firm's owners, and where it has none whoever asked. For whom the own policies show
-- the placement: its firm, or its provider as long as the firm lets it in.
create function placement_recipients(told_placement_id uuid) returns table (email text, language text)
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
declare
  told placements;
begin
  select p.* into told from placements p
  join organisations o on o.organisation_id = p.organisation_id
  where p.placement_id = told_placement_id and (
    p.firm_id = any (my_firm_ids())
    or (p.organisation_id = any (my_organisation_ids('advisor', 'manager')) and exists (
      select 1 from consents c where c.firm_id = p.firm_id and c.provider_code = o.code
        and c.purpose <> 'statistics' and c.withdrawn_at is null))
  );
  if told.placement_id is null then
    return;
  end if;
  return query
    select p.email, p.language from memberships m
    join people p on p.person_id = m.person_id
    where m.firm_id = told.firm_id and m.role = 'owner' and m.ended_at is null and p.email is not null
      and p.disabled_at is null
    union all
    select r.email, c.language from referrals r
    join consents c on c.firm_id = r.firm_id and c.consent_id = r.consent_id
    where r.firm_id = told.firm_id and r.referral_id = told.referral_id and r.email <> ''
      and not exists (select 1 from memberships m where m.firm_id = told.firm_id and m.ended_at is null);
end
$$;

-- Invitations whose day has passed: their places become free. Says whom to tell.
create function expire_placements(today date, expired_now timestamptz, most integer)
returns table (placement_id uuid, revision integer, firm_id uuid, package_code text, catalogue_version_id uuid,
  organisation_code text, email text, language text)
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
declare
  stale uuid[];
begin
  select array_agg(s.placement_id) into stale from (
    select p.placement_id from placements p where p.status = 'invited' and p.answer_by < today
    order by p.answer_by, p.placement_id limit most
  ) s;
  -- Who answers at this moment has the edition, and comes first.
  perform 1 from editions e where e.edition_id in (
    select p.edition_id from placements p where p.placement_id = any (stale)
  ) order by e.edition_id for update;
  return query
    with expired as (
      update placements p
      set status = 'expired', status_since = expired_now, answer_by = null, revision = p.revision + 1
      where p.placement_id = any (stale) and p.status = 'invited' and p.answer_by < today
      returning p.*
    ), written as (
      insert into placement_events (firm_id, placement_id, status, move, occurred_at)
      select x.firm_id, x.placement_id, 'expired', 'expire', expired_now from expired x
    )
    select x.placement_id, x.revision, x.firm_id, x.package_code, e.catalogue_version_id, o.code, w.email, w.language
    from expired x
    join editions e on e.edition_id = x.edition_id
    join organisations o on o.organisation_id = x.organisation_id
    left join lateral (
      select p.email, p.language from memberships m
      join people p on p.person_id = m.person_id
      where m.firm_id = x.firm_id and m.role = 'owner' and m.ended_at is null and p.email is not null
        and p.disabled_at is null
    ) w on true;
end
$$;

-- Locks the edition of a placement of the session's firm, which comes before the placement itself for everybody.
create function lock_edition_of(own_placement_id uuid) returns boolean
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  perform 1 from editions e where e.edition_id = (
    select p.edition_id from placements p
    where p.placement_id = own_placement_id and p.firm_id = any (my_owned_firm_ids())
  ) for update;
  return found;
end
$$;

-- The firms in a group that let themselves be named to the others in it, for a firm that has a place there.
create function group_members(of_edition uuid) returns table (firm_id uuid, name text)
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  if not exists (
    select 1 from placements p where p.edition_id = of_edition and p.firm_id = any (my_firm_ids())
      and p.status in ('placed', 'completed')
  ) then
    return;
  end if;
  return query
    select f.firm_id, f.name from placements p
    join firms f on f.firm_id = p.firm_id
    join organisations o on o.organisation_id = p.organisation_id
    where p.edition_id = of_edition and p.status in ('placed', 'completed') and f.name is not null
      and not p.firm_id = any (my_firm_ids())
      and exists (select 1 from consents c where c.firm_id = p.firm_id and c.provider_code = o.code
        and c.purpose = 'cohort' and c.withdrawn_at is null)
    order by f.name, f.firm_id;
end
$$;

alter table editions enable row level security;
alter table editions force row level security;
alter table edition_days enable row level security;
alter table edition_days force row level security;
alter table placements enable row level security;
alter table placements force row level security;
alter table placement_events enable row level security;
alter table placement_events force row level security;

create policy editions_owner on editions to mattstock_owner using (true) with check (true);
create policy edition_days_owner on edition_days to mattstock_owner using (true) with check (true);
create policy placements_owner on placements to mattstock_owner using (true) with check (true);
create policy placement_events_owner on placement_events to mattstock_owner using (true) with check (true);

-- That an edition takes firms is public.
create policy editions_public on editions for select to mattstock_app using (status in ('open', 'confirmed'));
create policy edition_days_public on edition_days for select to mattstock_app
  using (exists (select 1 from editions e where e.edition_id = edition_days.edition_id));

-- Every adviser sees every provider's, so that joining a group comes before beginning another; without its firms.
create policy editions_advisor on editions for select to mattstock_advisor
  using ((select my_organisation_ids('advisor', 'manager'))::uuid[] <> '{}');
create policy editions_advisor_create on editions for insert to mattstock_advisor
  with check (organisation_id = any ((select my_organisation_ids('advisor', 'manager'))::uuid[])
    and created_by = (select current_person_id()));
create policy editions_advisor_change on editions for update to mattstock_advisor
  using (organisation_id = any ((select my_organisation_ids('advisor', 'manager'))::uuid[]))
  with check (organisation_id = any ((select my_organisation_ids('advisor', 'manager'))::uuid[]));
create policy edition_days_advisor on edition_days for select to mattstock_advisor
  using (exists (select 1 from editions e where e.edition_id = edition_days.edition_id));
create policy edition_days_advisor_write on edition_days for insert to mattstock_advisor
  with check (exists (select 1 from editions e where e.edition_id = edition_days.edition_id
    and e.organisation_id = any ((select my_organisation_ids('advisor', 'manager'))::uuid[])));
create policy edition_days_advisor_remove on edition_days for delete to mattstock_advisor
  using (exists (select 1 from editions e where e.edition_id = edition_days.edition_id
    and e.organisation_id = any ((select my_organisation_ids('advisor', 'manager'))::uuid[])));

-- The provider's own groups, of the firms that let it in. Who changes a placement has looked at the firm first.
create policy placements_advisor on placements for select to mattstock_advisor
  using (organisation_id = any ((select my_organisation_ids('advisor', 'manager'))::uuid[]));
create policy placements_advisor_place on placements for insert to mattstock_advisor
  with check (firm_id = (select placing_firm_id()) and placed_by = (select current_person_id()));
create policy placements_advisor_change on placements for update to mattstock_advisor
  using (firm_id = (select placing_firm_id())) with check (firm_id = (select placing_firm_id()));
create policy placements_advisor_wall on placements as restrictive to mattstock_advisor
  using (organisation_id = any ((select my_organisation_ids('advisor', 'manager'))::uuid[])
    and exists (select 1 from consents c
      join organisations o on o.kind = 'provider' and o.code = c.provider_code
      where c.firm_id = placements.firm_id and o.organisation_id = placements.organisation_id
        and c.purpose <> 'statistics' and c.withdrawn_at is null));
create policy placement_events_advisor on placement_events for select to mattstock_advisor
  using (exists (select 1 from placements p where p.firm_id = placement_events.firm_id
    and p.placement_id = placement_events.placement_id));
create policy placement_events_advisor_write on placement_events for insert to mattstock_advisor
  with check (firm_id = (select placing_firm_id()) and person_id = (select current_person_id())
    and organisation_id = any ((select my_organisation_ids('advisor', 'manager'))::uuid[]));
create policy placement_events_advisor_wall on placement_events as restrictive to mattstock_advisor
  using (exists (select 1 from placements p where p.firm_id = placement_events.firm_id
    and p.placement_id = placement_events.placement_id))
  with check (exists (select 1 from placements p where p.firm_id = placement_events.firm_id
    and p.placement_id = placement_events.placement_id));

-- The firm's own side: everybody in it sees, an owner answers.
create policy placements_member on placements for select to mattstock_member
  using (firm_id = any ((select my_firm_ids())::uuid[]));
create policy placements_member_answer on placements for update to mattstock_member
  using (firm_id = any ((select my_owned_firm_ids())::uuid[]))
  with check (firm_id = any ((select my_owned_firm_ids())::uuid[]) and status in ('placed', 'declined', 'left'));
create policy placements_member_wall on placements as restrictive to mattstock_member
  using (firm_id = any ((select my_firm_ids())::uuid[]))
  with check (firm_id = any ((select my_owned_firm_ids())::uuid[]));
create policy placement_events_member on placement_events for select to mattstock_member
  using (firm_id = any ((select my_firm_ids())::uuid[]));
create policy placement_events_member_write on placement_events for insert to mattstock_member
  with check (firm_id = any ((select my_owned_firm_ids())::uuid[]) and person_id = (select current_person_id())
    and organisation_id is null);
create policy placement_events_member_wall on placement_events as restrictive to mattstock_member
  using (firm_id = any ((select my_firm_ids())::uuid[]))
  with check (firm_id = any ((select my_owned_firm_ids())::uuid[]));
create policy editions_member on editions for select to mattstock_member
  using (exists (select 1 from placements p where p.edition_id = editions.edition_id));
create policy edition_days_member on edition_days for select to mattstock_member
  using (exists (select 1 from editions e where e.edition_id = edition_days.edition_id));

grant select on editions, edition_days to mattstock_app, mattstock_member, mattstock_advisor;
grant insert on editions to mattstock_advisor;
grant insert, delete on edition_days to mattstock_advisor;
grant update (name, status, status_since, reason, delivery, municipality, venue, latitude, longitude, apply_by, starts_on,
    ends_on, places, minimum_group, language, catalogue_version_id, revision)
  on editions to mattstock_advisor;
grant select, insert on placements, placement_events to mattstock_advisor;
grant update (status, status_since, answer_by, waiting_since, placed_by, reason, referral_id, revision)
  on placements to mattstock_advisor;
grant select on placements, placement_events to mattstock_member;
grant update (status, status_since, answer_by, waiting_since, reason, revision) on placements to mattstock_member;
grant insert on placement_events to mattstock_member;

revoke all on function refuse_impossible_edition_move(), refuse_impossible_placement_move(), count_placements(),
  end_placements(uuid[], timestamptz, text, uuid), end_placements_with_consent(), end_placements_with_edition(),
  clear_placement_mails(uuid[]), forget_placement(), reduce_placements(), retire_placements(timestamptz, integer),
  look_for_placement(uuid, uuid, uuid), placing_firm_id(), placement_recipients(uuid),
  expire_placements(date, timestamptz, integer), lock_edition_of(uuid), group_members(uuid) from public;
grant execute on function look_for_placement(uuid, uuid, uuid), placing_firm_id(), placement_recipients(uuid)
  to mattstock_advisor;
grant execute on function placement_recipients(uuid), lock_edition_of(uuid), group_members(uuid) to mattstock_member;
grant execute on function retire_placements(timestamptz, integer), expire_placements(date, timestamptz, integer)
  to mattstock_worker;

reset search_path;
reset role;
