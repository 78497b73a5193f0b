import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FirmWaiting, listFirmWaiting } from '#shared/contracts/firm-waiting.ts';
import type { Meeting } from '#shared/contracts/meetings.ts';
import { meetingsOf, planOne, saveSteps, startContactsApp, stepOf } from '../support/contacts.ts';
import { describeEndpoint } from '../support/endpoint-families.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { closedToOthers, letIn, ofFirm } from '../support/firms.ts';
import { addMembership, type Owner, type Staff, signedInAs, signedInMember, signedInOwner } from '../support/people.ts';
import { insertEdition, insertPlacement } from '../support/placements.ts';
import { askForContact, move } from '../support/referrals.ts';
import { giveReview, ownReviewOf } from '../support/reviews.ts';
import type { TestApp } from '../support/test-app.ts';
import type { Visitor } from '../support/visitor.ts';

let site: TestApp;
let ours: string;
let theirs: string;
beforeAll(async () => {
  ({ site, ours, theirs } = await startContactsApp());
});
afterAll(() => site.close());

const swedishDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' });
const dayFrom = (days: number) => swedishDay.format(new Date(site.clock.now().getTime() + days * 86_400_000));
/** What an edition is of when nothing else is said. */
const invitedTo = 'one-page-digital-plan';
const nothing: FirmWaiting = { reviews: [], places: [], steps: [], passedOn: [] };

async function read(visitor: Visitor, firmId: string): Promise<FirmWaiting> {
  const reply = await visitor.get(ofFirm(firmId, '/waiting'));
  expect(reply.statusCode, reply.body).toBe(200);
  return reply.json<FirmWaiting>();
}

const adviser = (organisation: string) => signedInAs(site, 'advisor', { organisation, name: 'Rut Råd' });

async function holdMeeting(rut: Staff, firmId: string, steps: object[]): Promise<Meeting> {
  const planned = await planOne(rut, firmId);
  const { meetingId, revision } = await saveSteps(rut, firmId, planned, steps);
  const reply = await rut.visitor.post(meetingsOf(rut, firmId, `/${meetingId}/end`), { revision, move: 'hold' });
  expect(reply.statusCode, reply.body).toBe(200);
  return reply.json<Meeting>();
}

/** A request of the firm that its provider passes on, and the adviser who does it. */
async function passOn(owner: Owner): Promise<string> {
  const { referralId, providerCode } = await askForContact(site, owner);
  const staff = await adviser(providerCode);
  const receiver = providerCode === theirs ? ours : theirs;
  const said = await move(staff, referralId, 1, { move: 'hand-over', reason: 'closer-provider', receiver });
  expect(said).toMatchObject({ referralId });
  return referralId;
}

/** Everything that can wait for a firm. */
async function waitingFor(owner: Owner) {
  await letIn(owner, ours);
  const rut = await adviser(ours);
  const reviewId = await giveReview(rut, owner);
  await holdMeeting(rut, owner.firmId, [
    stepOf('aaaaaaaaaa', { what: 'Försenat', dueOn: dayFrom(-2) }),
    stepOf('bbbbbbbbbb', { what: 'Snart', dueOn: dayFrom(7) }),
    stepOf('cccccccccc', { dueOn: dayFrom(8) }),
    stepOf('dddddddddd', { owner: 'provider', dueOn: dayFrom(1) }),
    stepOf('eeeeeeeeee', { dueOn: dayFrom(1), isAgreedByFirm: false }),
  ]);
  const { firmId } = owner;
  const answerBy = dayFrom(9);
  await insertPlacement(site, { editionId: await insertEdition(site), firmId, status: 'invited', answerBy });
  const packageCode = site.content.catalogue.packages.map(({ code }) => code).find((code) => code !== invitedTo);
  const other = await insertEdition(site, { packageCode: packageCode ?? '' });
  await insertPlacement(site, { editionId: other, firmId, status: 'waiting' });
  return { rut, reviewId, referralId: await passOn(owner), answerBy };
}

describeEndpoint(listFirmWaiting, {
  ...closedToOthers(
    () => site,
    ({ firmId }) => ({ method: 'GET', url: ofFirm(firmId, '/waiting') }),
    { isForRespondents: true },
  ),
  'refuses an invalid request': async () => {
    const { visitor } = await signedInOwner(site);
    expectProblem(await visitor.get(ofFirm('no-id', '/waiting')), 422, 'invalid-request');
  },
  'does not find what is not there': async () => {
    const { visitor } = await signedInOwner(site);
    expectProblem(await visitor.get(ofFirm(randomUUID(), '/waiting')), 404, 'not-found');
  },
  succeeds: async () => {
    const owner = await signedInOwner(site);
    expect(await read(owner.visitor, owner.firmId)).toEqual(nothing);
    const { reviewId, referralId, answerBy } = await waitingFor(owner);

    expect(await read(owner.visitor, owner.firmId)).toMatchObject({
      reviews: [{ reviewId, responseId: owner.responseId }],
      places: [
        { status: 'invited', answerBy, ahead: null },
        { status: 'waiting', answerBy: null, ahead: 0 },
      ],
      steps: [
        { what: 'Försenat', isOverdue: true },
        { what: 'Snart', isOverdue: false },
      ],
      passedOn: [{ referralId, responseId: owner.responseId }],
    });
  },
});

test('a respondent reads of the groups alone what waits for the firm', async () => {
  const owner = await signedInOwner(site);
  await waitingFor(owner);
  const { visitor } = await signedInMember(site, owner.firmId, 'respondent');

  const { places, ...others } = await read(visitor, owner.firmId);
  expect(places).not.toEqual([]);
  expect(others).toEqual({ reviews: [], steps: [], passedOn: [] });
});

test('whoever owns one firm and answers in another reads there what a respondent may', async () => {
  const [owner, other] = [await signedInOwner(site), await signedInOwner(site)];
  await waitingFor(owner);
  await addMembership(site, other.personId, 'respondent', owner.firmId);

  expect(await read(other.visitor, owner.firmId)).toMatchObject({ reviews: [], steps: [], passedOn: [] });
  expect(await read(other.visitor, other.firmId)).toEqual(nothing);
});

test('what the firm has seen to waits no longer', async () => {
  const owner = await signedInOwner(site);
  await letIn(owner, ours);
  const rut = await adviser(ours);
  const reviewId = await giveReview(rut, owner);
  const { meetingId } = await holdMeeting(rut, owner.firmId, [stepOf('aaaaaaaaaa', { dueOn: dayFrom(1) })]);
  await passOn(owner);
  expect(await read(owner.visitor, owner.firmId)).toMatchObject({ reviews: [{}], steps: [{}], passedOn: [{}] });

  await owner.visitor.put(ofFirm(owner.firmId, `/meetings/${meetingId}/steps/aaaaaaaaaa/done`), { isDone: true });
  await askForContact(site, owner);
  await site.admin.query(`update reviews set status = 'closed' where review_id = $1`, [reviewId]);
  expect(await read(owner.visitor, owner.firmId)).toEqual(nothing);
  expect((await owner.visitor.get(ownReviewOf(owner.responseId, reviewId))).statusCode).toBe(200);
});
