-- What a region reads of its calls holds over time as well: who is counted stands from the day after the invitation on,
-- whatever becomes of the firm or of its mail. Two readings then differ by what firms have done, and never by which.
set local role mattstock_owner;
set local search_path = mattstock;

-- The day on which the firm was invited: it is counted with those of that day.
alter table campaign_departures add column invited_on date;
update campaign_departures d set invited_on = c.opens_on from campaigns c where c.campaign_id = d.campaign_id;
alter table campaign_departures alter column invited_on set not null;

-- Its answers are erased. It is counted by a mark without whose it is, and written to no more; a region cannot read it.
alter table campaign_firms add column erased_at timestamptz;

drop trigger campaign_firms_count_departed on campaign_firms;
create or replace function count_departed_invitee() returns trigger
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  insert into campaign_departures (departure_id, campaign_id, branch, has_begun, has_finished, invited_on)
  select gen_random_uuid(), c.campaign_id, old.branch, old.begun_at is not null, old.finished_at is not null,
    (old.invited_at at time zone 'Europe/Stockholm')::date
  from campaigns c join organisations o on o.organisation_id = c.organisation_id and o.kind = 'region'
  where c.campaign_id = old.campaign_id;
  return old;
end
$$;
create trigger campaign_firms_count_departed before delete on campaign_firms for each row
  when (old.invited_at is not null and old.erased_at is null) execute function count_departed_invitee();

-- As before; in a region's list the firm stays as it was, and so do the numbers.
create or replace function forget_invitee() returns trigger
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  if coalesce(current_setting('mattstock.is_retiring', true), '') = 'yes' then
    return null;
  end if;
  if exists (
    select 1 from campaign_firms i
    join organisations o on o.organisation_id = i.organisation_id and o.kind = 'region'
    where i.invitee_id = old.invitee_id
  ) then
    delete from outbox_mails o using campaign_mails k
    where k.invitee_id = old.invitee_id and o.mail_id = k.mail_id and o.status = 'waiting';
    insert into campaign_departures (departure_id, campaign_id, branch, has_begun, has_finished, invited_on)
    select gen_random_uuid(), i.campaign_id, i.branch, i.begun_at is not null, i.finished_at is not null,
      (i.invited_at at time zone 'Europe/Stockholm')::date
    from campaign_firms i
    where i.invitee_id = old.invitee_id and i.invited_at is not null and i.erased_at is null;
    update campaign_firms set begun_at = null, finished_at = null, erased_at = coalesce(erased_at, now())
    where invitee_id = old.invitee_id;
  else
    delete from campaign_firms where invitee_id = old.invitee_id;
  end if;
  return null;
end
$$;

-- How many firms of a region's call have begun and finished, by branch: of those invited on an earlier day, together with
-- four others at least. Were they counted at once, a reading before and one after would tell of those that were there
-- before, since who has just been invited has not begun. Branches of fewer than five, and firms of which it is not known,
-- are one group; where that is fewer than five the smallest other branch is in it too, since the total is told.
drop function count_for_region(uuid);
create function count_for_region(of_campaign_id uuid, of_day date)
returns table (branch text, invited integer, begun integer, finished integer)
language sql stable security definer
set search_path = mattstock, pg_temp
as $$
  with own as (
    select c.campaign_id from campaigns c
    where c.campaign_id = of_campaign_id and c.organisation_id = any (my_organisation_ids('analyst'))
  ), invited_ever as (
    select i.branch, i.begun_at is not null as has_begun, i.finished_at is not null as has_finished,
      (i.invited_at at time zone 'Europe/Stockholm')::date as invited_on
    from own join campaign_firms i on i.campaign_id = own.campaign_id
    where i.invited_at is not null and i.erased_at is null
    union all
    select d.branch, d.has_begun, d.has_finished, d.invited_on
    from own join campaign_departures d on d.campaign_id = own.campaign_id
  ), by_day as (
    select e.*, count(*) over (partition by e.invited_on) as that_day from invited_ever e
  ), grouped as (
    select r.branch, count(*) as invited, count(*) filter (where r.has_begun) as begun,
      count(*) filter (where r.has_finished) as finished
    from by_day r where r.invited_on < of_day and r.that_day >= 5 group by r.branch
  ), standing as (
    select g.*, g.branch is not null and g.invited >= 5 as is_large,
      coalesce(sum(g.invited) filter (where g.branch is null or g.invited < 5) over (), 0) as left_over,
      row_number() over (order by g.branch is not null and g.invited >= 5 desc, g.invited, g.branch) as place
    from grouped g
  ), joined as (
    select case when s.is_large and not (s.left_over between 1 and 4 and s.place = 1) then s.branch end as branch,
      s.invited, s.begun, s.finished
    from standing s
  )
  select j.branch, sum(j.invited)::integer, sum(j.begun)::integer, sum(j.finished)::integer
  from joined j group by j.branch
$$;

-- As before, and not where a mail may have arrived of which that was not known at the time.
create or replace function remove_from_region(of_campaign_id uuid, of_invitee_id uuid) returns text
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
    select 1 from campaign_mails k left join outbox_mails m on m.mail_id = k.mail_id
    where k.invitee_id = invited.invitee_id
      and (m.status in ('claimed', 'handing-over', 'unconfirmed') or k.unconfirmed_keys <> '{}')
  ) then
    return 'has-mail';
  end if;
  delete from campaign_firms where invitee_id = invited.invitee_id;
  return 'deleted';
end
$$;

create or replace function keep_former_invitee() returns trigger
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  insert into campaign_former_firms (opt_out_id, organisation_id, campaign_id, email_sha256, removed_at)
  select old.opt_out_id, o.organisation_id, old.campaign_id, sha256(convert_to(old.email, 'UTF8')), now()
  from organisations o
  where o.organisation_id = old.organisation_id and (old.sent_at is not null or exists (
    select 1 from campaign_mails k left join outbox_mails m on m.mail_id = k.mail_id
    where k.invitee_id = old.invitee_id
      and (m.status in ('claimed', 'handing-over', 'unconfirmed') or k.unconfirmed_keys <> '{}')
  ));
  return old;
end
$$;

-- Of mails whose end was not known when such keys came to be kept.
update campaign_mails k set unconfirmed_keys = array[k.key_sha256]
from outbox_mails m
where m.mail_id = k.mail_id and m.status = 'unconfirmed' and k.key_sha256 is not null and k.unconfirmed_keys = '{}';

revoke all on function count_for_region(uuid, date) from public;
grant execute on function count_for_region(uuid, date) to mattstock_statistics;

reset search_path;
reset role;
