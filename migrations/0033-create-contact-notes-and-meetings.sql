-- What advisers write down of their contacts with a firm, for each other and for the firm; and the meetings they hold
-- with it, what was agreed there and the files of it. shared/domain/contact and shared/domain/meeting hold the rules.
set local role mattstock_owner;
set local search_path = mattstock;

create table contact_notes (
  contact_note_id uuid not null,
  firm_id uuid not null,
  organisation_id uuid not null,
  -- Who wrote it.
  person_id uuid,
  kind text not null,
  held_on date not null,
  -- Whom one spoke with at the firm, in words.
  counterpart text not null default '',
  subject text not null,
  body text not null default '',
  revision integer not null default 1,
  created_at timestamptz not null default now(),
  -- When its author last wrote it anew.
  changed_at timestamptz,
  -- Sent with the request that wrote it: the same request again writes nothing more.
  request_key text not null,
  constraint contact_notes_pk primary key (contact_note_id),
  constraint contact_notes_firm_unique unique (firm_id, contact_note_id),
  constraint contact_notes_request_unique unique (firm_id, organisation_id, request_key),
  constraint contact_notes_firm_fk foreign key (firm_id) references firms (firm_id) on delete cascade,
  constraint contact_notes_organisation_fk foreign key (organisation_id)
    references organisations (organisation_id) on delete restrict,
  constraint contact_notes_person_fk foreign key (person_id) references people (person_id) on delete set null,
  constraint contact_notes_kind_known check (kind in ('call', 'visit', 'meeting', 'mail', 'note')),
  constraint contact_notes_lengths check (
    char_length(counterpart) <= 200 and char_length(subject) between 1 and 200 and char_length(body) <= 4000
  ),
  constraint contact_notes_revision_positive check (revision > 0)
);
create index contact_notes_day_index on contact_notes (firm_id, held_on);
create index contact_notes_organisation_index on contact_notes (organisation_id);
create index contact_notes_person_index on contact_notes (person_id);
create index contact_notes_created_index on contact_notes (created_at);

-- What a note said before it was written anew.
create table contact_note_versions (
  firm_id uuid not null,
  contact_note_id uuid not null,
  revision integer not null,
  kind text not null,
  held_on date not null,
  counterpart text not null,
  subject text not null,
  body text not null,
  replaced_at timestamptz not null,
  constraint contact_note_versions_pk primary key (contact_note_id, revision),
  constraint contact_note_versions_note_fk foreign key (firm_id, contact_note_id)
    references contact_notes (firm_id, contact_note_id) on delete cascade
);
create index contact_note_versions_note_index on contact_note_versions (firm_id, contact_note_id);

-- What was added to a note after its day.
create table contact_note_corrections (
  contact_note_correction_id uuid not null,
  firm_id uuid not null,
  contact_note_id uuid not null,
  person_id uuid,
  body text not null,
  created_at timestamptz not null default now(),
  request_key text not null,
  constraint contact_note_corrections_pk primary key (contact_note_correction_id),
  constraint contact_note_corrections_request_unique unique (firm_id, contact_note_id, request_key),
  constraint contact_note_corrections_note_fk foreign key (firm_id, contact_note_id)
    references contact_notes (firm_id, contact_note_id) on delete cascade,
  constraint contact_note_corrections_person_fk foreign key (person_id) references people (person_id)
    on delete set null,
  constraint contact_note_corrections_body_length check (char_length(body) between 1 and 2000)
);
create index contact_note_corrections_note_index on contact_note_corrections (firm_id, contact_note_id);
create index contact_note_corrections_person_index on contact_note_corrections (person_id);

-- Nothing that was written goes without a trace: the words before stay, whoever changes them.
create function keep_note_version() returns trigger
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  insert into contact_note_versions (firm_id, contact_note_id, revision, kind, held_on, counterpart, subject, body,
    replaced_at)
  values (old.firm_id, old.contact_note_id, old.revision, old.kind, old.held_on, old.counterpart, old.subject, old.body,
    coalesce(new.changed_at, now()));
  return new;
end
$$;
create trigger contact_notes_keep_version
  before update of kind, held_on, counterpart, subject, body on contact_notes
  for each row execute function keep_note_version();
create trigger contact_note_versions_append_only
  before update on contact_note_versions for each row execute function refuse_every_change();
