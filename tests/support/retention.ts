import { randomUUID } from 'node:crypto';
import type { PostgresDb } from '@fastify/postgres';
import { randomIdentifiers } from '#server/platform/identifier.ts';
import { periodBefore } from '#server/platform/period.ts';
import { applyRetention, type RetentionParts } from '#server/platform/retention/apply-retention.ts';
import type { RetentionStep } from '#shared/domain/retention/retention-schedule.ts';
import { draftCampaign } from './campaigns.ts';
import { beginChange } from './catalogue.ts';
import { planOne, writeNote } from './contacts.ts';
import { letIn } from './firms.ts';
import { type Owner, organisationId, signedIn, signedInAs, signedInOwner } from './people.ts';
import { insertEdition, insertPlacement } from './placements.ts';
import { addRespondents } from './respondents.ts';
import { makeLink } from './result-links.ts';
import { begin, judge } from './reviews.ts';
import { changesBetween, readTables } from './table-rows.ts';
import type { TestApp } from './test-app.ts';

export function retentionOf({ app, clock, content }: TestApp): RetentionParts {
  const { pool }: PostgresDb = app.pg;
  return { database: { pool }, clock, identifiers: randomIdentifiers, schedule: content.bundle.retention };
}

export type Changes = ReturnType<typeof changesBetween>;

/** What applying the schedule changes, in which tables. */
export async function changesByRetention(site: TestApp): Promise<Changes> {
  const before = await readTables(site.admin);
  await applyRetention(retentionOf(site));
  return changesBetween(before, await readTables(site.admin));
}

/** The last moment at which something of the class is old enough to be acted on now. */
export function limitOf({ clock, content }: TestApp, code: RetentionStep): Date {
  const after = content.bundle.retention.rules.find((rule) => rule.code === code)?.after;
  if (after === null || after === undefined) throw new Error(`${code} has no period`);
  return periodBefore(clock.now(), after);
}

/** How many rows the log says were acted on. */
export async function countInLog({ admin }: TestApp, code: RetentionStep): Promise<number> {
  const { rows } = await admin.query<{ count: number }>(
    `select coalesce(sum((detail ->> 'count')::integer), 0)::integer as count from audit_events
     where action = 'retention-applied' and object_kind = 'data-class' and object_id = $1`,
    [code],
  );
  return rows[0]?.count ?? 0;
}

/** As whoever has the whole database, whom no trigger stops. */
async function forced({ admin }: TestApp, sql: string, values: readonly unknown[]): Promise<void> {
  const client = await admin.connect();
  try {
    await client.query(`set session_replication_role = 'replica'`);
    await client.query(sql, [...values]);
    await client.query('reset session_replication_role');
  } finally {
    client.release();
  }
}

/** Something of a class, to be as old as one likes. */
export type Aged = (at: Date) => Promise<void>;

const digest = () => Buffer.from(randomUUID().replaceAll('-', '').repeat(2), 'hex');

async function session(site: TestApp, column: 'expires_at' | 'revoked_at'): Promise<Aged> {
  const { sessionId } = await signedIn(site);
  return async (at) => {
    await site.admin.query(`update sessions set ${column} = $1 where session_id = $2`, [at, sessionId]);
  };
}

async function invitation({ admin }: TestApp, column: string): Promise<Aged> {
  const id = randomUUID();
  await admin.query(
    `insert into invitations (invitation_id, email, language, role, organisation_id, organisation_kind, purpose, expires_at)
     select $1, 'ny@example.se', 'sv', 'analyst', organisation_id, kind, 'membership', now() + interval '30 days'
     from organisations where kind = 'region' limit 1`,
    [id],
  );
  return async (at) => {
    await admin.query(`update invitations set ${column} = $1 where invitation_id = $2`, [at, id]);
  };
}

