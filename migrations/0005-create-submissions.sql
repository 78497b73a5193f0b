-- What was submitted, what it was scored to and what was suggested, frozen together.
set local role mattstock_owner;
set local search_path = mattstock;

create table submissions (
  submission_id uuid not null,
  firm_id uuid not null,
  response_id uuid not null,
  instrument_version_id uuid not null,
  definition_sha256 bytea not null,
  catalogue_version_id uuid not null,
  receipt_number text not null,
  language text not null,
  -- The answers and the profile as they stood, enough to compute every score again.
  answers jsonb not null,
  profile jsonb not null,
  answered_items integer not null,
  scored_items integer not null,
  score_profile jsonb not null,
  routing jsonb not null,
  submitted_at timestamptz not null default now(),
  constraint submissions_pk primary key (submission_id),
  constraint submissions_firm_unique unique (firm_id, submission_id),
  -- A response is submitted once, however often it is sent.
  constraint submissions_response_unique unique (response_id),
  constraint submissions_response_fk foreign key (firm_id, response_id, instrument_version_id)
    references responses (firm_id, response_id, instrument_version_id) on delete cascade,
  constraint submissions_catalogue_fk foreign key (catalogue_version_id)
    references catalogue_versions (catalogue_version_id) on delete restrict,
  constraint submissions_sha256_length check (octet_length(definition_sha256) = 32),
  constraint submissions_language_known check (language in ('sv', 'en')),
  constraint submissions_counts_possible check (answered_items between 0 and scored_items)
);
create index submissions_catalogue_index on submissions (catalogue_version_id);
create index submissions_version_index on submissions (instrument_version_id);

-- Replies to requests that must take effect once, kept with the effect itself.
create table idempotency_keys (
  firm_id uuid not null,
  response_id uuid not null,
  endpoint text not null,
  idempotency_key text not null,
  request_sha256 bytea not null,
  result_id uuid not null,
  created_at timestamptz not null default now(),
  constraint idempotency_keys_pk primary key (response_id, endpoint, idempotency_key),
  constraint idempotency_keys_response_fk foreign key (firm_id, response_id)
    references responses (firm_id, response_id) on delete cascade,
  constraint idempotency_keys_key_length check (char_length(idempotency_key) between 8 and 100)
);
create index idempotency_keys_firm_index on idempotency_keys (firm_id, response_id);

create table scores (
  firm_id uuid not null,
  submission_id uuid not null,
  dimension_code text not null,
  rules_version text not null,
  status text not null,
  level double precision,
  range_lowest double precision,
  range_highest double precision,
  band text,
  answered_weight integer not null,
  applicable_weight integer not null,
  constraint scores_pk primary key (submission_id, dimension_code),
  constraint scores_submission_fk foreign key (firm_id, submission_id)
    references submissions (firm_id, submission_id) on delete cascade,
  constraint scores_status_known check (status in ('scored', 'too-few-answers', 'not-applicable')),
  constraint scores_level_range check (level between 0 and 4),
  constraint scores_range_holds_level check (
    range_lowest between 0 and 4 and range_highest between 0 and 4
    and range_lowest <= range_highest and (level is null or level between range_lowest and range_highest)
  ),
  constraint scores_level_when_scored check ((status = 'scored') = (level is not null))
);
create index scores_firm_index on scores (firm_id, submission_id);

create table suggestions (
  firm_id uuid not null,
  submission_id uuid not null,
  rank integer not null,
  package_code text not null,
  provider_code text not null,
  total double precision not null,
  detail jsonb not null,
  constraint suggestions_pk primary key (submission_id, rank),
  constraint suggestions_package_unique unique (submission_id, package_code),
  constraint suggestions_submission_fk foreign key (firm_id, submission_id)
    references submissions (firm_id, submission_id) on delete cascade,
  constraint suggestions_rank_range check (rank between 1 and 3)
);
create index suggestions_firm_index on suggestions (firm_id, submission_id);

