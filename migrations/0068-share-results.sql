-- A link with which a firm shows one of its results to one recipient, for a time, and every time it is opened.
set local role mattstock_owner;
set local search_path = mattstock;

create table result_links (
  result_link_id uuid not null,
  firm_id uuid not null,
  submission_id uuid not null,
  -- When that was submitted, for whoever lists links and may not read the submission.
  submitted_at timestamptz not null,
  -- The earlier submission that the change is counted from, chosen once.
  earlier_submission_id uuid,
  recipient_name text not null,
  recipient_email text,
  note text,
  -- What is shown, by code. A code that comes later is in no link from before.
  parts text[] not null,
  shows_firm_name boolean not null,
  language text not null,
  key_sha256 bytea not null,
  -- Of the key in the mail, which is made as the mail is sent and is in no other place.
  mailed_key_sha256 bytea,
  person_id uuid,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  taken_back_at timestamptz,
  constraint result_links_pk primary key (result_link_id),
  constraint result_links_firm_unique unique (firm_id, result_link_id),
  constraint result_links_submission_fk foreign key (firm_id, submission_id)
    references submissions (firm_id, submission_id) on delete cascade,
  constraint result_links_earlier_fk foreign key (firm_id, earlier_submission_id)
    references submissions (firm_id, submission_id) on delete cascade,
  constraint result_links_person_fk foreign key (person_id) references people (person_id) on delete set null,
  constraint result_links_key_unique unique (key_sha256),
  constraint result_links_mailed_key_unique unique (mailed_key_sha256),
  constraint result_links_sha256_length check (octet_length(key_sha256) = 32 and octet_length(mailed_key_sha256) = 32),
  constraint result_links_parts_known check (
    cardinality(parts) > 0 and parts <@ array['levels', 'stage', 'answers', 'suggestions', 'change']
  ),
  constraint result_links_change_has_earlier check (('change' = any (parts)) = (earlier_submission_id is not null)),
  constraint result_links_language_known check (language in ('sv', 'en')),
  constraint result_links_not_for_long check (expires_at > created_at and expires_at <= created_at + interval '181 days'),
  constraint result_links_lengths check (
    char_length(recipient_name) between 1 and 120 and char_length(recipient_email) between 3 and 254
    and char_length(note) <= 500
  )
);
create index result_links_firm_index on result_links (firm_id, created_at);
create index result_links_submission_index on result_links (firm_id, submission_id);
create index result_links_earlier_index on result_links (firm_id, earlier_submission_id);
create index result_links_person_index on result_links (person_id);
create index result_links_end_index on result_links (least(expires_at, taken_back_at));

-- What a link shows and to whom is settled as it is made. It may be taken back, once, and let go of people who are erased.
create function refuse_change_of_result_link() returns trigger
language plpgsql
set search_path = mattstock, pg_temp
as $$
begin
  if to_jsonb(new) - 'mailed_key_sha256' - 'taken_back_at' - 'person_id' - 'recipient_email'
      is distinct from to_jsonb(old) - 'mailed_key_sha256' - 'taken_back_at' - 'person_id' - 'recipient_email'
    or (old.taken_back_at is not null and new.taken_back_at is distinct from old.taken_back_at)
    or (new.person_id is not null and new.person_id is distinct from old.person_id)
    or (new.recipient_email is not null and new.recipient_email is distinct from old.recipient_email)
  then
    raise exception 'a link to a result is only ever taken back'
      using errcode = 'restrict_violation', constraint = 'result_links_immutable';
  end if;
  return new;
end
$$;
create trigger result_links_immutable
  before update on result_links for each row execute function refuse_change_of_result_link();

-- Outlives its link: the firm is to see for as long as other looks who has read what.
create table result_link_openings (
  result_link_opening_id uuid not null,
  firm_id uuid not null,
  result_link_id uuid not null,
  recipient_name text not null,
  opened_at timestamptz not null default now(),
  constraint result_link_openings_pk primary key (result_link_opening_id),
  constraint result_link_openings_firm_fk foreign key (firm_id) references firms (firm_id) on delete cascade
);
create index result_link_openings_firm_index on result_link_openings (firm_id, opened_at);
create index result_link_openings_link_index on result_link_openings (firm_id, result_link_id);
create index result_link_openings_time_index on result_link_openings (opened_at);
create trigger result_link_openings_append_only
  before update on result_link_openings for each row execute function refuse_every_change();