create trigger contact_note_corrections_append_only
  before update on contact_note_corrections for each row
  when (new.person_id is not null or old.person_id is null
    or row(new.contact_note_correction_id, new.firm_id, new.contact_note_id, new.body, new.created_at)
      is distinct from row(old.contact_note_correction_id, old.firm_id, old.contact_note_id, old.body, old.created_at))
  execute function refuse_every_change();

create table meetings (
  meeting_id uuid not null,
  firm_id uuid not null,
  organisation_id uuid not null,
  -- Who planned it.
  person_id uuid,
  status text not null default 'planned',
  starts_at timestamptz not null,
  minutes integer not null,
  place text not null default '',
  link text not null default '',
  participants text not null default '',
  purpose text not null,
  -- Counts every change of the plan; whoever changes says which one was seen.
  revision integer not null default 1,
  -- The same for the steps, which are written in the meeting.
  steps_revision integer not null default 1,
  summary_sent_at timestamptz,
  is_simulated boolean not null default false,
  created_at timestamptz not null default now(),
  status_since timestamptz not null default now(),
  request_key text not null,
  constraint meetings_pk primary key (meeting_id),
  constraint meetings_firm_unique unique (firm_id, meeting_id),
  constraint meetings_request_unique unique (firm_id, organisation_id, request_key),
  constraint meetings_firm_fk foreign key (firm_id) references firms (firm_id) on delete cascade,
  constraint meetings_organisation_fk foreign key (organisation_id)
    references organisations (organisation_id) on delete restrict,
  constraint meetings_person_fk foreign key (person_id) references people (person_id) on delete set null,
  constraint meetings_status_known check (status in ('planned', 'held', 'cancelled')),
  constraint meetings_minutes_sensible check (minutes between 5 and 720),
  constraint meetings_lengths check (
    char_length(place) <= 200 and char_length(link) <= 500 and char_length(participants) <= 500
    and char_length(purpose) between 1 and 1000
  ),
  constraint meetings_summary_when_held check (summary_sent_at is null or status = 'held'),
  constraint meetings_revisions_positive check (revision > 0 and steps_revision > 0)
);
create index meetings_firm_index on meetings (firm_id, starts_at);
create index meetings_organisation_index on meetings (organisation_id, status, starts_at);
create index meetings_person_index on meetings (person_id);
create index meetings_start_index on meetings (starts_at);

create table meeting_steps (
  firm_id uuid not null,
  meeting_id uuid not null,
  -- Made by whoever wrote the step down; tells it from the others of the meeting.
  step_key text not null,
  place_in_list integer not null,
  what text not null,
  owner text not null,
  due_on date,
  is_agreed_by_firm boolean not null default false,
  is_agreed_by_provider boolean not null default false,
  done_at timestamptz,
  constraint meeting_steps_pk primary key (meeting_id, step_key),
  constraint meeting_steps_meeting_fk foreign key (firm_id, meeting_id) references meetings (firm_id, meeting_id)
    on delete cascade,
  constraint meeting_steps_key_form check (step_key ~ '^[a-z0-9]{10}$'),
  constraint meeting_steps_owner_known check (owner in ('firm', 'provider')),
  constraint meeting_steps_what_length check (char_length(what) <= 300)
);
create index meeting_steps_meeting_index on meeting_steps (firm_id, meeting_id);
create index meeting_steps_due_index on meeting_steps (due_on) where done_at is null;

create table meeting_files (
  meeting_file_id uuid not null,
  firm_id uuid not null,
  meeting_id uuid not null,
  person_id uuid,
  name text not null,
  media_type text not null,
  content bytea not null,
  sha256 bytea not null generated always as (sha256(content)) stored,
  created_at timestamptz not null default now(),
  constraint meeting_files_pk primary key (meeting_file_id),
  -- The same file sent again is one file.
  constraint meeting_files_content_unique unique (firm_id, meeting_id, name, sha256),
  constraint meeting_files_meeting_fk foreign key (firm_id, meeting_id) references meetings (firm_id, meeting_id)
    on delete cascade,
  constraint meeting_files_person_fk foreign key (person_id) references people (person_id) on delete set null,
  constraint meeting_files_name_length check (char_length(name) between 1 and 120),
  constraint meeting_files_type_known check (media_type in (
    'application/pdf', 'image/png', 'image/jpeg',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  )),
  constraint meeting_files_size_limit check (octet_length(content) between 1 and 5242880)
);
create index meeting_files_meeting_index on meeting_files (firm_id, meeting_id);
create index meeting_files_person_index on meeting_files (person_id);

