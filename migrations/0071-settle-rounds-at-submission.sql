-- A round is settled when a response is submitted, by what the firm has submitted besides, and lasts a quarter from its first
-- submission.
set local role mattstock_owner;
set local search_path = mattstock;

drop function submissions_before();
drop function list_rounds_before();

-- The round of a response of the firm at a moment: that of the firm's newest other submissions, and the next one when a
-- quarter has gone since the first of them. What goes on from another response is of the round of that one.
create function round_at(of_firm uuid, moment timestamptz, of_response uuid) returns integer
language sql stable
set search_path = mattstock, pg_temp
as $$
  select coalesce(
    (select a.round from responses r
      join responses c on c.firm_id = r.firm_id and c.response_id = r.continues_response_id
      join assessments a on a.firm_id = c.firm_id and a.assessment_id = c.assessment_id
      where r.firm_id = of_firm and r.response_id = of_response),
    (select a.round + (min(s.submitted_at) <= moment - interval '90 days')::integer
      from submissions s
      join responses r on r.firm_id = s.firm_id and r.response_id = s.response_id
      join assessments a on a.firm_id = r.firm_id and a.assessment_id = r.assessment_id
      where s.firm_id = of_firm and s.response_id <> of_response
      group by a.round order by a.round desc limit 1),
    0)
$$;

create or replace function open_member_response(
  of_firm_id uuid, new_response_id uuid, new_assessment_id uuid, new_version_id uuid, new_form_code text,
  new_language text, new_profile jsonb, new_started_at timestamptz
) returns boolean
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  if not (of_firm_id = any (my_firm_ids())) then
    return false;
  end if;
  insert into assessments (assessment_id, firm_id, instrument_version_id, form_code, round, profile, created_at)
  values (new_assessment_id, of_firm_id, new_version_id, new_form_code,
    round_at(of_firm_id, new_started_at, new_response_id), new_profile, new_started_at);
  insert into responses (response_id, firm_id, assessment_id, instrument_version_id, language, started_at, person_id)
  values (new_response_id, of_firm_id, new_assessment_id, new_version_id, new_language, new_started_at,
    current_person_id());
  return true;
end
$$;
drop function round_of_new_response(uuid, timestamptz);

-- Settles the round of what the presented key or session opens, as it is submitted and not afterwards.
create function settle_round(moment timestamptz) returns void
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  update assessments a set round = round_at(r.firm_id, moment, r.response_id)
  from responses r
  where r.firm_id = current_firm_id() and r.response_id = current_response_id() and r.status <> 'submitted'
    and a.firm_id = r.firm_id and a.assessment_id = r.assessment_id;
end
$$;

-- As before, but the newest is of the newest round: what goes on from an older one does not take its place.
create or replace function summarise_firm() returns trigger
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  insert into firm_summaries (firm_id, submission_id, municipality, branch, size_class, chain_role, round, submitted_at,
    digital_level, process_level)
  select new.firm_id, new.submission_id, new.profile ->> 'municipality', new.profile ->> 'branch',
    new.profile ->> 'sizeClass', new.profile ->> 'chainRole', a.round, new.submitted_at,
    level_of_part(new.score_profile, 'digital'), level_of_part(new.score_profile, 'process')
  from responses r
  join assessments a on a.firm_id = r.firm_id and a.assessment_id = r.assessment_id
  where r.response_id = new.response_id
  on conflict (firm_id) do update
  set submission_id = excluded.submission_id, municipality = excluded.municipality, branch = excluded.branch,
    size_class = excluded.size_class, chain_role = excluded.chain_role, round = excluded.round,
    submitted_at = excluded.submitted_at, digital_level = excluded.digital_level,
    process_level = excluded.process_level
  where (firm_summaries.round, firm_summaries.submitted_at) <= (excluded.round, excluded.submitted_at);
  return null;
end
$$;

-- What has been submitted is counted anew by the same rule, in the order in which it was.
do $$
declare
  each_one record;
