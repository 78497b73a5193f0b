-- A link to a result is there as long as somebody stands by it: who made it is told, it goes when that person does, and
-- of a firm that nobody has claimed it ends no later than the last key by which it could be taken back.
set local role mattstock_owner;
set local search_path = mattstock;

-- Who made the links of the firm that the presented key or session opens; none for those made by a key.
create function result_link_makers() returns table (result_link_id uuid, maker_name text)
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  if not may_decide_for_firm() then
    return;
  end if;
  return query
    select l.result_link_id, coalesce(p.name, p.email) from result_links l
    join people p on p.person_id = l.person_id
    where l.firm_id = current_firm_id();
end
$$;

-- When the last key ends of a firm that nobody has claimed; null when it is claimed, or whoever asks may not decide.
create function last_key_end() returns timestamptz
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  if is_firm_claimed() or not may_decide_for_firm() then
    return null;
  end if;
  return (select max(k.expires_at) from access_keys k where k.firm_id = current_firm_id() and k.revoked_at is null);
end
$$;

-- Takes back what somebody made who is about to be an owner no longer: one's own, or as an owner anybody's.
create function take_result_links_of_person_back(of_firm_id uuid, of_person_id uuid, at timestamptz)
returns table (result_link_id uuid)
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  if not (of_firm_id = any (my_owned_firm_ids())
    or (of_person_id = current_person_id() and of_firm_id = any (my_firm_ids()))) then
    return;
  end if;
  return query
    update result_links l set taken_back_at = at
    where l.firm_id = of_firm_id and l.person_id = of_person_id and l.taken_back_at is null and l.expires_at > at
    returning l.result_link_id;
end
$$;

-- As in 0068, and what the person made is taken back with who made it, also where others are responsible for the firm:
-- before it stops saying who that was.
create or replace function release_result_links_of_person() returns trigger
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  update result_links set taken_back_at = new.erased_at
  where person_id = old.person_id and taken_back_at is null and expires_at > new.erased_at;
  update result_links set person_id = null where person_id = old.person_id;
  update result_links set recipient_email = null where recipient_email = old.email;
  update result_links l set taken_back_at = new.erased_at
  where l.taken_back_at is null and l.firm_id in (
    select m.firm_id from memberships m where m.person_id = old.person_id and m.firm_id is not null
      and not exists (select 1 from memberships o where o.firm_id = m.firm_id and o.ended_at is null)
  );
  return null;
end
$$;

revoke all on function result_link_makers(), last_key_end(), take_result_links_of_person_back(uuid, uuid, timestamptz)
  from public;
grant execute on function result_link_makers(), last_key_end() to mattstock_app;
grant execute on function take_result_links_of_person_back(uuid, uuid, timestamptz) to mattstock_member;

-- What the firm chose of its suggestions is written by whoever may speak for it, and not by a colleague who answered.
create policy support_choices_insert_wall on support_choices as restrictive for insert to mattstock_app
  with check ((select may_decide_for_firm()));
create policy support_choices_update_wall on support_choices as restrictive for update to mattstock_app
  using ((select may_decide_for_firm())) with check ((select may_decide_for_firm()));

reset search_path;
reset role;