-- Which status can follow which: meetingMoves of shared/domain/meeting. What was sent does not change any more.
create function refuse_impossible_meeting_move() returns trigger
language plpgsql
set search_path = mattstock, pg_temp
as $$
begin
  if (new.status <> old.status and (old.status, new.status) not in (('planned', 'held'), ('planned', 'cancelled')))
    or (old.summary_sent_at is not null and new.summary_sent_at is distinct from old.summary_sent_at)
  then
    raise exception 'a meeting cannot go from % to %', old.status, new.status
      using errcode = 'restrict_violation', constraint = 'meetings_move_allowed';
  end if;
  return new;
end
$$;
create trigger meetings_move_allowed
  before update of status, summary_sent_at on meetings for each row execute function refuse_impossible_meeting_move();

-- Ten files a meeting, however many are put in at once: the meeting is locked by whoever puts one in.
create function refuse_too_many_files() returns trigger
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  perform 1 from meetings where meeting_id = new.meeting_id for update;
  if (select count(*) from meeting_files where meeting_id = new.meeting_id) >= 10 and not exists (
    select 1 from meeting_files f
    where f.meeting_id = new.meeting_id and f.name = new.name and f.sha256 = sha256(new.content)
  ) then
    raise exception 'the meeting has ten files'
      using errcode = 'restrict_violation', constraint = 'meeting_files_at_most_ten';
  end if;
  return new;
end
$$;
create trigger meeting_files_at_most_ten
  before insert on meeting_files for each row execute function refuse_too_many_files();

-- Mails under way about a meeting go with it, wherever it goes.
create function forget_meeting_mails() returns trigger
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
declare
  about uuid[];
begin
  select array_agg(mail_id) into about from outbox_mails
  where split_part(dedupe_key, ':', 1) = 'meeting-summary' and split_part(dedupe_key, ':', 2) = old.meeting_id::text;
  delete from outbox_mails where mail_id = any (about) and settled_at is null;
  update outbox_mails set recipient = null, facts = '{}' where mail_id = any (about);
  return old;
end
$$;
create trigger meetings_forget_mails
  before delete on meetings for each row execute function forget_meeting_mails();

-- Of a firm that is erased in part nobody keeps what was spoken of with it.
create function forget_contacts_of_firm() returns trigger
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  delete from contact_notes where firm_id = new.firm_id;
  delete from meetings where firm_id = new.firm_id;
  return null;
end
$$;
create trigger firms_forget_contacts after update of reduced_at on firms for each row
  when (new.reduced_at is not null) execute function forget_contacts_of_firm();

-- Of a person who is erased stays what was done, as one nameless adviser's.
create function forget_adviser() returns trigger
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  update contact_notes set person_id = null where person_id = new.person_id;
  update contact_note_corrections set person_id = null where person_id = new.person_id;
  update meetings set person_id = null where person_id = new.person_id;
  update meeting_files set person_id = null where person_id = new.person_id;
  return null;
end
$$;
create trigger people_forget_adviser after update of erased_at on people for each row
  when (old.erased_at is null and new.erased_at is not null) execute function forget_adviser();

create function retire_contact_notes(cutoff timestamptz, most integer) returns integer
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
declare
  taken integer;
begin
  delete from contact_notes where contact_note_id in (
    select contact_note_id from contact_notes where created_at <= cutoff
    order by created_at limit most for update skip locked
  );
  get diagnostics taken = row_count;
  return taken;
end
$$;

create function retire_meetings(cutoff timestamptz, most integer) returns integer
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
declare
  taken integer;
begin
  delete from meetings where meeting_id in (
    select meeting_id from meetings where starts_at <= cutoff
    order by starts_at limit most for update skip locked
  );
  get diagnostics taken = row_count;
  return taken;
end
$$;

alter table access_events
  drop constraint access_events_what_known,
  -- notes: somebody read what had been written about contacts with the firm.
  add constraint access_events_what_known check (what in ('result', 'contact', 'list', 'placement', 'export', 'notes'));

