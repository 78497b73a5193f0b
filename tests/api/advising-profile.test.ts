import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type * as z from 'zod/mini';
import type { getSharedFirm } from '#shared/contracts/advising.ts';
import { aged } from '../support/aged.ts';
import { level, save } from '../support/answering.ts';
import { exampleBodies } from '../support/example-bodies.ts';
import { letIn, ofFirm, startFirmsApp } from '../support/firms.ts';
import type { Owner, Staff } from '../support/people.ts';
import { signedInAs, signedInOwner } from '../support/people.ts';
import { askForContact, move, queueOf } from '../support/referrals.ts';
import type { TestApp } from '../support/test-app.ts';

type Shared = z.output<(typeof getSharedFirm.responses)[200]>;

let site: TestApp;
let provider: string;
let advisor: Staff;
let owner: Owner;
beforeAll(async () => {
  site = await startFirmsApp();
  provider = (await askForContact(site, await signedInOwner(site))).providerCode;
});
beforeEach(async () => {
  advisor = await signedInAs(site, 'advisor', { organisation: provider, name: 'Rut Råd' });
  owner = await signedInOwner(site);
});
afterAll(() => site.close());

async function seen(): Promise<Shared> {
  const reply = await advisor.visitor.get(`/api/advisor/organisations/${advisor.organisationId}/firms/${owner.firmId}`);
  expect(reply.statusCode, reply.body).toBe(200);
  return reply.json<Shared>();
}

/** Both questions that the quick check has of a dimension, answered alike. */
const whole = (dimension: string, value: number): Record<string, number> => ({
  [`${dimension}.1`]: value,
  [`${dimension}.2`]: value,
});

/** A further submission of the firm, with these levels, in the round of the one before. */
async function submitAlso(levels: Readonly<Record<string, number>>): Promise<string> {
  return submitOpened(await open(), levels);
}

/** The same in a round of its own. */
async function submitAgain(levels: Readonly<Record<string, number>>): Promise<string> {
  await aged(site, owner.firmId, 100);
  return submitAlso(levels);
}

async function open(): Promise<string> {
  const begun = await owner.visitor.post(ofFirm(owner.firmId, '/responses'), exampleBodies['startFirmResponse']);
  return begun.json<{ responseId: string }>().responseId;
}

async function submitOpened(responseId: string, levels: Readonly<Record<string, number>>): Promise<string> {
  for (const [item, value] of Object.entries(levels)) await save(owner.visitor, responseId, item, level(value));
  const reply = await owner.visitor.post(`/api/responses/${responseId}/submission`, { language: 'sv' });
  expect(reply.statusCode, reply.body).toBe(201);
  return responseId;
}

describe('the change that an advisor reads', () => {
  test('says that the firm has measured once', async () => {
    await letIn(owner, provider);

    expect((await seen()).change).toEqual({ status: 'one-round', since: null, change: null });
  });

  test('is of a round before, not of another result in the same round', async () => {
    await letIn(owner, provider);
    await submitAlso({ 'D1.1': 2 });

    expect((await seen()).change?.status).toBe('one-round');
  });

  test('is the paired difference on what was answered both times', async () => {
    await letIn(owner, provider);
    await submitAgain({ ...whole('D1', 1), 'D2.1': 1 });
    await submitAgain({ ...whole('D1', 3), 'D2.1': 4 });

    // D1 from 1 to 3. One answer is too few for a level of D2, and so for a change of it.
    const { change, results } = await seen();
    expect(change).toMatchObject({
      status: 'compared',
      change: {
        dimensions: [{ dimension: 'D1', verdict: 'risen', change: { items: 2, before: 1, after: 3, difference: 2 } }],
      },
    });
    expect(results?.map(({ round }) => round)).toEqual([2, 1, 0]);
  });

  test('goes further back when the round before has nothing in common', async () => {
    await letIn(owner, provider);
    await submitAgain(whole('D1', 1));
    await submitAgain(whole('D2', 1));
    await submitAgain(whole('D1', 0));

    expect((await seen()).change?.change?.dimensions).toMatchObject([
      { dimension: 'D1', verdict: 'within-error', change: { difference: -1 } },
    ]);
  });

  test('is that of the newest round, when a straggler of the one before has been submitted last', async () => {
    await letIn(owner, provider);
    const straggler = await open();
    await submitAgain(whole('D1', 1));
    await submitAgain(whole('D1', 3));
    await submitOpened(straggler, whole('D1', 4));

    const { change, results } = await seen();
    expect(results?.map(({ round }) => round)).toEqual([2, 2, 1, 0]);
    expect(change?.change?.dimensions).toMatchObject([{ dimension: 'D1', change: { before: 1, after: 4 } }]);
  });

  test('is kept to itself by a firm that does not share its results', async () => {
    await askForContact(site, owner);

    expect((await seen()).change).toBeNull();
  });
});

describe('the history of a request', () => {
  test('has who, when, why and what was said at each move', async () => {
    const asked = await askForContact(site, owner);
    await move(advisor, asked.referralId, 1, { move: 'accept', note: 'Vi ringer i morgon.' });
    await move(advisor, asked.referralId, 2, { move: 'decline', reason: 'no-capacity' });

    const [request] = (await seen()).requests ?? [];
    expect(request?.events).toMatchObject([
      { status: 'chosen', move: 'choose', personName: null, organisation: null, note: null },
      { status: 'accepted', move: 'accept', personName: 'Rut Råd', note: 'Vi ringer i morgon.', reason: null },
      { status: 'declined', move: 'decline', personName: 'Rut Råd', note: null, reason: 'no-capacity' },
    ]);
    expect(request?.events[1]?.organisation).not.toBeNull();
  });

  test('names who is proposed to go on', async () => {
    const receiver = site.content.catalogue.providers.find(({ code }) => code !== provider);
    const asked = await askForContact(site, owner);
    await move(advisor, asked.referralId, 1, {
      move: 'hand-over',
      reason: 'no-capacity',
      receiver: receiver?.code ?? '',
    });

    const [request] = (await seen()).requests ?? [];
    expect(request?.events.at(-1)).toMatchObject({ status: 'handed-over', receiver: receiver?.name });
  });
});

test('the queue says what each firm has agreed to', async () => {
  await owner.visitor.put(ofFirm(owner.firmId), { name: `Hyttan ${owner.firmId}`, organisationNumber: null });
  await letIn(owner, provider, 'cohort');
  const [row] = await queueOf(advisor, `?view=all&search=${owner.firmId}`);

  expect(row).toMatchObject({ purposes: ['cohort'], facts: null, referral: null });
});
