-- People, how they prove who they are, and their sessions. Nothing here is a secret in clear: codes, keys and recovery
-- codes are hashes, and the secret of an authenticator is sealed by the application.

-- One role for each kind of work, so that a fault in one kind cannot read what belongs to another. Whoever may act as
-- the application may take them on, one transaction at a time, and inherits nothing of them.
do $$
declare
  role_name text;
begin
  foreach role_name in array array['mattstock_identity', 'mattstock_member', 'mattstock_advisor',
    'mattstock_coordination', 'mattstock_worker'] loop
    begin
      if not exists (select 1 from pg_roles where rolname = role_name) then
        execute format('create role %I nologin nosuperuser nobypassrls nocreatedb nocreaterole', role_name);
      end if;
    exception when duplicate_object or unique_violation then
      null;
    end;
    execute format('grant %I to mattstock_app with inherit false, set true', role_name);
  end loop;
end
$$;

grant usage on schema mattstock to mattstock_identity, mattstock_member, mattstock_advisor, mattstock_coordination,
  mattstock_worker;

set local role mattstock_owner;
set local search_path = mattstock;

create table people (
  person_id uuid not null,
  -- In small letters. Null once the person has been erased.
  email text,
  name text,
  language text not null,
  created_at timestamptz not null default now(),
  disabled_at timestamptz,
  erased_at timestamptz,
  constraint people_pk primary key (person_id),
  constraint people_email_unique unique (email),
  constraint people_email_small_letters check (email = lower(email)),
  constraint people_lengths check (char_length(email) between 3 and 254 and char_length(name) between 1 and 120),
  constraint people_language_known check (language in ('sv', 'en')),
  constraint people_erased_emptied check (erased_at is null or (email is null and name is null))
);

-- A person at an identity provider: by issuer and subject, never by address.
create table identities (
  identity_id uuid not null,
  person_id uuid not null,
  issuer text not null,
  subject text not null,
  created_at timestamptz not null default now(),
  last_used_at timestamptz,
  constraint identities_pk primary key (identity_id),
  constraint identities_subject_unique unique (issuer, subject),
  constraint identities_person_fk foreign key (person_id) references people (person_id) on delete cascade
);
create index identities_person_index on identities (person_id);

create table sessions (
  session_id uuid not null,
  person_id uuid not null,
  key_sha256 bytea not null,
  method text not null,
  -- Whether more than the mailbox has been proved.
  has_second_factor boolean not null,
  -- Browser and system in words, so that the person knows the session again.
  device text not null,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  -- When the person last proved who they are; what sensitive changes ask for.
  verified_at timestamptz not null default now(),
  idle_limit interval not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  constraint sessions_pk primary key (session_id),
  constraint sessions_key_unique unique (key_sha256),
  constraint sessions_person_fk foreign key (person_id) references people (person_id) on delete cascade,
  constraint sessions_sha256_length check (octet_length(key_sha256) = 32),
  constraint sessions_method_known check (method in ('code', 'passkey', 'oidc', 'demo')),
  constraint sessions_device_length check (char_length(device) between 1 and 80)
);
create index sessions_person_index on sessions (person_id);

-- Somebody wants in as the holder of an address. The code is made when the mail is, so it never rests anywhere.
create table sign_in_requests (
  sign_in_request_id uuid not null,
  email text not null,
  language text not null,
  -- The browser that asked; only that one may use the code.
  browser_sha256 bytea not null,
  code_salt bytea,
  code_hash bytea,
  attempts_left smallint not null default 5,
  -- Prefix of the address the request came from, for limits. Deleted with the row after a day.
  network text not null,
  requested_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  constraint sign_in_requests_pk primary key (sign_in_request_id),
  constraint sign_in_requests_email_small_letters check (email = lower(email)),
  constraint sign_in_requests_sha256_length check (octet_length(browser_sha256) = 32),
  constraint sign_in_requests_attempts_range check (attempts_left between 0 and 5),
  constraint sign_in_requests_code_whole check ((code_hash is null) = (code_salt is null))
);
create index sign_in_requests_email_index on sign_in_requests (email, requested_at);
create index sign_in_requests_network_index on sign_in_requests (network, requested_at);
create index sign_in_requests_browser_index on sign_in_requests (browser_sha256);

create table authenticators (
  authenticator_id uuid not null,
  person_id uuid not null,
  sealed_secret text not null,
  created_at timestamptz not null default now(),
  -- Null until a first code has shown that the secret arrived.
  confirmed_at timestamptz,
  -- The time step of the last code that was accepted; no step is accepted twice.
  last_used_step bigint,
  constraint authenticators_pk primary key (authenticator_id),
  constraint authenticators_person_fk foreign key (person_id) references people (person_id) on delete cascade
);
create unique index authenticators_confirmed_unique on authenticators (person_id) where confirmed_at is not null;
create index authenticators_person_index on authenticators (person_id);

create table recovery_codes (
  recovery_code_id uuid not null,
  person_id uuid not null,
  code_sha256 bytea not null,
  created_at timestamptz not null default now(),
  used_at timestamptz,
  constraint recovery_codes_pk primary key (recovery_code_id),
  constraint recovery_codes_code_unique unique (person_id, code_sha256),
  constraint recovery_codes_person_fk foreign key (person_id) references people (person_id) on delete cascade,
  constraint recovery_codes_sha256_length check (octet_length(code_sha256) = 32)
);

