-- What has become of a firm from one round to a later one, and where it says, as it sees it now, that it was then.
set local role mattstock_owner;
set local search_path = mattstock;

-- The round that a response which is opened now belongs to. A quarter after the last submission a new one begins; until then
-- colleagues and further forms belong to the same.
create function round_of_new_response(of_firm uuid, opened_at timestamptz) returns integer
language sql stable
set search_path = mattstock, pg_temp
as $$
  select coalesce(max(a.round) + (max(s.submitted_at) <= opened_at - interval '90 days')::integer, 0)
  from submissions s
  join responses r on r.firm_id = s.firm_id and r.response_id = s.response_id
  join assessments a on a.firm_id = r.firm_id and a.assessment_id = r.assessment_id
  where s.firm_id = of_firm
$$;

-- As before, and in the round that it belongs to: all had been of the first.
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
    round_of_new_response(of_firm_id, new_started_at), new_profile, new_started_at);
  insert into responses (response_id, firm_id, assessment_id, instrument_version_id, language, started_at, person_id)
  values (new_response_id, of_firm_id, new_assessment_id, new_version_id, new_language, new_started_at,
    current_person_id());
  return true;
end
$$;

-- What had been opened before this: a new round a quarter after a submission that none had followed, the same for all that
-- were opened then; and for what continues another response the round of that one.
with opened as (
  select a.firm_id, a.assessment_id, a.created_at, coalesce(min(b.created_at), a.created_at) as of_round,
    count(r.continues_response_id) > 0 as continues,
    (select max(s.submitted_at) from submissions s
      where s.firm_id = a.firm_id and s.submitted_at <= a.created_at) as last_before
  from assessments a
  join responses r on r.firm_id = a.firm_id and r.assessment_id = a.assessment_id
  left join responses c on c.firm_id = r.firm_id and c.response_id = r.continues_response_id
  left join assessments b on b.firm_id = c.firm_id and b.assessment_id = c.assessment_id
  where not exists (select 1 from assessments o where o.firm_id = a.firm_id and o.round > 0)
  group by a.firm_id, a.assessment_id, a.created_at
),
counted as (
  select o.firm_id, o.assessment_id, (
      select count(distinct e.last_before) from opened e
      where e.firm_id = o.firm_id and not e.continues and e.created_at <= o.of_round
        and e.created_at - e.last_before >= interval '90 days'
    )::integer as round
  from opened o
)
update assessments a set round = c.round from counted c
where a.firm_id = c.firm_id and a.assessment_id = c.assessment_id and c.round > 0;
update firm_summaries f set round = a.round
from submissions s
join responses r on r.firm_id = s.firm_id and r.response_id = s.response_id
join assessments a on a.firm_id = r.firm_id and a.assessment_id = r.assessment_id
where s.firm_id = f.firm_id and s.submission_id = f.submission_id and f.round <> a.round;

-- What the presented session may read of the rounds before that of the response it opens, the newest first: those of the firm
-- for its owner, one's own for who only answers. Nothing for the key of a response, which opens that one alone.
create function list_rounds_before() returns table (response_id uuid, form_code text, submitted_at timestamptz,
  instrument_version_id uuid, answers jsonb, profile jsonb, score_profile jsonb)
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
declare
  opened responses := session_response();
begin
  return query
    select r.response_id, a.form_code, s.submitted_at, s.instrument_version_id, s.answers, s.profile, s.score_profile
    from assessments mine
    join assessments a on a.firm_id = mine.firm_id and a.round < mine.round
    join responses r on r.firm_id = a.firm_id and r.assessment_id = a.assessment_id
    join submissions s on s.firm_id = r.firm_id and s.response_id = r.response_id
    where mine.firm_id = opened.firm_id and mine.assessment_id = opened.assessment_id
      and (r.person_id = current_person_id() or r.firm_id = any (my_owned_firm_ids()))
    order by s.submitted_at desc, s.submission_id desc
    limit 12;
end
$$;

-- Where the firm says at a later round that a dimension was at an earlier one. It goes with the answers of the later one.
create table then_levels (
  firm_id uuid not null,
  response_id uuid not null,
  since_response_id uuid not null,
  dimension_code text not null,
  -- Null for vet ej.
  level smallint,
  said_at timestamptz not null,
  constraint then_levels_pk primary key (response_id, since_response_id, dimension_code),
  constraint then_levels_response_fk foreign key (firm_id, response_id)
    references responses (firm_id, response_id) on delete cascade,
  constraint then_levels_since_fk foreign key (firm_id, since_response_id)
    references responses (firm_id, response_id) on delete cascade,
  constraint then_levels_of_another check (since_response_id <> response_id),
  constraint then_levels_level_range check (level between 0 and 4),
  constraint then_levels_dimension_length check (char_length(dimension_code) between 1 and 20)
);
create index then_levels_response_index on then_levels (firm_id, response_id);
create index then_levels_since_index on then_levels (firm_id, since_response_id);

-- Of a firm that is erased in part nothing of this is kept: nothing is counted by it.
create function reduce_then_levels() returns trigger
language plpgsql
set search_path = mattstock, pg_temp
as $$
begin
  delete from then_levels where firm_id = new.firm_id;
  return null;
end
$$;
create trigger firms_reduce_then_levels
  after update of reduced_at on firms for each row
  when (new.reduced_at is not null) execute function reduce_then_levels();

alter table then_levels enable row level security;
alter table then_levels force row level security;

create policy then_levels_owner on then_levels to mattstock_owner using (true) with check (true);
create policy then_levels_tenant on then_levels to mattstock_app using (response_id = (select current_response_id()));
create policy then_levels_wall on then_levels as restrictive to mattstock_app
  using (firm_id = (select current_firm_id())) with check (firm_id = (select current_firm_id()));
create policy then_levels_member on then_levels for select to mattstock_member
  using (response_id in (select r.response_id from responses r where r.person_id = (select current_person_id())));
create policy then_levels_member_wall on then_levels as restrictive to mattstock_member
  using (firm_id = any ((select my_firm_ids())::uuid[]));
create policy then_levels_advisor on then_levels for select to mattstock_advisor
  using (firm_id = (select looked_at_firm_id('result')));
create policy then_levels_advisor_wall on then_levels as restrictive to mattstock_advisor
  using (firm_id = (select looked_at_firm_id('result')));

revoke all on function round_of_new_response(uuid, timestamptz), list_rounds_before(), reduce_then_levels() from public;
grant execute on function list_rounds_before() to mattstock_app;
grant select, insert, delete, update (level, said_at) on then_levels to mattstock_app;
grant select on then_levels to mattstock_member, mattstock_advisor;

reset search_path;
reset role;
