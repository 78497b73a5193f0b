-- The roles of the product and the schema they work in. Roles belong to the whole cluster, so that they
-- may be there already, or be made by somebody else at this very moment.
do $$
declare
  role_name text;
begin
  foreach role_name in array array['mattstock_owner', 'mattstock_app', 'mattstock_statistics'] loop
    begin
      if not exists (select 1 from pg_roles where rolname = role_name) then
        execute format('create role %I nologin nosuperuser nobypassrls nocreatedb nocreaterole', role_name);
      end if;
    exception when duplicate_object or unique_violation then
      null;
    end;
  end loop;
end
$$;

create schema mattstock authorization mattstock_owner;
revoke all on schema mattstock from public;
grant usage on schema mattstock to mattstock_app, mattstock_statistics;
