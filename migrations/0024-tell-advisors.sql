-- Whoever works for a provider is told that a request has come, and in the mornings what waits for an answer.
set local role mattstock_owner;
set local search_path = mattstock;

-- What of it somebody wants. Who has no row has not chosen, and gets what is said in the functions below.
create table notice_choices (
  person_id uuid not null,
  new_requests text not null,
  is_told_of_overdue boolean not null,
  changed_at timestamptz not null default now(),
  constraint notice_choices_pk primary key (person_id),
  constraint notice_choices_person_fk foreign key (person_id) references people (person_id) on delete cascade,
  constraint notice_choices_new_requests_known check (new_requests in ('at-once', 'daily', 'never'))
);

-- A request of which nobody at the provider has been told yet, written with the request itself.
create table request_notices (
  firm_id uuid not null,
  referral_id uuid not null,
  created_at timestamptz not null default now(),
  constraint request_notices_pk primary key (referral_id),
  constraint request_notices_referral_fk foreign key (firm_id, referral_id)
    references referrals (firm_id, referral_id) on delete cascade
);
create index request_notices_firm_index on request_notices (firm_id, referral_id);

create function note_request() returns trigger
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  insert into request_notices (firm_id, referral_id) values (new.firm_id, new.referral_id);
  return null;
end
$$;
-- The owner of the tables puts in the simulated requests of a demo, of which nobody is told.
create trigger referrals_note_request after insert on referrals for each row
  when (new.status = 'chosen' and current_user <> 'mattstock_owner')
  execute function note_request();

-- The row of somebody who is erased stays, empty; what they had chosen goes.
create function forget_notice_choice() returns trigger
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  delete from notice_choices where person_id = new.person_id;
  return null;
end
$$;
create trigger people_forget_notice_choice after update of erased_at on people for each row
  when (new.erased_at is not null) execute function forget_notice_choice();

-- Everybody who may look after requests to a provider, with what each wants to be told.
create function people_to_tell()
returns table (provider_code text, provider_name jsonb, organisation_id uuid, person_id uuid, email text, language text,
  new_requests text, is_told_of_overdue boolean)
language sql stable
set search_path = mattstock, pg_temp
as $$
  select distinct o.code, o.name, o.organisation_id, p.person_id, p.email, p.language,
    coalesce(c.new_requests, 'at-once'), coalesce(c.is_told_of_overdue, true)
  from organisations o
  join memberships m on m.organisation_id = o.organisation_id and m.role in ('advisor', 'manager')
    and m.ended_at is null
  join people p on p.person_id = m.person_id and p.disabled_at is null and p.erased_at is null and p.email is not null
  left join notice_choices c on c.person_id = p.person_id
  where o.kind = 'provider' and o.closed_at is null
$$;

-- Takes so many new requests, and says whom to tell of those that still stand. Without a person: nobody is to be told.
-- The county only where the firm lets the provider see its results.
create function take_request_notices(most integer)
returns table (referral_id uuid, catalogue_version_id uuid, package_code text, answer_due_at timestamptz, county text,
  provider_name jsonb, person_id uuid, email text, language text)
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  return query
    with due as (
      select n.referral_id from request_notices n order by n.created_at limit most for update skip locked
    ), taken as (
      delete from request_notices n using due where n.referral_id = due.referral_id returning n.referral_id
    )
    select t.referral_id, r.catalogue_version_id, r.package_code, r.answer_due_at, s.county, w.provider_name,
      w.person_id, w.email, w.language
    from taken t
    join referrals r on r.referral_id = t.referral_id
    left join consents c on c.firm_id = r.firm_id and c.consent_id = r.consent_id and c.withdrawn_at is null
      and r.status = 'chosen'
    left join people_to_tell() w on w.provider_code = r.provider_code and c.consent_id is not null
      and w.new_requests = 'at-once'
    left join firm_summaries s on s.firm_id = r.firm_id and exists (
      select 1 from consents shared where shared.firm_id = r.firm_id and shared.provider_code = r.provider_code
        and shared.purpose = 'result' and shared.withdrawn_at is null
    )
    order by t.referral_id, w.person_id;
end
$$;

-- How many requests wait for an answer, for whoever wants to be told of that in the mornings.
create function people_with_waiting_requests(asked_now timestamptz)
returns table (organisation_id uuid, provider_name jsonb, person_id uuid, email text, language text, waiting integer,
  overdue integer)
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  return query
    select w.organisation_id, w.provider_name, w.person_id, w.email, w.language, n.waiting, n.overdue
    from people_to_tell() w
    join (
      select r.provider_code, count(*)::integer as waiting,
        (count(*) filter (where r.answer_due_at < asked_now))::integer as overdue
      from referrals r
      join consents c on c.firm_id = r.firm_id and c.consent_id = r.consent_id and c.withdrawn_at is null
      where r.status = 'chosen'
      group by r.provider_code
    ) n on n.provider_code = w.provider_code
    where w.new_requests = 'daily' or (w.is_told_of_overdue and n.overdue > 0);
end
$$;

alter table notice_choices enable row level security;
alter table notice_choices force row level security;
alter table request_notices enable row level security;
alter table request_notices force row level security;
create policy notice_choices_owner on notice_choices to mattstock_owner using (true) with check (true);
create policy notice_choices_identity on notice_choices to mattstock_identity
  using (person_id = (select current_person_id())) with check (person_id = (select current_person_id()));
create policy request_notices_owner on request_notices to mattstock_owner using (true) with check (true);

revoke all on function note_request(), forget_notice_choice(), people_to_tell(), take_request_notices(integer),
  people_with_waiting_requests(timestamptz) from public;
grant execute on function take_request_notices(integer), people_with_waiting_requests(timestamptz)
  to mattstock_worker;
grant select, insert, update (new_requests, is_told_of_overdue, changed_at) on notice_choices to mattstock_identity;

reset search_path;
reset role;
