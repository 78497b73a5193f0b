-- A change is the difference of two levels, so that releases of levels and of effects can be taken out of each other: what
-- is built is compared with both. Firms of effects are joined as those of levels are, with which providers see them.
set local role mattstock_owner;
set local search_path = mattstock;

create or replace function list_earlier_releases(of_release uuid)
returns table (release_id uuid, shown_order integer, release_number integer, is_own boolean, built_on text, document jsonb)
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  return query
    select p.release_id, p.shown_order, p.release_number, p.organisation_id = r.organisation_id,
      to_char(p.built_at at time zone 'Europe/Stockholm', 'YYYY-MM-DD'), coalesce(p.document, d.document)
    from releases r
    join releases p on p.shown_order is not null and p.is_simulated = r.is_simulated
    left join dropped_documents d on d.release_id = p.release_id
    where r.release_id = of_release and r.status = 'building'
    order by p.shown_order;
end
$$;

-- The pairs of earlier releases of effects, by the numbers that their firms have there.
drop function list_earlier_effect_pairs(uuid);
create function list_earlier_effect_pairs(of_release uuid)
returns table (release_id uuid, measure text, packages text[], treated integer, control integer)
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  return query
    select p.release_id, e.measure, e.packages, e.treated, e.control
    from releases r
    join releases p on p.shown_order is not null and p.is_simulated = r.is_simulated
    join effect_pairs e on e.release_id = p.release_id
    where r.release_id = of_release and r.status = 'building'
    order by p.shown_order, e.measure, e.treated;
end
$$;

drop function join_releases(uuid[]);

-- Where the same firms stand in several releases, counted through from one in the order given. `levels`: place, stratum,
-- measures as bits and number of the answer, for each of levels; `changes`: place, number of the firm there, and numbers of
-- the answers before and after, for each of effects that has laid it beside another, and the last. The same number, the same
-- answers. Firms with one organisation number are one, and so are companies that name the same at the top of their group in
-- the newest of these answers. `insiders`: providers that have been let in to see the results of those firms, numbered in an
-- order that has nothing to do with which they are.
create function join_releases(of_releases uuid[])
returns table (levels bigint[], changes integer[], insiders integer[], firms integer)
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  return query
    with asked as (
      select r.release_id, r.place::integer as place
      from unnest(of_releases) with ordinality r (release_id, place)
    ),
    compared as (
      select r.place, e.number, e.before_answer, e.after_answer
      from asked r
      join effect_firms e on e.release_id = r.release_id
      where r.place = cardinality(of_releases) or exists (
        select 1 from effect_pairs p
        where p.release_id = e.release_id and e.number in (p.treated, p.control)
      )
    ),
    -- Side 0 is a level, 1 and 2 are the two answers of a change; `of_erased` stands for a firm of which nothing is left.
    counted as (
      select r.place, 0 as side, c.contribution as answer, c.stratum, c.measured, null::integer as number,
        c.contribution as of_erased
      from asked r
      join release_contributions c on c.release_id = r.release_id
      union all
      select c.place, s.side, s.answer, null, null, c.number, c.after_answer
      from compared c
      cross join lateral (values (1, c.before_answer), (2, c.after_answer)) s (side, answer)
    ),
    answered as (
      select c.*, f.firm_id, s.submitted_at, s.profile ->> 'parentOrganisationNumber' as parent,
        coalesce(f.organisation_number, f.firm_id::text) as firm
      from counted c
      left join submissions s on s.submission_id = c.answer
      left join firms f on f.firm_id = s.firm_id
    ),
    owned as (
      select a.*, coalesce(a.firm, max(a.firm) over (partition by a.place, a.number, a.of_erased), a.of_erased::text) as owner
      from answered a
    ),
    grouped as (
      select o.*, first_value(coalesce(o.parent, o.owner)) over (
        partition by o.owner order by o.submitted_at desc nulls last, o.answer) as company
      from owned o
    ),
    met as (
      select g.*, min(3 * g.place + g.side) over (partition by g.company, g.answer) as first_met
      from grouped g
    ),
    numbered as (
      select m.company, m.place, m.side, m.stratum, m.measured, m.number,
        dense_rank() over (partition by m.company order by m.first_met, m.answer)::integer as answer
      from met m
    ),
    changed as (
      select n.company, n.place, n.number, max(n.answer) filter (where n.side = 1) as before_answer,
        max(n.answer) filter (where n.side = 2) as after_answer
      from numbered n
      where n.side > 0
      group by n.company, n.place, n.number
    ),
    gathered_levels as (
      select n.company, array_agg(array[n.place, n.stratum, n.measured, n.answer] order by n.place, n.stratum, n.answer)
        as levels
      from numbered n
      where n.side = 0
      group by n.company
    ),
    gathered_changes as (
      select c.company, array_agg(array[c.place, c.number, c.before_answer, c.after_answer] order by c.place, c.number)
        as changes
      from changed c
      group by c.company
    ),
    seen as (
      select distinct g.company, k.provider_code
      from grouped g
      join consents k on k.firm_id = g.firm_id and k.purpose = 'result'
    ),
    providers as (
      select s.company, dense_rank() over (
        order by md5(of_releases[cardinality(of_releases)]::text || s.provider_code))::integer as insider
      from seen s
    ),
    gathered_providers as (
      select p.company, array_agg(p.insider order by p.insider) as insiders from providers p group by p.company
    )
    select coalesce(l.levels, '{}'), coalesce(c.changes, '{}'), coalesce(p.insiders, '{}'), count(*)::integer
    from gathered_levels l
    full join gathered_changes c on c.company = l.company
    left join gathered_providers p on p.company = coalesce(l.company, c.company)
    group by 1, 2, 3
    order by 1, 2, 3;
end
$$;

-- What came of the building, or null when it failed. It may be looked at when it is safe beside everything that could be
-- looked at until now, of levels and of effects: one at a time ends, so that none of two is left out.
create or replace function settle_release(of_release uuid, built_document jsonb, built_sha256 bytea, built_report jsonb,
  built_now timestamptz, is_safe boolean) returns boolean
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  perform pg_advisory_xact_lock(72418044);
  update releases r
  set status = case when built_document is null then 'failed' else 'built' end, step = steps,
    document = built_document, content_sha256 = built_sha256, report = built_report,
    built_at = case when built_document is null then null else built_now end,
    shown_order = case when built_document is not null and is_safe and not exists (
      select 1 from releases p
      where p.shown_order > (built_report ->> 'comparedTo')::integer and p.is_simulated = r.is_simulated
    ) then nextval('releases_shown_order') end
  where r.release_id = of_release and r.status = 'building';
  return found;
end
$$;

revoke all on function join_releases(uuid[]), list_earlier_effect_pairs(uuid) from public;
grant execute on function join_releases(uuid[]), list_earlier_effect_pairs(uuid) to mattstock_worker;

reset search_path;
reset role;
