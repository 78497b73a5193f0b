-- What a provider has achieved by group and over versions of the questions; and earlier contacts say their language, and
-- are told to whom they are.
set local role mattstock_owner;
set local search_path = mattstock;

-- As before, with the group in which the firm completed the package: one that had ended by then, and where a request led
-- to several, the first.
drop function count_provider_requests(uuid, timestamptz);
create function count_provider_requests(of_organisation uuid, until timestamptz)
returns table (is_simulated boolean, firm integer, asked_year integer, asked_at timestamptz, answer text,
  answered_at timestamptz, decline_reason text, status text, status_year integer, status_since timestamptz,
  package_code text, edition_id uuid)
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
      extract(year from last.occurred_at at time zone 'Europe/Stockholm')::integer, last.occurred_at, r.package_code,
      held.edition_id
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
    left join lateral (
      select p.edition_id from placements p
      join placement_events e on e.firm_id = p.firm_id and e.placement_id = p.placement_id and e.status = 'completed'
      join editions g on g.edition_id = p.edition_id and g.status = 'completed' and g.status_since < until
      join organisations o on o.organisation_id = p.organisation_id and o.code = own_code
      where p.firm_id = r.firm_id and p.referral_id = r.referral_id and e.occurred_at < until
      order by e.occurred_at, p.placement_id limit 1
    ) held on true
    where r.provider_code = own_code and r.created_at < until;
end
$$;

-- The items with points of the dimensions that have a level.
create function scored_items(score_profile jsonb)
returns table (item text, dimension text, part text, weight integer, points double precision)
language sql immutable
set search_path = mattstock, pg_temp
as $$
  select i.value ->> 'item', d.value ->> 'dimension', d.value ->> 'part', (i.value ->> 'weight')::integer,
    (i.value ->> 'points')::double precision
  from jsonb_array_elements(score_profile -> 'dimensions') d
  cross join jsonb_array_elements(d.value -> 'items') i
  where d.value ->> 'level' is not null and i.value ->> 'points' is not null
$$;

-- By how much the points of each item differ between a round before a package of the provider and one after it, of the
-- items with points in both, in dimensions with a level in both: no points, no name. Of firms that let the provider read
-- their results when what is counted ended: a withdrawal after that changes nothing until the next month is counted. A
-- round is what was submitted last in it. Rounds are of the same form and scored by the same rules; which items of two
-- versions may be compared is said by shared/domain. For each firm every such pair, the one to take first first.
drop function count_provider_changes(uuid, timestamptz);
create function count_provider_changes(of_organisation uuid, until timestamptz)
returns table (is_simulated boolean, firm integer, earlier_version_id uuid, later_version_id uuid, items jsonb)
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
      select c.firm_id, earlier.score_profile as before, later.score_profile as after,
        earlier.instrument_version_id as before_id, later.instrument_version_id as after_id,
        row_number() over (
          order by c.completed_at, c.started_at, later.submitted_at, earlier.submitted_at desc
        ) as place
      from completed c
      join rounds earlier on earlier.firm_id = c.firm_id and earlier.submitted_at <= c.started_at
      join rounds later on later.firm_id = c.firm_id and later.submitted_at >= c.completed_at
        and later.round > earlier.round and later.form_code = earlier.form_code
        and later.score_profile -> 'rulesVersion' = earlier.score_profile -> 'rulesVersion'
    )
    select f.is_simulated, (dense_rank() over (order by p.firm_id))::integer, p.before_id, p.after_id, coalesce((
        select jsonb_agg(jsonb_build_object('item', a.item, 'dimension', a.dimension, 'part', a.part, 'weight', a.weight,
            'difference', a.points - b.points) order by a.item)
        from scored_items(p.after) a join scored_items(p.before) b on b.item = a.item
      ), '[]')
    from pairs p
    join firms f on f.firm_id = p.firm_id and f.reduced_at is null
    order by p.place;
end
$$;

revoke all on function scored_items(jsonb), count_provider_requests(uuid, timestamptz),
  count_provider_changes(uuid, timestamptz) from public;
grant execute on function count_provider_requests(uuid, timestamptz), count_provider_changes(uuid, timestamptz)
  to mattstock_advisor;

-- In which language an earlier contact is written to.
alter table provider_contacts
  add column language text not null default 'sv',
  add constraint provider_contacts_language_known check (language in ('sv', 'en'));
grant update (language) on provider_contacts to mattstock_advisor;

-- Which providers keep the presented session's own address as that of an earlier contact, with what they keep of it; and
-- which keep a fingerprint of it because it has said no.
create function list_own_earlier_contacts()
returns table (organisation_name jsonb, firm_name text, organisation_number text, contact_name text, telephone text,
  language text, imported_at timestamptz, invited_at timestamptz, opted_out_at timestamptz)
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
declare
  own_email text;
begin
  select p.email into own_email from people p where p.person_id = current_person_id();
  return query
    select o.name, c.firm_name, c.organisation_number, c.contact_name, c.telephone, c.language, c.imported_at,
      c.invited_at, null::timestamptz
    from provider_contacts c join organisations o on o.organisation_id = c.organisation_id
    where c.email = own_email
    union all
    select o.name, null, null, null, null, null, null, null, n.opted_out_at
    from contact_opt_outs n join organisations o on o.organisation_id = n.organisation_id
    where n.email_sha256 = sha256(convert_to(own_email, 'UTF8'))
    order by 7, 9;
end
$$;
revoke all on function list_own_earlier_contacts() from public;
grant execute on function list_own_earlier_contacts() to mattstock_identity;

reset search_path;
reset role;
