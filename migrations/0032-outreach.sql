-- Earlier contacts that a provider brings along, what is written to them, and firms that are reminded of their next round.
set local role mattstock_owner;
set local search_path = mattstock;

create table provider_contacts (
  contact_id uuid not null,
  organisation_id uuid not null,
  firm_name text not null,
  email text not null,
  organisation_number text,
  contact_name text,
  telephone text,
  -- By which whoever gets a mail says no. Opens nothing else.
  opt_out_id uuid not null,
  imported_at timestamptz not null,
  -- Imported or written to.
  used_at timestamptz not null,
  invited_at timestamptz,
  constraint provider_contacts_pk primary key (contact_id),
  constraint provider_contacts_address_unique unique (organisation_id, email),
  constraint provider_contacts_opt_out_unique unique (opt_out_id),
  constraint provider_contacts_organisation_fk foreign key (organisation_id)
    references organisations (organisation_id) on delete cascade,
  constraint provider_contacts_small_letters check (email = lower(email)),
  constraint provider_contacts_lengths check (
    char_length(firm_name) between 1 and 120 and char_length(email) <= 254 and char_length(contact_name) <= 120
    and char_length(telephone) <= 25
  )
);
create index provider_contacts_used_index on provider_contacts (used_at);

-- Addresses that do not want to be written to by the provider: a fingerprint is enough to know them again.
create table contact_opt_outs (
  organisation_id uuid not null,
  email_sha256 bytea not null,
  opted_out_at timestamptz not null,
  constraint contact_opt_outs_pk primary key (organisation_id, email_sha256),
  constraint contact_opt_outs_organisation_fk foreign key (organisation_id)
    references organisations (organisation_id) on delete cascade,
  constraint contact_opt_outs_sha256_length check (octet_length(email_sha256) = 32)
);

create table round_reminders (
  reminder_id uuid not null,
  firm_id uuid not null,
  organisation_id uuid not null,
  reminded_at timestamptz not null,
  constraint round_reminders_pk primary key (reminder_id),
  constraint round_reminders_firm_fk foreign key (firm_id) references firms (firm_id) on delete cascade,
  constraint round_reminders_organisation_fk foreign key (organisation_id)
    references organisations (organisation_id) on delete restrict
);
create index round_reminders_firm_index on round_reminders (firm_id, reminded_at);
create index round_reminders_organisation_index on round_reminders (organisation_id);

-- Writes to the owners of a firm that lets the provider in and whose next round is due; once in thirty days, whoever
-- asks. Nobody's address leaves. In a word what came of it.
create function remind_firm(reminded_firm uuid, for_organisation uuid, reminded_now timestamptz) returns text
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
declare
  provider organisations;
  reminded firms;
  submitted timestamptz;
  told integer;
begin
  select o.* into provider from organisations o
  where o.organisation_id = for_organisation and o.kind = 'provider'
    and o.organisation_id = any (my_organisation_ids('advisor', 'manager'));
  if provider.organisation_id is null or not exists (
    select 1 from consents c where c.firm_id = reminded_firm and c.provider_code = provider.code
      and c.purpose in ('contact', 'result') and c.withdrawn_at is null
  ) then
    return 'not-found';
  end if;
  select f.* into reminded from firms f where f.firm_id = reminded_firm for update;
  select s.submitted_at into submitted from firm_summaries s where s.firm_id = reminded_firm;
  if submitted is null or submitted > reminded_now - interval '12 months' then
    return 'not-due';
  end if;
  if exists (
    select 1 from round_reminders r
    where r.firm_id = reminded_firm and r.reminded_at > reminded_now - interval '30 days'
  ) then
    return 'reminded-lately';
  end if;
  insert into outbox_mails (mail_id, kind, recipient, language, facts, dedupe_key, created_at, next_attempt_at)
  select gen_random_uuid(), 'round-due', p.email, p.language, jsonb_build_object(
      'firmName', coalesce(reminded.name, ''), 'providerSv', provider.name ->> 'sv', 'providerEn', provider.name ->> 'en',
      'submittedOn', to_char(submitted at time zone 'Europe/Stockholm', 'YYYY-MM-DD')),
    'round-due:' || reminded_firm || ':' || p.person_id || ':' || to_char(reminded_now at time zone 'utc', 'YYYY-MM-DD'),
    reminded_now, reminded_now
  from memberships m
  join people p on p.person_id = m.person_id and p.disabled_at is null and p.erased_at is null and p.email is not null
  where m.firm_id = reminded_firm and m.role = 'owner' and m.ended_at is null
  on conflict do nothing;
  get diagnostics told = row_count;
  if told = 0 then
    return 'nobody-to-tell';
  end if;
  insert into round_reminders (reminder_id, firm_id, organisation_id, reminded_at)
  values (gen_random_uuid(), reminded_firm, for_organisation, reminded_now);
  return 'done';