-- The wordings by which a firm lets the organisations that it let in by such a wording read each other's notes:
-- sharingWordings of shared/domain/access.
create function sharing_wordings() returns text[]
language sql immutable
set search_path = mattstock, pg_temp
as $$
  select array['contact-2', 'result-2']
$$;

-- As look_at_firm, for what has been written about contacts: a consent to be contacted or to read the results will do.
create function look_at_notes(looked_at uuid, for_organisation uuid, new_access_event_id uuid) returns boolean
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  insert into access_events (access_event_id, firm_id, organisation_id, person_id, what)
  select new_access_event_id, c.firm_id, o.organisation_id, current_person_id(), 'notes'
  from consents c
  join organisations o on o.kind = 'provider' and o.code = c.provider_code
  where c.firm_id = looked_at and c.purpose in ('contact', 'result') and c.withdrawn_at is null
    and o.organisation_id = for_organisation
    and o.organisation_id = any (my_organisation_ids('advisor', 'manager'))
  limit 1;
  return found;
end
$$;

-- For whom, and at which firm, this transaction has said that it looks at the notes, if a consent still stands; and
-- whether one that stands is of a wording by which notes are shared.
create function notes_looked_at() returns table (firm_id uuid, organisation_id uuid, is_sharing boolean)
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  return query
    select e.firm_id, e.organisation_id, bool_or(c.wording_version = any (sharing_wordings()))
    from access_events e
    join organisations o on o.organisation_id = e.organisation_id
    join consents c on c.firm_id = e.firm_id and c.provider_code = o.code
    where e.transaction_id = pg_current_xact_id() and e.occurred_at = now() and e.what = 'notes'
      and e.person_id = current_person_id() and c.purpose in ('contact', 'result') and c.withdrawn_at is null
      and o.organisation_id = any (my_organisation_ids('advisor', 'manager'))
    group by e.firm_id, e.organisation_id
    limit 1;
end
$$;

create function noted_firm_id() returns uuid
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  return (select n.firm_id from notes_looked_at() n);
end
$$;

create function noting_organisation_id() returns uuid
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  return (select n.organisation_id from notes_looked_at() n);
end
$$;

-- Whose notes on that firm are open: the own organisation's, and those of every other one that is let in, where both
-- consents say so.
create function open_note_organisation_ids() returns uuid[]
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  return (
    select coalesce(array_agg(distinct open.organisation_id), '{}') from (
      select n.organisation_id from notes_looked_at() n
      union all
      select o.organisation_id from notes_looked_at() n
      join consents c on c.firm_id = n.firm_id and c.purpose in ('contact', 'result') and c.withdrawn_at is null
        and c.wording_version = any (sharing_wordings())
      join organisations o on o.kind = 'provider' and o.code = c.provider_code
      where n.is_sharing
    ) open
  );
end
$$;

-- Who wrote the notes that are open.
create function note_author_ids() returns uuid[]
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  return (
    select coalesce(array_agg(distinct w.person_id), '{}') from (
      select n.person_id from contact_notes n
      where n.firm_id = noted_firm_id() and n.organisation_id = any (open_note_organisation_ids())
      union all
      select k.person_id from contact_note_corrections k
      join contact_notes n on n.contact_note_id = k.contact_note_id
      where n.firm_id = noted_firm_id() and n.organisation_id = any (open_note_organisation_ids())
    ) w
    where w.person_id is not null
  );
end
$$;

-- Who has written about, planned with or put in files for the firms that the live session owns.
create function adviser_ids_of_my_firms() returns uuid[]
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  return (
    select coalesce(array_agg(distinct w.person_id), '{}') from (
      select person_id from contact_notes where firm_id = any (my_owned_firm_ids())
      union all
      select person_id from contact_note_corrections where firm_id = any (my_owned_firm_ids())
      union all
      select person_id from meetings where firm_id = any (my_owned_firm_ids())
    ) w
    where w.person_id is not null
  );
end
$$;

