-- A firm is told which files of its result were taken, apart from what was only read. A file that is taken is a look, too:
-- `what` stays what the rights of the rest of the transaction ask for.
set local role mattstock_owner;
set local search_path = mattstock;

-- takenFiles of shared/domain/access. What was taken before this was not kept apart.
alter table access_events
  add column file text,
  add constraint access_events_file_known check (
    file in ('report-pdf', 'report-xlsx', 'report-csv', 'report-json', 'report-ics', 'answer-sheet')),
  add constraint access_events_file_of_result check (file is null or what = 'result');

-- As in 0014, and the file.
drop trigger access_events_append_only on access_events;
create trigger access_events_append_only
  before update on access_events for each row
  when (new.person_id is not null or old.person_id is null
    or row(new.access_event_id, new.firm_id, new.organisation_id, new.what, new.file, new.occurred_at, new.transaction_id)
      is distinct from
      row(old.access_event_id, old.firm_id, old.organisation_id, old.what, old.file, old.occurred_at, old.transaction_id))
  execute function refuse_every_change();

-- As look_at_firm for its results, and says that a file is taken of them.
create function take_result_file(taken_of uuid, for_organisation uuid, taken text, new_access_event_id uuid)
returns boolean
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  insert into access_events (access_event_id, firm_id, organisation_id, person_id, what, file)
  select new_access_event_id, c.firm_id, o.organisation_id, current_person_id(), 'result', taken
  from consents c
  join organisations o on o.kind = 'provider' and o.code = c.provider_code
  where c.firm_id = taken_of and c.purpose = 'result' and c.withdrawn_at is null
    and o.organisation_id = for_organisation
    and o.organisation_id = any (my_organisation_ids('advisor', 'manager'))
  limit 1 for share of c;
  return found;
end
$$;

revoke all on function take_result_file(uuid, uuid, text, uuid) from public;
grant execute on function take_result_file(uuid, uuid, text, uuid) to mattstock_advisor;

reset search_path;
reset role;
