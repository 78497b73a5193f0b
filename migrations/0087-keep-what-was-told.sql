-- What is kept of a person and of a firm that go: a name by whoever it is of, and the numbers of a call.
set local role mattstock_owner;
set local search_path = mattstock;

-- As before, also where the person had another name as the mail was written.
create or replace function release_respondents_of_person() returns trigger
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  update respondents set email = null where email = old.email;
  update outbox_mails set facts = (facts - 'inviterPersonId') || '{"inviterName": ""}'
  where (facts ->> 'inviterPersonId' = old.person_id::text or facts ->> 'inviterName' in (old.name, old.email))
    and dedupe_key in (
      select unnest(array['respondent-reminder:' || p.respondent_id,
        'respondent-invitation:' || p.respondent_id || ':' || number])
      from memberships m
      join respondents p on p.firm_id = m.firm_id
      cross join generate_series(1, p.invitations) number
      where m.person_id = old.person_id
    );
  return null;
end
$$;

-- As before; how many firms of a call have begun stays as it was told when one of them is forgotten by its age.
create or replace function retire_unclaimed_responses(cutoff timestamptz, most integer) returns integer
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
declare
  stale responses;
  taken integer := 0;
begin
  -- For what goes with it and is kept by others: it goes by age, and nobody has asked for it.
  perform set_config('mattstock.is_retiring', 'yes', true);
  for stale in
    select r.* from responses r
    join firms f on f.firm_id = r.firm_id
    where r.status = 'open' and r.person_id is null and f.reduced_at is null
      and not exists (select 1 from memberships m where m.firm_id = r.firm_id)
      and not exists (select 1 from respondents p where p.firm_id = r.firm_id and p.response_id = r.response_id)
      and not exists (
        select 1 from responses o where o.firm_id = r.firm_id and o.assessment_id = r.assessment_id
          and (o.started_at > cutoff
            or exists (
              select 1 from answers a where a.response_id = o.response_id and not a.is_carried and a.answered_at > cutoff
            )
            or exists (select 1 from answer_events e where e.response_id = o.response_id and e.occurred_at > cutoff))
      )
    order by r.started_at limit most for update of r, f skip locked
  loop
    if exists (
      select 1 from responses r where r.firm_id = stale.firm_id and r.assessment_id <> stale.assessment_id
    ) then
      delete from responses where firm_id = stale.firm_id and assessment_id = stale.assessment_id;
      delete from assessments where firm_id = stale.firm_id and assessment_id = stale.assessment_id;
    else
      perform erase_firm(stale.firm_id);
    end if;
    taken := taken + 1;
  end loop;
  perform set_config('mattstock.is_retiring', '', true);
  return taken;
end
$$;

-- As before of a firm that is erased; one whose draft goes by its age stays as it was told, invited and begun.
create or replace function forget_invitee() returns trigger
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  if coalesce(current_setting('mattstock.is_retiring', true), '') = 'yes' then
    return null;
  end if;
  if exists (
    select 1 from campaign_firms i
    join organisations o on o.organisation_id = i.organisation_id and o.kind = 'region'
    where i.invitee_id = old.invitee_id
  ) then
    delete from outbox_mails o using campaign_mails k
    where k.invitee_id = old.invitee_id and o.mail_id = k.mail_id and o.status = 'waiting';
    update campaign_firms set begun_at = null, finished_at = null, bounced_at = coalesce(bounced_at, now())
    where invitee_id = old.invitee_id;
  else
    delete from campaign_firms where invitee_id = old.invitee_id;
  end if;
  return null;
end
$$;

reset search_path;
reset role;
