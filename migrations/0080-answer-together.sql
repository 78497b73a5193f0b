-- Several people of a firm answer one assessment, each their part. What one of them answers is read by nobody else: the
-- answers that have a middle are merged when whoever leads the answering submits.
set local role mattstock_owner;
set local search_path = mattstock;

-- `closed`: what a respondent answered, from the moment the firm's answers are submitted.
alter table responses drop constraint responses_status_known;
alter table responses add constraint responses_status_known check (status in ('open', 'submitted', 'closed'));
-- The role of whoever leads the answering.
alter table assessments add column lead_role text not null default 'management'
  constraint assessments_lead_role_known check (lead_role in ('management', 'office', 'production', 'operator'));
-- A key of a respondent opens their own answers and nothing else of the firm: every policy that asks for
-- `current_firm_id()` or `current_response_id()` knows of the key of a browser only. `respondent-resume` is what
-- `resume-link` is to a browser's.
alter table access_keys drop constraint access_keys_purpose_known;
alter table access_keys add constraint access_keys_purpose_known
  check (purpose in ('browser', 'resume-link', 'respondent', 'respondent-resume'));

create table respondent_links (
  respondent_link_id uuid not null,
  firm_id uuid not null,
  assessment_id uuid not null,
  key_sha256 bytea not null,
  most_respondents integer not null,
  language text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  taken_back_at timestamptz,
  constraint respondent_links_pk primary key (respondent_link_id),
  constraint respondent_links_firm_unique unique (firm_id, respondent_link_id),
  constraint respondent_links_assessment_fk foreign key (firm_id, assessment_id)
    references assessments (firm_id, assessment_id) on delete cascade,
  constraint respondent_links_key_unique unique (key_sha256),
  constraint respondent_links_sha256_length check (octet_length(key_sha256) = 32),
  constraint respondent_links_most_range check (most_respondents between 1 and 50),
  constraint respondent_links_language_known check (language in ('sv', 'en'))
);
create index respondent_links_assessment_index on respondent_links (firm_id, assessment_id);

create table respondents (
  respondent_id uuid not null,
  firm_id uuid not null,
  assessment_id uuid not null,
  -- Null until they have opened their invitation.
  response_id uuid,
  -- The link they came by; null for those invited one by one, and for whoever leads.
  respondent_link_id uuid,
  role text not null,
  -- The dimensions they are asked about.
  dimensions text[] not null,
  -- What the firm calls them; not told to other respondents.
  label text,
  email text,
  language text not null,
  -- Of the invitation; null for those who came by a link. Where it goes by mail, of a secret that nobody has been told.
  key_sha256 bytea,
  -- Of the key in the mail, which is made as the mail is sent and is in no other place.
  mailed_key_sha256 bytea,
  -- Likewise of the reminder, so that the link of the first mail goes on.
  reminder_key_sha256 bytea,
  created_at timestamptz not null,
  -- For the first time, or anew; and how often.
  invited_at timestamptz not null,
  invitations integer not null default 1,
  expires_at timestamptz not null,
  -- What they answer may count where fewer than three besides the one who leads have answered.
  counts_alone boolean not null default false,
  done_at timestamptz,
  taken_back_at timestamptz,
  reminded_at timestamptz,
  constraint respondents_pk primary key (respondent_id),
  constraint respondents_firm_unique unique (firm_id, respondent_id),
  constraint respondents_assessment_fk foreign key (firm_id, assessment_id)
    references assessments (firm_id, assessment_id) on delete cascade,
  constraint respondents_response_fk foreign key (firm_id, response_id)
    references responses (firm_id, response_id) on delete set null (response_id),
  constraint respondents_link_fk foreign key (firm_id, respondent_link_id)
    references respondent_links (firm_id, respondent_link_id) on delete set null (respondent_link_id),
  constraint respondents_response_unique unique (response_id),
  constraint respondents_key_unique unique (key_sha256),
  constraint respondents_mailed_key_unique unique (mailed_key_sha256),
  constraint respondents_reminder_key_unique unique (reminder_key_sha256),
  constraint respondents_sha256_length check (
    octet_length(key_sha256) = 32 and octet_length(mailed_key_sha256) = 32 and octet_length(reminder_key_sha256) = 32
  ),
  constraint respondents_role_known check (role in ('management', 'office', 'production', 'operator')),
  constraint respondents_has_part check (cardinality(dimensions) between 1 and 40),
  constraint respondents_lengths check (
    char_length(label) between 1 and 60 and char_length(email) between 3 and 254
  ),
  constraint respondents_small_letters check (email = lower(email)),
  constraint respondents_language_known check (language in ('sv', 'en'))
);
create index respondents_assessment_index on respondents (firm_id, assessment_id);
create index respondents_link_index on respondents (firm_id, respondent_link_id);
create unique index respondents_email_once on respondents (assessment_id, email)
  where taken_back_at is null;

