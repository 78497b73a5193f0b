import { expect } from 'vitest';
import type { FirmAccess, FirmDocument } from '#shared/contracts/firms.ts';
import { providerCodes } from './coordination.ts';
import { expectProblem } from './expect-problem.ts';
import { inOrder } from './meanwhile.ts';
import type { Owner } from './people.ts';
import { addMembership, sessionCookieName, signedIn, signedInAs, signedInMember, signedInOwner } from './people.ts';
import type { TestApp } from './test-app.ts';
import { startTestApp } from './test-app.ts';
import { createTestClock } from './test-clock.ts';
import type { Visit, Visitor } from './visitor.ts';

/** An application whose clock agrees with the database's, by which sessions end. */
export function startFirmsApp(changes: Parameters<typeof startTestApp>[0] = {}): Promise<TestApp> {
  return startTestApp(
    { rateLimitPerMinute: 100_000, ...changes },
    { clock: createTestClock(new Date().toISOString()) },
  );
}

export const ofFirm = (firmId: string, rest = '') => `/api/firms/${firmId}${rest}`;

export async function readFirm(visitor: Visitor, firmId: string): Promise<FirmDocument> {
  const reply = await visitor.get(ofFirm(firmId));
  expect(reply.statusCode, reply.body).toBe(200);
  return reply.json<FirmDocument>();
}

export async function readAccess(visitor: Visitor, firmId: string): Promise<FirmAccess> {
  const reply = await visitor.get(ofFirm(firmId, '/access'));
  expect(reply.statusCode, reply.body).toBe(200);
  return reply.json<FirmAccess>();
}

export const consentBody = (purpose: 'result' | 'cohort' | 'statistics', receiver: string) => ({
  purpose,
  receiver,
  wordingVersion: `${purpose}-1`,
  language: 'sv',
  hasConsented: true,
});

/** Lets the provider in, and gives the consent's id. */
export async function letIn(
  { visitor, firmId }: Pick<Owner, 'visitor' | 'firmId'>,
  receiver: string,
  purpose: 'result' | 'cohort' = 'result',
): Promise<string> {
  const reply = await visitor.post(ofFirm(firmId, '/consents'), consentBody(purpose, receiver));
  expect(reply.statusCode, reply.body).toBe(201);
  const { consents } = reply.json<FirmAccess>();
  const given = consents.find(
    (consent) => consent.purpose === purpose && consent.receiver.code === receiver && consent.withdrawnAt === null,
  );
  return given?.consentId ?? '';
}

export async function withdraw(
  { visitor, firmId }: Pick<Owner, 'visitor' | 'firmId'>,
  consentId: string,
): Promise<void> {
  const reply = await visitor.post(ofFirm(firmId, `/consents/${consentId}/withdrawal`));
  expect(reply.statusCode, reply.body).toBe(200);
}

/** All that is to be seen of the firm by those it belongs to. */
const everythingOf = async ({ visitor, firmId }: Owner) => ({
  firm: await readFirm(visitor, firmId),
  access: await readAccess(visitor, firmId),
});

/** Everybody who belongs elsewhere, an advisor whom the firm lets in included. */
async function outsiders(site: TestApp, owner: Owner): Promise<Visitor[]> {
  const [letInCode, otherCode] = await providerCodes(site);
  await letIn(owner, letInCode);
  const former = await signedIn(site);
  const ended = await addMembership(site, former.personId, 'owner', owner.firmId);
  await site.admin.query('update memberships set ended_at = now() where membership_id = $1', [ended]);
  const people = [
    former,
    await signedIn(site),
    await signedInAs(site, 'advisor', { organisation: letInCode }),
    await signedInAs(site, 'manager', { organisation: otherCode }),
    await signedInAs(site, 'analyst'),
    await signedInAs(site, 'editor'),
    await signedInAs(site, 'administrator'),
  ];
  return people.map(({ visitor }) => visitor);
}

/**
 * The three families that are alike for every endpoint of a firm. `visit` is what the owner may do; `isForRespondents`
 * says whether a respondent of the very firm may do it too.
 */
export function closedToOthers(
  siteOf: () => TestApp,
  visit: (owner: Owner) => Promise<Visit> | Visit,
  { isForRespondents }: { isForRespondents: boolean },
) {
  const expectNothing = async (owner: Owner, visitors: readonly Visitor[]) => {
    const attempt = await visit(owner);
    const before = await everythingOf(owner);
    for (const visitor of visitors) expectProblem(await visitor.send(attempt), 404, 'not-found');
    expect(await everythingOf(owner)).toEqual(before);
  };
  return {
    'refuses who has no key': async () => {
      const owner = await signedInOwner(siteOf());
      const attempt = await visit(owner);
      const stranger = siteOf().newVisitor();
      const headers = { cookie: `${sessionCookieName}=${'x'.repeat(43)}` };

      expectProblem(await stranger.send(attempt), 401, 'sign-in-required');
      expectProblem(await stranger.send({ ...attempt, headers }), 401, 'sign-in-required');
    },
    'refuses the wrong role': async () => {
      const site = siteOf();
      const owner = await signedInOwner(site);
      const respondent = await signedInMember(site, owner.firmId, 'respondent');
      const wrong = await outsiders(site, owner);

      await expectNothing(owner, isForRespondents ? wrong : [...wrong, respondent.visitor]);
    },
    'hides what belongs to another firm': async () => {
      const site = siteOf();
      const owner = await signedInOwner(site);
      const other = await signedInOwner(site);
      const respondent = await signedInMember(site, other.firmId, 'respondent');

      const both = await signedInOwner(site);
      if (!isForRespondents) await addMembership(site, both.personId, 'respondent', owner.firmId);
      await expectNothing(owner, [other.visitor, respondent.visitor, both.visitor]);
    },
  };
}

/** Lets the attempts, each of which locks the firm, wait for one another in this order, and then run. */
export function inTurn<T>(site: TestApp, firmId: string, attempts: readonly (() => Promise<T>)[]): Promise<T[]> {
  return inOrder(
    site,
    (holder) => holder.query('select 1 from firms where firm_id = $1 for update', [firmId]),
    attempts,
  );
}
