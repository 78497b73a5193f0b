import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { Meeting } from '#shared/contracts/meetings.ts';
import { proposedWeights, proposedWishes } from '#shared/domain/cohort/problem.ts';
import { start } from './answering.ts';
import { draftCampaign, inviteesOf } from './campaigns.ts';
import { addFile, meetingsOf, planOne, saveSteps, stepOf, writeNote } from './contacts.ts';
import { enterIndexValue, writeActivity } from './follow-up.ts';
import {
  addMembership,
  newSession,
  type Owner,
  type Signed,
  type Staff,
  signedIn,
  signedInAs,
  signedInMember,
  signedInOwner,
} from './people.ts';
import { insertEdition, insertPlacement } from './placements.ts';
import { populationFile } from './populations.ts';
import { addRespondents } from './respondents.ts';
import { makeLink } from './result-links.ts';
import { giveReview } from './reviews.ts';
import type { TestApp } from './test-app.ts';
import type { Visitor } from './visitor.ts';

/** What stands for an identifier in an address: the parameter, by the kind of address it is in. */
export type Identifiers = Readonly<
  Record<
    | 'firms'
    | 'responses'
    | 'advisor'
    | 'catalogue'
    | 'organisations'
    | 'account'
    | 'people'
    | 'erasures'
    | 'outbox'
    | 'region',
    Record<string, string>
  >
>;

/** One firm and one provider that let each other in, with everybody who belongs to them. */
export type Tenant = {
  readonly owner: Owner;
  readonly actors: Readonly<Record<string, Visitor>>;
  readonly identifiers: Identifiers;
  /** Words that occur only here. */
  readonly marks: readonly string[];
};

async function idOf(site: TestApp, sql: string, values: readonly unknown[]): Promise<string> {
  const { rows } = await site.admin.query<{ id: string }>(sql, [...values]);
  return rows[0]?.id ?? '';
}

async function ok(reply: Promise<{ statusCode: number; body: string }>): Promise<void> {
  const { statusCode, body } = await reply;
  expect(statusCode, body).toBeLessThan(300);
}

/** Ways of signing in that a person could have; only their identifiers matter here. */
async function addFactors({ admin }: TestApp, personId: string) {
  const [passkeyId, authenticatorId, identityId] = [randomUUID(), randomUUID(), randomUUID()];
  await admin.query(
    `insert into passkeys (passkey_id, person_id, credential_id, public_key, signature_counter, transports, name)
     values ($1, $2, $3, '\\x00', 0, '{}', 'Telefonen')`,
    [passkeyId, personId, passkeyId],
  );
  await admin.query(`insert into authenticators (authenticator_id, person_id, sealed_secret) values ($1, $2, 'x')`, [
    authenticatorId,
    personId,
  ]);
  await admin.query(
    `insert into identities (identity_id, person_id, issuer, subject) values ($1, $2, 'https://x', $3)`,
    [identityId, personId, identityId],
  );
  return { passkeyId, authenticatorId, identityId };
}

async function fillFirm(owner: Owner, mark: string, provider: string): Promise<void> {
  const { visitor, firmId, responseId } = owner;
  const firm = `/api/firms/${firmId}`;
  await ok(visitor.put(firm, { name: `Verkstaden ${mark}`, organisationNumber: null }));
  await ok(
    visitor.post(`${firm}/invitations`, { email: `${mark}-invited@example.se`, role: 'respondent', language: 'sv' }),
  );
  const consent = {
    purpose: 'result',
    receiver: provider,
    wordingVersion: 'result-1',
    language: 'sv',
    hasConsented: true,
  };
  await ok(visitor.post(`${firm}/consents`, consent));
  await ok(
    visitor.put(`/api/responses/${responseId}/targets`, { targets: [{ dimension: 'D1', level: 4 }], revision: 0 }),
  );
  const { packages } = (await visitor.get('/api/packages')).json<{ packages: { code: string }[] }>();
  await ok(
    visitor.post(`/api/responses/${responseId}/referrals`, {
      packageCode: packages[0]?.code,
      firmName: `Verkstaden ${mark}`,
      contactName: `Kontakt ${mark}`,
      email: `${mark}-contact@example.se`,
      consentWordingVersion: 'contact-1',
      hasConsented: true,
    }),
  );
}

/** A request for erasure of the person's account, or of the firm. */
async function addErasureRequest({ admin }: TestApp, personId: string, firmId: string | null): Promise<string> {
  const erasureRequestId = randomUUID();
  await admin.query(
    `insert into erasure_requests (erasure_request_id, scope, person_id, firm_id, due_at)
     values ($1, $2, $3, $4, now() + interval '30 days')`,
    [erasureRequestId, firmId === null ? 'person' : 'firm', personId, firmId],
  );
  return erasureRequestId;
}