-- What the firm whose notes are looked at takes part in, at every provider whose notes are open: requests whose own
-- consent stands (and, of other providers, says so), and places in groups.
create function packages_at_open_providers()
returns table (organisation_id uuid, catalogue_version_id uuid, package_code text, source text, status text,
  since timestamptz)
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  return query
    select o.organisation_id, r.catalogue_version_id, r.package_code, 'request', r.status, r.status_since
    from referrals r
    join organisations o on o.kind = 'provider' and o.code = r.provider_code
    join consents c on c.firm_id = r.firm_id and c.consent_id = r.consent_id
    where r.firm_id = noted_firm_id() and o.organisation_id = any (open_note_organisation_ids())
      and c.withdrawn_at is null
      and (o.organisation_id = noting_organisation_id() or c.wording_version = any (sharing_wordings()))
    union all
    select p.organisation_id, e.catalogue_version_id, p.package_code, 'placement', p.status, p.status_since
    from placements p
    join editions e on e.edition_id = p.edition_id
    where p.firm_id = noted_firm_id() and p.organisation_id = any (open_note_organisation_ids());
end
$$;

-- Whom to tell about a meeting of the session's provider: the firm's owners, or where it has none whoever asked last to
-- be contacted by the provider; and whoever sends it.
create function meeting_recipients(told_meeting_id uuid)
returns table (person_id uuid, email text, language text, is_own boolean)
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
declare
  told meetings;
  receiver text;
begin
  select m.* into told from meetings m
  where m.meeting_id = told_meeting_id and m.organisation_id = any (my_organisation_ids('advisor', 'manager'));
  select o.code into receiver from organisations o where o.organisation_id = told.organisation_id;
  if not exists (
    select 1 from consents c where c.firm_id = told.firm_id and c.provider_code = receiver
      and c.purpose in ('contact', 'result') and c.withdrawn_at is null
  ) then
    return;
  end if;
  return query
    select p.person_id, p.email, p.language, false from memberships m
    join people p on p.person_id = m.person_id
    where m.firm_id = told.firm_id and m.role = 'owner' and m.ended_at is null and p.email is not null
      and p.disabled_at is null
    union all
    (
      select null::uuid, r.email, c.language, false from referrals r
      join consents c on c.firm_id = r.firm_id and c.consent_id = r.consent_id
      where r.firm_id = told.firm_id and r.provider_code = receiver and r.email <> '' and c.withdrawn_at is null
        and not exists (select 1 from memberships m where m.firm_id = told.firm_id and m.ended_at is null)
      order by r.created_at desc limit 1
    )
    union all
    select p.person_id, p.email, p.language, true from people p
    where p.person_id = current_person_id() and p.email is not null;
end
$$;

alter table contact_notes enable row level security;
alter table contact_notes force row level security;
alter table contact_note_versions enable row level security;
alter table contact_note_versions force row level security;
alter table contact_note_corrections enable row level security;
alter table contact_note_corrections force row level security;
alter table meetings enable row level security;
alter table meetings force row level security;
alter table meeting_steps enable row level security;
alter table meeting_steps force row level security;
alter table meeting_files enable row level security;
alter table meeting_files force row level security;

create policy contact_notes_owner on contact_notes to mattstock_owner using (true) with check (true);
create policy contact_note_versions_owner on contact_note_versions to mattstock_owner using (true) with check (true);
create policy contact_note_corrections_owner on contact_note_corrections to mattstock_owner
  using (true) with check (true);
create policy meetings_owner on meetings to mattstock_owner using (true) with check (true);
create policy meeting_steps_owner on meeting_steps to mattstock_owner using (true) with check (true);
create policy meeting_files_owner on meeting_files to mattstock_owner using (true) with check (true);

-- Notes are read after a look, which the firm sees; and written only of the own organisation's contacts. What was
-- written is its author's to write anew on the day it was written, by the calendar of where the readers are.
create policy contact_notes_advisor on contact_notes for select to mattstock_advisor
  using (firm_id = (select noted_firm_id())
    and organisation_id = any ((select open_note_organisation_ids())::uuid[]));
create policy contact_notes_advisor_write on contact_notes for insert to mattstock_advisor
  with check (person_id = (select current_person_id()));
create policy contact_notes_advisor_rewrite on contact_notes for update to mattstock_advisor
  using (person_id = (select current_person_id())
    and (created_at at time zone 'Europe/Stockholm')::date = (now() at time zone 'Europe/Stockholm')::date)
  with check (person_id = (select current_person_id()));
