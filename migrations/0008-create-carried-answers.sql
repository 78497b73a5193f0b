-- A firm that goes on from one form to a larger one brings its answers along.
set local role mattstock_owner;
set local search_path = mattstock;

alter table responses
  add column continues_response_id uuid,
  add column continues_form_code text,
  add constraint responses_continues_fk foreign key (firm_id, continues_response_id)
    references responses (firm_id, response_id) on delete cascade,
  add constraint responses_continues_whole check ((continues_response_id is null) = (continues_form_code is null)),
  add constraint responses_continues_another check (continues_response_id <> response_id);
create index responses_continues_index on responses (firm_id, continues_response_id);

-- Answers that came along; one that has been given again is no longer carried.
alter table answers add column is_carried boolean not null default false;
grant update (is_carried) on answers to mattstock_app;

-- Opens a further response of the firm that the presented key reaches, continuing the response of that key, with a
-- key of its own. A response is continued once to each form; whoever asks again gets the one there is.
create function open_continued_response(
  new_response_id uuid, new_assessment_id uuid, new_version_id uuid, new_form_code text, new_language text,
  new_started_at timestamptz, new_access_key_id uuid, new_key_sha256 bytea, new_expires_at timestamptz,
  carried_items text[]
) returns uuid
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
declare
  earlier responses;
  existing uuid;
begin
  select r.* into earlier from responses r
  where r.response_id = current_response_id() and r.status = 'submitted' for update;
  if earlier is null then
    return null;
  end if;
  select r.response_id into existing from responses r
  join assessments a on a.firm_id = r.firm_id and a.assessment_id = r.assessment_id
  where r.firm_id = earlier.firm_id and r.continues_response_id = earlier.response_id
    and a.form_code = new_form_code;
  if existing is null then
    insert into assessments (assessment_id, firm_id, instrument_version_id, form_code, round, profile, created_at)
    select new_assessment_id, a.firm_id, new_version_id, new_form_code, a.round, a.profile, new_started_at
    from assessments a where a.firm_id = earlier.firm_id and a.assessment_id = earlier.assessment_id;
    insert into responses (response_id, firm_id, assessment_id, instrument_version_id, language, started_at,
      continues_response_id, continues_form_code)
    select new_response_id, earlier.firm_id, new_assessment_id, new_version_id, new_language, new_started_at,
      earlier.response_id, a.form_code
    from assessments a where a.firm_id = earlier.firm_id and a.assessment_id = earlier.assessment_id;
    insert into answers (firm_id, response_id, instrument_version_id, item_code, state, level, choice, choices,
      number, is_yes, text, comment, revision, answered_at, is_carried)
    select firm_id, new_response_id, new_version_id, item_code, state, level, choice, choices,
      number, is_yes, text, comment, 1, answered_at, true
    from answers where response_id = earlier.response_id and item_code = any (carried_items);
  end if;
  insert into access_keys (access_key_id, firm_id, response_id, purpose, key_sha256, expires_at)
  values (new_access_key_id, earlier.firm_id, coalesce(existing, new_response_id), 'browser', new_key_sha256,
    new_expires_at);
  return coalesce(existing, new_response_id);
end
$$;

-- The owner runs the function above; forced row security would otherwise close the tables to it.
create policy assessments_owner on assessments to mattstock_owner using (true) with check (true);
create policy answers_owner on answers to mattstock_owner using (true) with check (true);

revoke all on function open_continued_response(uuid, uuid, uuid, text, text, timestamptz, uuid, bytea, timestamptz,
  text[]) from public;
grant execute on function open_continued_response(uuid, uuid, uuid, text, text, timestamptz, uuid, bytea, timestamptz,
  text[]) to mattstock_app;

reset search_path;
reset role;
