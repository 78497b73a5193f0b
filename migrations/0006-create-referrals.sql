-- Consent and the referral of a firm to a package.
set local role mattstock_owner;
set local search_path = mattstock;

create table consents (
  consent_id uuid not null,
  firm_id uuid not null,
  purpose text not null,
  -- The receiving organisation, by its code in the catalogue.
  provider_code text not null,
  wording_version text not null,
  language text not null,
  given_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  constraint consents_pk primary key (consent_id),
  constraint consents_firm_unique unique (firm_id, consent_id),
  constraint consents_firm_fk foreign key (firm_id) references firms (firm_id) on delete cascade,
  constraint consents_purpose_known check (purpose in ('contact')),
  constraint consents_language_known check (language in ('sv', 'en'))
);
create index consents_firm_index on consents (firm_id);

create table referrals (
  referral_id uuid not null,
  firm_id uuid not null,
  submission_id uuid not null,
  consent_id uuid not null,
  catalogue_version_id uuid not null,
  package_code text not null,
  provider_code text not null,
  is_suggested boolean not null,
  status text not null default 'chosen',
  firm_name text not null,
  contact_name text not null,
  email text not null,
  telephone text,
  message text,
  created_at timestamptz not null default now(),
  constraint referrals_pk primary key (referral_id),
  constraint referrals_firm_unique unique (firm_id, referral_id),
  constraint referrals_submission_fk foreign key (firm_id, submission_id)
    references submissions (firm_id, submission_id) on delete cascade,
  constraint referrals_consent_fk foreign key (firm_id, consent_id)
    references consents (firm_id, consent_id) on delete restrict,
  constraint referrals_catalogue_fk foreign key (catalogue_version_id)
    references catalogue_versions (catalogue_version_id) on delete restrict,
  constraint referrals_status_known check (
    status in ('chosen', 'accepted', 'declined', 'started', 'completed', 'withdrawn')
  ),
  constraint referrals_lengths check (
    char_length(firm_name) <= 120 and char_length(contact_name) <= 120 and char_length(email) <= 254
    and char_length(telephone) <= 25 and char_length(message) <= 1000
  )
);
-- One live referral per package and submission.
create unique index referrals_live_unique on referrals (submission_id, package_code) where status <> 'withdrawn';
create index referrals_submission_index on referrals (firm_id, submission_id);
create index referrals_consent_index on referrals (firm_id, consent_id);
create index referrals_catalogue_index on referrals (catalogue_version_id);

create table referral_events (
  referral_event_id bigint generated always as identity,
  firm_id uuid not null,
  referral_id uuid not null,
  status text not null,
  occurred_at timestamptz not null default now(),
  constraint referral_events_pk primary key (referral_event_id),
  constraint referral_events_referral_fk foreign key (firm_id, referral_id)
    references referrals (firm_id, referral_id) on delete cascade
);
create index referral_events_referral_index on referral_events (firm_id, referral_id);

create trigger referral_events_append_only
  before update on referral_events for each row execute function refuse_every_change();

alter table consents enable row level security;
alter table consents force row level security;
alter table referrals enable row level security;
alter table referrals force row level security;
alter table referral_events enable row level security;
alter table referral_events force row level security;

create policy consents_tenant on consents to mattstock_app using (firm_id = (select current_firm_id()));
create policy consents_wall on consents as restrictive to mattstock_app
  using (firm_id = (select current_firm_id())) with check (firm_id = (select current_firm_id()));
create policy referrals_tenant on referrals to mattstock_app using (firm_id = (select current_firm_id()));
create policy referrals_wall on referrals as restrictive to mattstock_app
  using (firm_id = (select current_firm_id())) with check (firm_id = (select current_firm_id()));
create policy referral_events_tenant on referral_events to mattstock_app
  using (firm_id = (select current_firm_id()));
create policy referral_events_wall on referral_events as restrictive to mattstock_app
  using (firm_id = (select current_firm_id())) with check (firm_id = (select current_firm_id()));

grant select, insert on consents, referrals, referral_events to mattstock_app;
grant update (withdrawn_at) on consents to mattstock_app;
grant update (status) on referrals to mattstock_app;

reset search_path;
reset role;
