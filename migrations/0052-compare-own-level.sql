-- A firm beside what is published: its own answers are taken out of the figures they are in.
set local role mattstock_owner;
set local search_path = mattstock;

-- Where the answers of the firm that the presented key or session opens stand in a published release, and their levels;
-- no row when none of them is counted. Of any other firm, also of the same group of companies, it says nothing.
create function own_contribution(of_release uuid) returns table (stratum integer, measured bigint, levels jsonb)
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  return query
    select c.stratum, c.measured, coalesce((
      select jsonb_object_agg(o.dimension_code, o.level) from scores o
      where o.submission_id = s.submission_id and o.status = 'scored'
    ), '{}'::jsonb)
    from releases r
    join submissions s on s.firm_id = current_firm_id()
    join release_contributions c on c.release_id = r.release_id and c.contribution = s.submission_id
    where r.release_id = of_release and r.status = 'published';
end
$$;

revoke all on function own_contribution(uuid) from public;
grant execute on function own_contribution(uuid) to mattstock_app;

reset search_path;
reset role;
