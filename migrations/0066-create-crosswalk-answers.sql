-- What a firm has added so that figures of measures of others can be told for it. It is no part of what was submitted:
-- neither scores nor suggestions look at it.
set local role mattstock_owner;
set local search_path = mattstock;

create table crosswalk_answers (
  firm_id uuid not null,
  response_id uuid not null,
  row_code text not null,
  -- Null where the firm has taken its answer away again.
  step smallint,
  revision integer not null,
  answered_at timestamptz not null default now(),
  constraint crosswalk_answers_pk primary key (response_id, row_code),
  constraint crosswalk_answers_response_fk foreign key (firm_id, response_id)
    references responses (firm_id, response_id) on delete cascade,
  constraint crosswalk_answers_row_length check (char_length(row_code) between 1 and 60),
  constraint crosswalk_answers_step_range check (step between 0 and 5),
  constraint crosswalk_answers_revision_positive check (revision > 0)
);

-- Whoever goes on from a response brings along what was added to it, as it does its answers.
create function carry_crosswalk_answers() returns trigger
language plpgsql
set search_path = mattstock, pg_temp
as $$
begin
  insert into crosswalk_answers (firm_id, response_id, row_code, step, revision, answered_at)
  select firm_id, new.response_id, row_code, step, 1, answered_at
  from crosswalk_answers
  where firm_id = new.firm_id and response_id = new.continues_response_id and step is not null;
  return null;
end
$$;
create trigger responses_carry_crosswalk_answers
  after insert on responses for each row
  when (new.continues_response_id is not null) execute function carry_crosswalk_answers();

-- Of a firm that is erased in part nothing of this is kept: nothing is counted by it.
create function reduce_crosswalk_answers() returns trigger
language plpgsql
set search_path = mattstock, pg_temp
as $$
begin
  delete from crosswalk_answers where firm_id = new.firm_id;
  return null;
end
$$;
create trigger firms_reduce_crosswalk_answers
  after update of reduced_at on firms for each row
  when (new.reduced_at is not null) execute function reduce_crosswalk_answers();

alter table crosswalk_answers enable row level security;
alter table crosswalk_answers force row level security;

create policy crosswalk_answers_owner on crosswalk_answers to mattstock_owner using (true) with check (true);
create policy crosswalk_answers_tenant on crosswalk_answers to mattstock_app
  using (response_id = (select current_response_id()));
create policy crosswalk_answers_wall on crosswalk_answers as restrictive to mattstock_app
  using (firm_id = (select current_firm_id())) with check (firm_id = (select current_firm_id()));
create policy crosswalk_answers_member on crosswalk_answers for select to mattstock_member
  using (response_id in (select r.response_id from responses r where r.person_id = (select current_person_id())));
create policy crosswalk_answers_member_wall on crosswalk_answers as restrictive to mattstock_member
  using (firm_id = any ((select my_firm_ids())::uuid[]));
create policy crosswalk_answers_advisor on crosswalk_answers for select to mattstock_advisor
  using (firm_id = (select looked_at_firm_id('result')));
create policy crosswalk_answers_advisor_wall on crosswalk_answers as restrictive to mattstock_advisor
  using (firm_id = (select looked_at_firm_id('result')));

grant select, insert, update (step, revision, answered_at) on crosswalk_answers to mattstock_app;
grant select on crosswalk_answers to mattstock_member, mattstock_advisor;
revoke all on function carry_crosswalk_answers(), reduce_crosswalk_answers() from public;

reset search_path;
reset role;
