-- Reviews: what an adviser has seen of a submission, beside what the firm says itself, and the firm's reply.
-- shared/domain/review holds the rules; what this file enforces of them is compared with them by test.
set local role mattstock_owner;
set local search_path = mattstock;

create table reviews (
  review_id uuid not null,
  firm_id uuid not null,
  submission_id uuid not null,
  organisation_id uuid not null,
  status text not null default 'draft',
  -- Counts every change of the review and of what is in it; whoever gives it says which one was seen.
  revision integer not null default 1,
  -- What there is to review: the scored items that were put to the firm, by dimension.
  reviewable jsonb not null,
  created_at timestamptz not null default now(),
  status_since timestamptz not null default now(),
  given_at timestamptz,
  -- Frozen when it is given: the scores with the reviewed answers in place of the firm's, by the rules of the version.
  rules_version text,
  score_profile jsonb,
  -- The dimensions in which a level was reviewed.
  dimensions text[],
  -- The reviewed levels of the two parts; null where nothing of the part was reviewed.
  digital_level double precision,
  process_level double precision,
  constraint reviews_pk primary key (review_id),
  constraint reviews_firm_unique unique (firm_id, review_id),
  constraint reviews_submission_fk foreign key (firm_id, submission_id)
    references submissions (firm_id, submission_id) on delete cascade,
  constraint reviews_organisation_fk foreign key (organisation_id)
    references organisations (organisation_id) on delete restrict,
  constraint reviews_status_known check (status in ('draft', 'given', 'answered', 'closed', 'taken-back')),
  constraint reviews_revision_positive check (revision > 0),
  constraint reviews_frozen_when_given check (
    (status in ('given', 'answered', 'closed')) = (given_at is not null)
    and (given_at is null) = (score_profile is null)
    and (given_at is null) = (rules_version is null)
    and (given_at is null) = (dimensions is null)
  )
);
create index reviews_submission_index on reviews (firm_id, submission_id);
create index reviews_organisation_index on reviews (organisation_id);
-- While one goes on there is no second by the same organisation.
create unique index reviews_live_unique on reviews (submission_id, organisation_id)
  where status in ('draft', 'given', 'answered');
create index reviews_unfinished_index on reviews (status_since) where status in ('draft', 'taken-back');

create table review_items (
  firm_id uuid not null,
  review_id uuid not null,
  -- An item, or a dimension that was judged as a whole.
  code text not null,
  state text not null,
  level integer,
  reason text not null,
  evidence text[] not null,
  -- The review's revision that the row came with: whoever changes it says which one was seen.
  revision integer not null,
  judged_by uuid,
  judged_at timestamptz not null,
  constraint review_items_pk primary key (firm_id, review_id, code),
  constraint review_items_review_fk foreign key (firm_id, review_id) references reviews (firm_id, review_id)
    on delete cascade,
  constraint review_items_person_fk foreign key (judged_by) references people (person_id) on delete set null,
  constraint review_items_state_known check (state in ('level', 'not-judged')),
  constraint review_items_level_fits check ((state = 'level') = (level is not null) and level between 0 and 4),
  constraint review_items_reason_length check (char_length(reason) <= 1000),
  constraint review_items_evidence_known check (evidence <@ array['observed', 'document', 'interview'])
);
create index review_items_person_index on review_items (judged_by);

create table review_replies (
  firm_id uuid not null,
  review_id uuid not null,
  code text not null,
  firm_view text not null,
  words text not null,
  revision integer not null default 1,
  replied_by uuid,
  replied_at timestamptz not null,
  constraint review_replies_pk primary key (firm_id, review_id, code),
  constraint review_replies_item_fk foreign key (firm_id, review_id, code)
    references review_items (firm_id, review_id, code) on delete cascade,
  constraint review_replies_person_fk foreign key (replied_by) references people (person_id) on delete set null,
  constraint review_replies_view_known check (firm_view in ('agrees', 'differs')),
  constraint review_replies_words_length check (char_length(words) <= 1000)
);
create index review_replies_person_index on review_replies (replied_by);

