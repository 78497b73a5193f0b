-- An assessment that was begun on an earlier version may go over to the newest, and back, until it is submitted.
set local role mattstock_owner;
set local search_path = mattstock;

alter table assessments
  -- The versions that it has gone over from, the last one last: the way back. What is published is never deleted.
  add column left_version_ids uuid[] not null default '{}';

-- The version of an assessment is that of its responses and of their answers: they go over with it.
alter table responses
  drop constraint responses_assessment_fk,
  add constraint responses_assessment_fk foreign key (firm_id, assessment_id, instrument_version_id)
    references assessments (firm_id, assessment_id, instrument_version_id) on delete cascade on update cascade;
alter table answers
  drop constraint answers_response_fk,
  add constraint answers_response_fk foreign key (firm_id, response_id, instrument_version_id)
    references responses (firm_id, response_id, instrument_version_id) on delete cascade on update cascade;

-- Answers to questions that the other version asks anew or no longer asks, kept for the way back.
create table answers_set_aside (
  firm_id uuid not null,
  response_id uuid not null,
  instrument_version_id uuid not null,
  item_code text not null,
  state text,
  level smallint,
  choice text,
  choices text[],
  number numeric,
  is_yes boolean,
  text text,
  comment text not null,
  revision integer not null,
  answered_at timestamptz not null,
  is_carried boolean not null,
  constraint answers_set_aside_pk primary key (response_id, instrument_version_id, item_code),
  constraint answers_set_aside_response_fk foreign key (firm_id, response_id)
    references responses (firm_id, response_id) on delete cascade,
  constraint answers_set_aside_item_fk foreign key (instrument_version_id, item_code)
    references instrument_version_items (instrument_version_id, item_code) on delete restrict
);
create index answers_set_aside_firm_index on answers_set_aside (firm_id, response_id);
create index answers_set_aside_item_index on answers_set_aside (instrument_version_id, item_code);

alter table answers_set_aside enable row level security;
alter table answers_set_aside force row level security;
create policy answers_set_aside_owner on answers_set_aside to mattstock_owner using (true) with check (true);
-- For the copy of one's own data.
create policy answers_set_aside_member on answers_set_aside for select to mattstock_member
  using (response_id in (select r.response_id from responses r where r.person_id = (select current_person_id())));
create policy answers_set_aside_member_wall on answers_set_aside as restrictive to mattstock_member
  using (firm_id = any ((select my_firm_ids())::uuid[]));
grant select on answers_set_aside to mattstock_member;

-- Takes what the presented key or session opens over to a version. Answers to the questions that stay go along, the others
-- are set aside, and what was set aside on that version earlier comes back. Which versions may be gone to is for the caller
-- to see. False when it is of another version than the caller believes, is not open any more, or colleagues have begun
-- to answer a part of it.
create function move_to_version(from_version uuid, to_version uuid, staying_items text[]) returns boolean
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
declare
  moved assessments;
  version uuid;
begin
  select a.* into moved from assessments a
  join responses r on r.firm_id = a.firm_id and r.assessment_id = a.assessment_id
  where r.firm_id = current_firm_id() and r.response_id = current_response_id()
  for update of a;
  -- Saves hold the response they are for until they are in; a submission holds it until it is done.
  perform from responses r
  where r.firm_id = moved.firm_id and r.assessment_id = moved.assessment_id
  order by r.response_id for update;
  if not exists (
    select from responses r
    where r.firm_id = moved.firm_id and r.response_id = current_response_id() and r.status = 'open'
  ) then
    return false;
  end if;
  select a.instrument_version_id into version from assessments a
  where a.firm_id = moved.firm_id and a.assessment_id = moved.assessment_id;
  if version is distinct from from_version then
    return version = to_version;
  end if;
  -- What colleagues have answered is not taken from them.
  if exists (
    select from respondents p
    where p.firm_id = moved.firm_id and p.assessment_id = moved.assessment_id and p.response_id is not null
  ) then
    return false;
  end if;

  with gone as (
    delete from answers w using responses r
    where r.firm_id = moved.firm_id and r.assessment_id = moved.assessment_id
      and w.firm_id = r.firm_id and w.response_id = r.response_id and w.item_code <> all (staying_items)
    returning w.*
  )
  insert into answers_set_aside (firm_id, response_id, instrument_version_id, item_code, state, level, choice, choices,
    number, is_yes, text, comment, revision, answered_at, is_carried)
  select firm_id, response_id, instrument_version_id, item_code, state, level, choice, choices, number, is_yes, text,
    comment, revision, answered_at, is_carried
  from gone;

  update assessments
  set instrument_version_id = to_version,
    left_version_ids = case when to_version = left_version_ids[cardinality(left_version_ids)]
      then trim_array(left_version_ids, 1) else left_version_ids || from_version end
  where firm_id = moved.firm_id and assessment_id = moved.assessment_id;

  with back as (
    delete from answers_set_aside w using responses r
    where r.firm_id = moved.firm_id and r.assessment_id = moved.assessment_id
      and w.firm_id = r.firm_id and w.response_id = r.response_id and w.instrument_version_id = to_version
    returning w.*
  )
  insert into answers (firm_id, response_id, instrument_version_id, item_code, state, level, choice, choices, number,
    is_yes, text, comment, revision, answered_at, is_carried)
  select firm_id, response_id, instrument_version_id, item_code, state, level, choice, choices, number, is_yes, text,
    comment, revision, answered_at, is_carried
  from back
  on conflict (response_id, item_code) do nothing;
  return true;
end
$$;

-- There is no way back from what is submitted.
create function forget_answers_set_aside() returns trigger
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  delete from answers_set_aside where firm_id = new.firm_id and response_id = new.response_id;
  return null;
end
$$;
create trigger responses_forget_set_aside
  after update of status on responses
  for each row when (new.status <> 'open')
  execute function forget_answers_set_aside();

revoke all on function move_to_version(uuid, uuid, text[]), forget_answers_set_aside() from public;
grant execute on function move_to_version(uuid, uuid, text[]) to mattstock_app;

reset search_path;
reset role;