-- How far those who answered together agreed, worked out once, as the answers were merged.
create table agreements (
  firm_id uuid not null,
  response_id uuid not null,
  document jsonb not null,
  constraint agreements_pk primary key (response_id),
  constraint agreements_response_fk foreign key (firm_id, response_id)
    references responses (firm_id, response_id) on delete cascade
);

-- The respondent that the presented key is of, for as long as they are let in.
create function presented_respondent() returns respondents
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
declare
  found_respondent respondents;
begin
  select p.* into found_respondent from access_keys k
  join respondents p on p.firm_id = k.firm_id and p.response_id = k.response_id
  where k.key_sha256 = presented_key_sha256() and k.purpose = 'respondent'
    and k.revoked_at is null and k.expires_at > now() and p.taken_back_at is null;
  return found_respondent;
end
$$;

create function respondent_response_id() returns uuid
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  return (presented_respondent()).response_id;
end
$$;

create function answering_firm_id() returns uuid
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  return coalesce(current_firm_id(), (presented_respondent()).firm_id);
end
$$;

-- What the key of a respondent knows of the firm: what it is called, and of its profile what questions go by.
create function respondent_response() returns table (
  response_id uuid, firm_id uuid, assessment_id uuid, instrument_version_id uuid, form_code text,
  response_language text, status text, started_at timestamptz, profile jsonb, firm_name text, is_simulated boolean,
  respondent_role text, dimensions text[], done_at timestamptz, counts_alone boolean
)
language sql stable security definer
set search_path = mattstock, pg_temp
as $$
  select r.response_id, r.firm_id, r.assessment_id, r.instrument_version_id, a.form_code, r.language, r.status,
    r.started_at, jsonb_build_object('municipality', a.profile -> 'municipality', 'branch', a.profile -> 'branch',
      'sizeClass', a.profile -> 'sizeClass', 'chainRole', a.profile -> 'chainRole'),
    f.name, f.is_simulated, p.role, p.dimensions, p.done_at, p.counts_alone
  from presented_respondent() p
  join responses r on r.firm_id = p.firm_id and r.response_id = p.response_id
  join assessments a on a.firm_id = r.firm_id and a.assessment_id = r.assessment_id
  join firms f on f.firm_id = r.firm_id
$$;

-- The assessment that the presented key or session leads the answering of.
create function led_assessment_id() returns uuid
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  return (
    select r.assessment_id from responses r
    where r.firm_id = current_firm_id() and r.response_id = current_response_id() and r.status <> 'closed'
  );
end
$$;

create function is_assessment_open(of_firm uuid, of_assessment uuid) returns boolean
language sql stable
set search_path = mattstock, pg_temp
as $$
  select not exists (
    select 1 from responses r where r.firm_id = of_firm and r.assessment_id = of_assessment and r.status = 'submitted'
  )
$$;

create function is_in_part(item_code text, dimensions text[]) returns boolean
language sql immutable
set search_path = mattstock, pg_temp
as $$
  select split_part(item_code, '.', 1) = any (dimensions)
$$;

create function live_invitation(presented bytea) returns respondents
language sql stable
set search_path = mattstock, pg_temp
as $$
  select p.* from respondents p
  where ((presented = p.key_sha256 and p.email is null) or presented in (p.mailed_key_sha256, p.reminder_key_sha256))
    and p.taken_back_at is null and p.expires_at > now()