create table review_events (
  review_event_id bigint generated always as identity,
  firm_id uuid not null,
  review_id uuid not null,
  -- begin, judge and reply say what was done in it; the rest are the moves of its life.
  deed text not null,
  status text not null,
  -- What was judged or replied to, and what it came to.
  code text,
  state text,
  level integer,
  -- Who did it, of the organisation that reviews, or of the firm; a provider is never told who in the firm.
  organisation_id uuid,
  person_id uuid,
  member_id uuid,
  occurred_at timestamptz not null,
  constraint review_events_pk primary key (review_event_id),
  constraint review_events_review_fk foreign key (firm_id, review_id) references reviews (firm_id, review_id)
    on delete cascade,
  constraint review_events_organisation_fk foreign key (organisation_id)
    references organisations (organisation_id) on delete restrict,
  constraint review_events_person_fk foreign key (person_id) references people (person_id) on delete set null,
  constraint review_events_member_fk foreign key (member_id) references people (person_id) on delete set null,
  constraint review_events_deed_known check (
    deed in ('begin', 'judge', 'reply', 'give', 'take-back', 'close', 'answer', 'end-consent')
  ),
  constraint review_events_one_side check (organisation_id is null or member_id is null)
);
create index review_events_review_index on review_events (firm_id, review_id, review_event_id);
create index review_events_organisation_index on review_events (organisation_id);
create index review_events_person_index on review_events (person_id);
create index review_events_member_index on review_events (member_id);

-- Nothing of the history changes, but whose doing it was may be forgotten.
create trigger review_events_append_only
  before update on review_events for each row
  when (to_jsonb(new) - 'person_id' - 'member_id' is distinct from to_jsonb(old) - 'person_id' - 'member_id'
    or (new.person_id is not null and new.person_id is distinct from old.person_id)
    or (new.member_id is not null and new.member_id is distinct from old.member_id))
  execute function refuse_every_change();

-- Which status can follow which: reviewMoveRules of shared/domain/review. What was frozen stays frozen.
create function refuse_impossible_review() returns trigger
language plpgsql
set search_path = mattstock, pg_temp
as $$
begin
  if new.status <> old.status and (old.status, new.status) not in (
    ('draft', 'given'), ('draft', 'taken-back'), ('given', 'answered'), ('given', 'closed'), ('answered', 'closed')
  ) then
    raise exception 'a review cannot go from % to %', old.status, new.status
      using errcode = 'restrict_violation', constraint = 'reviews_move_allowed';
  end if;
  if row(new.review_id, new.firm_id, new.submission_id, new.organisation_id, new.reviewable, new.created_at)
    is distinct from
    row(old.review_id, old.firm_id, old.submission_id, old.organisation_id, old.reviewable, old.created_at)
    or (old.status <> 'draft'
      and row(new.given_at, new.rules_version, new.score_profile, new.dimensions, new.digital_level, new.process_level)
        is distinct from
        row(old.given_at, old.rules_version, old.score_profile, old.dimensions, old.digital_level, old.process_level))
  then
    raise exception 'what was given never changes'
      using errcode = 'restrict_violation', constraint = 'reviews_immutable';
  end if;
  return new;
end
$$;
create trigger reviews_move_allowed
  before update on reviews for each row execute function refuse_impossible_review();

-- What is judged changes in a draft only; of a firm that is erased in part, the words go.
create function refuse_change_of_given_item() returns trigger
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
declare
  row_of review_items := case tg_op when 'DELETE' then old else new end;
  review_status text;
begin
  -- The lock waits for a giving under way, which holds the row for update, and then sees its outcome.
  select status into review_status from reviews where firm_id = row_of.firm_id and review_id = row_of.review_id
  for key share;
  if review_status is not null and review_status <> 'draft' and not (
    tg_op = 'UPDATE' and new.reason = '' and new.evidence = '{}'
    and to_jsonb(new) - 'reason' - 'evidence' - 'judged_by' = to_jsonb(old) - 'reason' - 'evidence' - 'judged_by'
    and (select reduced_at from firms where firm_id = new.firm_id) is not null
  ) then
    raise exception 'the review is given'
      using errcode = 'restrict_violation', constraint = 'review_items_draft_only';
  end if;
  return row_of;