/** A firm's request to a provider, withdrawn. */
export async function withdrawnRequest(owner: Owner): Promise<string> {
  const { visitor, responseId } = owner;
  const { packages } = (await visitor.get('/api/packages')).json<{ packages: { code: string }[] }>();
  const reply = await visitor.post(`/api/responses/${responseId}/referrals`, {
    packageCode: packages[0]?.code,
    firmName: 'Verkstaden',
    contactName: 'Kim Berg',
    email: 'kim@verkstaden.example',
    consentWordingVersion: 'contact-1',
    hasConsented: true,
  });
  const { referralId } = reply.json<{ referralId: string }>();
  await visitor.post(`/api/responses/${responseId}/referrals/${referralId}/withdrawal`);
  return referralId;
}

/** A release that was looked at and dropped, with an answer that was counted. */
async function release(site: TestApp): Promise<Aged> {
  const releaseId = randomUUID();
  await site.admin.query(
    `insert into releases (release_id, organisation_id, organisation_name, spec, is_simulated, status, steps, shown_order,
       built_at, created_at)
     values ($1, $2, '{}', '{}', false, 'dropped', 1, nextval('releases_shown_order'), now(), now())`,
    [releaseId, await organisationId(site, 'region')],
  );
  await site.admin.query(
    'insert into release_contributions (release_id, contribution, stratum, measured) values ($1, $2, 0, 1)',
    [releaseId, randomUUID()],
  );
  await site.admin.query(
    'insert into release_insiders (release_id, insider, stratum, measured, firms) values ($1, 1, 0, 1, 1)',
    [releaseId],
  );
  await site.admin.query(`insert into dropped_documents (release_id, document) values ($1, '{}')`, [releaseId]);
  return (at) => forced(site, 'update releases set created_at = $1 where release_id = $2', [at, releaseId]);
}

async function look(site: TestApp): Promise<Aged> {
  const owner = await signedInOwner(site);
  await letIn(owner, 'compare');
  const { personId } = await signedInAs(site, 'advisor', { organisation: 'compare' });
  const id = randomUUID();
  await site.admin.query(
    `insert into access_events (access_event_id, firm_id, organisation_id, person_id, what) values ($1, $2, $3, $4, 'result')`,
    [id, owner.firmId, await organisationId(site, 'provider', 'compare'), personId],
  );
  return (at) => forced(site, 'update access_events set occurred_at = $1 where access_event_id = $2', [at, id]);
}

async function resultLink(site: TestApp): Promise<Aged> {
  const { visitor, responseId } = await signedInOwner(site);
  const { resultLinkId } = await makeLink(visitor, responseId);
  return (at) =>
    forced(site, 'update result_links set taken_back_at = $1 where result_link_id = $2', [at, resultLinkId]);
}

/** What somebody answered beside the one who submitted. */
async function answersOfRespondent(site: TestApp): Promise<Aged> {
  const { responseId } = await signedInOwner(site);
  const { respondentId } = await addRespondents(site, responseId);
  await site.admin.query(
    `with own as (
       insert into responses (response_id, firm_id, assessment_id, instrument_version_id, language, status, started_at)
       select $1, firm_id, assessment_id, instrument_version_id, 'sv', 'closed', now() from responses where response_id = $2
     )
     update respondents set response_id = $1 where respondent_id = $3`,
    [randomUUID(), responseId, respondentId],
  );
  return async (at) => {
    await site.admin.query('update responses set submitted_at = $1 where response_id = $2', [at, responseId]);
  };
}

async function respondentInvitation(
  site: TestApp,
  table: 'respondents' | 'respondent_links',
  column: string,
): Promise<Aged> {
  const { responseId } = await signedInOwner(site);
  const { respondentId, respondentLinkId } = await addRespondents(site, responseId);
  const [key, id] =
    table === 'respondents' ? ['respondent_id', respondentId] : ['respondent_link_id', respondentLinkId];
  return async (at) => {
    await site.admin.query(`update ${table} set ${column} = $1 where ${key} = $2`, [at, id]);
  };
}