create table passkeys (
  passkey_id uuid not null,
  person_id uuid not null,
  credential_id text not null,
  public_key bytea not null,
  signature_counter bigint not null,
  transports text[] not null,
  name text not null,
  created_at timestamptz not null default now(),
  last_used_at timestamptz,
  constraint passkeys_pk primary key (passkey_id),
  constraint passkeys_credential_unique unique (credential_id),
  constraint passkeys_person_fk foreign key (person_id) references people (person_id) on delete cascade,
  constraint passkeys_name_length check (char_length(name) between 1 and 80)
);
create index passkeys_person_index on passkeys (person_id);

-- What a passkey is to sign or an identity provider to send back: used once, by the browser that was given it.
create table challenges (
  challenge_id uuid not null,
  purpose text not null,
  browser_sha256 bytea not null,
  -- For whom, where somebody is signed in already.
  person_id uuid,
  content jsonb not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  constraint challenges_pk primary key (challenge_id),
  constraint challenges_person_fk foreign key (person_id) references people (person_id) on delete cascade,
  constraint challenges_purpose_known check (
    purpose in ('passkey-registration', 'passkey-sign-in', 'passkey-step-up', 'oidc-sign-in', 'oidc-link')
  ),
  constraint challenges_sha256_length check (octet_length(browser_sha256) = 32)
);
create index challenges_browser_index on challenges (browser_sha256);
create index challenges_person_index on challenges (person_id);

-- The session whose key this transaction presents, if it still holds: not ended, not idle too long, not too old, and
-- of somebody who may come in. An empty setting is no key.
create function live_session_id() returns uuid
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  return (
    select s.session_id from sessions s
    join people p on p.person_id = s.person_id
    where s.key_sha256 = decode(nullif(current_setting('mattstock.session_key', true), ''), 'hex')
      and s.revoked_at is null and s.expires_at > now() and s.last_seen_at + s.idle_limit > now()
      and p.disabled_at is null and p.erased_at is null
  );
end
$$;

create function current_person_id() returns uuid
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  return (select person_id from sessions where session_id = live_session_id());
end
$$;

create function has_second_factor() returns boolean
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  return coalesce((select s.has_second_factor from sessions s where s.session_id = live_session_id()), false);
end
$$;

alter table people enable row level security;
alter table people force row level security;
alter table identities enable row level security;
alter table identities force row level security;
alter table sessions enable row level security;
alter table sessions force row level security;
alter table sign_in_requests enable row level security;
alter table sign_in_requests force row level security;
alter table authenticators enable row level security;
alter table authenticators force row level security;
alter table recovery_codes enable row level security;
alter table recovery_codes force row level security;
alter table passkeys enable row level security;
alter table passkeys force row level security;
alter table challenges enable row level security;
alter table challenges force row level security;

create policy people_owner on people to mattstock_owner using (true) with check (true);
create policy sessions_owner on sessions to mattstock_owner using (true) with check (true);

-- Before anybody is known there is nobody to limit it to; this role does nothing but find out who it is.
create policy people_identity on people to mattstock_identity using (true) with check (true);
create policy identities_identity on identities to mattstock_identity using (true) with check (true);
create policy sessions_identity on sessions to mattstock_identity using (true) with check (true);
create policy sign_in_requests_identity on sign_in_requests to mattstock_identity using (true) with check (true);
create policy authenticators_identity on authenticators to mattstock_identity using (true) with check (true);
create policy recovery_codes_identity on recovery_codes to mattstock_identity using (true) with check (true);
create policy passkeys_identity on passkeys to mattstock_identity using (true) with check (true);
create policy challenges_identity on challenges to mattstock_identity using (true) with check (true);

-- The worker makes the code of a request when it makes the mail, and clears what has had its time.
create policy sign_in_requests_worker on sign_in_requests to mattstock_worker using (true) with check (true);
create policy challenges_worker on challenges to mattstock_worker using (true);
create policy sessions_worker on sessions to mattstock_worker using (true);

revoke all on function live_session_id(), current_person_id(), has_second_factor() from public;
grant execute on function live_session_id(), current_person_id(), has_second_factor()
  to mattstock_app, mattstock_identity, mattstock_member, mattstock_advisor, mattstock_coordination;

grant select, insert, update (name, language) on people to mattstock_identity;
grant select, insert, delete, update (last_used_at) on identities to mattstock_identity;
grant select, insert, update (key_sha256, has_second_factor, last_seen_at, verified_at, idle_limit, expires_at,
  revoked_at) on sessions to mattstock_identity;
grant select, insert, update (attempts_left, used_at) on sign_in_requests to mattstock_identity;
grant select, insert, delete, update (confirmed_at, last_used_step) on authenticators to mattstock_identity;
grant select, insert, delete, update (used_at) on recovery_codes to mattstock_identity;
grant select, insert, delete, update (signature_counter, last_used_at) on passkeys to mattstock_identity;
grant select, insert, update (used_at) on challenges to mattstock_identity;
grant select, delete, update (code_salt, code_hash) on sign_in_requests to mattstock_worker;
grant select (challenge_id, expires_at), delete on challenges to mattstock_worker;
grant select (session_id, expires_at, revoked_at), delete on sessions to mattstock_worker;

reset search_path;
reset role;
