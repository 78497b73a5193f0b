-- Effects of support: releases of a second kind. shared/domain/effect pairs firms that took part in something with firms
-- that did not, and says what of it may be shown; here it is collected whom it may pair, and kept whom it did.
set local role mattstock_owner;
set local search_path = mattstock;

-- Which firms a release of effects may compare, by their two answers. No key leads on to them: when they are erased, what
-- is left says that there was one. Numbered in an order that has nothing to do with what they answered.
create table effect_firms (
  release_id uuid not null,
  number integer not null,
  before_answer uuid not null,
  after_answer uuid not null,
  constraint effect_firms_pk primary key (release_id, number),
  constraint effect_firms_release_fk foreign key (release_id) references releases (release_id) on delete cascade,
  constraint effect_firms_number_positive check (number > 0)
);

-- Which of them it has laid beside each other, for each measure.
create table effect_pairs (
  release_id uuid not null,
  measure text not null,
  treated integer not null,
  control integer not null,
  -- What the one that took part took part in.
  packages text[] not null,
  constraint effect_pairs_pk primary key (release_id, measure, treated),
  constraint effect_pairs_control_unique unique (release_id, measure, control),
  constraint effect_pairs_treated_fk foreign key (release_id, treated)
    references effect_firms (release_id, number) on delete cascade,
  constraint effect_pairs_control_fk foreign key (release_id, control)
    references effect_firms (release_id, number) on delete cascade,
  constraint effect_pairs_packages_some check (cardinality(packages) > 0)
);
create index effect_pairs_treated_index on effect_pairs (release_id, treated);
create index effect_pairs_control_index on effect_pairs (release_id, control);

-- The firms of the answers of a release of effects: those with one organisation number are one. For functions of the
-- owner that count.
create function effect_answers(of_release uuid)
returns table (number integer, firm text, before_answer uuid, after_answer uuid)
language sql stable
set search_path = mattstock, pg_temp
as $$
  select e.number, answered.firm, e.before_answer, e.after_answer
  from effect_firms e
  left join lateral (
    select coalesce(f.organisation_number, f.firm_id::text) as firm
    from submissions s
    join firms f on f.firm_id = s.firm_id
    where s.submission_id in (e.before_answer, e.after_answer)
    limit 1
  ) answered on true
  where e.release_id = of_release;
$$;

-- The firms a release may compare, written down once: of each that agrees at this moment that its changes and its packages
-- are counted (statistics-2) the newest answer of either period, with all attributes known in the first. Of a group of
-- companies one firm counts, and both answers are its own.
create function collect_effect(of_release uuid) returns integer
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
declare
  taken integer;
  spec constant jsonb := (select r.spec from releases r
    where r.release_id = of_release and r.status = 'building' and r.spec ->> 'kind' = 'effect');
begin
  if spec is null or exists (select 1 from effect_firms e where e.release_id = of_release) then
    return null;
  end if;
  insert into effect_firms (release_id, number, before_answer, after_answer)
  with answered as (
    select coalesce(f.organisation_number, f.firm_id::text) as firm, p.key as side, s.submission_id, s.submitted_at,
      s.profile
    from counted_firms() c
    join firms f on f.firm_id = c.firm_id
    join submissions s on s.firm_id = f.firm_id
    join (values ('before'), ('after')) p (key)
      on s.submitted_at >= (spec -> p.key ->> 'from')::timestamp at time zone 'Europe/Stockholm'
      and s.submitted_at < (spec -> p.key ->> 'until')::timestamp at time zone 'Europe/Stockholm'
    where c.wording >= 2 and f.reduced_at is null and f.is_simulated = (spec ->> 'isSimulated')::boolean
  ),
  newest as (
    select distinct on (firm, side) firm, side, submission_id, submitted_at, profile
    from answered
    order by firm, side, submitted_at desc, submission_id
  ),
  twice as (
    select distinct on (coalesce(a.profile ->> 'parentOrganisationNumber', a.firm))
      b.submission_id as before_answer, a.submission_id as after_answer
    from newest b
    join newest a on a.firm = b.firm and a.side = 'after'
    where b.side = 'before'
      and spec -> 'counties' ? left(b.profile ->> 'municipality', 2)
      and b.profile ->> 'branch' is not null and b.profile ->> 'sizeClass' is not null
      and (spec ->> 'population' = 'all' or b.profile ->> 'sizeClass' <> '250-plus')
    order by coalesce(a.profile ->> 'parentOrganisationNumber', a.firm), a.submitted_at desc, a.submission_id
  )
  select of_release, row_number() over (order by md5(before_answer::text || after_answer::text)),
    before_answer, after_answer
  from twice;
  get diagnostics taken = row_count;
  return taken;