$$;

create function live_respondent_link(presented bytea) returns respondent_links
language sql stable
set search_path = mattstock, pg_temp
as $$
  select l.* from respondent_links l
  where l.key_sha256 = presented and l.taken_back_at is null and l.expires_at > now()
$$;

-- Whoever leads was told the secret of an invitation that was handed over: it opens once, so that it never opens what a
-- colleague has answered. A mailed one is known to the mailbox alone.
create function is_opened(invited respondents, presented bytea) returns boolean
language sql immutable
set search_path = mattstock, pg_temp
as $$
  select invited.response_id is not null and invited.key_sha256 = presented
$$;

-- What stands on the first page of an invitation or a link; no row where the key opens nothing.
create function preview_respondent_key(presented bytea) returns table (
  kind text, firm_name text, is_simulated boolean, respondent_role text, dimensions text[],
  instrument_version_id uuid, form_code text, is_open boolean, respondent_language text, was_opened boolean
)
language sql stable security definer
set search_path = mattstock, pg_temp
as $$
  with presented_key as (
    select 'invitation' as kind, p.firm_id, p.assessment_id, p.role, p.dimensions, p.language,
      is_opened(p, presented) as was_opened
    from live_invitation(presented) p where p.respondent_id is not null
    union all
    select 'link', l.firm_id, l.assessment_id, null, null, l.language, false
    from live_respondent_link(presented) l where l.respondent_link_id is not null
  )
  select k.kind, f.name, f.is_simulated, k.role, k.dimensions, a.instrument_version_id, a.form_code,
    is_assessment_open(k.firm_id, k.assessment_id), k.language, k.was_opened
  from presented_key k
  join firms f on f.firm_id = k.firm_id and f.reduced_at is null
  join assessments a on a.firm_id = k.firm_id and a.assessment_id = k.assessment_id
$$;

-- Opens the answers of a respondent, who gets a key of their own; those there are, when a mailed invitation is opened
-- again. Whoever comes by a link says which role they have, and is one more respondent. In a word what came of it.
create function open_respondent(
  presented bytea, as_role text, with_dimensions text[], as_counts_alone boolean, in_language text, most_in_all integer,
  new_respondent_id uuid, new_response_id uuid, new_access_key_id uuid, new_key_sha256 bytea,
  key_expires_at timestamptz, opened_now timestamptz
) returns table (outcome text, opened_response_id uuid, opened_respondent_id uuid, opened_firm_id uuid)
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
declare
  invited respondents := live_invitation(presented);
  link respondent_links := live_respondent_link(presented);
  assessment assessments;
begin
  -- Waits for a submission under way, and for others who open or take back at this moment.
  select a.* into assessment from assessments a
  where a.assessment_id = coalesce(invited.assessment_id, link.assessment_id) for update;
  -- As it is now.
  invited := live_invitation(presented);
  link := live_respondent_link(presented);
  if invited.respondent_id is null and link.respondent_link_id is null then
    return query select 'not-found', null::uuid, null::uuid, null::uuid;
    return;
  end if;
  if is_opened(invited, presented) then
    return query select 'opened-before', null::uuid, null::uuid, null::uuid;
    return;
  end if;
  if not is_assessment_open(assessment.firm_id, assessment.assessment_id) then
    return query select 'closed', null::uuid, null::uuid, null::uuid;
    return;
  end if;
  if link.respondent_link_id is not null then
    if (select count(*) from respondents p where p.respondent_link_id = link.respondent_link_id)
        >= link.most_respondents
      or (select count(*) from respondents p where p.firm_id = link.firm_id and p.assessment_id = link.assessment_id
        and p.taken_back_at is null) >= most_in_all
    then
      return query select 'full', null::uuid, null::uuid, null::uuid;
      return;
    end if;
    insert into respondents (respondent_id, firm_id, assessment_id, respondent_link_id, role, dimensions, language,
      created_at, invited_at, expires_at)
    values (new_respondent_id, link.firm_id, link.assessment_id, link.respondent_link_id, as_role, with_dimensions,
      in_language, opened_now, opened_now, key_expires_at)
    returning * into invited;
  end if;
  if invited.response_id is null then
    insert into responses (response_id, firm_id, assessment_id, instrument_version_id, language, started_at)
    values (new_response_id, assessment.firm_id, assessment.assessment_id, assessment.instrument_version_id,
      in_language, opened_now);
    update respondents p set response_id = new_response_id, counts_alone = as_counts_alone
    where p.respondent_id = invited.respondent_id;
    invited.response_id := new_response_id;
  end if;
  insert into access_keys (access_key_id, firm_id, response_id, purpose, key_sha256, expires_at)
  values (new_access_key_id, assessment.firm_id, invited.response_id, 'respondent', new_key_sha256, key_expires_at);
  return query select 'opened', invited.response_id, invited.respondent_id, invited.firm_id;
