-- A firm is told that it stood in a file that an adviser took from the queue.
set local role mattstock_owner;
set local search_path = mattstock;

alter table access_events
  drop constraint access_events_what_known,
  add constraint access_events_what_known check (what in ('result', 'contact', 'list', 'placement', 'export'));

-- Writes down that the firms stand in an export of the organisation, and says of each whether it shows its results now.
-- A firm that lets the organisation in no longer is not among them. Opens nothing.
create function note_export(exported uuid[], for_organisation uuid)
returns table (firm_id uuid, has_result boolean)
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  return query
    with letting_in as (
      select c.firm_id, bool_or(c.purpose = 'result') as has_result
      from consents c
      join organisations o on o.kind = 'provider' and o.code = c.provider_code
      where c.firm_id = any (exported) and c.purpose <> 'statistics' and c.withdrawn_at is null
        and o.organisation_id = for_organisation
        and o.organisation_id = any (my_organisation_ids('advisor', 'manager'))
      group by c.firm_id
    ), noted as (
      insert into access_events (access_event_id, firm_id, organisation_id, person_id, what)
      select gen_random_uuid(), l.firm_id, for_organisation, current_person_id(), 'export' from letting_in l
    )
    select l.firm_id, l.has_result from letting_in l;
end
$$;

revoke all on function note_export(uuid[], uuid) from public;
grant execute on function note_export(uuid[], uuid) to mattstock_advisor;

reset search_path;
reset role;