end
$$;

-- What each of them is like and took part in, without which firm it is: what has to be the same of two that are laid beside
-- each other, the packages it completed between its answers, and which providers, numbered, have been let in to see it.
create function list_effect_firms(of_release uuid)
returns table (number integer, likeness text, packages text[], insiders integer[])
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  return query
    with compared as (
      select e.number, e.firm, b.submitted_at as before_at, a.submitted_at as after_at, b.profile
      from releases r
      cross join lateral effect_answers(r.release_id) e
      join submissions b on b.submission_id = e.before_answer
      join submissions a on a.submission_id = e.after_answer
      where r.release_id = of_release and r.status = 'building'
    ),
    members as (
      select c.number, c.before_at, c.after_at, f.firm_id
      from firms f
      join compared c on c.firm = coalesce(f.organisation_number, f.firm_id::text)
    ),
    completed as (
      select m.number, r.package_code
      from members m
      join referrals r on r.firm_id = m.firm_id and r.status = 'completed'
        and r.status_since > m.before_at and r.status_since < m.after_at
      union
      select m.number, p.package_code
      from members m
      join placements p on p.firm_id = m.firm_id and p.status = 'completed'
        and p.status_since > m.before_at and p.status_since < m.after_at
    ),
    seen as (
      select distinct m.number, k.provider_code
      from members m
      join consents k on k.firm_id = m.firm_id and k.purpose = 'result'
    ),
    numbered as (
      select s.number, dense_rank() over (order by s.provider_code)::integer as insider from seen s
    )
    select c.number,
      concat_ws(' ', c.profile ->> 'branch', c.profile ->> 'sizeClass', left(c.profile ->> 'municipality', 2),
        to_char(c.before_at at time zone 'Europe/Stockholm', 'YYYY'),
        to_char(c.after_at at time zone 'Europe/Stockholm', 'YYYY')),
      array(select d.package_code from completed d where d.number = c.number order by 1),
      array(select n.insider from numbered n where n.number = c.number order by 1)
    from compared c;
end
$$;

