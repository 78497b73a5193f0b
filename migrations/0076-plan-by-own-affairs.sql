set local role mattstock_owner;
set local search_path = mattstock;

-- As in 0070, but a firm that was under way when it answered is planned for only if that was here: when it waited for a
-- group here, or had a place in one, as it answered, or does so now. What it has to do with another provider is looked at
-- only as its answers had it; today's would tell, by who is gone from the list, who has turned to another.
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
              'same-time'))
          or exists (
            select 1 from placements h join jsonb_array_elements(s.routing -> 'considered') k
              on k.value ->> 'packageCode' = p.key and k.value ->> 'outcome' = 'under-way'
            where h.firm_id = f.firm_id and h.organisation_id = for_organisation and h.package_code = p.key
              and (h.status in ('invited', 'placed', 'waiting') or (
                  select v.status from placement_events v
                  where v.firm_id = h.firm_id and v.placement_id = h.placement_id and v.occurred_at <= s.submitted_at
                  order by v.occurred_at desc, v.placement_event_id desc limit 1
                ) in ('invited', 'placed', 'waiting'))))
    ), noted as (
      select note_listing(array(select distinct l.firm_id from found l), for_organisation)
    )
    select found.* from found cross join noted order by found.firm_id, found.package_code;
end
$$;

reset search_path;
reset role;