end
$$;

-- A new way in for somebody who was invited; the one before ends. What was handed over is renewed until it is opened, and a
-- mailed one once its time is over. How often they have been invited now; null where they are not to be.
create function renew_respondent(
  of_respondent_id uuid, new_key_sha256 bytea, renewed_at timestamptz, new_expires_at timestamptz
) returns integer
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
declare
  invited_times integer;
begin
  update respondents p
  set key_sha256 = new_key_sha256, mailed_key_sha256 = null, reminder_key_sha256 = null, invited_at = renewed_at,
    expires_at = new_expires_at, invitations = p.invitations + 1
  where p.respondent_id = of_respondent_id and p.firm_id = current_firm_id() and p.assessment_id = led_assessment_id()
    and p.taken_back_at is null and p.key_sha256 is not null
    and case when p.email is null then p.response_id is null else p.expires_at <= renewed_at end
    and is_assessment_open(p.firm_id, p.assessment_id)
  returning p.invitations into invited_times;
  return invited_times;
end
$$;

-- How many invitations the firm has mailed since, in all its assessments: to anybody, and to the address.
create function count_respondent_mails(to_email text, since timestamptz) returns table (mailed integer, mailed_to integer)
language sql stable security definer
set search_path = mattstock, pg_temp
as $$
  select count(*)::integer, (count(*) filter (where p.email = to_email))::integer
  from respondents p
  where p.firm_id = current_firm_id() and p.email is not null and p.invited_at > since and led_assessment_id() is not null
$$;

-- That the respondent has said what they have to say, or takes it back. `is_stored` false when the firm's answers are submitted.
create function mark_respondent_done(of_response_id uuid, is_done boolean, marked_at timestamptz)
returns table (is_stored boolean, respondent_done_at timestamptz)
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
declare
  marked respondents := presented_respondent();
begin
  if marked.response_id is distinct from of_response_id then
    return;
  end if;
  perform 1 from assessments a where a.assessment_id = marked.assessment_id for update;
  if not is_assessment_open(marked.firm_id, marked.assessment_id) then
    return query select false, marked.done_at;
    return;
  end if;
  return query
    update respondents p set done_at = case when is_done then coalesce(p.done_at, marked_at) end
    where p.respondent_id = marked.respondent_id
    returning true, p.done_at;
end
$$;

-- Whether what they answer may count alone. False when the firm's answers are submitted, null to whoever is no respondent.
create function choose_counts_alone(of_response_id uuid, chosen boolean) returns boolean
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
declare
  choosing respondents := presented_respondent();
begin
  if choosing.response_id is distinct from of_response_id then
    return null;
  end if;
  perform 1 from assessments a where a.assessment_id = choosing.assessment_id for update;
  if not is_assessment_open(choosing.firm_id, choosing.assessment_id) then
    return false;
  end if;
  update respondents p set counts_alone = chosen where p.respondent_id = choosing.respondent_id;
  return true;
end
$$;

-- How many of these items each respondent of the assessment one leads has answered. Never what.
create function count_respondent_answers(counted_items text[]) returns table (respondent_id uuid, answered integer)
language sql stable security definer
set search_path = mattstock, pg_temp
as $$
  select p.respondent_id, count(w.item_code)::integer
  from respondents p
  left join answers w on w.response_id = p.response_id and w.state is not null and w.item_code = any (counted_items)
    and is_in_part(w.item_code, p.dimensions)
  where p.firm_id = current_firm_id() and p.assessment_id = led_assessment_id()
  group by p.respondent_id
