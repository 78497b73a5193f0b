-- What an advisor's lists sort and filter by, and that a firm stood in one.
set local role mattstock_owner;
set local search_path = mattstock;

-- One row per firm that has submitted: facts and levels of its newest submission. Kept by the submission itself.
create table firm_summaries (
  firm_id uuid not null,
  submission_id uuid not null,
  municipality text not null,
  -- `outside` for a firm that lies in none of the three.
  county text not null generated always as (case municipality when 'outside' then 'outside' else left(municipality, 2) end) stored,
  branch text not null,
  size_class text not null,
  chain_role text not null,
  round integer not null,
  submitted_at timestamptz not null,
  digital_level double precision,
  process_level double precision,
  constraint firm_summaries_pk primary key (firm_id),
  constraint firm_summaries_submission_fk foreign key (firm_id, submission_id)
    references submissions (firm_id, submission_id) on delete cascade
);
create index firm_summaries_submission_index on firm_summaries (firm_id, submission_id);
create index firm_summaries_submitted_index on firm_summaries (submitted_at);

create function level_of_part(score_profile jsonb, part text) returns double precision
language sql immutable
set search_path = mattstock, pg_temp
as $$
  select (p.value ->> 'level')::double precision from jsonb_array_elements(score_profile -> 'parts') p
  where p.value ->> 'part' = part
$$;

-- A submission that came earlier, as when several are put in at once, does not take the place of a later one.
create function summarise_firm() returns trigger
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
  where firm_summaries.submitted_at <= excluded.submitted_at;
  return null;
end
$$;

insert into firm_summaries (firm_id, submission_id, municipality, branch, size_class, chain_role, round, submitted_at,
  digital_level, process_level)
select distinct on (s.firm_id) s.firm_id, s.submission_id, s.profile ->> 'municipality', s.profile ->> 'branch',
  s.profile ->> 'sizeClass', s.profile ->> 'chainRole', a.round, s.submitted_at,
  level_of_part(s.score_profile, 'digital'), level_of_part(s.score_profile, 'process')
from submissions s
join responses r on r.response_id = s.response_id
join assessments a on a.firm_id = r.firm_id and a.assessment_id = r.assessment_id
join firms f on f.firm_id = s.firm_id and f.reduced_at is null
order by s.firm_id, s.submitted_at desc, s.submission_id;

-- Of a firm that is erased in part nobody lists anything.
create function forget_summary() returns trigger
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  delete from firm_summaries where firm_id = new.firm_id;
  return null;
end
$$;
create trigger firms_forget_summary after update of reduced_at on firms for each row
  when (new.reduced_at is not null) execute function forget_summary();
revoke all on function forget_summary() from public;

create trigger submissions_summarise_firm
  after insert on submissions for each row execute function summarise_firm();

alter table firm_summaries enable row level security;
alter table firm_summaries force row level security;
create policy firm_summaries_owner on firm_summaries to mattstock_owner using (true) with check (true);
create policy firm_summaries_advisor on firm_summaries for select to mattstock_advisor
  using (exists (select 1 from consents c where c.firm_id = firm_summaries.firm_id and c.purpose = 'result'
    and c.withdrawn_at is null and c.provider_code = any ((select my_provider_codes())::text[])));
create policy firm_summaries_advisor_wall on firm_summaries as restrictive to mattstock_advisor
  using (exists (select 1 from consents c where c.firm_id = firm_summaries.firm_id and c.purpose = 'result'
    and c.withdrawn_at is null and c.provider_code = any ((select my_provider_codes())::text[])));

-- Asked of each row by its own index, since an array of all consenting firms is searched from end to end for each.
drop policy firms_advisor on firms;
drop policy firms_advisor_wall on firms;
drop function consenting_firm_ids(text);
create policy firms_advisor on firms for select to mattstock_advisor
  using (exists (select 1 from consents c where c.firm_id = firms.firm_id and c.purpose <> 'statistics'
    and c.withdrawn_at is null and c.provider_code = any ((select my_provider_codes())::text[])));
create policy firms_advisor_wall on firms as restrictive to mattstock_advisor
  using (exists (select 1 from consents c where c.firm_id = firms.firm_id and c.purpose <> 'statistics'
    and c.withdrawn_at is null and c.provider_code = any ((select my_provider_codes())::text[])));

alter table access_events
  drop constraint access_events_what_known,
  -- list: the firm stood in a list with its county, branch, size and levels; once a day for each person.
  add constraint access_events_what_known check (what in ('result', 'contact', 'list'));
create unique index access_events_list_unique
  on access_events (firm_id, organisation_id, person_id, (date_trunc('day', occurred_at at time zone 'utc')))
  where what = 'list';

-- Writes down, for the firm to see, that it stood in a list of the organisation. Opens nothing.
create function note_listing(listed uuid[], for_organisation uuid) returns void
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  insert into access_events (access_event_id, firm_id, organisation_id, person_id, what)
  select gen_random_uuid(), c.firm_id, o.organisation_id, current_person_id(), 'list'
  from consents c
  join organisations o on o.kind = 'provider' and o.code = c.provider_code
  where c.firm_id = any (listed) and c.purpose = 'result' and c.withdrawn_at is null
    and o.organisation_id = for_organisation
    and o.organisation_id = any (my_organisation_ids('advisor', 'manager'))
  on conflict do nothing;
end
$$;

-- Requests that were taken back lately, of which the provider may know that much and no more: not whose they were.
create function withdrawn_from_us(since timestamptz)
returns table (organisation_id uuid, purpose text, withdrawn_at timestamptz)
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  return query
    select o.organisation_id, c.purpose, c.withdrawn_at from consents c
    join organisations o on o.kind = 'provider' and o.code = c.provider_code
    where c.withdrawn_at >= since and c.provider_code = any (my_provider_codes());
end
$$;
create index consents_withdrawn_index on consents (provider_code, withdrawn_at) where withdrawn_at is not null;

-- Who in one of the session's providers can look after a request.
create function provider_advisors(of_organisation uuid) returns table (person_id uuid, name text)
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  return query
    select distinct p.person_id, p.name from memberships m
    join people p on p.person_id = m.person_id
    where m.organisation_id = of_organisation and m.role in ('advisor', 'manager') and m.ended_at is null
      and p.disabled_at is null and p.erased_at is null
      and of_organisation = any (my_organisation_ids('advisor', 'manager'));
end
$$;

revoke all on function provider_advisors(uuid) from public;
grant execute on function provider_advisors(uuid) to mattstock_advisor;
revoke all on function level_of_part(jsonb, text), summarise_firm(), note_listing(uuid[], uuid),
  withdrawn_from_us(timestamptz) from public;
grant execute on function note_listing(uuid[], uuid), withdrawn_from_us(timestamptz) to mattstock_advisor;
grant select on firm_summaries to mattstock_advisor;

-- The names of colleagues who look after a request.
create policy people_advisor on people for select to mattstock_advisor
  using (person_id = any ((select my_colleague_ids())::uuid[]));
grant execute on function my_colleague_ids() to mattstock_advisor;
grant select (person_id, name) on people to mattstock_advisor;

reset search_path;
reset role;