-- What there is to show of one submission: of the parts that are asked for, and of no other. For the functions below.
create function result_link_source(
  of_firm_id uuid, of_submission_id uuid, with_parts text[], with_firm_name boolean, from_submission_id uuid
)
returns table (
  firm_name text, is_simulated boolean, form_code text, instrument_version_id uuid, version_number integer,
  catalogue_version_id uuid, submitted_at timestamptz, chain_role text, score_profile jsonb, answers jsonb,
  routing jsonb, earlier_version_id uuid, earlier_submitted_at timestamptz, earlier_score_profile jsonb
)
language plpgsql stable
set search_path = mattstock, pg_temp
as $$
begin
  return query
    select case when with_firm_name then f.name end, f.is_simulated, a.form_code, s.instrument_version_id,
      v.version_number, s.catalogue_version_id, s.submitted_at, s.profile ->> 'chainRole', s.score_profile,
      case when 'answers' = any (with_parts) then s.answers end,
      case when 'suggestions' = any (with_parts) then s.routing end,
      e.instrument_version_id, e.submitted_at, e.score_profile
    from submissions s
    join firms f on f.firm_id = s.firm_id
    join responses r on r.firm_id = s.firm_id and r.response_id = s.response_id
    join assessments a on a.firm_id = r.firm_id and a.assessment_id = r.assessment_id
    join instrument_versions v on v.instrument_version_id = s.instrument_version_id
    left join submissions e on 'change' = any (with_parts) and e.firm_id = s.firm_id
      and e.submission_id = from_submission_id
    where s.firm_id = of_firm_id and s.submission_id = of_submission_id;
end
$$;

-- The same for whoever may speak for the firm, of the response that the presented key or session opens.
create function preview_result_link(with_parts text[], with_firm_name boolean, from_submission_id uuid)
returns table (
  firm_name text, is_simulated boolean, form_code text, instrument_version_id uuid, version_number integer,
  catalogue_version_id uuid, submitted_at timestamptz, chain_role text, score_profile jsonb, answers jsonb,
  routing jsonb, earlier_version_id uuid, earlier_submitted_at timestamptz, earlier_score_profile jsonb
)
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  if not may_decide_for_firm() then
    return;
  end if;
  return query
    select o.* from submissions s
    cross join lateral result_link_source(s.firm_id, s.submission_id, with_parts, with_firm_name, from_submission_id) o
    where s.firm_id = current_firm_id() and s.response_id = current_response_id();
end
$$;

-- What the firm submitted in rounds before that of the response that the presented key or session opens, the newest
-- first: what a change could be counted from.
create function submissions_before()
returns table (submission_id uuid, instrument_version_id uuid, submitted_at timestamptz, score_profile jsonb)
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  if not may_decide_for_firm() then
    return;
  end if;
  return query
    select e.submission_id, e.instrument_version_id, e.submitted_at, e.score_profile
    from responses own
    join assessments now_in on now_in.firm_id = own.firm_id and now_in.assessment_id = own.assessment_id
    join assessments before on before.firm_id = own.firm_id and before.round < now_in.round
    join responses r on r.firm_id = before.firm_id and r.assessment_id = before.assessment_id
    join submissions e on e.firm_id = r.firm_id and e.response_id = r.response_id
    where own.firm_id = current_firm_id() and own.response_id = current_response_id()
    order by e.submitted_at desc, e.submission_id desc limit 6;
end
$$;