begin
  update assessments a set round = 0 from firms f
  where f.firm_id = a.firm_id and not f.is_simulated and a.round <> 0
    and exists (select 1 from responses r join submissions s on s.firm_id = r.firm_id and s.response_id = r.response_id
      where r.firm_id = a.firm_id and r.assessment_id = a.assessment_id);
  for each_one in
    select s.firm_id, s.submission_id, s.response_id, r.assessment_id, s.submitted_at from submissions s
    join responses r on r.firm_id = s.firm_id and r.response_id = s.response_id
    join firms f on f.firm_id = s.firm_id and not f.is_simulated
    order by s.submitted_at, s.submission_id
  loop
    update assessments a set round = coalesce(
      (select b.round from responses r
        join responses c on c.firm_id = r.firm_id and c.response_id = r.continues_response_id
        join assessments b on b.firm_id = c.firm_id and b.assessment_id = c.assessment_id
        where r.firm_id = each_one.firm_id and r.response_id = each_one.response_id),
      (select b.round + (min(s.submitted_at) <= each_one.submitted_at - interval '90 days')::integer
        from submissions s
        join responses r on r.firm_id = s.firm_id and r.response_id = s.response_id
        join assessments b on b.firm_id = r.firm_id and b.assessment_id = r.assessment_id
        where s.firm_id = each_one.firm_id
          and (s.submitted_at, s.submission_id) < (each_one.submitted_at, each_one.submission_id)
        group by b.round order by b.round desc limit 1),
      0)
    where a.firm_id = each_one.firm_id and a.assessment_id = each_one.assessment_id;
  end loop;
end
$$;
update firm_summaries f set submission_id = n.submission_id, municipality = n.profile ->> 'municipality',
  branch = n.profile ->> 'branch', size_class = n.profile ->> 'sizeClass', chain_role = n.profile ->> 'chainRole',
  round = n.round, submitted_at = n.submitted_at, digital_level = level_of_part(n.score_profile, 'digital'),
  process_level = level_of_part(n.score_profile, 'process')
from (
  select distinct on (s.firm_id) s.*, a.round from submissions s
  join responses r on r.firm_id = s.firm_id and r.response_id = s.response_id
  join assessments a on a.firm_id = r.firm_id and a.assessment_id = r.assessment_id
  order by s.firm_id, a.round desc, s.submitted_at desc, s.submission_id
) n
where n.firm_id = f.firm_id and (f.submission_id, f.round) is distinct from (n.submission_id, n.round);

-- What the presented session may read of earlier rounds, submitted before what it opens, the newest first: those of the firm
-- for its owner, one's own for who only answers. Nothing for the key of a response, which opens that one alone.
create function list_rounds_before(most integer) returns table (submission_id uuid, response_id uuid, form_code text,
  submitted_at timestamptz, instrument_version_id uuid, answers jsonb, profile jsonb, score_profile jsonb)
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
declare
  opened responses := session_response();
begin
  return query
    select s.submission_id, r.response_id, a.form_code, s.submitted_at, s.instrument_version_id, s.answers, s.profile,
      s.score_profile
    from submissions own
    join assessments mine on mine.firm_id = own.firm_id and mine.assessment_id = opened.assessment_id
    join assessments a on a.firm_id = mine.firm_id and a.round < mine.round
    join responses r on r.firm_id = a.firm_id and r.assessment_id = a.assessment_id
    join submissions s on s.firm_id = r.firm_id and s.response_id = r.response_id and s.submitted_at < own.submitted_at
    where own.firm_id = opened.firm_id and own.response_id = opened.response_id
      and (r.person_id = current_person_id() or r.firm_id = any (my_owned_firm_ids()))
    order by s.submitted_at desc, s.submission_id desc
    limit most;
end
$$;

revoke all on function round_at(uuid, timestamptz, uuid), settle_round(timestamptz), list_rounds_before(integer) from public;
grant execute on function settle_round(timestamptz), list_rounds_before(integer) to mattstock_app;

reset search_path;
reset role;