$$;

-- Ends the answering of everybody else, as the firm's answers are submitted, and gives what of it is to be merged: these
-- items of their parts, once, by an ordinal that says nothing of who it is, and nothing of those whose invitation was taken
-- back. What is written in words has no column here.
create function close_respondents(merged_items text[]) returns table (
  ordinal bigint, respondent_role text, counts_alone boolean, item_code text, state text, level smallint, choice text,
  is_yes boolean
)
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
declare
  closing uuid[];
begin
  -- A save that is under way holds the row of its response for key share: waited for, it is in. The next one waits here, and
  -- is refused.
  closing := array(
    select r.response_id from respondents p
    join responses r on r.firm_id = p.firm_id and r.response_id = p.response_id
    where p.firm_id = current_firm_id() and p.assessment_id = led_assessment_id() and r.status = 'open'
    order by r.response_id for update of r
  );
  update responses r set status = 'closed' where r.response_id = any (closing);
  return query
    select dense_rank() over (order by p.created_at, p.respondent_id), p.role, p.counts_alone, w.item_code, w.state,
      w.level, w.choice, w.is_yes
    from respondents p
    join answers w on w.response_id = p.response_id
    where p.response_id = any (closing) and p.taken_back_at is null
      and w.state in ('level', 'choice', 'yes-no', 'dont-know', 'not-applicable')
      and w.item_code = any (merged_items) and is_in_part(w.item_code, p.dimensions);
end
$$;

-- A further key for the response that the presented key already reaches. To resume by, also for a respondent.
create or replace function add_access_key(
  new_access_key_id uuid, new_purpose text, new_key_sha256 bytea, new_expires_at timestamptz
) returns boolean
language sql security definer
set search_path = mattstock, pg_temp
as $$
  insert into access_keys (access_key_id, firm_id, response_id, purpose, key_sha256, expires_at)
  select new_access_key_id, k.firm_id, k.response_id,
    case k.purpose when 'respondent' then 'respondent-resume' else new_purpose end, new_key_sha256, new_expires_at
  from access_keys k
  where k.key_sha256 = presented_key_sha256() and k.revoked_at is null and k.expires_at > now()
    and (k.purpose = 'browser'
      or (k.purpose = 'respondent' and new_purpose = 'resume-link' and k.response_id = respondent_response_id()))
  returning true
$$;

-- Exchanges the secret of a resume link for a key like the one it was made with; null when the secret opens nothing.
create or replace function redeem_resume_key(
  resume_key_sha256 bytea, new_access_key_id uuid, new_key_sha256 bytea, new_expires_at timestamptz
) returns uuid
language sql security definer
set search_path = mattstock, pg_temp
as $$
  insert into access_keys (access_key_id, firm_id, response_id, purpose, key_sha256, expires_at)
  select new_access_key_id, k.firm_id, k.response_id,
    case k.purpose when 'resume-link' then 'browser' else 'respondent' end, new_key_sha256, new_expires_at
  from access_keys k
  where k.key_sha256 = resume_key_sha256 and k.revoked_at is null and k.expires_at > now()
    and (k.purpose = 'resume-link'
      or (k.purpose = 'respondent-resume' and exists (
        select 1 from respondents p
        where p.firm_id = k.firm_id and p.response_id = k.response_id and p.taken_back_at is null)))
  returning response_id
$$;

-- As in 0075; a key of a respondent takes back no link.
create or replace function last_key_end() returns timestamptz
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  if is_firm_claimed() or not may_decide_for_firm() then
    return null;
  end if;
  return (
    select max(k.expires_at) from access_keys k
    where k.firm_id = current_firm_id() and k.revoked_at is null and k.purpose in ('browser', 'resume-link')
  );
end
$$;

