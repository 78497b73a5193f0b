-- Mail to be sent. A row is written in the transaction of what it tells about, and sent by the worker afterwards.
set local role mattstock_owner;
set local search_path = mattstock;

create table outbox_mails (
  mail_id uuid not null,
  kind text not null,
  -- Null once the row has had its time.
  recipient text,
  -- Enough for an administrator to know a mail again by, who has no need of the address.
  recipient_hint text generated always as (left(recipient, 1) || '***@' || split_part(recipient, '@', 2)) stored,
  language text not null,
  -- What the text is filled in with. Never a secret: the worker makes codes when it makes the mail.
  facts jsonb not null,
  -- The same mail asked for twice is one mail.
  dedupe_key text,
  status text not null default 'waiting',
  attempts smallint not null default 0,
  next_attempt_at timestamptz not null default now(),
  -- Until when the worker that took the row may be at it.
  claimed_until timestamptz,
  claim_id uuid,
  fault text,
  created_at timestamptz not null default now(),
  settled_at timestamptz,
  constraint outbox_mails_pk primary key (mail_id),
  constraint outbox_mails_dedupe_unique unique (dedupe_key),
  constraint outbox_mails_language_known check (language in ('sv', 'en')),
  -- handing-over: the mail server has said that it listens. A worker that dies there leaves a mail of which nobody
  -- knows whether it went, which is then unconfirmed and never sent by itself again.
  constraint outbox_mails_status_known check (
    status in ('waiting', 'claimed', 'handing-over', 'sent', 'failed', 'unconfirmed')
  ),
  constraint outbox_mails_settled_dated check (
    (status in ('sent', 'failed', 'unconfirmed')) = (settled_at is not null)
  ),
  constraint outbox_mails_claimed_dated check (
    (status in ('claimed', 'handing-over')) = (claimed_until is not null and claim_id is not null)
  ),
  constraint outbox_mails_recipient_length check (char_length(recipient) between 3 and 254)
);
create index outbox_mails_due_index on outbox_mails (next_attempt_at) where status in ('waiting', 'claimed', 'handing-over');
create index outbox_mails_status_index on outbox_mails (status, created_at);

-- What has become of the mails of invitations, of those that the live session may take back.
create function invitation_mail_status(asked_invitation_ids uuid[])
returns table (invitation_id uuid, mail_status text)
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  return query
    select i.invitation_id, case when o.status in ('claimed', 'handing-over') then 'waiting' else o.status end
    from invitations i
    join outbox_mails o on o.dedupe_key = 'invitation:' || i.invitation_id
    where i.invitation_id = any (asked_invitation_ids)
      and (i.firm_id = any ((select my_owned_firm_ids())::uuid[])
        or i.organisation_id = any ((select my_organisation_ids('manager'))::uuid[])
        or (i.organisation_id is not null and (select is_administrator())));
end
$$;

alter table outbox_mails enable row level security;
alter table outbox_mails force row level security;
create policy outbox_mails_owner on outbox_mails to mattstock_owner using (true) with check (true);
create policy outbox_mails_insert on outbox_mails for insert
  to mattstock_app, mattstock_identity, mattstock_member, mattstock_advisor, mattstock_coordination
  with check (status = 'waiting' and attempts = 0);
create policy outbox_mails_worker on outbox_mails to mattstock_worker using (true) with check (true);
create policy outbox_mails_coordination on outbox_mails for select to mattstock_coordination
  using ((select is_administrator()));
create policy outbox_mails_coordination_again on outbox_mails for update to mattstock_coordination
  using ((select is_administrator()) and status in ('failed', 'unconfirmed')) with check (status = 'waiting');

grant insert on outbox_mails to mattstock_app, mattstock_identity, mattstock_member, mattstock_advisor,
  mattstock_coordination;
grant select, delete, update (status, attempts, next_attempt_at, claimed_until, claim_id, fault, settled_at, recipient,
  facts) on outbox_mails to mattstock_worker;
grant select (mail_id, kind, recipient_hint, status, attempts, next_attempt_at, fault, dedupe_key, created_at, settled_at),
  update (status, attempts, next_attempt_at, fault, settled_at) on outbox_mails to mattstock_coordination;
revoke all on function invitation_mail_status(uuid[]) from public;
grant execute on function invitation_mail_status(uuid[]) to mattstock_member, mattstock_coordination;

reset search_path;
reset role;
