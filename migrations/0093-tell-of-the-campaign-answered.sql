-- A firm that answers a call sees until when as it answers, and its colleagues are not asked for longer.
set local role mattstock_owner;
set local search_path = mattstock;

-- The call that what the presented key or session opens is answered for, until it is submitted or has left the call.
create function read_answered_campaign()
returns table (organiser_name jsonb, campaign_name jsonb, closes_on date, refuses_from timestamptz)
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  return query
    select o.name, c.name, c.closes_on, campaign_refuses_from(c)
    from responses r
    join campaign_assessments b on b.firm_id = r.firm_id and b.assessment_id = r.assessment_id and b.left_at is null
    join campaign_firms i on i.invitee_id = b.invitee_id
    join campaigns c on c.campaign_id = i.campaign_id
    join organisations o on o.organisation_id = c.organisation_id
    where r.firm_id = current_firm_id() and r.response_id = current_response_id() and r.status = 'open';
end
$$;
revoke all on function read_answered_campaign() from public;
grant execute on function read_answered_campaign() to mattstock_app;

reset search_path;
reset role;