-- A key of a browser is not made for a firm that belongs to an account; its respondents have keys all the same.
create or replace function refuse_key_of_claimed_firm() returns trigger
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  perform 1 from firms where firm_id = new.firm_id for key share;
  if new.purpose in ('browser', 'resume-link') and exists (select 1 from memberships where firm_id = new.firm_id) then
    return null;
  end if;
  return new;
end
$$;

-- What respondents have answered does not become the owner's, and their keys go on.
create or replace function claim_firm(new_membership_id uuid, claimed_at timestamptz) returns uuid
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
  update responses r set person_id = person
  where r.firm_id = claimed and r.person_id is null
    and not exists (select 1 from respondents p where p.firm_id = r.firm_id and p.response_id = r.response_id);
  update access_keys set revoked_at = claimed_at
  where firm_id = claimed and revoked_at is null and purpose in ('browser', 'resume-link');
  return claimed;
end
$$;

create or replace function refuse_answer_after_submission() returns trigger
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
declare
  response_status text;
begin
  -- The lock waits for a submission under way, which holds the row for update, and then sees its outcome.
  select status into response_status from responses where response_id = new.response_id for key share;
  if response_status <> 'open' then
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

-- Who answered together, and what each of them answered, a while after the firm's answers were submitted.
create function retire_respondent_answers(cutoff timestamptz, most integer) returns integer
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
declare
  retired respondents;
  taken integer := 0;
begin
  for retired in
    select p.* from respondents p
    join responses r on r.firm_id = p.firm_id and r.assessment_id = p.assessment_id and r.status = 'submitted'
    where r.submitted_at <= cutoff
    order by r.submitted_at limit most for update of p skip locked
  loop
    delete from responses where response_id = retired.response_id;
    delete from respondents where respondent_id = retired.respondent_id;
    taken := taken + 1;
  end loop;
  return taken;
end
$$;

-- Invitations that nobody opened in time, those taken back with what was answered by them, and links that let nobody in
-- any more and that nobody came by.
create function retire_respondent_invitations(cutoff timestamptz, most integer) returns integer
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
declare
  retired respondents;
  taken integer := 0;
  links integer;
begin
  for retired in
    select p.* from respondents p
    where p.taken_back_at <= cutoff or (p.expires_at <= cutoff and p.response_id is null)
    order by p.created_at limit most for update skip locked
  loop
    delete from responses where response_id = retired.response_id;
    delete from respondents where respondent_id = retired.respondent_id;
    taken := taken + 1;
  end loop;
  delete from respondent_links where respondent_link_id in (
    select l.respondent_link_id from respondent_links l
    where least(l.expires_at, l.taken_back_at) <= cutoff
      and not exists (select 1 from respondents p where p.respondent_link_id = l.respondent_link_id)
    order by l.created_at limit most - taken for update skip locked
  );
  get diagnostics links = row_count;
  return taken + links;
end
$$;

-- As before, but that several may answer: it is stale when nobody of them has gone on, and goes with what each answered.
create or replace function retire_unclaimed_responses(cutoff timestamptz, most integer) returns integer
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
declare
  stale responses;
  taken integer := 0;
begin
  for stale in
    select r.* from responses r
    join firms f on f.firm_id = r.firm_id
    where r.status = 'open' and r.person_id is null and f.reduced_at is null
      and not exists (select 1 from memberships m where m.firm_id = r.firm_id)
      and not exists (select 1 from respondents p where p.firm_id = r.firm_id and p.response_id = r.response_id)
      and not exists (
        select 1 from responses o where o.firm_id = r.firm_id and o.assessment_id = r.assessment_id
          and (o.started_at > cutoff
            or exists (
              select 1 from answers a where a.response_id = o.response_id and not a.is_carried and a.answered_at > cutoff
            )
            or exists (select 1 from answer_events e where e.response_id = o.response_id and e.occurred_at > cutoff))
      )
    order by r.started_at limit most for update of r, f skip locked
  loop
    if exists (
      select 1 from responses r where r.firm_id = stale.firm_id and r.assessment_id <> stale.assessment_id
    ) then
      delete from responses where firm_id = stale.firm_id and assessment_id = stale.assessment_id;
      delete from assessments where firm_id = stale.firm_id and assessment_id = stale.assessment_id;
    else
      perform erase_firm(stale.firm_id);
    end if;
    taken := taken + 1;
  end loop;
  return taken;