end
$$;
create trigger review_items_draft_only
  before insert or update or delete on review_items
  for each row execute function refuse_change_of_given_item();

-- The firm replies while it has the review, and what it has answered stands.
create function refuse_late_reply() returns trigger
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
declare
  review_status text;
begin
  select status into review_status from reviews where firm_id = new.firm_id and review_id = new.review_id
  for key share;
  if review_status is distinct from 'given' and not (
    tg_op = 'UPDATE' and new.words = '' and to_jsonb(new) - 'words' - 'replied_by' = to_jsonb(old) - 'words' - 'replied_by'
    and (select reduced_at from firms where firm_id = new.firm_id) is not null
  ) then
    raise exception 'the review is not to be replied to'
      using errcode = 'restrict_violation', constraint = 'review_replies_while_given';
  end if;
  return new;
end
$$;
create trigger review_replies_while_given
  before insert or update on review_replies
  for each row execute function refuse_late_reply();

-- A review rests on the consent to results. Withdrawn, it is closed for the organisation, which reads it no more; the
-- firm keeps what was given to it, and a draft is emptied.
create function close_reviews_with_consent() returns trigger
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
declare
  ended reviews;
begin
  for ended in
    select r.* from reviews r
    join organisations o on o.organisation_id = r.organisation_id
    where r.firm_id = new.firm_id and o.kind = 'provider' and o.code = new.provider_code
      and r.status in ('draft', 'given', 'answered')
    order by r.review_id for update of r
  loop
    if ended.status = 'draft' then
      delete from review_items where firm_id = ended.firm_id and review_id = ended.review_id;
    end if;
    update reviews
    set status = case ended.status when 'draft' then 'taken-back' else 'closed' end, status_since = new.withdrawn_at,
      revision = revision + 1
    where review_id = ended.review_id;
    insert into review_events (firm_id, review_id, deed, status, member_id, occurred_at)
    values (ended.firm_id, ended.review_id, 'end-consent',
      case ended.status when 'draft' then 'taken-back' else 'closed' end, new.withdrawn_by, new.withdrawn_at);
  end loop;
  return null;
end
$$;
create trigger consents_close_reviews
  after update of withdrawn_at on consents for each row
  when (old.withdrawn_at is null and new.withdrawn_at is not null and new.purpose = 'result')
  execute function close_reviews_with_consent();

-- Mails that tell of a review go with it, or let go of what they were filled in with.
create function clear_mails_about_review() returns trigger
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  delete from outbox_mails
  where dedupe_key like 'review-given:' || old.review_id || ':%' and settled_at is null;
  update outbox_mails set recipient = null, facts = '{}'
  where dedupe_key like 'review-given:' || old.review_id || ':%';
  return null;
end
$$;
create trigger reviews_clear_mails after delete on reviews for each row execute function clear_mails_about_review();

-- Of a firm that is erased in part the levels stay, as those of its answers do; what was written in words goes.
create function reduce_reviews() returns trigger
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  delete from reviews where firm_id = new.firm_id and status in ('draft', 'taken-back');
  delete from outbox_mails m using reviews r
  where r.firm_id = new.firm_id and m.dedupe_key like 'review-given:' || r.review_id || ':%' and m.settled_at is null;
  update outbox_mails m set recipient = null, facts = '{}' from reviews r
  where r.firm_id = new.firm_id and m.dedupe_key like 'review-given:' || r.review_id || ':%';
  update review_items set reason = '', evidence = '{}', judged_by = null where firm_id = new.firm_id;
  update review_replies set words = '', replied_by = null where firm_id = new.firm_id;
  update review_events set person_id = null, member_id = null where firm_id = new.firm_id;
  return null;