-- Needs that no package fits: what the gap report is made of.
create table need_gaps (
  firm_id uuid not null,
  submission_id uuid not null,
  dimension_code text not null,
  reason jsonb not null,
  constraint need_gaps_pk primary key (submission_id, dimension_code),
  constraint need_gaps_submission_fk foreign key (firm_id, submission_id)
    references submissions (firm_id, submission_id) on delete cascade
);
create index need_gaps_firm_index on need_gaps (firm_id, submission_id);

create trigger submissions_immutable
  before update on submissions for each row execute function refuse_every_change();
create trigger scores_immutable
  before update on scores for each row execute function refuse_every_change();
create trigger suggestions_immutable
  before update on suggestions for each row execute function refuse_every_change();
create trigger need_gaps_immutable
  before update on need_gaps for each row execute function refuse_every_change();

-- An answer belongs to the submission once it is made; it can no longer change.
-- Security definer: it asks one fact of the row whose answer the policies have already let through.
create function refuse_answer_after_submission() returns trigger
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
declare
  response_status text;
begin
  -- The lock waits for a submission under way, which holds the row for update, and then sees its outcome.
  select status into response_status from responses where response_id = new.response_id for key share;
  if response_status = 'submitted' then
    raise exception 'the response is submitted'
      using errcode = 'restrict_violation', constraint = 'answers_response_open';
  end if;
  return new;
end
$$;
create trigger answers_response_open
  before insert or update on answers
  for each row execute function refuse_answer_after_submission();

-- The dimensions in which at least five firms share a need: enough for a cohort, too many to point one out.
create function shared_needs() returns setof text
language sql stable security definer
set search_path = mattstock, pg_temp
as $$
  select s.dimension_code
  from scores s
  join firms f on f.firm_id = s.firm_id
  where s.band = 'low' and not f.is_simulated
  group by s.dimension_code
  having count(distinct s.firm_id) >= 5
$$;

alter table submissions enable row level security;
alter table submissions force row level security;
alter table idempotency_keys enable row level security;
alter table idempotency_keys force row level security;
alter table scores enable row level security;
alter table scores force row level security;
alter table suggestions enable row level security;
alter table suggestions force row level security;
alter table need_gaps enable row level security;
alter table need_gaps force row level security;

create policy scores_owner on scores for select to mattstock_owner using (true);
-- The lock of the trigger above needs the right to update.
create policy responses_owner on responses to mattstock_owner using (true);

create policy submissions_tenant on submissions to mattstock_app
  using (response_id = (select current_response_id()));
create policy submissions_wall on submissions as restrictive to mattstock_app
  using (firm_id = (select current_firm_id())) with check (firm_id = (select current_firm_id()));
create policy idempotency_keys_tenant on idempotency_keys to mattstock_app
  using (response_id = (select current_response_id()));
create policy idempotency_keys_wall on idempotency_keys as restrictive to mattstock_app
  using (firm_id = (select current_firm_id())) with check (firm_id = (select current_firm_id()));
create policy scores_tenant on scores to mattstock_app using (firm_id = (select current_firm_id()));
create policy scores_wall on scores as restrictive to mattstock_app
  using (firm_id = (select current_firm_id())) with check (firm_id = (select current_firm_id()));
create policy suggestions_tenant on suggestions to mattstock_app using (firm_id = (select current_firm_id()));
create policy suggestions_wall on suggestions as restrictive to mattstock_app
  using (firm_id = (select current_firm_id())) with check (firm_id = (select current_firm_id()));
create policy need_gaps_tenant on need_gaps to mattstock_app using (firm_id = (select current_firm_id()));
create policy need_gaps_wall on need_gaps as restrictive to mattstock_app
  using (firm_id = (select current_firm_id())) with check (firm_id = (select current_firm_id()));

revoke all on function shared_needs(), refuse_answer_after_submission() from public;
grant execute on function shared_needs() to mattstock_app;
grant select, insert on submissions, idempotency_keys, scores, suggestions, need_gaps to mattstock_app;

reset search_path;
reset role;
