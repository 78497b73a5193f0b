-- Which firms agree to be counted in the regions' statistics, and by which of the wordings: what each lets be counted is
-- said in shared/content/consents.yaml, and nothing is counted that the wording of the firm does not name.
set local role mattstock_owner;
set local search_path = mattstock;

-- For functions of the owner that count. At most one row a firm, since one such consent stands at a time.
create function counted_firms() returns table (firm_id uuid, wording integer)
language sql stable rows 100000
set search_path = mattstock, pg_temp
as $$
  select c.firm_id, substring(c.wording_version from '\d+$')::integer
  from consents c
  where c.purpose = 'statistics' and c.withdrawn_at is null;
$$;

revoke all on function counted_firms() from public;

reset search_path;
reset role;
