-- Firms and the keys by which somebody without an account reaches one response of one firm.
set local role mattstock_owner;
set local search_path = mattstock;

create table firms (
  firm_id uuid not null,
  -- Ten digits. Not unique here: uniqueness across firms would tell one firm that another exists.
  organisation_number text,
  name text,
  is_simulated boolean not null default false,
  created_at timestamptz not null default now(),
  constraint firms_pk primary key (firm_id),
  constraint firms_organisation_number_digits check (organisation_number ~ '^[0-9]{10}$'),
  constraint firms_name_length check (char_length(name) between 1 and 120)
);

create table access_keys (
  access_key_id uuid not null,
  firm_id uuid not null,
  response_id uuid not null,
  purpose text not null,
  key_sha256 bytea not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  constraint access_keys_pk primary key (access_key_id),
  constraint access_keys_key_unique unique (key_sha256),
  constraint access_keys_firm_fk foreign key (firm_id) references firms (firm_id) on delete cascade,
  constraint access_keys_purpose_known check (purpose in ('browser', 'resume-link')),
  constraint access_keys_sha256_length check (octet_length(key_sha256) = 32)
);
create index access_keys_response_index on access_keys (firm_id, response_id);

-- The key set for this transaction, as its SHA-256. An empty setting is no key.
create function presented_key_sha256() returns bytea
language plpgsql stable
set search_path = mattstock, pg_temp
as $$
begin
  return decode(nullif(current_setting('mattstock.access_key', true), ''), 'hex');
end
$$;

-- Security definer: the table of keys itself is closed to the application. In plpgsql, because every policy asks
-- them in every statement and plpgsql keeps its plan for the session, which sql does not.
create function current_firm_id() returns uuid
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  return (
    select firm_id from access_keys
    where key_sha256 = presented_key_sha256()
      and purpose = 'browser' and revoked_at is null and expires_at > now()
  );
end
$$;

create function current_response_id() returns uuid
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  return (
    select response_id from access_keys
    where key_sha256 = presented_key_sha256()
      and purpose = 'browser' and revoked_at is null and expires_at > now()
  );
end
$$;

-- Opens a new firm for somebody who starts without an account. It can never reach an existing firm.
create function open_firm(
  new_firm_id uuid, new_response_id uuid, new_access_key_id uuid, new_key_sha256 bytea,
  new_expires_at timestamptz, new_organisation_number text, new_name text, new_is_simulated boolean
) returns void
language sql security definer
set search_path = mattstock, pg_temp
as $$
  insert into firms (firm_id, organisation_number, name, is_simulated)
  values (new_firm_id, new_organisation_number, new_name, new_is_simulated);
  insert into access_keys (access_key_id, firm_id, response_id, purpose, key_sha256, expires_at)
  values (new_access_key_id, new_firm_id, new_response_id, 'browser', new_key_sha256, new_expires_at);
$$;

-- A further key for the response that the presented key already reaches.
create function add_access_key(
  new_access_key_id uuid, new_purpose text, new_key_sha256 bytea, new_expires_at timestamptz
) returns boolean
language sql security definer
set search_path = mattstock, pg_temp
as $$
  insert into access_keys (access_key_id, firm_id, response_id, purpose, key_sha256, expires_at)
  select new_access_key_id, firm_id, response_id, new_purpose, new_key_sha256, new_expires_at
  from access_keys
  where key_sha256 = presented_key_sha256()
    and purpose = 'browser' and revoked_at is null and expires_at > now()
  returning true
$$;

-- Exchanges the secret of a resume link for a browser key; null when the secret opens nothing.
create function redeem_resume_key(
  resume_key_sha256 bytea, new_access_key_id uuid, new_key_sha256 bytea, new_expires_at timestamptz
) returns uuid
language sql security definer
set search_path = mattstock, pg_temp
as $$
  insert into access_keys (access_key_id, firm_id, response_id, purpose, key_sha256, expires_at)
  select new_access_key_id, firm_id, response_id, 'browser', new_key_sha256, new_expires_at
  from access_keys
  where key_sha256 = resume_key_sha256
    and purpose = 'resume-link' and revoked_at is null and expires_at > now()
  returning response_id
$$;

alter table firms enable row level security;
alter table firms force row level security;
alter table access_keys enable row level security;
alter table access_keys force row level security;

-- The owner runs the definer functions above; forced row security would otherwise close the tables to them.
create policy firms_owner on firms to mattstock_owner using (true) with check (true);
create policy access_keys_owner on access_keys to mattstock_owner using (true) with check (true);

create policy firms_tenant on firms to mattstock_app using (firm_id = (select current_firm_id()));
create policy firms_wall on firms as restrictive to mattstock_app
  using (firm_id = (select current_firm_id())) with check (firm_id = (select current_firm_id()));

revoke all on function current_firm_id(), current_response_id(), presented_key_sha256(),
  open_firm(uuid, uuid, uuid, bytea, timestamptz, text, text, boolean),
  add_access_key(uuid, text, bytea, timestamptz),
  redeem_resume_key(bytea, uuid, bytea, timestamptz) from public;
grant execute on function current_firm_id(), current_response_id(), presented_key_sha256(),
  open_firm(uuid, uuid, uuid, bytea, timestamptz, text, text, boolean),
  add_access_key(uuid, text, bytea, timestamptz),
  redeem_resume_key(bytea, uuid, bytea, timestamptz) to mattstock_app;
grant select, update (organisation_number, name) on firms to mattstock_app;

reset search_path;
reset role;
