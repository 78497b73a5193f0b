-- The mail that says an erasure has been carried out is written once the address is gone everywhere else: the outbox
-- is the last to hold it, and lets it go when the mail has gone. One that failed has its time as every other mail.
set local role mattstock_owner;
set local search_path = mattstock;

create function clear_last_mail() returns trigger
language plpgsql
set search_path = mattstock, pg_temp
as $$
begin
  new.recipient := null;
  new.facts := '{}';
  return new;
end
$$;
create trigger outbox_mails_clear_last before update on outbox_mails for each row
  when (new.kind = 'erasure-carried-out' and new.status = 'sent') execute function clear_last_mail();

revoke all on function clear_last_mail() from public;

reset search_path;
reset role;