/** Its link is gone before. */
async function opening(site: TestApp): Promise<Aged> {
  const { firmId } = await signedInOwner(site);
  const id = randomUUID();
  await site.admin.query(
    `insert into result_link_openings (result_link_opening_id, firm_id, result_link_id, recipient_name)
     values ($1, $2, $3, 'Berit Bank')`,
    [id, firmId, randomUUID()],
  );
  return (at) =>
    forced(site, 'update result_link_openings set opened_at = $1 where result_link_opening_id = $2', [at, id]);
}

async function contactDetails(site: TestApp): Promise<Aged> {
  const referralId = await withdrawnRequest(await signedInOwner(site));
  return (at) => forced(site, 'update referrals set status_since = $1 where referral_id = $2', [at, referralId]);
}

async function consentToContact(site: TestApp): Promise<Aged> {
  const referralId = await withdrawnRequest(await signedInOwner(site));
  // Cleared before, as they are by the time the consent is so old.
  await site.admin.query(`update referrals set email = '' where referral_id = $1`, [referralId]);
  return (at) =>
    forced(
      site,
      'update consents set withdrawn_at = $1 where consent_id = (select consent_id from referrals where referral_id = $2)',
      [at, referralId],
    );
}

async function plan(site: TestApp): Promise<Aged> {
  const owner = await signedInOwner(site);
  const { firmId } = owner;
  await letIn(owner, 'compare');
  const planId = randomUUID();
  await site.admin.query(
    `insert into plans (plan_id, organisation_id, editions_per_firm, wishes, weights, served_before, firm_count)
     select $1, organisation_id, 1, '{}', '{}', '{}', 1 from organisations where code = 'compare'`,
    [planId],
  );
  await site.admin.query(
    `insert into plan_firms (plan_id, firm_id, organisation_id, facts)
     select plan_id, $2, organisation_id, '{}' from plans where plan_id = $1`,
    [planId, firmId],
  );
  return (at) => forced(site, 'update plans set created_at = $1 where plan_id = $2', [at, planId]);
}

async function oldNote(site: TestApp): Promise<Aged> {
  const owner = await signedInOwner(site);
  await letIn(owner, 'compare');
  const { contactNoteId } = await writeNote(
    await signedInAs(site, 'advisor', { organisation: 'compare' }),
    owner.firmId,
  );
  return (at) =>
    forced(site, 'update contact_notes set created_at = $1 where contact_note_id = $2', [at, contactNoteId]);
}

async function oldMeeting(site: TestApp): Promise<Aged> {
  const owner = await signedInOwner(site);
  await letIn(owner, 'compare');
  const { meetingId } = await planOne(await signedInAs(site, 'advisor', { organisation: 'compare' }), owner.firmId);
  return (at) => forced(site, 'update meetings set starts_at = $1 where meeting_id = $2', [at, meetingId]);
}

async function packageDraft(site: TestApp): Promise<Aged> {
  const manager = await signedInAs(site, 'manager', { organisation: 'compare' });
  const offered = site.content.catalogue.packages.find(({ providers }) => providers.includes('compare'));
  const { packageDraftId } = await beginChange(manager, offered?.code ?? '');
  return (at) =>
    forced(site, 'update package_drafts set changed_at = $1 where package_draft_id = $2', [at, packageDraftId]);
}

async function whatIf({ admin }: TestApp): Promise<Aged> {
  const id = randomUUID();
  await admin.query(
    `insert into what_if_runs (what_if_run_id, rule_draft_id, draft_revision, catalogue_version_id, changes, rules, status,
       submissions, total, started_at, ended_at)
     select $1, $1, 1, catalogue_version_id, '{}', '{}', 'failed', '{}', 0, now(), now()
     from catalogue_versions order by version_number desc limit 1`,
    [id],
  );
  return async (at) => {
    await admin.query('update what_if_runs set started_at = $1 where what_if_run_id = $2', [at, id]);
  };
}