/** A plan of the provider with the firm in it, which is still waited for. */
async function addPlan(
  { admin }: TestApp,
  { organisationId, firmId, editionId }: { organisationId: string; firmId: string; editionId: string },
): Promise<string> {
  const planId = randomUUID();
  await admin.query(
    `insert into plans (plan_id, organisation_id, editions_per_firm, wishes, weights, served_before, firm_count,
       heartbeat_at)
     values ($1, $2, 1, $3, $4, '{"17": 0, "20": 0, "21": 0}', 1, now() + interval '1 day')`,
    [planId, organisationId, JSON.stringify(proposedWishes), JSON.stringify(proposedWeights)],
  );
  const facts = {
    municipality: '1780',
    facts: { firmId, sizeClass: '10-49', county: '17', branch: 'steel-and-metals', position: null },
  };
  await admin.query(`insert into plan_firms (plan_id, firm_id, organisation_id, facts) values ($1, $2, $3, $4)`, [
    planId,
    firmId,
    organisationId,
    { ...facts, facts: { ...facts.facts, needs: [], busy: [], placedIn: [] } },
  ]);
  const editionFacts = {
    name: null,
    packageName: { sv: 'Ett paket', en: 'A package' },
    municipality: null,
    unseen: 0,
    facts: {
      editionId,
      packageCode: 'connect-the-bottleneck',
      places: 8,
      minimumGroup: 2,
      period: { from: '2040-01-20', to: '2040-03-20' },
      position: null,
    },
  };
  await admin.query('insert into plan_editions (plan_id, edition_id, facts, must_run) values ($1, $2, $3, false)', [
    planId,
    editionId,
    editionFacts,
  ]);
  return planId;
}

/** A release that the region builds, and one that it has published. */
async function addRelease(
  site: TestApp,
  organisationId: string,
): Promise<{ releaseId: string; verificationId: string }> {
  const [releaseId, publishedId, verificationId] = [randomUUID(), randomUUID(), randomUUID()];
  const spec = {
    name: { sv: 'Läget', en: 'The state of things' },
    from: '2025-01-01',
    until: '2025-07-01',
    population: 'all',
    isSimulated: false,
    measures: ['D1'],
    attributes: [{ code: 'county', values: ['17', '20', '21'] }],
    breakdowns: [[], ['county']],
    names: { measures: {}, headings: {}, attributes: {} },
    rules: site.content.bundle.disclosure,
  };
  await site.admin.query(
    `insert into releases (release_id, organisation_id, organisation_name, spec, is_simulated, steps, heartbeat_at,
       created_at)
     select $1, organisation_id, name, $3, false, 2, now() + interval '1 day', now()
     from organisations where organisation_id = $2`,
    [releaseId, organisationId, JSON.stringify(spec)],
  );
  const document = { format: 'mattstock-release-1', spec, cells: [] };
  const report = {
    ...{ measures: [], findings: [], attacked: 0, nearReleases: [], isTracked: false, comparedTo: 0 },
    ...{ cover: 'exact', seconds: 1, solver: 'HiGHS' },
  };
  await site.admin.query(
    `insert into releases (release_id, organisation_id, organisation_name, spec, is_simulated, steps, status, document,
       report, content_sha256, built_at, published_at, release_number, shown_order, created_at)
     select $1, organisation_id, name, $3, false, 2, 'published', $4, $5, sha256(''), now(), now(),
       (select count(*) + 1 from releases where status = 'published'), nextval('releases_shown_order'), now()
     from organisations where organisation_id = $2`,
    [publishedId, organisationId, ...[spec, document, report].map((each) => JSON.stringify(each))],
  );
  const verified = [
    { id: verificationId, of: releaseId, status: 'running', program: null, endedAt: null },
    { id: randomUUID(), of: publishedId, status: 'same', program: 'Måttstock 0, HiGHS', endedAt: new Date() },
  ];
  for (const { id, of, status, program, endedAt } of verified)
    await site.admin.query(
      `insert into release_verifications (verification_id, release_id, organisation_id, organisation_name, status, steps,
         program, ended_at, heartbeat_at, created_at)
       select $1, $2, organisation_id, name, $4, 2, $5, $6, now() + interval '1 day', now()
       from organisations where organisation_id = $3`,
      [id, of, organisationId, status, program, endedAt],
    );
  return { releaseId, verificationId };
}

async function takeInPopulation({ visitor, organisationId }: Staff): Promise<string> {
  const body = { file: populationFile(), year: 2024, unit: 'firms', source: 'SCB', sourceUrl: null };
  const reply = await visitor.post(`/api/region/organisations/${organisationId}/populations`, body);
  return reply.json<{ populationId: string }>().populationId;
}

