-- Who answers anew sees what was answered last time.
set local role mattstock_owner;
set local search_path = mattstock;

-- What the presented session may read of what the firm submitted before, the newest first, while it answers anew: those of
-- the firm for its owner, one's own for who only answers. What the response goes on from has come along into it and is no
-- earlier time. Nothing for the key of a response, which opens that one alone.
create function list_answered_before(most integer)
returns table (instrument_version_id uuid, submitted_at timestamptz, answers jsonb)
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
    select s.instrument_version_id, s.submitted_at, s.answers
    from submissions s
    join responses r on r.firm_id = s.firm_id and r.response_id = s.response_id
    where s.firm_id = opened.firm_id
      and (r.person_id = current_person_id() or r.firm_id = any (my_owned_firm_ids()))
      and not exists (select from gone_on_from g where g.response_id = r.response_id)
    order by s.submitted_at desc, s.submission_id desc
    limit most;
end
$$;

revoke all on function list_answered_before(integer) from public;
grant execute on function list_answered_before(integer) to mattstock_app;

reset search_path;
reset role;