async function endedPlacement(site: TestApp): Promise<Aged> {
  const { firmId } = await signedInOwner(site);
  const editionId = await insertEdition(site);
  const placementId = await insertPlacement(site, { editionId, firmId, status: 'declined' });
  return (at) => forced(site, 'update placements set status_since = $1 where placement_id = $2', [at, placementId]);
}

async function submission(site: TestApp): Promise<Aged> {
  const { responseId } = await signedInOwner(site);
  return async (at) => {
    await site.admin.query('update responses set submitted_at = $1 where response_id = $2', [at, responseId]);
  };
}

async function challenge({ admin }: TestApp): Promise<Aged> {
  const id = randomUUID();
  await admin.query(
    `insert into challenges (challenge_id, purpose, browser_sha256, content, expires_at)
     values ($1, 'passkey-sign-in', $2, '{}', now())`,
    [id, digest()],
  );
  return async (at) => {
    await admin.query('update challenges set expires_at = $1 where challenge_id = $2', [at, id]);
  };
}

async function signInRequest({ admin }: TestApp): Promise<Aged> {
  const id = randomUUID();
  await admin.query(
    `insert into sign_in_requests (sign_in_request_id, email, language, browser_sha256, network, expires_at)
     values ($1, 'kim@example.se', 'sv', $2, '192.0.2.0/24', now())`,
    [id, digest()],
  );
  return async (at) => {
    await admin.query('update sign_in_requests set expires_at = $1 where sign_in_request_id = $2', [at, id]);
  };
}

async function mail({ admin }: TestApp): Promise<Aged> {
  const id = randomUUID();
  await admin.query(
    `insert into outbox_mails (mail_id, kind, recipient, language, facts, status, settled_at)
     values ($1, 'new-sign-in', 'kim@example.se', 'sv', '{"device": "Firefox"}', 'sent', now())`,
    [id],
  );
  return async (at) => {
    await admin.query('update outbox_mails set settled_at = $1 where mail_id = $2', [at, id]);
  };
}

async function accessKey(site: TestApp, column: 'expires_at' | 'revoked_at'): Promise<Aged> {
  const { responseId } = await signedInOwner(site);
  return async (at) => {
    await site.admin.query(`update access_keys set ${column} = $1 where response_id = $2`, [at, responseId]);
  };
}

async function webhookDelivery(site: TestApp): Promise<Aged> {
  const [webhookId, id] = [randomUUID(), randomUUID()];
  const provider = await organisationId(site, 'provider');
  await site.admin.query(
    `insert into webhooks (webhook_id, organisation_id, name, url, events, sealed_secret)
     values ($1, $2, 'CRM', 'https://crm.example', '{chosen}', 'x')`,
    [webhookId, provider],
  );
  await site.admin.query(
    `insert into webhook_deliveries (delivery_id, organisation_id, webhook_id, event, body, next_attempt_at, created_at)
     values ($1, $2, $3, 'test', '{}', now(), now())`,
    [id, provider, webhookId],
  );
  return async (at) => {
    await site.admin.query('update webhook_deliveries set created_at = $1 where delivery_id = $2', [at, id]);
  };
}

/** A draft with one thing judged in it. */
async function reviewDraft(site: TestApp): Promise<Aged> {
  const owner = await signedInOwner(site);
  await letIn(owner, 'compare');
  const advisor = await signedInAs(site, 'advisor', { organisation: 'compare' });
  const reviewId = await begin(advisor, owner);
  await judge(advisor, owner, reviewId, 'D1.1', { level: 3 });
  return async (at) => {
    await forced(site, 'update reviews set status_since = $1 where review_id = $2', [at, reviewId]);
    await forced(site, 'update review_items set judged_at = $1 where review_id = $2', [at, reviewId]);
  };
}

