-- What a firm is told of its places in groups: what the worker needs for the mail about an invitation that has expired,
-- and where on the waiting list the firm is.
set local role mattstock_owner;
set local search_path = mattstock;

-- As in 0023, with when the edition begins and what its provider is called.
drop function expire_placements(date, timestamptz, integer);
create function expire_placements(today date, expired_now timestamptz, most integer)
returns table (placement_id uuid, revision integer, firm_id uuid, package_code text, catalogue_version_id uuid,
  starts_on date, organisation_name jsonb, email text, language text)
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
declare
  stale uuid[];
begin
  select array_agg(s.placement_id) into stale from (
    select p.placement_id from placements p where p.status = 'invited' and p.answer_by < today
    order by p.answer_by, p.placement_id limit most
  ) s;
  -- Who answers at this moment has the edition, and comes first.
  perform 1 from editions e where e.edition_id in (
    select p.edition_id from placements p where p.placement_id = any (stale)
  ) order by e.edition_id for update;
  return query
    with expired as (
      update placements p
      set status = 'expired', status_since = expired_now, answer_by = null, revision = p.revision + 1
      where p.placement_id = any (stale) and p.status = 'invited' and p.answer_by < today
      returning p.*
    ), written as (
      insert into placement_events (firm_id, placement_id, status, move, occurred_at)
      select x.firm_id, x.placement_id, 'expired', 'expire', expired_now from expired x
    )
    select x.placement_id, x.revision, x.firm_id, x.package_code, e.catalogue_version_id, e.starts_on, o.name, w.email,
      w.language
    from expired x
    join editions e on e.edition_id = x.edition_id
    join organisations o on o.organisation_id = x.organisation_id
    left join lateral (
      select p.email, p.language from memberships m
      join people p on p.person_id = m.person_id
      where m.firm_id = x.firm_id and m.role = 'owner' and m.ended_at is null and p.email is not null
        and p.disabled_at is null
    ) w on true;
end
$$;

-- How many have waited longer than the firm of the session for the same edition; null when it does not wait.
create function waiting_before(own_placement_id uuid) returns integer
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  return (
    select count(o.placement_id)::integer from placements p
    left join placements o on o.edition_id = p.edition_id and o.status = 'waiting'
      and (o.waiting_since, o.placement_id) < (p.waiting_since, p.placement_id)
    where p.placement_id = own_placement_id and p.firm_id = any (my_firm_ids()) and p.status = 'waiting'
    group by p.placement_id
  );
end
$$;

revoke all on function expire_placements(date, timestamptz, integer), waiting_before(uuid) from public;
grant execute on function expire_placements(date, timestamptz, integer) to mattstock_worker;
grant execute on function waiting_before(uuid) to mattstock_member;

reset search_path;
reset role;