/** A note, and a meeting that was held, with a step and a file. */
async function makeContacts(owner: Owner, advisor: Staff) {
  const { firmId } = owner;
  const { contactNoteId } = await writeNote(advisor, firmId);
  const meeting = await planOne(advisor, firmId);
  const stepKey = 'abcdefghij';
  const { revision } = await saveSteps(advisor, firmId, meeting, [stepOf(stepKey)]);
  const { meetingId } = meeting;
  await ok(advisor.visitor.post(meetingsOf(advisor, firmId, `/${meetingId}/end`), { revision, move: 'hold' }));
  const { files } = (await addFile(advisor, firmId, meetingId)).json<Meeting>();
  return { contactNoteId, meetingId, meetingFileId: files[0]?.meetingFileId ?? '' };
}

type People = {
  readonly owner: Owner;
  readonly respondent: Signed & { membershipId: string };
  readonly advisor: Staff;
  readonly analyst: Staff;
};

/** A place of the firm in an edition of the provider, which only the tenant's own see and change. */
async function addPlacement(
  site: TestApp,
  { owner, advisor }: Pick<People, 'owner' | 'advisor'>,
): Promise<{ editionId: string; placementId: string }> {
  const { rows } = await site.admin.query<{ code: string }>(
    'select code from organisations where organisation_id = $1',
    [advisor.organisationId],
  );
  const dates = { applyBy: '2040-01-01', startsOn: '2040-01-20', endsOn: '2040-03-20' };
  const editionId = await insertEdition(site, { provider: rows[0]?.code ?? '', ...dates });
  return { editionId, placementId: await insertPlacement(site, { editionId, firmId: owner.firmId, status: 'placed' }) };
}

async function identifiersOf(site: TestApp, { owner, respondent, advisor, analyst }: People): Promise<Identifiers> {
  const { firmId, responseId, personId } = owner;
  const { organisationId } = advisor;
  const invited = await idOf(site, 'select invitation_id as id from invitations where firm_id = $1', [firmId]);
  const invitedThere = await idOf(site, 'select invitation_id as id from invitations where organisation_id = $1', [
    organisationId,
  ]);
  const reviewId = await giveReview(advisor, owner);
  const { contactNoteId, ...meeting } = await makeContacts(owner, advisor);
  const contacts = { contactNoteId, ...meeting };
  const own = randomUUID();
  // Not the one that the tests come with: whoever ends it would be gone.
  const another = await newSession(site, personId, { hasSecondFactor: false });
  await site.admin.query(
    `insert into invitations (invitation_id, email, language, role, organisation_id, organisation_kind, purpose, expires_at)
     select $1, $2, 'sv', 'analyst', organisation_id, kind, 'membership', now() + interval '300 days'
     from organisations where kind = 'region' limit 1`,
    [own, owner.email],
  );
  const { editionId, placementId } = await addPlacement(site, { owner, advisor });
  return {
    // First: its organisation is not the one that the others mean.
    region: {
      organisationId: analyst.organisationId,
      ...(await addRelease(site, analyst.organisationId)),
      populationId: await takeInPopulation(analyst),
      activityId: await writeActivity(analyst),
      indexValueId: await enterIndexValue(analyst),
    },
    firms: {
      firmId,
      placementId,
      invitationId: invited,
      membershipId: respondent.membershipId,
      consentId: await idOf(site, `select consent_id as id from consents where firm_id = $1 and purpose = 'result'`, [
        firmId,
      ]),
      erasureRequestId: await addErasureRequest(site, personId, firmId),
      ...meeting,
    },
    responses: {
      responseId,
      reviewId,
      referralId: await idOf(site, 'select referral_id as id from referrals where firm_id = $1', [firmId]),
      resultLinkId: (await makeLink(owner.visitor, responseId)).resultLinkId,
      ...(await addRespondents(site, responseId)),
    },
    advisor: {
      organisationId,
      firmId,
      responseId,
      reviewId,
      editionId,
      contactId: await idOf(site, 'select contact_id as id from provider_contacts where organisation_id = $1', [
        organisationId,
      ]),
      ...contacts,
      webhookId: await idOf(site, 'select webhook_id as id from webhooks where organisation_id = $1', [organisationId]),
      deliveryId: await idOf(
        site,
        `select delivery_id as id from webhook_deliveries where organisation_id = $1 and event = 'test'`,
        [organisationId],
      ),
      ...(await addCampaign(site, advisor)),
      planId: await addPlan(site, { organisationId, firmId, editionId }),
    },
    catalogue: { organisationId, packageDraftId: await addPackageDraft(advisor) },
    organisations: { organisationId, invitationId: invitedThere, membershipId: advisor.membershipId },
    account: {
      sessionId: another.sessionId,
      invitationId: own,
      erasureRequestId: await addErasureRequest(site, personId, null),
      ...(await addFactors(site, personId)),
    },
    people: { personId: advisor.personId },
    // Not one of those that the owner can withdraw.
    erasures: { erasureRequestId: await addErasureRequest(site, respondent.personId, null) },
    outbox: {
      mailId: await idOf(site, 'select mail_id as id from outbox_mails where dedupe_key = $1', [
        `invitation:${invited}`,
      ]),
    },
  };
}