create policy contact_notes_advisor_wall on contact_notes as restrictive to mattstock_advisor
  using (firm_id = (select noted_firm_id())
    and organisation_id = any ((select open_note_organisation_ids())::uuid[]))
  with check (firm_id = (select noted_firm_id()) and organisation_id = (select noting_organisation_id()));
create policy contact_note_versions_advisor on contact_note_versions for select to mattstock_advisor
  using (exists (select 1 from contact_notes n where n.firm_id = contact_note_versions.firm_id
    and n.contact_note_id = contact_note_versions.contact_note_id));
create policy contact_note_corrections_advisor on contact_note_corrections for select to mattstock_advisor
  using (exists (select 1 from contact_notes n where n.firm_id = contact_note_corrections.firm_id
    and n.contact_note_id = contact_note_corrections.contact_note_id));
create policy contact_note_corrections_advisor_add on contact_note_corrections for insert to mattstock_advisor
  with check (person_id = (select current_person_id()));
create policy contact_note_corrections_advisor_wall on contact_note_corrections as restrictive to mattstock_advisor
  using (exists (select 1 from contact_notes n where n.firm_id = contact_note_corrections.firm_id
    and n.contact_note_id = contact_note_corrections.contact_note_id))
  with check (exists (select 1 from contact_notes n where n.firm_id = contact_note_corrections.firm_id
    and n.contact_note_id = contact_note_corrections.contact_note_id
    and n.organisation_id = (select noting_organisation_id())));
create policy people_note_authors on people for select to mattstock_advisor
  using (person_id = any ((select note_author_ids())::uuid[]));

-- Meetings are the organisation's own work, open to it as long as the firm lets it in.
create policy meetings_advisor on meetings for select to mattstock_advisor
  using (organisation_id = any ((select my_organisation_ids('advisor', 'manager'))::uuid[]));
create policy meetings_advisor_plan on meetings for insert to mattstock_advisor
  with check (person_id = (select current_person_id()));
create policy meetings_advisor_change on meetings for update to mattstock_advisor
  using (organisation_id = any ((select my_organisation_ids('advisor', 'manager'))::uuid[]))
  with check (organisation_id = any ((select my_organisation_ids('advisor', 'manager'))::uuid[]));
create policy meetings_advisor_wall on meetings as restrictive to mattstock_advisor
  using (organisation_id = any ((select my_organisation_ids('advisor', 'manager'))::uuid[])
    and exists (select 1 from consents c
      join organisations o on o.kind = 'provider' and o.code = c.provider_code
      where c.firm_id = meetings.firm_id and o.organisation_id = meetings.organisation_id
        and c.purpose in ('contact', 'result') and c.withdrawn_at is null))
  with check (organisation_id = any ((select my_organisation_ids('advisor', 'manager'))::uuid[])
    and exists (select 1 from consents c
      join organisations o on o.kind = 'provider' and o.code = c.provider_code
      where c.firm_id = meetings.firm_id and o.organisation_id = meetings.organisation_id
        and c.purpose in ('contact', 'result') and c.withdrawn_at is null));
create policy meeting_steps_advisor on meeting_steps to mattstock_advisor
  using (exists (select 1 from meetings m where m.firm_id = meeting_steps.firm_id
    and m.meeting_id = meeting_steps.meeting_id))
  with check (exists (select 1 from meetings m where m.firm_id = meeting_steps.firm_id
    and m.meeting_id = meeting_steps.meeting_id));
create policy meeting_files_advisor on meeting_files for select to mattstock_advisor
  using (exists (select 1 from meetings m where m.firm_id = meeting_files.firm_id
    and m.meeting_id = meeting_files.meeting_id));
create policy meeting_files_advisor_add on meeting_files for insert to mattstock_advisor
  with check (person_id = (select current_person_id()));
create policy meeting_files_advisor_remove on meeting_files for delete to mattstock_advisor
  using (exists (select 1 from meetings m where m.firm_id = meeting_files.firm_id
    and m.meeting_id = meeting_files.meeting_id));
create policy meeting_files_advisor_wall on meeting_files as restrictive to mattstock_advisor
  using (exists (select 1 from meetings m where m.firm_id = meeting_files.firm_id
    and m.meeting_id = meeting_files.meeting_id))
  with check (exists (select 1 from meetings m where m.firm_id = meeting_files.firm_id
    and m.meeting_id = meeting_files.meeting_id));

