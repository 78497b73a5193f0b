-- Stopping a release does not wait for the counting, which holds the key of its row until it has been read.
set local role mattstock_owner;
set local search_path = mattstock;

create or replace function drop_release(of_release uuid) returns text
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
declare
  ended text;
begin
  perform 1 from releases r where r.release_id = of_release for no key update;
  insert into dropped_documents (release_id, document)
  select r.release_id, r.document from releases r
  where r.release_id = of_release and r.status = 'built' and r.shown_order is not null
    and r.organisation_id = any (my_organisation_ids('analyst'));
  update releases r
  set status = case when r.shown_order is null then 'cancelled' else 'dropped' end, document = null, content_sha256 = null,
    report = null, built_at = case when r.shown_order is null then null else r.built_at end
  where r.release_id = of_release and r.status in ('building', 'built')
    and r.organisation_id = any (my_organisation_ids('analyst'))
  returning r.status into ended;
  return ended;
end
$$;

reset search_path;
reset role;