async function earlierContact(site: TestApp): Promise<Aged> {
  const id = randomUUID();
  await site.admin.query(
    `insert into provider_contacts (contact_id, organisation_id, firm_name, email, opt_out_id, imported_at, used_at)
     values ($1, $2, 'Bruket', $3, $4, now(), now())`,
    [id, await organisationId(site, 'provider'), `${id}@example.se`, randomUUID()],
  );
  return async (at) => {
    await site.admin.query('update provider_contacts set used_at = $1 where contact_id = $2', [at, id]);
  };
}

/** A call with one firm in it, which closed. */
async function campaign(site: TestApp): Promise<Aged> {
  const advisor = await signedInAs(site, 'advisor');
  const base64 = Buffer.from('Företag;E-post\nInbjudna;invited@example.se\n').toString('base64');
  const id = await draftCampaign(site, advisor, {}, { kind: 'csv', base64 });
  // Opened and ended: when it ended is what counts.
  await site.admin.query('update campaigns set opened_at = now() where campaign_id = $1', [id]);
  return async (at) => {
    await site.admin.query('update campaigns set ended_at = $1 where campaign_id = $2', [at, id]);
  };
}

/** A draft of a call that was never opened, with first and last days that are still to come. */
async function campaignDraft(site: TestApp): Promise<Aged> {
  const advisor = await signedInAs(site, 'advisor');
  const base64 = Buffer.from('Företag;E-post\nInbjudna;invited@example.se\n').toString('base64');
  const id = await draftCampaign(site, advisor, {}, { kind: 'csv', base64 });
  return async (at) => {
    await site.admin.query(
      `update campaigns set created_at = $1::timestamptz + interval '12 months' where campaign_id = $2`,
      [at, id],
    );
  };
}

