-- Two consents of a firm that are withdrawn at the same moment: each would take the other for standing, and the firm
-- would keep its places in the groups of a provider that it lets in for nothing.
set local role mattstock_owner;
set local search_path = mattstock;

create function withdraw_in_turn() returns trigger
language plpgsql
set search_path = mattstock, pg_temp
as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('consents of ' || new.firm_id, 0));
  return new;
end
$$;
revoke all on function withdraw_in_turn() from public;
create trigger consents_withdraw_in_turn before update of withdrawn_at on consents for each row
  when (old.withdrawn_at is null and new.withdrawn_at is not null)
  execute function withdraw_in_turn();

reset search_path;
reset role;