end
$$;

-- With a respondent, or their invitation, goes the mail that was to reach them, and what a sent one says.
create function clear_mails_to_respondent() returns trigger
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
declare
  keys text[] := array(
    select 'respondent-invitation:' || old.respondent_id || ':' || number from generate_series(1, old.invitations) number
  ) || ('respondent-reminder:' || old.respondent_id);
begin
  delete from outbox_mails where dedupe_key = any (keys) and settled_at is null;
  update outbox_mails set recipient = null, facts = '{}' where dedupe_key = any (keys);
  return null;
end
$$;
create trigger respondents_clear_mails after delete on respondents for each row execute function clear_mails_to_respondent();
create trigger respondents_clear_mails_of_taken_back after update of taken_back_at on respondents for each row
  when (old.taken_back_at is null and new.taken_back_at is not null) execute function clear_mails_to_respondent();

-- Of an erased person neither the address stays with invitations to answer, nor the name of who invites in mails. The mails
-- to the address go as all others to it.
create function release_respondents_of_person() returns trigger
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  update respondents set email = null where email = old.email;
  update outbox_mails set facts = facts || '{"inviterName": ""}'
  where facts ->> 'inviterName' in (old.name, old.email) and dedupe_key in (
    select unnest(array['respondent-reminder:' || p.respondent_id,
      'respondent-invitation:' || p.respondent_id || ':' || number])
    from memberships m
    join respondents p on p.firm_id = m.firm_id
    cross join generate_series(1, p.invitations) number
    where m.person_id = old.person_id
  );
  return null;
end
$$;
create trigger people_release_respondents after update of erased_at on people for each row
  when (old.erased_at is null and new.erased_at is not null) execute function release_respondents_of_person();

-- A firm that is erased in part keeps no respondents.
create function reduce_respondents() returns trigger
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  delete from responses r using respondents p where p.firm_id = new.firm_id and r.response_id = p.response_id;
  delete from respondents where firm_id = new.firm_id;
  delete from respondent_links where firm_id = new.firm_id;
  delete from agreements where firm_id = new.firm_id;
  return null;
end
$$;
create trigger firms_reduce_respondents after update of reduced_at on firms for each row
  when (new.reduced_at is not null) execute function reduce_respondents();

alter table respondents enable row level security;
alter table respondents force row level security;
alter table respondent_links enable row level security;
alter table respondent_links force row level security;
alter table agreements enable row level security;
alter table agreements force row level security;

create policy respondents_owner on respondents to mattstock_owner using (true) with check (true);
create policy respondent_links_owner on respondent_links to mattstock_owner using (true) with check (true);
create policy agreements_owner on agreements to mattstock_owner using (true) with check (true);

create policy respondents_tenant on respondents to mattstock_app
  using (firm_id = (select current_firm_id()) and assessment_id = (select led_assessment_id()));
create policy respondents_wall on respondents as restrictive to mattstock_app
  using (firm_id = (select current_firm_id())) with check (firm_id = (select current_firm_id()));
create policy respondent_links_tenant on respondent_links to mattstock_app
  using (firm_id = (select current_firm_id()) and assessment_id = (select led_assessment_id()));
create policy respondent_links_wall on respondent_links as restrictive to mattstock_app
  using (firm_id = (select current_firm_id())) with check (firm_id = (select current_firm_id()));
create policy agreements_tenant on agreements to mattstock_app using (response_id = (select current_response_id()));
create policy agreements_wall on agreements as restrictive to mattstock_app
  using (firm_id = (select current_firm_id())) with check (firm_id = (select current_firm_id()));
-- For the copy of data of whoever leads.
create policy respondents_member on respondents for select to mattstock_member
  using (assessment_id in (
    select r.assessment_id from responses r where r.firm_id = respondents.firm_id and r.person_id = (select current_person_id())
  ));
create policy respondents_member_wall on respondents as restrictive to mattstock_member
  using (firm_id = any ((select my_firm_ids())::uuid[]));
