import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ReferralDocument } from '#shared/contracts/referrals.ts';
import { eventsAbout } from '../support/coordination.ts';
import { editionAt, mailsAboutPlacement, openEdition, place, placed, placementsIn } from '../support/editions.ts';
import { letIn, readAccess, startFirmsApp } from '../support/firms.ts';
import { inOrder, meanwhile } from '../support/meanwhile.ts';
import { type Owner, type Staff, signedInAs, signedInOwner } from '../support/people.ts';
import { askForContact, move, queueOf } from '../support/referrals.ts';
import type { TestApp } from '../support/test-app.ts';

let site: TestApp;
let staff: Staff;
let asking: Owner;
let referral: ReferralDocument;
let editionId: string;

beforeAll(async () => {
  site = await startFirmsApp();
});
beforeEach(async () => {
  asking = await signedInOwner(site);
  referral = await askForContact(site, asking);
  staff = await signedInAs(site, 'advisor', { organisation: referral.providerCode });
  ({ editionId } = await openEdition(site, staff, { places: 2, minimumGroup: 1 }, referral.packageCode));
});
afterAll(() => site.close());

const invite = { move: 'invite', revision: 0 };
const inEdition = (body: object) => placed(staff, editionId, asking.firmId, body);

async function asStored(): Promise<{ status: string; revision: number; assignedTo: string | null }> {
  const { rows } = await site.admin.query(
    'select status, revision, assigned_to as "assignedTo" from referrals where referral_id = $1',
    [referral.referralId],
  );
  return rows[0];
}

async function asTheFirmSees(): Promise<ReferralDocument | undefined> {
  const seen = await asking.visitor.get(`/api/responses/${asking.responseId}/referrals`);
  return seen.json<{ referrals: ReferralDocument[] }>().referrals[0];
}

const mailsOfMoves = async (): Promise<number> => {
  const { rowCount } = await site.admin.query(`select 1 from outbox_mails where dedupe_key like $1`, [
    `referral-moved:${referral.referralId}:%`,
  ]);
  return rowCount ?? 0;
};