-- Exchanges the secret of a link for what it shows, and writes the opening down in the same statement. No row when it
-- opens nothing: unknown, expired and taken back are one.
create function open_result_link(presented_sha256 bytea, new_opening_id uuid)
returns table (
  result_link_id uuid, firm_id uuid, recipient_name text, note text, parts text[], shows_firm_name boolean,
  language text, expires_at timestamptz,
  firm_name text, is_simulated boolean, form_code text, instrument_version_id uuid, version_number integer,
  catalogue_version_id uuid, submitted_at timestamptz, chain_role text, score_profile jsonb, answers jsonb,
  routing jsonb, earlier_version_id uuid, earlier_submitted_at timestamptz, earlier_score_profile jsonb
)
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
declare
  found_link result_links;
begin
  -- Whoever takes it back at this moment waits, or is waited for.
  select l.* into found_link from result_links l
  where (l.key_sha256 = presented_sha256 or l.mailed_key_sha256 = presented_sha256)
    and l.taken_back_at is null and l.expires_at > now()
  for share;
  if found_link is null then
    return;
  end if;
  insert into result_link_openings (result_link_opening_id, firm_id, result_link_id, recipient_name)
  values (new_opening_id, found_link.firm_id, found_link.result_link_id, found_link.recipient_name);
  return query
    select found_link.result_link_id, found_link.firm_id, found_link.recipient_name, found_link.note,
      found_link.parts, found_link.shows_firm_name, found_link.language, found_link.expires_at, o.*
    from result_link_source(found_link.firm_id, found_link.submission_id, found_link.parts,
      found_link.shows_firm_name, found_link.earlier_submission_id) o;
end
$$;

-- Until when the secret opens something; null when it does not. Asked by a page that is open, which is no opening.
create function result_link_expiry(presented_sha256 bytea) returns timestamptz
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  return (
    select l.expires_at from result_links l
    where (l.key_sha256 = presented_sha256 or l.mailed_key_sha256 = presented_sha256)
      and l.taken_back_at is null and l.expires_at > now()
  );
end
$$;

-- To whom links of a firm show something now, for everybody who belongs to it.
create function active_result_links(of_firm_id uuid) returns table (recipient_name text)
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  return query
    select l.recipient_name from result_links l
    where l.firm_id = of_firm_id and l.firm_id = any (my_firm_ids())
      and l.taken_back_at is null and l.expires_at > now()
    order by l.created_at, l.result_link_id;
end
$$;

-- What has become of the mails with links of the firm that the presented key or session opens.
create function result_link_mail_status() returns table (result_link_id uuid, mail_status text)
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  if not may_decide_for_firm() then
    return;
  end if;
  return query
    select l.result_link_id, case when o.status in ('claimed', 'handing-over') then 'waiting' else o.status end
    from result_links l
    join outbox_mails o on o.dedupe_key = 'result-shared:' || l.result_link_id
    where l.firm_id = current_firm_id();
end
$$;

-- The mail with a link that is gone or taken back does not go, and lets go of what it was filled in with.
create function clear_mail_of_result_link() returns trigger
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  delete from outbox_mails where dedupe_key = 'result-shared:' || old.result_link_id and settled_at is null;
  update outbox_mails set recipient = null, facts = '{}' where dedupe_key = 'result-shared:' || old.result_link_id;
  return null;
end
$$;
create trigger result_links_clear_mail after delete on result_links for each row
  execute function clear_mail_of_result_link();
create trigger result_links_clear_mail_of_taken_back after update of taken_back_at on result_links for each row
  when (old.taken_back_at is null and new.taken_back_at is not null)
  execute function clear_mail_of_result_link();

-- A firm that is erased in part shows nothing to anybody.
create function reduce_result_links() returns trigger
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  delete from result_links where firm_id = new.firm_id;
  delete from result_link_openings where firm_id = new.firm_id;
  return null;
end
$$;
create trigger firms_reduce_result_links after update of reduced_at on firms for each row
  when (new.reduced_at is not null) execute function reduce_result_links();

-- Of an erased person nothing stays with links: neither that they made one, nor their address. What a firm shows stands
-- only as long as somebody stands by it.
create function release_result_links_of_person() returns trigger
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  update result_links set person_id = null where person_id = old.person_id;
  update result_links set recipient_email = null where recipient_email = old.email;
  update result_links l set taken_back_at = new.erased_at
  where l.taken_back_at is null and l.firm_id in (
    select m.firm_id from memberships m where m.person_id = old.person_id and m.firm_id is not null
      and not exists (select 1 from memberships o where o.firm_id = m.firm_id and o.ended_at is null)
  );
  return null;
