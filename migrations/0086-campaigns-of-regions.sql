-- Calls of a region. Its people read how many firms have begun and finished and never which: of an invited firm they read
-- what the region brought in itself and what became of the mail to it.
set local role mattstock_owner;
set local search_path = mattstock;

-- The version that the organiser has chosen; otherwise the call takes the newest one on the day it is opened.
alter table campaigns add column is_version_chosen boolean not null default false;

-- In which branch a firm counts stays with a region's call when it says no: were it to move between the groups then,
-- what it has done could be read from the difference.
alter table campaign_firms drop constraint campaign_firms_said_no_leaves_name;
alter table campaign_firms add constraint campaign_firms_said_no_leaves_name check (
  opted_out_at is null or num_nonnulls(email, contact_name, organisation_number, municipality, size_class) = 0
);

create function keep_branch_of_invitee() returns trigger
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  if exists (select 1 from organisations o where o.organisation_id = new.organisation_id and o.kind = 'region') then
    new.branch := old.branch;
  end if;
  return new;
end
$$;
create trigger campaign_firms_keep_branch before update of opted_out_at on campaign_firms for each row
  when (old.opted_out_at is null and new.opted_out_at is not null)
  execute function keep_branch_of_invitee();

-- Firms that mail had reached and that are gone from a region's call, without whose they were: the counts stay as they
-- were, for the same reason.
create table campaign_departures (
  departure_id uuid not null,
  campaign_id uuid not null,
  branch text,
  has_begun boolean not null,
  has_finished boolean not null,
  constraint campaign_departures_pk primary key (departure_id),
  constraint campaign_departures_campaign_fk foreign key (campaign_id)
    references campaigns (campaign_id) on delete cascade
);
create index campaign_departures_campaign_index on campaign_departures (campaign_id);

create function count_departed_invitee() returns trigger
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  insert into campaign_departures (departure_id, campaign_id, branch, has_begun, has_finished)
  select gen_random_uuid(), c.campaign_id, old.branch, old.begun_at is not null, old.finished_at is not null
  from campaigns c join organisations o on o.organisation_id = c.organisation_id and o.kind = 'region'
  where c.campaign_id = old.campaign_id;
  return old;
end
$$;
create trigger campaign_firms_count_departed before delete on campaign_firms for each row
  when (old.sent_at is not null) execute function count_departed_invitee();

-- A firm that is erased, in part or whole, is in no call any more. In a region's list it stays as the region brought it
-- in, as if it had never begun, and is written to no more: were it to go, that would tell that it had begun.
create or replace function forget_invitee() returns trigger
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  if exists (
    select 1 from campaign_firms i
    join organisations o on o.organisation_id = i.organisation_id and o.kind = 'region'
    where i.invitee_id = old.invitee_id
  ) then
    delete from outbox_mails o using campaign_mails k
    where k.invitee_id = old.invitee_id and o.mail_id = k.mail_id and o.status = 'waiting';
    update campaign_firms set begun_at = null, finished_at = null, bounced_at = coalesce(bounced_at, now())
    where invitee_id = old.invitee_id;
  else
    delete from campaign_firms where invitee_id = old.invitee_id;
  end if;
  return null;
end
$$;

-- How many firms of a region's call have begun and finished, by branch: of those that mail has reached. Branches of fewer
-- than five, and firms of which it is not known, are one group; where that is fewer than five the smallest other branch is
-- in it too. Of fewer than five in all it is said that none has begun.
create function count_for_region(of_campaign_id uuid)
returns table (branch text, invited integer, begun integer, finished integer)
language sql stable security definer
set search_path = mattstock, pg_temp
as $$
  with own as (
    select c.campaign_id from campaigns c
    where c.campaign_id = of_campaign_id and c.organisation_id = any (my_organisation_ids('analyst'))
  ), reached as (
    select i.branch, i.begun_at is not null as has_begun, i.finished_at is not null as has_finished
    from own join campaign_firms i on i.campaign_id = own.campaign_id and i.sent_at is not null
    union all
    select d.branch, d.has_begun, d.has_finished from own join campaign_departures d on d.campaign_id = own.campaign_id
  ), grouped as (
    select r.branch, count(*) as invited, count(*) filter (where r.has_begun) as begun,
      count(*) filter (where r.has_finished) as finished
    from reached r group by r.branch
  ), standing as (
    select g.*, g.branch is not null and g.invited >= 5 as is_large, sum(g.invited) over () as total,
      coalesce(sum(g.invited) filter (where g.branch is null or g.invited < 5) over (), 0) as left_over,
      row_number() over (order by g.branch is not null and g.invited >= 5 desc, g.invited, g.branch) as place
    from grouped g
  ), joined as (
    select case when s.is_large and not (s.left_over between 1 and 4 and s.place = 1) then s.branch end as branch,
      s.invited, s.total, s.begun, s.finished
    from standing s
  )
  select j.branch, sum(j.invited)::integer,
    case when j.total < 5 then 0 else sum(j.begun)::integer end,
    case when j.total < 5 then 0 else sum(j.finished)::integer end
  from joined j group by j.branch, j.total