/** A receiver of the provider's events, and a test that waits for it. */
async function addWebhook({ visitor, organisationId }: Staff, mark: string): Promise<void> {
  const webhooks = `/api/advisor/organisations/${organisationId}/webhooks`;
  const url = `https://${mark}-receiver.example/hook`;
  const reply = await visitor.post(webhooks, { name: `Mottagare ${mark}`, url, events: ['accepted'] });
  expect(reply.statusCode, reply.body).toBe(201);
  const { webhookId } = reply.json<{ webhooks: { webhookId: string }[] }>().webhooks[0] ?? { webhookId: '' };
  await ok(visitor.post(`${webhooks}/${webhookId}/tests`));
}

/** A draft of a package that the provider gives to nobody yet. */
async function addPackageDraft({ visitor, organisationId }: Staff): Promise<string> {
  const name = { sv: 'Ett eget utkast', en: 'A draft of our own' };
  const reply = await visitor.post(`/api/catalogue/organisations/${organisationId}/drafts`, { name });
  return reply.json<{ packageDraftId: string }>().packageDraftId;
}

/** Somebody whom the provider has brought along from before. */
async function addContact({ visitor, organisationId }: Staff, mark: string): Promise<void> {
  const base64 = Buffer.from(`Företag;E-post\nGamla ${mark};${mark}-earlier@example.se\n`).toString('base64');
  const columns = {
    firmName: 0,
    email: 1,
    organisationNumber: null,
    contactName: null,
    telephone: null,
    language: null,
  };
  const imports = `/api/advisor/organisations/${organisationId}/contact-imports`;
  await ok(visitor.post(imports, { file: { kind: 'csv', base64 }, columns, accepts: 'whole-file' }));
}

/** A call of the provider with one firm in it. */
async function addCampaign(site: TestApp, advisor: Staff): Promise<{ campaignId: string; inviteeId: string }> {
  const base64 = Buffer.from('Företag;E-post\nInbjudna;invited@example.se\n').toString('base64');
  const campaignId = await draftCampaign(site, advisor, {}, { kind: 'csv', base64 });
  const [invitee] = await inviteesOf(advisor, campaignId);
  return { campaignId, inviteeId: invitee?.inviteeId ?? '' };
}

/** A tenant whose every word carries the mark. */
export async function makeTenant(
  site: TestApp,
  mark: string,
  { provider, region }: { readonly provider: string; readonly region: string },
): Promise<Tenant> {
  const owner = await signedInOwner(site, { email: `${mark}-owner@example.se`, name: `Ägare ${mark}` });
  await fillFirm(owner, mark, provider);
  const respondent = await signedInMember(site, owner.firmId, 'respondent', { name: `Svarande ${mark}` });
  const advisor = await signedInAs(site, 'advisor', { organisation: provider, name: `Rådgivare ${mark}` });
  const manager = await signedInAs(site, 'manager', { organisation: provider, name: `Chef ${mark}` });
  await ok(
    manager.visitor.post(`/api/organisations/${manager.organisationId}/invitations`, {
      email: `${mark}-colleague@example.se`,
      role: 'advisor',
      language: 'sv',
    }),
  );
  await addWebhook(manager, mark);
  const analyst = await signedInAs(site, 'analyst', { organisation: region });
  await addContact(manager, mark);
  const keyHolder = site.newVisitor();
  await start(keyHolder);
  const everything = await signedIn(site, { email: `${mark}-all@example.se`, hasSecondFactor: true });
  await addMembership(site, everything.personId, 'owner', owner.firmId);
  await addMembership(site, everything.personId, 'advisor', advisor.organisationId);
  await addMembership(site, everything.personId, 'manager', advisor.organisationId);
  return {
    owner,
    actors: {
      owner: owner.visitor,
      respondent: respondent.visitor,
      advisor: advisor.visitor,
      manager: manager.visitor,
      'owner, advisor and manager in one': everything.visitor,
      'holder of a key': keyHolder,
      analyst: analyst.visitor,
      editor: (await signedInAs(site, 'editor')).visitor,
      administrator: (await signedInAs(site, 'administrator')).visitor,
      stranger: site.newVisitor(),
    },
    identifiers: await identifiersOf(site, { owner, respondent, advisor, analyst }),
    marks: [`Verkstaden ${mark}`, `Kontakt ${mark}`, `Ägare ${mark}`, `${mark}-`, `Rådgivare ${mark}`, `Chef ${mark}`],
  };
}