-- The firm's own side: its owners see everything that is written about it, and tick off what it has agreed to do.
create policy contact_notes_member on contact_notes for select to mattstock_member
  using (firm_id = any ((select my_owned_firm_ids())::uuid[]));
create policy contact_note_versions_member on contact_note_versions for select to mattstock_member
  using (firm_id = any ((select my_owned_firm_ids())::uuid[]));
create policy contact_note_corrections_member on contact_note_corrections for select to mattstock_member
  using (firm_id = any ((select my_owned_firm_ids())::uuid[]));
create policy meetings_member on meetings for select to mattstock_member
  using (firm_id = any ((select my_owned_firm_ids())::uuid[]));
create policy meeting_steps_member on meeting_steps for select to mattstock_member
  using (firm_id = any ((select my_owned_firm_ids())::uuid[]));
create policy meeting_steps_member_tick on meeting_steps for update to mattstock_member
  using (firm_id = any ((select my_owned_firm_ids())::uuid[]) and owner = 'firm' and is_agreed_by_firm
    and is_agreed_by_provider and exists (select 1 from meetings m where m.firm_id = meeting_steps.firm_id
      and m.meeting_id = meeting_steps.meeting_id and m.status = 'held'));
create policy meeting_steps_member_wall on meeting_steps as restrictive to mattstock_member
  using (firm_id = any ((select my_owned_firm_ids())::uuid[]));
create policy meeting_files_member on meeting_files for select to mattstock_member
  using (firm_id = any ((select my_owned_firm_ids())::uuid[]));
create policy people_advisers on people for select to mattstock_member
  using (person_id = any ((select adviser_ids_of_my_firms())::uuid[]));

-- One's own doings, for the copy of personal data.
create policy contact_notes_identity on contact_notes for select to mattstock_identity
  using (person_id = (select current_person_id()));
create policy contact_note_corrections_identity on contact_note_corrections for select to mattstock_identity
  using (person_id = (select current_person_id()));
create policy meetings_identity on meetings for select to mattstock_identity
  using (person_id = (select current_person_id()));
create policy meeting_files_identity on meeting_files for select to mattstock_identity
  using (person_id = (select current_person_id()));

grant select, insert on contact_notes, contact_note_corrections to mattstock_advisor;
grant update (kind, held_on, counterpart, subject, body, revision, changed_at) on contact_notes to mattstock_advisor;
grant select on contact_note_versions to mattstock_advisor;
grant select, insert, update (status, status_since, starts_at, minutes, place, link, participants, purpose, revision,
  steps_revision, summary_sent_at) on meetings to mattstock_advisor;
grant select, insert, delete, update (place_in_list, what, owner, due_on, is_agreed_by_firm, is_agreed_by_provider,
  done_at) on meeting_steps to mattstock_advisor;
grant select, insert, delete on meeting_files to mattstock_advisor;
grant select on contact_notes, contact_note_versions, contact_note_corrections, meetings, meeting_steps, meeting_files
  to mattstock_member;
grant update (done_at) on meeting_steps to mattstock_member;
grant select (person_id, kind, held_on, created_at) on contact_notes to mattstock_identity;
grant select (person_id, created_at) on contact_note_corrections, meetings, meeting_files to mattstock_identity;

revoke all on function keep_note_version(), refuse_impossible_meeting_move(), refuse_too_many_files(),
  forget_meeting_mails(), forget_contacts_of_firm(), forget_adviser(), retire_contact_notes(timestamptz, integer),
  retire_meetings(timestamptz, integer), sharing_wordings(), look_at_notes(uuid, uuid, uuid), notes_looked_at(),
  noted_firm_id(), noting_organisation_id(), open_note_organisation_ids(), note_author_ids(),
  adviser_ids_of_my_firms(), packages_at_open_providers(), meeting_recipients(uuid) from public;
grant execute on function look_at_notes(uuid, uuid, uuid), notes_looked_at(), noted_firm_id(),
  noting_organisation_id(), open_note_organisation_ids(), note_author_ids(), packages_at_open_providers(),
  meeting_recipients(uuid) to mattstock_advisor;
grant execute on function adviser_ids_of_my_firms() to mattstock_member;
grant execute on function retire_contact_notes(timestamptz, integer), retire_meetings(timestamptz, integer)
  to mattstock_worker;

reset search_path;
reset role;
