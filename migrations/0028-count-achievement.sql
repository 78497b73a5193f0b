-- What a provider has achieved, in counts: no name, no identifier and no answer leaves these functions. They count what
-- was done, also where the consent has been withdrawn since; they read results only where it stands. What may be shown
-- of the counts is decided before anything leaves the server (shared/domain/achievement).
set local role mattstock_owner;
set local search_path = mattstock;

-- The code, as consents name it, of a provider for which the live session may look at firms; null for any other.
create function my_provider_code(of_organisation uuid) returns text
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  return (
    select o.code from organisations o
    where o.organisation_id = of_organisation and o.kind = 'provider'
      and o.organisation_id = any (my_organisation_ids('advisor', 'manager'))
  );
end
$$;

-- How many firms let the provider in for the first time, by year, with the county, branch and size that they let it see.
-- Those are of the result nearest to the consent to results, and stay as they were then: a firm that moves, or takes its
-- consent back, changes no year that has been counted.
create function count_provider_firms(of_organisation uuid, until timestamptz)
returns table (is_simulated boolean, year integer, county text, branch text, size_class text, firms integer)
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
declare
  own_code constant text := my_provider_code(of_organisation);
begin
  return query
    with let_in as (
      select c.firm_id, min(c.given_at) as first_at from consents c
      where c.provider_code = own_code and c.purpose <> 'statistics' and c.given_at < until
      group by c.firm_id
    )
    select f.is_simulated, extract(year from l.first_at at time zone 'Europe/Stockholm')::integer,
      p.county, p.branch, p.size_class, count(*)::integer
    from let_in l
    join firms f on f.firm_id = l.firm_id
    left join lateral (
      select case s.profile ->> 'municipality' when 'outside' then 'outside'
          else left(s.profile ->> 'municipality', 2) end as county,
        s.profile ->> 'branch' as branch, s.profile ->> 'sizeClass' as size_class
      from consents c
      join submissions s on s.firm_id = c.firm_id
      where c.firm_id = l.firm_id and c.provider_code = own_code and c.purpose = 'result'
        and c.given_at < until and s.submitted_at < until and s.submitted_at <= coalesce(c.withdrawn_at, until)
      order by c.given_at, s.submitted_at > c.given_at, abs(extract(epoch from s.submitted_at - c.given_at)),
        s.submission_id
      limit 1
    ) p on f.reduced_at is null
    group by 1, 2, 3, 4, 5;
end
$$;

-- The requests to the provider, each as it stood at that moment. `firm` tells firms apart within one counting only.
create function count_provider_requests(of_organisation uuid, until timestamptz)
returns table (is_simulated boolean, firm integer, asked_year integer, asked_at timestamptz, answer text,
  answered_at timestamptz, decline_reason text, status text, status_year integer, status_since timestamptz,
  package_code text)
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
declare
  own_code constant text := my_provider_code(of_organisation);
begin
  return query
    select f.is_simulated, (dense_rank() over (order by r.firm_id))::integer,
      extract(year from r.created_at at time zone 'Europe/Stockholm')::integer, r.created_at, first.status,
      first.occurred_at, case first.status when 'declined' then first.reason end, last.status,
      extract(year from last.occurred_at at time zone 'Europe/Stockholm')::integer, last.occurred_at, r.package_code
    from referrals r
    join firms f on f.firm_id = r.firm_id
    left join lateral (
      select e.status, e.occurred_at, e.reason from referral_events e
      where e.firm_id = r.firm_id and e.referral_id = r.referral_id and e.occurred_at < until
        and e.status in ('accepted', 'declined', 'handed-over')
      order by e.occurred_at, e.referral_event_id limit 1
    ) first on true
    -- The event that brought it where it is, and not one that only says who looks after it.
    cross join lateral (
      select coalesce(max(e.status), 'chosen') as status, coalesce(max(e.occurred_at), r.created_at) as occurred_at
      from (
        select e.status, e.occurred_at from referral_events e
        where e.firm_id = r.firm_id and e.referral_id = r.referral_id and e.occurred_at < until
          and e.move is distinct from 'assign'
        order by e.occurred_at desc, e.referral_event_id desc limit 1
      ) e
    ) last
    where r.provider_code = own_code and r.created_at < until;
end
$$;

-- By how much the level of each part differs between the round before a package of the provider and the one after it:
-- one row a firm, of those that let the provider read their results now. A round is what was submitted last in it. Two
-- are compared when they were answered in the same form of the same version, scored by the same rules.
create function count_provider_changes(of_organisation uuid, until timestamptz)
returns table (is_simulated boolean, digital double precision, process double precision)
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
declare
  own_code constant text := my_provider_code(of_organisation);
begin
  return query
    with completed as (
      select r.firm_id, min(e.occurred_at) filter (where e.status = 'started') as started_at,
        min(e.occurred_at) filter (where e.status = 'completed') as completed_at
      from referrals r
      join referral_events e on e.firm_id = r.firm_id and e.referral_id = r.referral_id
      where r.provider_code = own_code and e.occurred_at < until
        and exists (select 1 from consents c where c.firm_id = r.firm_id and c.purpose = 'result'
          and c.provider_code = r.provider_code and c.withdrawn_at is null)
      group by r.firm_id, r.referral_id
    ),
    rounds as (
      select distinct on (a.firm_id, a.round) a.firm_id, a.round, a.form_code, s.instrument_version_id,
        s.score_profile, s.submitted_at
      from completed c
      join submissions s on s.firm_id = c.firm_id and s.submitted_at < until
      join responses p on p.firm_id = s.firm_id and p.response_id = s.response_id
      join assessments a on a.firm_id = p.firm_id and a.assessment_id = p.assessment_id
      where c.completed_at is not null
      order by a.firm_id, a.round, s.submitted_at desc, s.submission_id
    ),
    pairs as (
      select distinct on (c.firm_id) c.firm_id, earlier.score_profile as before, later.score_profile as after
      from completed c
      join rounds earlier on earlier.firm_id = c.firm_id and earlier.submitted_at <= c.started_at
      join rounds later on later.firm_id = c.firm_id and later.submitted_at >= c.completed_at
        and later.round > earlier.round and later.form_code = earlier.form_code
        and later.instrument_version_id = earlier.instrument_version_id
        and later.score_profile -> 'rulesVersion' = earlier.score_profile -> 'rulesVersion'
      order by c.firm_id, c.completed_at, later.submitted_at, earlier.submitted_at desc
    )
    select f.is_simulated, level_of_part(p.after, 'digital') - level_of_part(p.before, 'digital'),
      level_of_part(p.after, 'process') - level_of_part(p.before, 'process')
    from pairs p
    join firms f on f.firm_id = p.firm_id and f.reduced_at is null;
end
$$;

revoke all on function my_provider_code(uuid), count_provider_firms(uuid, timestamptz),
  count_provider_requests(uuid, timestamptz), count_provider_changes(uuid, timestamptz) from public;
grant execute on function my_provider_code(uuid), count_provider_firms(uuid, timestamptz),
  count_provider_requests(uuid, timestamptz), count_provider_changes(uuid, timestamptz) to mattstock_advisor;

reset search_path;
reset role;
