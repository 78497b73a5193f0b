-- A call of a demo site, whose firms are made up: every page that shows it says so.
set local role mattstock_owner;
set local search_path = mattstock;

alter table campaigns add column is_simulated boolean not null default false;

reset search_path;
reset role;
