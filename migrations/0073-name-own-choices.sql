-- What a firm makes of its suggestions, says of how it was, and adds for measures of others is read by a provider only where
-- the consent that stands is of a wording that names it.
set local role mattstock_owner;
set local search_path = mattstock;

-- As in 0033, and the wording that says the same and more.
create or replace function sharing_wordings() returns text[]
language sql immutable
set search_path = mattstock, pg_temp
as $$
  select array['contact-2', 'result-2', 'result-3']
$$;

-- The wordings of the consent to results that name what a firm has chosen, said and added: choiceWordings of
-- shared/domain/access.
create function choice_wordings() returns text[]
language sql immutable
set search_path = mattstock, pg_temp
as $$
  select array['result-3']
$$;

-- As looked_at_firm_id, where the consent that stands is of such a wording.
create function looked_at_choices_firm_id() returns uuid
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  return (
    select e.firm_id from access_events e
    join organisations o on o.organisation_id = e.organisation_id
    join consents c on c.firm_id = e.firm_id and c.purpose = e.what and c.provider_code = o.code
    where e.transaction_id = pg_current_xact_id() and e.occurred_at = now() and e.what = 'result'
      and e.person_id = current_person_id() and c.withdrawn_at is null
      and c.wording_version = any (choice_wordings())
      and o.organisation_id = any (my_organisation_ids('advisor', 'manager'))
    limit 1
  );
end
$$;

drop policy support_choices_advisor on support_choices;
drop policy support_choices_advisor_wall on support_choices;
create policy support_choices_advisor on support_choices for select to mattstock_advisor
  using (firm_id = (select looked_at_choices_firm_id()));
create policy support_choices_advisor_wall on support_choices as restrictive to mattstock_advisor
  using (firm_id = (select looked_at_choices_firm_id()));

drop policy then_levels_advisor on then_levels;
drop policy then_levels_advisor_wall on then_levels;
create policy then_levels_advisor on then_levels for select to mattstock_advisor
  using (firm_id = (select looked_at_choices_firm_id()));
create policy then_levels_advisor_wall on then_levels as restrictive to mattstock_advisor
  using (firm_id = (select looked_at_choices_firm_id()));

drop policy crosswalk_answers_advisor on crosswalk_answers;
drop policy crosswalk_answers_advisor_wall on crosswalk_answers;
create policy crosswalk_answers_advisor on crosswalk_answers for select to mattstock_advisor
  using (firm_id = (select looked_at_choices_firm_id()));
create policy crosswalk_answers_advisor_wall on crosswalk_answers as restrictive to mattstock_advisor
  using (firm_id = (select looked_at_choices_firm_id()));

revoke all on function choice_wordings(), looked_at_choices_firm_id() from public;
grant execute on function looked_at_choices_firm_id() to mattstock_advisor;

reset search_path;
reset role;
