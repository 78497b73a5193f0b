-- For editors: what became of what the rules suggested, in counts alone. What a firm itself has written is counted of firms whose
-- consent to the statistics names it, and what providers did with requests and places as they have it in their own figures.
set local role mattstock_owner;
set local search_path = mattstock;

-- One row for each group with anything in it, up to the moment: how many there are, and how many firms are behind them. What a
-- row is not divided by is null. `kind` and what its rows stand for: `suggestion`, of a package, with its rank, and what the firm
-- made of it; `request` for a package, suggested to the firm or not, with the first answer and what came of it; `placement` in a
-- group for a package; `ask` for something that does not exist, in a dimension. Suggestions are also divided by each rule that
-- brought some of a package in, whether it brought them in or not. Years are those of Sweden.
create function count_outcomes(until timestamptz)
returns table (is_simulated boolean, kind text, code text, year integer, version integer, rule_id text, has_rule boolean,
  place text, outcome text, detail text, number integer, firms integer)
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  if cardinality(my_organisation_ids('editor')) = 0 then
    return;
  end if;
  return query
    with answered as (
      -- Of one company, or of one group of companies, what was answered is told of one firm.
      select f.is_simulated as simulated, s.firm_id, s.submission_id,
        coalesce(s.profile ->> 'parentOrganisationNumber', f.organisation_number, f.firm_id::text) as whose,
        extract(year from s.submitted_at at time zone 'Europe/Stockholm')::integer as in_year, v.version_number,
        coalesce(h.chosen, '{}') as chosen
      from counted_firms() w
      join consents c on c.firm_id = w.firm_id and c.purpose = 'statistics' and c.withdrawn_at is null and c.given_at < until
      join firms f on f.firm_id = w.firm_id and f.reduced_at is null
      join submissions s on s.firm_id = f.firm_id and s.submitted_at < until
      join catalogue_versions v on v.catalogue_version_id = s.catalogue_version_id
      left join support_choices h on h.firm_id = s.firm_id and h.response_id = s.response_id and h.changed_at < until
      where w.wording >= 3
    ),
    suggested as (
      select a.simulated, a.whose, 'suggestion' as what, g.package_code as about, a.in_year, a.version_number,
        g.rank::text as stood,
        case when d.reason is not null then 'declined' when o.package_code = g.package_code then 'first'
          when a.chosen -> 'order' ? g.package_code then 'later' else 'unchanged' end as came_to,
        coalesce(d.reason, '') as more, g.detail -> 'ruleIds' as rules
      from answered a
      join suggestions g on g.firm_id = a.firm_id and g.submission_id = a.submission_id
      left join lateral (
        select e.value ->> 'reason' as reason from jsonb_array_elements(a.chosen -> 'declined') e
        where e.value ->> 'packageCode' = g.package_code limit 1
      ) d on true
      left join lateral (
        -- What it would take first, of what it does not decline.
        select e.value as package_code from jsonb_array_elements_text(a.chosen -> 'order') with ordinality e
        where not a.chosen -> 'declined' @> jsonb_build_array(jsonb_build_object('packageCode', e.value))
        order by e.ordinality limit 1
      ) o on true
    ),
    asked as (
      select a.simulated, a.whose, 'ask' as what, e.value ->> 'dimension' as about, a.in_year, 0 as version_number, '' as stood,
        '' as came_to, '' as more
      from answered a cross join lateral jsonb_array_elements(a.chosen -> 'asks') e
    ),
    requested as (
      -- As count_provider_requests counts them.
      select f.is_simulated as simulated, coalesce(f.organisation_number, f.firm_id::text) as whose, 'request' as what,
        r.package_code as about, extract(year from r.created_at at time zone 'Europe/Stockholm')::integer as in_year,
        0 as version_number, case when r.is_suggested then 'suggested' else 'not-suggested' end as stood,
        coalesce(first.status, case last.status when 'withdrawn' then 'withdrawn' else 'open' end) as came_to,
        case first.status
          when 'declined' then coalesce(first.reason, 'other')
          when 'accepted' then case when last.status in ('chosen', 'accepted', 'started') then 'under-way'
            when last.status in ('completed', 'discontinued') then last.status else 'ended-otherwise' end
          else '' end as more
      from referrals r
      join firms f on f.firm_id = r.firm_id
      left join lateral (
        select e.status, e.reason from referral_events e
        where e.firm_id = r.firm_id and e.referral_id = r.referral_id and e.occurred_at < until
          and e.status in ('accepted', 'declined', 'handed-over')
        order by e.occurred_at, e.referral_event_id limit 1
      ) first on true
      left join lateral (
        select e.status from referral_events e
        where e.firm_id = r.firm_id and e.referral_id = r.referral_id and e.occurred_at < until
          and e.move is distinct from 'assign'
        order by e.occurred_at desc, e.referral_event_id desc limit 1
      ) last on true
      where r.created_at < until
    ),
    placed as (
      select f.is_simulated as simulated, coalesce(f.organisation_number, f.firm_id::text) as whose, 'placement' as what,
        p.package_code as about, extract(year from p.created_at at time zone 'Europe/Stockholm')::integer as in_year,
        0 as version_number,
        case when r.referral_id is null then 'no-request' when r.is_suggested then 'suggested' else 'not-suggested' end as stood,
        case when coalesce(last.status, 'invited') in ('invited', 'waiting') then 'asked' else last.status end as came_to,
        '' as more
      from placements p
      join firms f on f.firm_id = p.firm_id
      left join referrals r on r.firm_id = p.firm_id and r.referral_id = p.referral_id
      left join lateral (
        select e.status from placement_events e
        where e.firm_id = p.firm_id and e.placement_id = p.placement_id and e.occurred_at < until
        order by e.occurred_at desc, e.placement_event_id desc limit 1
      ) last on true
      where p.created_at < until
    ),
    told as (
      select t.simulated, t.whose, t.what, t.about, t.in_year, t.version_number, t.stood, t.came_to, t.more from suggested t
      union all select * from asked
      union all select * from requested
      union all select * from placed
    ),
    known as (
      select distinct g.about, e.value as rule from suggested g cross join lateral jsonb_array_elements_text(g.rules) e
    )
    select t.simulated, t.what, t.about, t.in_year, t.version_number, null::text, null::boolean, t.stood, t.came_to, t.more,
      count(*)::integer, count(distinct t.whose)::integer
    from told t
    group by t.simulated, t.what, t.about, grouping sets ((), (t.stood), (t.came_to), (t.came_to, t.more), (t.in_year),
      (t.in_year, t.version_number), (t.in_year, t.stood), (t.in_year, t.came_to), (t.in_year, t.came_to, t.more))
    union all
    select g.simulated, g.what, g.about, null, null, k.rule, g.rules ? k.rule, null, g.came_to, g.more, count(*)::integer,
      count(distinct g.whose)::integer
    from suggested g
    join known k on k.about = g.about
    group by g.simulated, g.what, g.about, k.rule, g.rules ? k.rule,
      grouping sets ((), (g.came_to), (g.came_to, g.more));
end
$$;

revoke all on function count_outcomes(timestamptz) from public;
grant execute on function count_outcomes(timestamptz) to mattstock_app;

reset search_path;
reset role;