-- Levels of each in both answers, in hundredths, on the questions that have points in both and may be compared, weighed as
-- the later answer weighs them: as compareRounds of shared/domain/followup has it.
create function list_effect_levels(of_release uuid)
returns table (number integer, measure text, before integer, after integer)
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  return query
    with recursive compared as (
      select e.number, b.submission_id as before_id, a.submission_id as after_id,
        b.instrument_version_id as before_version, a.instrument_version_id as after_version,
        b.score_profile as before_profile, a.score_profile as after_profile, r.spec
      from releases r
      join effect_firms e on e.release_id = r.release_id
      join submissions b on b.submission_id = e.before_answer
      join submissions a on a.submission_id = e.after_answer
      where r.release_id = of_release and r.status = 'building'
        and a.score_profile -> 'rulesVersion' = b.score_profile -> 'rulesVersion'
    ),
    -- The versions from the later of two back to the earlier.
    line as (
      select distinct c.before_version, c.after_version, c.after_version as version_id, 0 as distance
      from compared c
      union all
      select l.before_version, l.after_version, v.follows_version_id, l.distance + 1
      from line l
      join instrument_versions v on v.instrument_version_id = l.version_id
      where l.version_id <> l.before_version and v.follows_version_id is not null
    ),
    spans as (
      select l.before_version, l.after_version, l.distance
      from line l
      where l.version_id = l.before_version
    ),
    -- Questions that mean the same in every version on the way.
    kept as (
      select l.before_version, l.after_version, m.item_code
      from line l
      join spans s on s.before_version = l.before_version and s.after_version = l.after_version
      join instrument_item_maps m on m.instrument_version_id = l.version_id and m.relation in ('same', 'kept')
      where l.version_id <> l.before_version
      group by l.before_version, l.after_version, m.item_code, s.distance
      having count(*) = s.distance
    ),
    points as (
      select c.number, c.before_version, c.after_version, d.value ->> 'dimension' as measure, i.value ->> 'item' as item,
        (i.value ->> 'points')::double precision as after, (i.value ->> 'weight')::double precision as weight
      from compared c
      cross join lateral jsonb_array_elements(c.after_profile -> 'dimensions') d
      cross join lateral jsonb_array_elements(d.value -> 'items') i
      where c.spec -> 'measures' ? (d.value ->> 'dimension')
        and d.value ->> 'status' = 'scored' and i.value ->> 'points' is not null
    ),
    earlier as (
      select c.number, d.value ->> 'dimension' as measure, i.value ->> 'item' as item,
        (i.value ->> 'points')::double precision as before
      from compared c
      cross join lateral jsonb_array_elements(c.before_profile -> 'dimensions') d
      cross join lateral jsonb_array_elements(d.value -> 'items') i
      where d.value ->> 'status' = 'scored' and i.value ->> 'points' is not null
    )
    select p.number, p.measure, round((100 * sum(e.before * p.weight) / sum(p.weight))::numeric)::integer,
      round((100 * sum(p.after * p.weight) / sum(p.weight))::numeric)::integer
    from points p
    join earlier e on e.number = p.number and e.measure = p.measure and e.item = p.item
    left join kept k on k.before_version = p.before_version and k.after_version = p.after_version and k.item_code = p.item
    where p.before_version = p.after_version or k.item_code is not null
    group by p.number, p.measure
    having sum(p.weight) > 0;
end
$$;

-- The pairs of earlier releases of effects, with their firms called as in the new one, and whether it rests on the same
-- two answers of them. A firm that is not in the new one has a number below zero.
create function list_earlier_effect_pairs(of_release uuid)
returns table (release_number integer, measure text, packages text[], treated integer, treated_is_same boolean,
  control integer, control_is_same boolean)
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  return query
    with called as (
      select p.release_id, p.release_number, e.number as was, coalesce(n.number, -e.number) as number,
        coalesce(n.before_answer = e.before_answer and n.after_answer = e.after_answer, false) as is_same
      from releases r
      join releases p on p.status = 'published' and p.is_simulated = r.is_simulated and p.spec ->> 'kind' = 'effect'
      cross join lateral effect_answers(p.release_id) e
      left join effect_answers(of_release) n on n.firm = e.firm
      where r.release_id = of_release and r.status = 'building'
    )
    select t.release_number, p.measure, p.packages, t.number, t.is_same, c.number, c.is_same
    from effect_pairs p
    join called t on t.release_id = p.release_id and t.was = p.treated
    join called c on c.release_id = p.release_id and c.was = p.control;
end
$$;

-- Whom the release has laid beside each other; nothing when nobody waits for it any more.
create function keep_effect_pairs(of_release uuid, pairs jsonb) returns boolean
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  insert into effect_pairs (release_id, measure, treated, control, packages)
  select r.release_id, p.measure, p.treated, p.control, p.packages
  from releases r
  cross join jsonb_to_recordset(pairs) p (measure text, treated integer, control integer, packages text[])
  where r.release_id = of_release and r.status = 'building';
  return found;
end
$$;

alter table effect_firms enable row level security;
alter table effect_firms force row level security;
alter table effect_pairs enable row level security;
alter table effect_pairs force row level security;
create policy effect_firms_owner on effect_firms to mattstock_owner using (true) with check (true);
create policy effect_pairs_owner on effect_pairs to mattstock_owner using (true) with check (true);

revoke all on function effect_answers(uuid), collect_effect(uuid), list_effect_firms(uuid), list_effect_levels(uuid),
  list_earlier_effect_pairs(uuid), keep_effect_pairs(uuid, jsonb) from public;
grant execute on function collect_effect(uuid), list_effect_firms(uuid), list_effect_levels(uuid),
  list_earlier_effect_pairs(uuid), keep_effect_pairs(uuid, jsonb) to mattstock_worker;

reset search_path;
reset role;