end
$$;

-- Of a firm that goes, or is left without its name, no reminder says the name any more.
create function forget_reminders() returns trigger
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  delete from outbox_mails where dedupe_key like 'round-due:' || old.firm_id || ':%' and settled_at is null;
  update outbox_mails set recipient = null, facts = '{}' where dedupe_key like 'round-due:' || old.firm_id || ':%';
  return old;
end
$$;
create trigger firms_forget_reminders before delete on firms for each row execute function forget_reminders();
create trigger firms_reduced_forget_reminders after update of reduced_at on firms for each row
  when (new.reduced_at is not null) execute function forget_reminders();

-- Whoever got a mail says no: the contact goes, what is on its way to it too, and the provider cannot bring it in again.
create function opt_out_of_contact(given_opt_out_id uuid, opted_out_now timestamptz) returns void
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
declare
  gone provider_contacts;
begin
  delete from provider_contacts where opt_out_id = given_opt_out_id returning * into gone;
  if gone.contact_id is null then
    return;
  end if;
  insert into contact_opt_outs (organisation_id, email_sha256, opted_out_at)
  values (gone.organisation_id, sha256(convert_to(gone.email, 'UTF8')), opted_out_now) on conflict do nothing;
  delete from outbox_mails
  where dedupe_key like 'contact-invitation:' || gone.contact_id || ':%' and settled_at is null and status = 'waiting';
end
$$;

-- Who is erased is no provider's earlier contact either.
create function forget_contact() returns trigger
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  delete from provider_contacts where email = old.email;
  return null;
end
$$;
create trigger people_forget_contact after update of erased_at on people for each row
  when (new.erased_at is not null and old.email is not null) execute function forget_contact();

create function retire_provider_contacts(cutoff timestamptz, most integer) returns integer
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
declare
  taken integer;
begin
  delete from provider_contacts where contact_id in (
    select contact_id from provider_contacts where used_at <= cutoff order by used_at limit most for update skip locked
  );
  get diagnostics taken = row_count;
  return taken;
end
$$;

alter table provider_contacts enable row level security;
alter table provider_contacts force row level security;
alter table contact_opt_outs enable row level security;
alter table contact_opt_outs force row level security;
alter table round_reminders enable row level security;
alter table round_reminders force row level security;
create policy provider_contacts_owner on provider_contacts to mattstock_owner using (true) with check (true);
create policy contact_opt_outs_owner on contact_opt_outs to mattstock_owner using (true) with check (true);
create policy round_reminders_owner on round_reminders to mattstock_owner using (true) with check (true);
create policy provider_contacts_advisor on provider_contacts to mattstock_advisor
  using (organisation_id = any ((select my_organisation_ids('advisor', 'manager'))::uuid[]))
  with check (organisation_id = any ((select my_organisation_ids('advisor', 'manager'))::uuid[]));
create policy contact_opt_outs_advisor on contact_opt_outs for select to mattstock_advisor
  using (organisation_id = any ((select my_organisation_ids('advisor', 'manager'))::uuid[]));

revoke all on function remind_firm(uuid, uuid, timestamptz), forget_reminders(), opt_out_of_contact(uuid, timestamptz),
  forget_contact(), retire_provider_contacts(timestamptz, integer) from public;
grant execute on function remind_firm(uuid, uuid, timestamptz) to mattstock_advisor;
grant execute on function opt_out_of_contact(uuid, timestamptz) to mattstock_app;
grant execute on function retire_provider_contacts(timestamptz, integer) to mattstock_worker;
grant select, insert, delete, update (firm_name, organisation_number, contact_name,
  telephone, imported_at, invited_at, used_at) on provider_contacts to mattstock_advisor;
grant select on contact_opt_outs to mattstock_advisor;

reset search_path;
reset role;