end
$$;
create trigger firms_reduce_reviews after update of reduced_at on firms for each row
  when (new.reduced_at is not null) execute function reduce_reviews();

-- Drafts that nobody has gone on with, and what is left of those taken back.
create function retire_review_drafts(cutoff timestamptz, most integer) returns integer
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
declare
  taken integer;
begin
  delete from reviews where review_id in (
    select r.review_id from reviews r
    where r.status in ('draft', 'taken-back') and r.status_since <= cutoff
      and not exists (
        select 1 from review_items i
        where i.firm_id = r.firm_id and i.review_id = r.review_id and i.judged_at > cutoff
      )
    order by r.status_since limit most for update of r skip locked
  );
  get diagnostics taken = row_count;
  return taken;
end
$$;

-- Tells every owner of the firm, once, of a review that was given. The address of nobody in the firm is known to whoever
-- gives it.
create function tell_owners_of_review(told_review_id uuid, told_at timestamptz) returns void
language plpgsql security definer
set search_path = mattstock, pg_temp
as $$
begin
  insert into outbox_mails (mail_id, kind, recipient, language, facts, dedupe_key, next_attempt_at, created_at)
  select gen_random_uuid(), 'review-given', p.email, coalesce(p.language, 'sv'),
    jsonb_build_object('firmName', coalesce(f.name, ''), 'organisationSv', o.name ->> 'sv',
      'organisationEn', o.name ->> 'en', 'responseId', s.response_id),
    'review-given:' || r.review_id || ':' || p.person_id, told_at, told_at
  from reviews r
  join submissions s on s.firm_id = r.firm_id and s.submission_id = r.submission_id
  join firms f on f.firm_id = r.firm_id
  join organisations o on o.organisation_id = r.organisation_id
  join memberships m on m.firm_id = r.firm_id and m.role = 'owner' and m.ended_at is null
  join people p on p.person_id = m.person_id and p.email is not null
  where r.review_id = told_review_id and r.status = 'given'
    and r.organisation_id = any (my_organisation_ids('advisor', 'manager'))
    and exists (select 1 from consents c where c.firm_id = r.firm_id and c.purpose = 'result'
      and c.withdrawn_at is null and c.provider_code = o.code)
  on conflict (dedupe_key) do nothing;
end
$$;

-- Who has said something in the reviews given to the firm that the presented key or session opens, for their names.
create function review_party_ids() returns uuid[]
language plpgsql stable security definer
set search_path = mattstock, pg_temp
as $$
begin
  return (
    select coalesce(array_agg(distinct coalesce(e.person_id, e.member_id)), '{}') from review_events e
    join reviews r on r.firm_id = e.firm_id and r.review_id = e.review_id
    where e.firm_id = current_firm_id() and r.given_at is not null
  );
end
$$;

alter table reviews enable row level security;
alter table reviews force row level security;
alter table review_items enable row level security;
alter table review_items force row level security;
alter table review_replies enable row level security;
alter table review_replies force row level security;
alter table review_events enable row level security;
alter table review_events force row level security;

create policy reviews_owner on reviews to mattstock_owner using (true) with check (true);
create policy review_items_owner on review_items to mattstock_owner using (true) with check (true);
create policy review_replies_owner on review_replies to mattstock_owner using (true) with check (true);
create policy review_events_owner on review_events to mattstock_owner using (true) with check (true);

-- The adviser's side: the own organisation's reviews, as long as the firm lets it see results. What is written in one is
-- the organisation's own; what it is written about, and what the firm replies, takes a look that the firm sees.
create policy reviews_advisor on reviews to mattstock_advisor
  using (organisation_id = any ((select my_organisation_ids('advisor', 'manager'))::uuid[])
    and exists (select 1 from consents c join organisations o on o.kind = 'provider' and o.code = c.provider_code
      where c.firm_id = reviews.firm_id and c.purpose = 'result' and c.withdrawn_at is null
        and o.organisation_id = reviews.organisation_id))
  with check (organisation_id = any ((select my_organisation_ids('advisor', 'manager'))::uuid[])
    and exists (select 1 from consents c join organisations o on o.kind = 'provider' and o.code = c.provider_code
      where c.firm_id = reviews.firm_id and c.purpose = 'result' and c.withdrawn_at is null
        and o.organisation_id = reviews.organisation_id));
