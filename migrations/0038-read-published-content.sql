-- What is published is the same for everybody. A transaction that needs the name of a package reads it on its own
-- connection, whatever its kind of work: taking a second one could leave none for the others.
set local role mattstock_owner;
set local search_path = mattstock;

grant select on instrument_versions, instrument_version_items, catalogue_versions
  to mattstock_identity, mattstock_member, mattstock_advisor, mattstock_coordination, mattstock_worker;

reset search_path;
reset role;