create policy agreements_member on agreements for select to mattstock_member
  using (response_id in (
    select r.response_id from responses r where r.firm_id = agreements.firm_id and r.person_id = (select current_person_id())
  ));
create policy agreements_member_wall on agreements as restrictive to mattstock_member
  using (firm_id = any ((select my_firm_ids())::uuid[]));
create policy respondents_worker on respondents to mattstock_worker using (true) with check (true);

-- A respondent reads and writes their own answers, and no other row of any table: what else they are told is in
-- `respondent_response`. The walls stand where they stood for all else.
create policy answers_respondent on answers to mattstock_app using (response_id = (select respondent_response_id()));
drop policy answers_wall on answers;
create policy answers_wall on answers as restrictive to mattstock_app
  using (firm_id = (select answering_firm_id())) with check (firm_id = (select answering_firm_id()));
create policy answer_events_respondent on answer_events to mattstock_app
  using (response_id = (select respondent_response_id()));
drop policy answer_events_wall on answer_events;
create policy answer_events_wall on answer_events as restrictive to mattstock_app
  using (firm_id = (select answering_firm_id())) with check (firm_id = (select answering_firm_id()));

grant select (respondent_id, firm_id, assessment_id, response_id, respondent_link_id, role, dimensions, label, email,
  language, created_at, expires_at, done_at, taken_back_at, reminded_at) on respondents to mattstock_app;
grant insert (respondent_id, firm_id, assessment_id, role, dimensions, label, email, language, key_sha256, created_at,
  invited_at, expires_at), update (role, dimensions, label, taken_back_at, reminded_at) on respondents to mattstock_app;
grant select (respondent_link_id, firm_id, assessment_id, most_respondents, language, created_at, expires_at,
  taken_back_at) on respondent_links to mattstock_app;
grant insert (respondent_link_id, firm_id, assessment_id, key_sha256, most_respondents, language, created_at, expires_at),
  update (taken_back_at) on respondent_links to mattstock_app;
grant select, insert on agreements to mattstock_app;
grant update (lead_role) on assessments to mattstock_app;
grant select (respondent_id, expires_at, done_at, taken_back_at), update (mailed_key_sha256, reminder_key_sha256)
  on respondents to mattstock_worker;
grant select (respondent_id, firm_id, assessment_id, role, dimensions, label, email, created_at, taken_back_at)
  on respondents to mattstock_member;
grant select on agreements to mattstock_member;

revoke all on function presented_respondent(), respondent_response_id(), answering_firm_id(), respondent_response(),
  led_assessment_id(), is_assessment_open(uuid, uuid), is_in_part(text, text[]), live_invitation(bytea),
  live_respondent_link(bytea), is_opened(respondents, bytea), preview_respondent_key(bytea),
  open_respondent(bytea, text, text[], boolean, text, integer, uuid, uuid, uuid, bytea, timestamptz, timestamptz),
  renew_respondent(uuid, bytea, timestamptz, timestamptz), count_respondent_mails(text, timestamptz),
  mark_respondent_done(uuid, boolean, timestamptz), choose_counts_alone(uuid, boolean), count_respondent_answers(text[]),
  close_respondents(text[]), retire_respondent_answers(timestamptz, integer),
  retire_respondent_invitations(timestamptz, integer), clear_mails_to_respondent(), release_respondents_of_person(),
  reduce_respondents() from public;
grant execute on function respondent_response_id(), answering_firm_id(), respondent_response(), led_assessment_id(),
  preview_respondent_key(bytea),
  open_respondent(bytea, text, text[], boolean, text, integer, uuid, uuid, uuid, bytea, timestamptz, timestamptz),
  renew_respondent(uuid, bytea, timestamptz, timestamptz), count_respondent_mails(text, timestamptz),
  mark_respondent_done(uuid, boolean, timestamptz), choose_counts_alone(uuid, boolean), count_respondent_answers(text[]),
  close_respondents(text[]) to mattstock_app;
grant execute on function retire_respondent_answers(timestamptz, integer),
  retire_respondent_invitations(timestamptz, integer) to mattstock_worker;

reset search_path;
reset role;
