-- Routing is told what the firm took before and is in now, so that nothing of it is suggested again.
set local role mattstock_owner;
set local search_path = mattstock;

-- Packages of the presented key's firm: taken to the end, or under way; with the days of the groups that it is in.
-- Nothing of whom it met there, and of no other firm.
create function routing_past() returns table (package_code text, is_taken boolean, days jsonb)
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
declare
  own uuid := current_firm_id();
begin
  return query
    select p.package_code, p.status = 'completed', coalesce((
        select jsonb_agg(jsonb_build_object('heldOn', d.held_on, 'startsAt', to_char(d.starts_at, 'HH24:MI'),
          'endsAt', to_char(d.ends_at, 'HH24:MI')) order by d.held_on)
        from edition_days d where d.edition_id = p.edition_id and p.status in ('invited', 'placed')
      ), '[]')
    from placements p
    where p.firm_id = own and p.status in ('invited', 'placed', 'waiting', 'completed')
    union all
    select r.package_code, r.status = 'completed', '[]'
    from referrals r
    where r.firm_id = own and r.status in ('chosen', 'accepted', 'started', 'completed');
end
$$;

revoke all on function routing_past() from public;
grant execute on function routing_past() to mattstock_app;

reset search_path;
reset role;
