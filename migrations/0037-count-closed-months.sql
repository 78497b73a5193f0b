-- What a provider has achieved does not change between two looks at the same month; and drafts of packages that nobody
-- has touched go.
set local role mattstock_owner;
set local search_path = mattstock;

-- By how much the level of each part differs between the round before a package of the provider and the one after it:
-- one row a firm, of those that let the provider read their results when what is counted ended: a withdrawal after that
-- changes nothing until the next month is counted, or two looks would differ by the firm that withdrew. A round is what
-- was submitted last in it. Two are compared when they were answered in the same form of the same version, scored by the
-- same rules.
create or replace function count_provider_changes(of_organisation uuid, until timestamptz)
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
          and c.provider_code = r.provider_code and c.given_at < until
          and coalesce(c.withdrawn_at, 'infinity') >= until)
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

-- Drafts of packages that nobody has changed since.
create function retire_package_drafts(cutoff timestamptz, most integer) returns integer
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
declare
  taken integer;
begin
  delete from package_drafts where package_draft_id in (
    select package_draft_id from package_drafts where changed_at <= cutoff
    order by changed_at limit most for update skip locked
  );
  get diagnostics taken = row_count;
  return taken;
end
$$;
revoke all on function retire_package_drafts(timestamptz, integer) from public;
grant execute on function retire_package_drafts(timestamptz, integer) to mattstock_worker;

reset search_path;
reset role;