$$;

-- Takes a firm out of a region's call as long as no mail may have reached it. Whether it has begun is not asked.
create function remove_from_region(of_campaign_id uuid, of_invitee_id uuid) returns text
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
declare
  invited campaign_firms;
begin
  select i.* into invited from campaign_firms i
  where i.campaign_id = of_campaign_id and i.invitee_id = of_invitee_id
    and i.organisation_id = any (my_organisation_ids('analyst'))
  for update;
  if invited.invitee_id is null then
    return 'not-found';
  end if;
  if invited.sent_at is not null or exists (
    select 1 from campaign_mails k join outbox_mails m on m.mail_id = k.mail_id
    where k.invitee_id = invited.invitee_id and m.status in ('claimed', 'handing-over', 'unconfirmed')
  ) then
    return 'has-mail';
  end if;
  delete from campaign_firms where invitee_id = invited.invitee_id;
  return 'deleted';
end
$$;

-- Of which kind the organisation is that a personal key comes from: by that the firm is told what it sees.
create function organiser_kind_of_key(presented_sha256 bytea) returns text
language sql stable security definer
set search_path = mattstock, pg_temp
as $$
  select o.kind from campaign_firms i
  join organisations o on o.organisation_id = i.organisation_id
  where i.invitee_id = invitee_of_campaign_key(presented_sha256)
$$;

alter table campaign_departures enable row level security;
alter table campaign_departures force row level security;
create policy campaign_departures_owner on campaign_departures to mattstock_owner using (true) with check (true);

create policy campaigns_analyst on campaigns to mattstock_statistics
  using (organisation_id = any ((select my_organisation_ids('analyst'))::uuid[]))
  with check (organisation_id = any ((select my_organisation_ids('analyst'))::uuid[]));
create policy campaign_firms_analyst on campaign_firms for select to mattstock_statistics
  using (organisation_id = any ((select my_organisation_ids('analyst'))::uuid[]));
create policy campaign_firms_analyst_add on campaign_firms for insert to mattstock_statistics
  with check (organisation_id = any ((select my_organisation_ids('analyst'))::uuid[]));
create policy campaign_former_firms_analyst on campaign_former_firms for select to mattstock_statistics
  using (organisation_id = any ((select my_organisation_ids('analyst'))::uuid[]));
create policy contact_opt_outs_analyst on contact_opt_outs for select to mattstock_statistics
  using (organisation_id = any ((select my_organisation_ids('analyst'))::uuid[]));
-- A region has no earlier contacts: what asks for those of the organiser finds none.
create policy provider_contacts_analyst on provider_contacts for select to mattstock_statistics
  using (organisation_id = any ((select my_organisation_ids('analyst'))::uuid[]));
create policy outbox_mails_analyst on outbox_mails for insert to mattstock_statistics
  with check (status = 'waiting' and attempts = 0);

grant update (is_version_chosen) on campaigns to mattstock_advisor;
grant select, insert, delete, update (name, message, form_code, instrument_version_id, is_version_chosen, opens_on, closes_on,
  grace_days, reminder_days, revision, opened_at, ended_at) on campaigns to mattstock_statistics;
-- Nothing that a firm's answering changes: not when it began or finished, and not for which day it was reminded, since who
-- has finished is not.
grant select (invitee_id, organisation_id, campaign_id, firm_name, email, organisation_number, contact_name, municipality,
  branch, size_class, language, added_at, invited_at, sent_at, bounced_at, undelivered_at, opted_out_at),
  insert (invitee_id, organisation_id, campaign_id, firm_name, email, organisation_number, contact_name, municipality,
  branch, size_class, language, opt_out_id, added_at) on campaign_firms to mattstock_statistics;
grant select (organisation_id, campaign_id, email_sha256, removed_at) on campaign_former_firms to mattstock_statistics;
grant select (organisation_id, email_sha256) on contact_opt_outs to mattstock_statistics;
grant select (organisation_id, email, language) on provider_contacts to mattstock_statistics;
grant insert on outbox_mails to mattstock_statistics;
grant select on instrument_versions to mattstock_statistics;

revoke all on function keep_branch_of_invitee(), count_departed_invitee(), count_for_region(uuid),
  remove_from_region(uuid, uuid), organiser_kind_of_key(bytea) from public;
grant execute on function count_for_region(uuid), remove_from_region(uuid, uuid), own_staff_among(uuid, text[])
  to mattstock_statistics;
grant execute on function organiser_kind_of_key(bytea) to mattstock_app;

reset search_path;
reset role;
