-- Assessments, responses and their answers. Every key carries the firm, so that no row can point into another firm.
set local role mattstock_owner;
set local search_path = mattstock;

create table assessments (
  assessment_id uuid not null,
  firm_id uuid not null,
  instrument_version_id uuid not null,
  form_code text not null,
  round integer not null default 0,
  -- Sector facts that decide the questions: FirmProfile of shared/domain/firm.
  profile jsonb not null,
  created_at timestamptz not null default now(),
  constraint assessments_pk primary key (assessment_id),
  constraint assessments_firm_unique unique (firm_id, assessment_id),
  constraint assessments_version_unique unique (firm_id, assessment_id, instrument_version_id),
  constraint assessments_firm_fk foreign key (firm_id) references firms (firm_id) on delete cascade,
  constraint assessments_version_fk foreign key (instrument_version_id)
    references instrument_versions (instrument_version_id) on delete restrict,
  constraint assessments_round_not_negative check (round >= 0)
);
create index assessments_version_index on assessments (instrument_version_id);

create table responses (
  response_id uuid not null,
  firm_id uuid not null,
  assessment_id uuid not null,
  instrument_version_id uuid not null,
  language text not null,
  status text not null default 'open',
  started_at timestamptz not null default now(),
  submitted_at timestamptz,
  constraint responses_pk primary key (response_id),
  constraint responses_firm_unique unique (firm_id, response_id),
  constraint responses_version_unique unique (firm_id, response_id, instrument_version_id),
  constraint responses_assessment_fk foreign key (firm_id, assessment_id, instrument_version_id)
    references assessments (firm_id, assessment_id, instrument_version_id) on delete cascade,
  constraint responses_language_known check (language in ('sv', 'en')),
  constraint responses_status_known check (status in ('open', 'submitted')),
  constraint responses_submitted_dated check ((status = 'submitted') = (submitted_at is not null))
);
create index responses_assessment_index on responses (firm_id, assessment_id);

alter table access_keys
  add constraint access_keys_response_fk foreign key (firm_id, response_id)
    references responses (firm_id, response_id) on delete cascade deferrable initially deferred;

create table answers (
  firm_id uuid not null,
  response_id uuid not null,
  instrument_version_id uuid not null,
  item_code text not null,
  -- Null when the answer was withdrawn or only commented.
  state text,
  level smallint,
  choice text,
  choices text[],
  number numeric,
  is_yes boolean,
  text text,
  comment text not null default '',
  revision integer not null,
  answered_at timestamptz not null default now(),
  constraint answers_pk primary key (response_id, item_code),
  constraint answers_response_fk foreign key (firm_id, response_id, instrument_version_id)
    references responses (firm_id, response_id, instrument_version_id) on delete cascade,
  constraint answers_item_fk foreign key (instrument_version_id, item_code)
    references instrument_version_items (instrument_version_id, item_code) on delete restrict,
  constraint answers_state_known check (
    state in ('level', 'choice', 'choices', 'number', 'yes-no', 'text', 'dont-know', 'not-applicable')
  ),
  constraint answers_level_range check (level between 0 and 4),
  constraint answers_comment_length check (char_length(comment) <= 1000),
  constraint answers_text_length check (char_length(text) <= 4000),
  constraint answers_revision_positive check (revision > 0),
  -- Exactly the column that belongs to the state is filled.
  constraint answers_value_matches_state check (
    (level is not null) = (state is not distinct from 'level')
    and (choice is not null) = (state is not distinct from 'choice')
    and (choices is not null) = (state is not distinct from 'choices')
    and (number is not null) = (state is not distinct from 'number')
    and (is_yes is not null) = (state is not distinct from 'yes-no')
    and (text is not null) = (state is not distinct from 'text')
  )
);

-- Every save as it came, in order; also what makes a repeated save harmless.
create table answer_events (
  answer_event_id bigint generated always as identity,
  firm_id uuid not null,
  response_id uuid not null,
  item_code text not null,
  client_id uuid not null,
  client_sequence integer not null,
  revision integer not null,
  answer jsonb not null,
  occurred_at timestamptz not null default now(),
  constraint answer_events_pk primary key (answer_event_id),
  constraint answer_events_save_unique unique (response_id, client_id, client_sequence),
  constraint answer_events_response_fk foreign key (firm_id, response_id)
    references responses (firm_id, response_id) on delete cascade
);

create trigger answer_events_append_only
  before update on answer_events
  for each row execute function refuse_every_change();

alter table assessments enable row level security;
alter table assessments force row level security;
alter table responses enable row level security;
alter table responses force row level security;
alter table answers enable row level security;
alter table answers force row level security;
alter table answer_events enable row level security;
alter table answer_events force row level security;

create policy assessments_tenant on assessments to mattstock_app using (firm_id = (select current_firm_id()));
create policy assessments_wall on assessments as restrictive to mattstock_app
  using (firm_id = (select current_firm_id())) with check (firm_id = (select current_firm_id()));
create policy responses_tenant on responses to mattstock_app using (response_id = (select current_response_id()));
create policy responses_wall on responses as restrictive to mattstock_app
  using (firm_id = (select current_firm_id())) with check (firm_id = (select current_firm_id()));
create policy answers_tenant on answers to mattstock_app using (response_id = (select current_response_id()));
create policy answers_wall on answers as restrictive to mattstock_app
  using (firm_id = (select current_firm_id())) with check (firm_id = (select current_firm_id()));
create policy answer_events_tenant on answer_events to mattstock_app
  using (response_id = (select current_response_id()));
create policy answer_events_wall on answer_events as restrictive to mattstock_app
  using (firm_id = (select current_firm_id())) with check (firm_id = (select current_firm_id()));

grant select, insert on assessments, responses, answers, answer_events to mattstock_app;
grant update (profile) on assessments to mattstock_app;
grant update (language, status, submitted_at) on responses to mattstock_app;
grant update (state, level, choice, choices, number, is_yes, text, comment, revision, answered_at)
  on answers to mattstock_app;

reset search_path;
reset role;
