-- What a firm makes of its suggestions: in which order it would take them, which it declines and why, and what it asks for
-- that does not exist. Beside the routing, which stays as it was frozen.
set local role mattstock_owner;
set local search_path = mattstock;

create table support_choices (
  firm_id uuid not null,
  response_id uuid not null,
  -- SupportChoices of shared/domain/routing.
  chosen jsonb not null,
  -- Counts every change; whoever changes says which one was seen.
  revision integer not null default 1,
  changed_at timestamptz not null,
  constraint support_choices_pk primary key (response_id),
  constraint support_choices_response_fk foreign key (firm_id, response_id)
    references responses (firm_id, response_id) on delete cascade,
  constraint support_choices_revision_positive check (revision > 0)
);
create index support_choices_firm_index on support_choices (firm_id, response_id);

-- Of a firm that is erased in part nothing stays of what it wrote or chose here.
create function reduce_support_choices() returns trigger
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  delete from support_choices where firm_id = new.firm_id;
  return null;
end
$$;
create trigger firms_reduce_support_choices after update of reduced_at on firms for each row
  when (new.reduced_at is not null) execute function reduce_support_choices();

alter table support_choices enable row level security;
alter table support_choices force row level security;
create policy support_choices_owner on support_choices to mattstock_owner using (true) with check (true);
create policy support_choices_tenant on support_choices to mattstock_app
  using (response_id = (select current_response_id())) with check (response_id = (select current_response_id()));
create policy support_choices_wall on support_choices as restrictive to mattstock_app
  using (firm_id = (select current_firm_id())) with check (firm_id = (select current_firm_id()));
create policy support_choices_member on support_choices for select to mattstock_member
  using (firm_id = any ((select my_owned_firm_ids())::uuid[]));
create policy support_choices_advisor on support_choices for select to mattstock_advisor
  using (firm_id = (select looked_at_firm_id('result')));
create policy support_choices_advisor_wall on support_choices as restrictive to mattstock_advisor
  using (firm_id = (select looked_at_firm_id('result')));

revoke all on function reduce_support_choices() from public;
grant select, insert on support_choices to mattstock_app;
grant update (chosen, revision, changed_at) on support_choices to mattstock_app;
grant select on support_choices to mattstock_member, mattstock_advisor;

-- As in 0034, and with firms whose suggestion lost only since it ran beside another: a plan may still place them.
create or replace function needs_for_plan(for_organisation uuid, packages jsonb)
returns table (firm_id uuid, name text, is_simulated boolean, municipality text, county text, branch text,
  size_class text, package_code text, rank integer, need jsonb, asked_at timestamptz, ended text)
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
declare
  receiver text;
begin
  select o.code into receiver from organisations o
  where o.kind = 'provider' and o.organisation_id = for_organisation
    and o.organisation_id = any (my_organisation_ids('advisor', 'manager'));
  if receiver is null then
    return;
  end if;
  return query
    with found as (
      select f.firm_id, f.name, f.is_simulated, m.municipality, m.county, m.branch, m.size_class, p.key as package_code, g.rank,
        (
          select n.value from jsonb_array_elements(s.routing -> 'needs') n
          where p.value ? (n.value ->> 'dimension') and n.value ->> 'need' is not null
          order by (n.value ->> 'need')::double precision desc, n.value ->> 'dimension' limit 1
        ) as need,
        r.asked_at, e.status as ended
      from consents c
      join firms f on f.firm_id = c.firm_id
      join firm_summaries m on m.firm_id = c.firm_id
      join submissions s on s.firm_id = m.firm_id and s.submission_id = m.submission_id
      cross join jsonb_each(packages) p
      left join suggestions g on g.firm_id = s.firm_id and g.submission_id = s.submission_id and g.package_code = p.key
      left join lateral (
        select min(a.created_at) as asked_at from referrals a
        join consents ac on ac.firm_id = a.firm_id and ac.consent_id = a.consent_id and ac.withdrawn_at is null
        where a.firm_id = f.firm_id and a.package_code = p.key and a.provider_code = receiver
          and a.status in ('chosen', 'accepted', 'started')
      ) r on true
      left join lateral (
        -- What the last request for the package came to, of those made to this provider.
        select l.status from referrals l
        join consents lc on lc.firm_id = l.firm_id and lc.consent_id = l.consent_id and lc.withdrawn_at is null
        where l.firm_id = f.firm_id and l.package_code = p.key and l.provider_code = receiver
          and l.status in ('completed', 'discontinued', 'declined')
        order by l.status_since desc limit 1
      ) e on true
      where c.purpose = 'result' and c.withdrawn_at is null and c.provider_code = receiver and f.reduced_at is null
        and (g.rank is not null or r.asked_at is not null or exists (
          select 1 from jsonb_array_elements(s.routing -> 'considered') k
          where k.value ->> 'packageCode' = p.key and k.value ->> 'total' is not null
            and k.value ->> 'outcome' in ('lower-rank', 'same-need-covered', 'one-theme', 'not-together',
              'same-time')))
    ), noted as (
      select note_listing(array(select distinct l.firm_id from found l), for_organisation)
    )
    select found.* from found cross join noted order by found.firm_id, found.package_code;
end
$$;

reset search_path;
reset role;