create policy reviews_advisor_wall on reviews as restrictive to mattstock_advisor
  using (organisation_id = any ((select my_organisation_ids('advisor', 'manager'))::uuid[]))
  with check (organisation_id = any ((select my_organisation_ids('advisor', 'manager'))::uuid[]));
create policy reviews_advisor_begin_wall on reviews as restrictive for insert to mattstock_advisor
  with check (firm_id = (select looked_at_firm_id('result')));
create policy review_items_advisor on review_items for select to mattstock_advisor
  using (exists (select 1 from reviews r where r.firm_id = review_items.firm_id and r.review_id = review_items.review_id));
create policy review_items_advisor_add on review_items for insert to mattstock_advisor
  with check (judged_by = (select current_person_id()));
create policy review_items_advisor_change on review_items for update to mattstock_advisor
  using (exists (select 1 from reviews r where r.firm_id = review_items.firm_id and r.review_id = review_items.review_id))
  with check (judged_by = (select current_person_id()));
create policy review_items_advisor_remove on review_items for delete to mattstock_advisor
  using (exists (select 1 from reviews r where r.firm_id = review_items.firm_id and r.review_id = review_items.review_id));
create policy review_items_advisor_wall on review_items as restrictive to mattstock_advisor
  using (exists (select 1 from reviews r where r.firm_id = review_items.firm_id and r.review_id = review_items.review_id))
  with check (exists (select 1 from reviews r
    where r.firm_id = review_items.firm_id and r.review_id = review_items.review_id));
-- A reply is the firm's own until it has answered.
create policy review_replies_advisor on review_replies for select to mattstock_advisor
  using (exists (select 1 from reviews r where r.firm_id = review_replies.firm_id
    and r.review_id = review_replies.review_id and exists (select 1 from review_events e
      where e.firm_id = r.firm_id and e.review_id = r.review_id and e.deed = 'answer')));
create policy review_replies_advisor_wall on review_replies as restrictive to mattstock_advisor
  using (firm_id = (select looked_at_firm_id('result')) and exists (select 1 from reviews r
    where r.firm_id = review_replies.firm_id and r.review_id = review_replies.review_id));
create policy review_events_advisor on review_events for select to mattstock_advisor
  using (deed <> 'reply' and exists (select 1 from reviews r where r.firm_id = review_events.firm_id
    and r.review_id = review_events.review_id));
create policy review_events_advisor_write on review_events for insert to mattstock_advisor
  with check (person_id = (select current_person_id())
    and deed in ('begin', 'judge', 'give', 'take-back', 'close')
    and organisation_id = any ((select my_organisation_ids('advisor', 'manager'))::uuid[]));
create policy review_events_advisor_wall on review_events as restrictive to mattstock_advisor
  using (exists (select 1 from reviews r where r.firm_id = review_events.firm_id
    and r.review_id = review_events.review_id))
  with check (exists (select 1 from reviews r where r.firm_id = review_events.firm_id
    and r.review_id = review_events.review_id));

-- The firm's side: what was given, to whoever may read the result. An owner replies.
create policy reviews_app on reviews for select to mattstock_app
  using (given_at is not null and exists (select 1 from submissions s where s.firm_id = reviews.firm_id
    and s.submission_id = reviews.submission_id and s.response_id = (select current_response_id())));
create policy reviews_app_answer on reviews for update to mattstock_app
  using (status = 'given' and firm_id = any ((select my_owned_firm_ids())::uuid[]))
  with check (firm_id = any ((select my_owned_firm_ids())::uuid[]));