/** What there is of each class, what acting on it changes, and from what moment. */
export const agedClasses: readonly {
  readonly name: string;
  readonly code: RetentionStep;
  readonly make: (site: TestApp) => Promise<Aged>;
  readonly changes: Changes;
}[] = [
  {
    name: 'a note about a contact',
    code: 'contact-notes',
    make: oldNote,
    changes: { contact_notes: { gone: 1, come: 0 } },
  },
  { name: 'a meeting', code: 'meetings', make: oldMeeting, changes: { meetings: { gone: 1, come: 0 } } },
  {
    name: 'a request to sign in',
    code: 'sign-in-requests',
    make: signInRequest,
    changes: { sign_in_requests: { gone: 1, come: 0 } },
  },
  { name: 'a challenge', code: 'challenges', make: challenge, changes: { challenges: { gone: 1, come: 0 } } },
  {
    name: 'a session that ran out',
    code: 'sessions',
    make: (site) => session(site, 'expires_at'),
    // The account keeps when it was last used.
    changes: { sessions: { gone: 1, come: 0 }, people: { gone: 1, come: 1 } },
  },
  {
    name: 'a session that was ended',
    code: 'sessions',
    make: (site) => session(site, 'revoked_at'),
    changes: { sessions: { gone: 1, come: 0 }, people: { gone: 1, come: 1 } },
  },
  {
    name: 'a key that was ended',
    code: 'access-keys',
    make: (site) => accessKey(site, 'revoked_at'),
    changes: { access_keys: { gone: 1, come: 0 } },
  },
  {
    name: 'a link to a result that was taken back',
    code: 'result-links',
    make: (site) => resultLink(site),
    changes: { result_links: { gone: 1, come: 0 } },
  },
  {
    name: 'an opening of a link to a result',
    code: 'result-link-openings',
    make: (site) => opening(site),
    changes: { result_link_openings: { gone: 1, come: 0 } },
  },
  {
    name: 'an invitation that ran out',
    code: 'invitations',
    make: (site) => invitation(site, 'expires_at'),
    changes: { invitations: { gone: 1, come: 0 } },
  },
  {
    name: 'an invitation that was taken up',
    code: 'invitations',
    make: (site) => invitation(site, 'accepted_at'),
    changes: { invitations: { gone: 1, come: 0 } },
  },
  { name: 'a mail', code: 'mail-recipients', make: mail, changes: { outbox_mails: { gone: 1, come: 1 } } },
  {
    name: 'a request for contact that was withdrawn',
    code: 'contact-details',
    make: contactDetails,
    changes: { referrals: { gone: 1, come: 1 } },
  },
  {
    name: 'what somebody answered beside others',
    code: 'respondent-answers',
    make: answersOfRespondent,
    changes: { responses: { gone: 1, come: 0 }, respondents: { gone: 1, come: 0 } },
  },
  {
    name: 'an invitation to answer that was taken back',
    code: 'respondent-invitations',
    make: (site) => respondentInvitation(site, 'respondents', 'taken_back_at'),
    changes: { respondents: { gone: 1, come: 0 } },
  },
  {
    name: 'an invitation to answer that nobody opened',
    code: 'respondent-invitations',
    make: (site) => respondentInvitation(site, 'respondents', 'expires_at'),
    changes: { respondents: { gone: 1, come: 0 } },
  },
  {
    name: 'a link to answer by that lets nobody in',
    code: 'respondent-invitations',
    make: (site) => respondentInvitation(site, 'respondent_links', 'expires_at'),
    changes: { respondent_links: { gone: 1, come: 0 } },
  },
  { name: 'who answered', code: 'respondents', make: submission, changes: { responses: { gone: 1, come: 1 } } },
  {
    name: "a provider's earlier contact",
    code: 'earlier-contacts',
    make: earlierContact,
    changes: { provider_contacts: { gone: 1, come: 0 } },
  },
  {
    name: 'a call that has ended',
    code: 'campaigns',
    make: campaign,
    changes: { campaigns: { gone: 1, come: 0 }, campaign_firms: { gone: 1, come: 0 } },
  },
  {
    name: 'a draft of a campaign, after twelve months less',
    code: 'campaigns',
    make: campaignDraft,
    changes: { campaigns: { gone: 1, come: 0 }, campaign_firms: { gone: 1, come: 0 } },
  },
  {
    name: 'what was sent to a webhook',
    code: 'webhook-deliveries',
    make: webhookDelivery,
    changes: { webhook_deliveries: { gone: 1, come: 0 } },
  },
  {
    name: 'a review that was not given',
    code: 'review-drafts',
    make: reviewDraft,
    changes: {
      reviews: { gone: 1, come: 0 },
      review_items: { gone: 1, come: 0 },
      review_events: { gone: 2, come: 0 },
    },
  },
  { name: 'a look at a firm', code: 'access-events', make: look, changes: { access_events: { gone: 1, come: 0 } } },
  {
    name: 'a consent to contact',
    code: 'consents',
    make: consentToContact,
    changes: {
      consents: { gone: 1, come: 0 },
      referrals: { gone: 1, come: 0 },
      referral_events: { gone: 2, come: 0 },
      request_notices: { gone: 1, come: 0 },
    },
  },
  {
    name: 'a plan of groups',
    code: 'plans',
    make: plan,
    changes: { plans: { gone: 1, come: 0 }, plan_firms: { gone: 1, come: 0 } },
  },
  {
    name: 'a release that was never published',
    code: 'releases',
    make: release,
    changes: {
      releases: { gone: 1, come: 0 },
      release_contributions: { gone: 1, come: 0 },
      release_insiders: { gone: 1, come: 0 },
      dropped_documents: { gone: 1, come: 0 },
    },
  },
  {
    name: 'a draft of a package',
    code: 'package-drafts',
    make: packageDraft,
    changes: { package_drafts: { gone: 1, come: 0 } },
  },
  {
    name: 'what a draft of the rules would change',
    code: 'what-ifs',
    make: whatIf,
    changes: { what_if_runs: { gone: 1, come: 0 } },
  },
  {
    name: 'a place in a group that came to nothing',
    code: 'ended-placements',
    make: endedPlacement,
    changes: { placements: { gone: 1, come: 0 }, placement_events: { gone: 1, come: 0 } },
  },
];