end
$$;
create trigger people_release_result_links after update of erased_at on people for each row
  when (old.erased_at is null and new.erased_at is not null) execute function release_result_links_of_person();

create function retire_result_links(cutoff timestamptz, most integer) returns integer
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
declare
  taken integer;
begin
  delete from result_links where result_link_id in (
    select l.result_link_id from result_links l where least(l.expires_at, l.taken_back_at) <= cutoff
    order by least(l.expires_at, l.taken_back_at) limit most for update skip locked
  );
  get diagnostics taken = row_count;
  return taken;
end
$$;

create function retire_result_link_openings(cutoff timestamptz, most integer) returns integer
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
declare
  taken integer;
begin
  delete from result_link_openings where result_link_opening_id in (
    select o.result_link_opening_id from result_link_openings o where o.opened_at <= cutoff
    order by o.opened_at limit most for update skip locked
  );
  get diagnostics taken = row_count;
  return taken;
end
$$;

alter table result_links enable row level security;
alter table result_links force row level security;
alter table result_link_openings enable row level security;
alter table result_link_openings force row level security;

create policy result_links_owner on result_links to mattstock_owner using (true) with check (true);
create policy result_link_openings_owner on result_link_openings to mattstock_owner using (true) with check (true);
create policy result_links_tenant on result_links to mattstock_app
  using (firm_id = (select current_firm_id()) and (select may_decide_for_firm()));
create policy result_links_wall on result_links as restrictive to mattstock_app
  using (firm_id = (select current_firm_id()) and (select may_decide_for_firm()))
  with check (firm_id = (select current_firm_id()) and (select may_decide_for_firm()));
create policy result_links_maker_wall on result_links as restrictive for insert to mattstock_app
  with check (person_id is not distinct from (select current_person_id()));
create policy result_link_openings_tenant on result_link_openings for select to mattstock_app
  using (firm_id = (select current_firm_id()) and (select may_decide_for_firm()));
create policy result_link_openings_member on result_link_openings for select to mattstock_member
  using (firm_id = any ((select my_firm_ids())::uuid[]));
-- What one has made oneself is part of one's own data.
create policy result_links_member on result_links for select to mattstock_member
  using (person_id = (select current_person_id()) and firm_id = any ((select my_firm_ids())::uuid[]));
create policy result_links_worker on result_links to mattstock_worker using (true) with check (true);

grant select (result_link_id, firm_id, submission_id, submitted_at, recipient_name, recipient_email, note, parts,
  shows_firm_name, language, created_at, expires_at, taken_back_at) on result_links to mattstock_app;
grant insert, update (taken_back_at) on result_links to mattstock_app;
grant select on result_link_openings to mattstock_app, mattstock_member;
grant select (firm_id, person_id, recipient_name, recipient_email, note, parts, created_at, expires_at, taken_back_at)
  on result_links to mattstock_member;
grant select (result_link_id, expires_at, taken_back_at), update (mailed_key_sha256) on result_links to mattstock_worker;

revoke all on function result_link_source(uuid, uuid, text[], boolean, uuid),
  preview_result_link(text[], boolean, uuid), submissions_before(), open_result_link(bytea, uuid),
  result_link_expiry(bytea), active_result_links(uuid), result_link_mail_status(), clear_mail_of_result_link(), reduce_result_links(),
  release_result_links_of_person(), retire_result_links(timestamptz, integer),
  retire_result_link_openings(timestamptz, integer) from public;
grant execute on function preview_result_link(text[], boolean, uuid), submissions_before(),
  open_result_link(bytea, uuid), result_link_expiry(bytea), result_link_mail_status() to mattstock_app;
grant execute on function active_result_links(uuid) to mattstock_member;
grant execute on function retire_result_links(timestamptz, integer), retire_result_link_openings(timestamptz, integer)
  to mattstock_worker;

reset search_path;
reset role;