create policy reviews_app_wall on reviews as restrictive to mattstock_app
  using (firm_id = (select current_firm_id())) with check (firm_id = (select current_firm_id()));
create policy review_items_app on review_items for select to mattstock_app
  using (exists (select 1 from reviews r where r.firm_id = review_items.firm_id and r.review_id = review_items.review_id));
create policy review_items_app_wall on review_items as restrictive to mattstock_app
  using (firm_id = (select current_firm_id()));
create policy review_replies_app on review_replies for select to mattstock_app
  using (exists (select 1 from reviews r where r.firm_id = review_replies.firm_id
    and r.review_id = review_replies.review_id));
create policy review_replies_app_write on review_replies for insert to mattstock_app
  with check (replied_by = (select current_person_id()) and firm_id = any ((select my_owned_firm_ids())::uuid[]));
create policy review_replies_app_change on review_replies for update to mattstock_app
  using (firm_id = any ((select my_owned_firm_ids())::uuid[]))
  with check (replied_by = (select current_person_id()));
create policy review_replies_app_wall on review_replies as restrictive to mattstock_app
  using (firm_id = (select current_firm_id()))
  with check (firm_id = (select current_firm_id()) and exists (select 1 from reviews r
    where r.firm_id = review_replies.firm_id and r.review_id = review_replies.review_id));
create policy review_events_app on review_events for select to mattstock_app
  using (exists (select 1 from reviews r where r.firm_id = review_events.firm_id
    and r.review_id = review_events.review_id));
create policy review_events_app_write on review_events for insert to mattstock_app
  with check (deed in ('reply', 'answer') and organisation_id is null and person_id is null
    and member_id = (select current_person_id()) and firm_id = any ((select my_owned_firm_ids())::uuid[]));
create policy review_events_app_wall on review_events as restrictive to mattstock_app
  using (firm_id = (select current_firm_id()))
  with check (firm_id = (select current_firm_id()) and exists (select 1 from reviews r
    where r.firm_id = review_events.firm_id and r.review_id = review_events.review_id));
create policy people_reviewers on people for select to mattstock_app
  using (person_id = any ((select review_party_ids())::uuid[]));
-- One's own words, for the export of what is known of oneself.
create policy review_replies_member on review_replies for select to mattstock_member
  using (replied_by = (select current_person_id()) and firm_id = any ((select my_firm_ids())::uuid[]));

revoke all on function refuse_impossible_review(), refuse_change_of_given_item(), refuse_late_reply(),
  close_reviews_with_consent(), clear_mails_about_review(), reduce_reviews(), retire_review_drafts(timestamptz, integer),
  tell_owners_of_review(uuid, timestamptz), review_party_ids() from public;
grant execute on function retire_review_drafts(timestamptz, integer) to mattstock_worker;
grant execute on function tell_owners_of_review(uuid, timestamptz) to mattstock_advisor;
grant execute on function review_party_ids(), my_owned_firm_ids() to mattstock_app;

grant select, insert, update (status, revision, status_since, given_at, rules_version, score_profile, dimensions,
  digital_level, process_level) on reviews to mattstock_advisor;
grant select, insert, delete, update (state, level, reason, evidence, revision, judged_by, judged_at) on review_items
  to mattstock_advisor;
grant select (firm_id, review_id, code, firm_view, words, replied_at) on review_replies to mattstock_advisor;
grant select (review_event_id, firm_id, review_id, deed, status, code, state, level, organisation_id, person_id,
  occurred_at), insert on review_events to mattstock_advisor;
grant select, update (status, revision, status_since) on reviews to mattstock_app;
grant select on review_items, review_events to mattstock_app;
grant insert on review_events to mattstock_app;
grant select, insert, update (firm_view, words, revision, replied_by, replied_at) on review_replies to mattstock_app;
grant select (person_id, name) on people to mattstock_app;
grant select on instrument_versions to mattstock_advisor;
grant select (firm_id, review_id, code, firm_view, words, replied_at, replied_by) on review_replies to mattstock_member;

reset search_path;
reset role;
