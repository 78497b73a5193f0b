-- Who goes over to another version, or answers anew, is told what becomes of the answers and whose those of last time were.
set local role mattstock_owner;
set local search_path = mattstock;

-- Questions whose answers come back when what the presented key or session opens goes over to one of the versions.
create function list_set_aside(of_versions uuid[]) returns table (instrument_version_id uuid, item_code text)
language sql stable security definer
set search_path = mattstock, pg_temp
as $$
  select w.instrument_version_id, w.item_code from answers_set_aside w
  where w.firm_id = current_firm_id() and w.response_id = current_response_id()
    and w.instrument_version_id = any (of_versions) and w.state is not null
$$;

-- As before, and whether what was submitted was put together of what several had answered.
drop function list_answered_before(integer);
create function list_answered_before(most integer)
returns table (instrument_version_id uuid, submitted_at timestamptz, answers jsonb, is_together boolean)
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
declare
  opened responses := session_response();
begin
  if opened.status is distinct from 'open' then
    return;
  end if;
  return query
    with recursive gone_on_from as (
      select opened.continues_response_id as response_id
      union
      select r.continues_response_id from responses r
      join gone_on_from g on g.response_id = r.response_id
      where r.firm_id = opened.firm_id and r.continues_response_id is not null
    )
    select s.instrument_version_id, s.submitted_at, s.answers,
      exists (select from agreements t where t.firm_id = s.firm_id and t.response_id = s.response_id)
    from submissions s
    join responses r on r.firm_id = s.firm_id and r.response_id = s.response_id
    where s.firm_id = opened.firm_id
      and (r.person_id = current_person_id() or r.firm_id = any (my_owned_firm_ids()))
      and not exists (select from gone_on_from g where g.response_id = r.response_id)
    order by s.submitted_at desc, s.submission_id desc
    limit most;
end
$$;

revoke all on function list_set_aside(uuid[]), list_answered_before(integer) from public;
grant execute on function list_set_aside(uuid[]), list_answered_before(integer) to mattstock_app;

reset search_path;
reset role;