describe('a request that waits for an answer', () => {
  test('is taken up by an invitation to a group of the package, in the history, the log and the queue', async () => {
    const [waiting] = await queueOf(staff, `?package=${referral.packageCode}`);
    expect(waiting?.referral?.status).toBe('chosen');

    const placement = await inEdition(invite);

    expect(placement).toMatchObject({ status: 'invited', hasTakenUp: true, hasReferral: true, hasUnanswered: false });
    expect(await asStored()).toEqual({ status: 'accepted', revision: 2, assignedTo: null });
    expect(await asTheFirmSees()).toMatchObject({
      status: 'accepted',
      events: [{ status: 'chosen' }, { status: 'accepted' }],
    });
    const { rows } = await site.admin.query(
      `select e.person_id as "personId", e.move, p.referral_id as "referralId" from referral_events e
       join placements p on p.firm_id = e.firm_id where e.referral_id = $1 and e.status = 'accepted'`,
      [referral.referralId],
    );
    expect(rows).toEqual([{ personId: staff.personId, move: 'accept', referralId: referral.referralId }]);
    expect(await eventsAbout(site, referral.referralId)).toMatchObject([
      { action: 'referral-moved', actorPersonId: staff.personId },
    ]);
    const left = await queueOf(staff, `?package=${referral.packageCode}`);
    expect(left.filter(({ firmId }) => firmId === asking.firmId)).toEqual([]);
    const underWay = await queueOf(staff, `?view=under-way&package=${referral.packageCode}`);
    expect(underWay.filter(({ firmId }) => firmId === asking.firmId)).toHaveLength(1);
  });

  test('is told of in the one mail that invites', async () => {
    const { placementId } = await inEdition(invite);

    expect(await mailsAboutPlacement(site, placementId)).toMatchObject([
      { kind: 'request-invited', recipient: asking.email },
    ]);
    expect(await mailsOfMoves()).toBe(0);
  });

  test('cannot be declined any more by a colleague who still sees it waiting', async () => {
    await inEdition(invite);

    const colleague = await signedInAs(site, 'advisor', { organisation: referral.providerCode });
    const late = await move(colleague, referral.referralId, 1, { move: 'decline', reason: 'no-capacity' });
    expect(late).toMatchObject({ outcome: 'refused', code: 'changed-meanwhile' });
  });

  test('is taken up by a turn on the waiting list', async () => {
    const { placementId, hasTakenUp } = await inEdition({ move: 'queue', revision: 0 });

    expect(hasTakenUp).toBe(true);
    expect(await asStored()).toMatchObject({ status: 'accepted' });
    expect(await mailsAboutPlacement(site, placementId)).toMatchObject([
      { kind: 'placement-news', facts: { news: 'queued-on-request' } },
    ]);
  });

  test('is taken up by a yes by telephone, where it came after the invitation', async () => {
    const invitedFirst = await signedInOwner(site);
    await letIn(invitedFirst, referral.providerCode);
    expect(await placed(staff, editionId, invitedFirst.firmId, invite)).toMatchObject({ hasTakenUp: false });
    const { referralId } = await askForContact(site, invitedFirst);
    expect(await placementsIn(staff, editionId)).toMatchObject([{ hasUnanswered: true, hasReferral: false }]);

    const yes = await placed(staff, editionId, invitedFirst.firmId, { move: 'accept', revision: 1 });

    expect(yes).toMatchObject({ hasTakenUp: true, hasReferral: true, hasUnanswered: false });
    const { rows } = await site.admin.query('select status from referrals where referral_id = $1', [referralId]);
    expect(rows).toEqual([{ status: 'accepted' }]);
    expect((await mailsAboutPlacement(site, yes.placementId)).at(-1)).toMatchObject({
      kind: 'placement-news',
      facts: { news: 'placed-on-request' },
    });
  });

  test('is said to wait before anything is done, on the page of the firm and of the group', async () => {
    const ofFirm = `/api/advisor/organisations/${staff.organisationId}/firms/${asking.firmId}/placements`;
    const read = async () => (await staff.visitor.get(ofFirm)).json<{ unanswered: string[] }>().unanswered;
    expect(await read()).toEqual([referral.packageCode]);

    await inEdition(invite);
    expect(await read()).toEqual([]);
    expect(await placementsIn(staff, editionId)).toMatchObject([{ hasUnanswered: false }]);
  });

  test('stays as it is where there is no place, and where it is about another package', async () => {
    const full = await openEdition(site, staff, { places: 1, minimumGroup: 1 }, referral.packageCode);
    await site.admin.query('update editions set places = 1, placed_count = 1 where edition_id = $1', [full.editionId]);
    expect((await place(staff, full.editionId, asking.firmId, invite)).statusCode).toBe(409);
    expect(await asStored()).toMatchObject({ status: 'chosen', revision: 1 });

    const other = site.content.catalogue.packages.find(
      ({ code, providers }) => code !== referral.packageCode && providers.includes(referral.providerCode),
    );
    const another = await openEdition(site, staff, {}, other?.code);
    const placement = await placed(staff, another.editionId, asking.firmId, invite);
    expect(placement).toMatchObject({ hasTakenUp: false, hasReferral: false });
    expect(await asStored()).toMatchObject({ status: 'chosen', revision: 1 });
    expect(await mailsAboutPlacement(site, placement.placementId)).toMatchObject([{ kind: 'placement-invitation' }]);
  });

  test('that a colleague answers at the same moment is answered once, and the firm is invited all the same', async () => {
    const holdsGroup = (holder: { query: (text: string, values: unknown[]) => Promise<unknown> }) =>
      holder.query('select 1 from editions where edition_id = $1 for update', [editionId]);
    const placement = await meanwhile(
      site,
      holdsGroup,
      () => inEdition(invite),
      async () => {
        expect(await move(staff, referral.referralId, 1, { move: 'accept' })).toMatchObject({ outcome: 'done' });
      },
    );

    expect(placement).toMatchObject({ status: 'invited', hasTakenUp: false, hasReferral: true });
    expect((await asTheFirmSees())?.events).toHaveLength(2);
    expect(await mailsAboutPlacement(site, placement.placementId)).toMatchObject([{ kind: 'placement-invitation' }]);
  });

  test('is withdrawn after the place where both come at once, without a deadlock', async () => {
    const { consents } = (await readAccess(asking.visitor, asking.firmId)) as unknown as {
      consents: { consentId: string; purpose: string }[];
    };
    const contact = consents.find(({ purpose }) => purpose === 'contact')?.consentId ?? '';
    const [added, withdrawn] = await inOrder(
      site,
      (holder) => holder.query('select 1 from editions where edition_id = $1 for update', [editionId]),
      [
        () => place(staff, editionId, asking.firmId, invite),
        () => asking.visitor.post(`/api/firms/${asking.firmId}/consents/${contact}/withdrawal`),
      ],
    );

    expect([added?.statusCode, withdrawn?.statusCode]).toEqual([200, 200]);
    expect(await asStored()).toMatchObject({ status: 'withdrawn' });
    expect((await asTheFirmSees())?.events.map(({ status }) => status)).toEqual(['chosen', 'accepted', 'withdrawn']);
  });
});

test('the page of the group is as before for a firm that has asked for nothing', async () => {
  expect((await staff.visitor.get(editionAt(staff, editionId, '/placements'))).json()).toEqual({
    placements: [],
    live: [],
  });
});
