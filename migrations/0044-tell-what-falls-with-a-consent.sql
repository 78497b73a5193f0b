-- What ends together with a consent, told before it is withdrawn: the places in groups of the provider, when it is the
-- last consent to it, and its sight of the meetings, when it is the last to contact or results.
set local role mattstock_owner;
set local search_path = mattstock;

create function what_falls_with(asked_consent uuid, asked_now timestamptz) returns jsonb
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
declare
  asked consents;
  is_last boolean;
  is_last_to_meetings boolean;
begin
  select c.* into asked from consents c
  where c.consent_id = asked_consent and c.withdrawn_at is null
    and (c.firm_id = any (my_owned_firm_ids()) or (c.firm_id = current_firm_id() and may_decide_for_firm()));
  if not found then
    return jsonb_build_object('places', '[]'::jsonb, 'meetings', 0);
  end if;
  select count(*) = 0, count(*) filter (where c.purpose in ('contact', 'result')) = 0
  into is_last, is_last_to_meetings
  from consents c
  where c.firm_id = asked.firm_id and c.provider_code = asked.provider_code and c.consent_id <> asked.consent_id
    and c.purpose <> 'statistics' and c.withdrawn_at is null;
  return jsonb_build_object(
    'places', coalesce((
      select jsonb_agg(jsonb_build_object('ownName', e.name, 'packageCode', e.package_code,
          'catalogueVersionId', e.catalogue_version_id, 'isWaiting', p.status = 'waiting')
        order by e.starts_on, p.placement_id)
      from placements p
      join editions e on e.edition_id = p.edition_id
      join organisations o on o.organisation_id = p.organisation_id
      where is_last and asked.purpose <> 'statistics' and p.firm_id = asked.firm_id and o.code = asked.provider_code
        and o.kind = 'provider' and p.status in ('invited', 'placed', 'waiting')
    ), '[]'::jsonb),
    'meetings', (
      select count(*) from meetings m
      join organisations o on o.organisation_id = m.organisation_id
      where is_last_to_meetings and asked.purpose in ('contact', 'result') and m.firm_id = asked.firm_id
        and o.code = asked.provider_code and o.kind = 'provider' and m.status = 'planned' and m.starts_at > asked_now
    ));
end
$$;

revoke all on function what_falls_with(uuid, timestamptz) from public;
grant execute on function what_falls_with(uuid, timestamptz) to mattstock_app, mattstock_member;

reset search_path;
reset role;
