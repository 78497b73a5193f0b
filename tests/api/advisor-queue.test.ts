import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { swedishDate } from '#server/platform/mail/swedish-time.ts';
import type { QueueRow } from '#shared/contracts/advisor-queue.ts';
import * as contract from '#shared/contracts/advisor-queue.ts';
import type { Meeting } from '#shared/contracts/meetings.ts';
import { meetingsOf, planOne, saveSteps, stepOf } from '../support/contacts.ts';
import { alwaysThere, describeEndpoint, noInput } from '../support/endpoint-families.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { letIn, readAccess, startFirmsApp, withdraw } from '../support/firms.ts';
import type { Staff } from '../support/people.ts';
import { signedIn, signedInAs, signedInOwner } from '../support/people.ts';
import { populate, worldAt } from '../support/population.ts';
import { askForContact, queueOf } from '../support/referrals.ts';
import type { TestApp } from '../support/test-app.ts';

const url = '/api/advisor/queue';
const countsUrl = '/api/advisor/queue/counts';

let site: TestApp;
let advisor: Staff;
let stranger: Staff;

beforeAll(async () => {
  site = await startFirmsApp();
  const provider = (await askForContact(site, await signedInOwner(site))).providerCode;
  const other = site.content.catalogue.providers.find(({ code }) => code !== provider)?.code ?? '';
  advisor = await signedInAs(site, 'advisor', { organisation: provider });
  stranger = await signedInAs(site, 'manager', { organisation: other });
});
afterAll(() => site.close());

type Counts = {
  toAnswer: number;
  overdue: number;
  underWay: number;
  roundsDue: number;
  all: number;
  meetingsToday: number;
  meetingsSoon: number;
  stepsOverdue: number;
  withdrawn: object[];
};
const countsOf = async ({ visitor }: Staff) => (await visitor.get(countsUrl)).json<Counts>();

/** Everybody who is nobody's advisor. */
async function others() {
  return [
    await signedIn(site),
    await signedInOwner(site),
    await signedInAs(site, 'analyst'),
    await signedInAs(site, 'editor'),
    await signedInAs(site, 'administrator'),
  ];
}

async function refusesOthers(address: string): Promise<void> {
  for (const { visitor } of await others()) expectProblem(await visitor.get(address), 404, 'not-found');
  const unproved = await signedInAs(site, 'advisor', { hasSecondFactor: false });
  expectProblem(await unproved.visitor.get(address), 403, 'second-factor-required');
}

describeEndpoint(contract.listQueue, {
  'refuses who has no key': async () => {
    expectProblem(await site.newVisitor().get(url), 401, 'sign-in-required');
  },
  'refuses the wrong role': () => refusesOthers(url),
  'hides what belongs to another firm': async () => {
    const owner = await signedInOwner(site);
    const { referralId } = await askForContact(site, owner);

    expect((await queueOf(advisor)).map(({ referral }) => referral?.referralId)).toContain(referralId);
    expect(await queueOf(stranger)).toEqual([]);
    expect(await queueOf(stranger, '?view=all')).toEqual([]);
  },
  'refuses an invalid request': async () => {
    const faulty = ['view=none', 'order=worst', 'county=99', 'size=10-49,many', 'assigned=her', 'search=', 'page=2'];
    for (const query of faulty) {
      expectProblem(await advisor.visitor.get(`${url}?${query}`), 422, 'invalid-request');
    }
    expectProblem(await advisor.visitor.get(`${url}?after=no-place`), 422, 'invalid-request');
  },
  'does not find what is not there': async () => {
    expect(await queueOf(advisor, '?search=no-firm-has-this-name')).toEqual([]);
  },
  succeeds: async () => {
    const owner = await signedInOwner(site);
    const { referralId, packageCode } = await askForContact(site, owner);
    const find = async (query = '') =>
      (await queueOf(advisor, query)).find(({ referral }) => referral?.referralId === referralId);

    expect(await find()).toMatchObject({
      firmId: owner.firmId,
      organisationId: advisor.organisationId,
      facts: null,
      referral: { packageCode, status: 'chosen', revision: 1, assignedTo: null },
    });
    await letIn(owner, (await askForProvider()).code);
    expect(await find()).toMatchObject({ facts: { county: '21', sizeClass: '10-49', round: 0 } });
    expect(await find(`?package=${packageCode}`)).toBeDefined();
    expect(await find('?package=another')).toBeUndefined();
    expect(await find('?county=20')).toBeUndefined();
    expect(await find('?assigned=nobody')).toBeDefined();
    expect(await find('?assigned=me')).toBeUndefined();
  },
});

const askForProvider = async () => {
  const { rows } = await site.admin.query<{ code: string }>(
    'select code from organisations where organisation_id = $1',
    [advisor.organisationId],
  );
  return rows[0] ?? { code: '' };
};

describeEndpoint(contract.countQueue, {
  'refuses who has no key': async () => {
    expectProblem(await site.newVisitor().get(countsUrl), 401, 'sign-in-required');
  },
  'refuses the wrong role': () => refusesOthers(countsUrl),
  'hides what belongs to another firm': async () => {
    await askForContact(site, await signedInOwner(site));

    expect(await countsOf(stranger)).toEqual({
      toAnswer: 0,
      overdue: 0,
      underWay: 0,
      roundsDue: 0,
      all: 0,
      editionsShort: 0,
      editionsShortPlanned: 0,
      meetingsToday: 0,
      meetingsSoon: 0,
      stepsOverdue: 0,
      withdrawn: [],
    });
  },
  'refuses an invalid request': noInput,
  'does not find what is not there': alwaysThere,
  succeeds: async () => {
    const before = await countsOf(advisor);
    const owner = await signedInOwner(site);
    const { referralId } = await askForContact(site, owner);
    expect(await countsOf(advisor)).toMatchObject({
      toAnswer: before.toAnswer + 1,
      overdue: before.overdue,
      all: before.all + 1,
    });

    await site.admin.query(`update referrals set answer_due_at = now() - interval '1 minute' where referral_id = $1`, [
      referralId,
    ]);
    expect((await countsOf(advisor)).overdue).toBe(before.overdue + 1);

    const { code } = await askForProvider();
    await withdraw(owner, await letIn(owner, code));
    const { withdrawn } = await countsOf(advisor);
    expect(withdrawn[0]).toEqual({
      organisationId: advisor.organisationId,
      purpose: 'result',
      withdrawnAt: expect.stringMatching(/Z$/),
    });
  },
});

describe('meetings and what was agreed there', () => {
  const inDays = (days: number) => new Date(site.clock.now().getTime() + days * 86_400_000).toISOString();
  const ahead = async ({ visitor }: Staff) =>
    (await visitor.get('/api/advisor/meetings')).json<{
      meetings: object[];
      unclosed: object[];
      overdueSteps: object[];
    }>();
  const endOf = ({ meetingId, revision }: Meeting, firmId: string, move: string) =>
    advisor.visitor.post(meetingsOf(advisor, firmId, `/${meetingId}/end`), { revision, move });
  /** In the middle of a day where the readers are, so that no test runs over a midnight. */
  const noonToday = () => `${swedishDate(site.clock.now())}T11:00:00.000Z`;

  test('are counted as they are listed: today, in the next seven days, and steps whose day has passed', async () => {
    const owner = await signedInOwner(site);
    const consentId = await letIn(owner, (await askForProvider()).code);
    const before = await countsOf(advisor);
    await planOne(advisor, owner.firmId, { startsAt: noonToday() });
    await planOne(advisor, owner.firmId, { startsAt: inDays(5) });
    await planOne(advisor, owner.firmId, { startsAt: inDays(9) });
    const cancelled = await planOne(advisor, owner.firmId, { startsAt: noonToday() });
    await endOf(cancelled, owner.firmId, 'cancel');
    const held = await saveSteps(advisor, owner.firmId, await planOne(advisor, owner.firmId), [
      stepOf('aaaaaaaaaa', { dueOn: '2020-01-02' }),
      stepOf('bbbbbbbbbb', { dueOn: '2020-01-02', isAgreedByFirm: false }),
      stepOf('cccccccccc', { dueOn: '2099-01-02' }),
      stepOf('dddddddddd', { dueOn: '2020-01-02', what: ' ' }),
    ]);
    expect((await countsOf(advisor)).stepsOverdue).toBe(before.stepsOverdue);
    await endOf(held, owner.firmId, 'hold');

    const counts = await countsOf(advisor);
    const listed = await ahead(advisor);
    expect(counts).toMatchObject({
      meetingsToday: before.meetingsToday + 1,
      meetingsSoon: before.meetingsSoon + 2,
      stepsOverdue: before.stepsOverdue + 1,
    });
    // By the time of day, today's meeting is to come or waits to be closed.
    expect([...listed.meetings, ...listed.unclosed]).toHaveLength(counts.meetingsSoon + 1);
    expect(listed.overdueSteps).toHaveLength(counts.stepsOverdue);

    await advisor.visitor.put(meetingsOf(advisor, owner.firmId, `/${held.meetingId}/steps/aaaaaaaaaa/done`), {
      isDone: true,
    });
    expect((await countsOf(advisor)).stepsOverdue).toBe(before.stepsOverdue);
    await withdraw(owner, consentId);
    expect(await countsOf(advisor)).toMatchObject({
      meetingsToday: before.meetingsToday,
      meetingsSoon: before.meetingsSoon,
    });
  });
});

describe('standing in a list', () => {
  test('is written down for the firm once a day and person, and only where its facts were shown', async () => {
    const [shown, unshown] = [await signedInOwner(site), await signedInOwner(site)];
    const { code } = await askForProvider();
    await letIn(shown, code);
    await askForContact(site, unshown);
    await queueOf(advisor, '?view=all&order=newest');
    await queueOf(advisor, '?view=all&order=name');

    expect((await readAccess(shown.visitor, shown.firmId)).looks).toMatchObject([{ what: 'list' }]);
    expect((await readAccess(unshown.visitor, unshown.firmId)).looks).toEqual([]);
  });

  test('opens nothing else of the firm to the advisor', async () => {
    const owner = await signedInOwner(site);
    await withdraw(owner, await letIn(owner, (await askForProvider()).code));

    expect((await queueOf(advisor, '?view=all')).map(({ firmId }) => firmId)).not.toContain(owner.firmId);
  });
});

describe('the queue of a provider with many firms', () => {
  let manager: Staff;

  beforeAll(async () => {
    await populate(site, worldAt(site, new Date()), 300);
    manager = await signedInAs(site, 'manager', { organisation: 'triple-steelix' });
  });

  async function everyPage(query: string): Promise<QueueRow[]> {
    const rows: QueueRow[] = [];
    for (let after: string | null = ''; after !== null; ) {
      const reply = await manager.visitor.get(`${url}?${query}${after === '' ? '' : `&after=${after}`}`);
      const page: { rows: QueueRow[]; next: string | null } = reply.json();
      rows.push(...page.rows);
      after = page.next;
    }
    return rows;
  }

  test.each(contract.queueOrders)('shows every firm once, page by page, by %s', async (order) => {
    const rows = await everyPage(`view=all&order=${order}`);
    const { all } = await countsOf(manager);

    expect(rows.length).toBeGreaterThan(60);
    expect(rows).toHaveLength(all);
    expect(new Set(rows.map(({ firmId }) => firmId)).size).toBe(all);
  });

  test('has what is due first on top, and the lowest levels when asked for', async () => {
    const due = (await everyPage('view=under-way')).map(({ referral }) => referral?.answerDueAt ?? '');
    expect(due.length).toBeGreaterThan(5);
    expect(due).toEqual(due.toSorted());

    const levels = (await everyPage('view=all&order=lowest-level')).flatMap(({ facts }) =>
      facts === null ? [] : [Math.min(facts.digitalLevel ?? 9, facts.processLevel ?? 9)],
    );
    for (const [place, level] of levels.entries()) {
      // As exact as the order is: four decimals.
      expect(level).toBeGreaterThanOrEqual((levels[place - 1] ?? 0) - 0.0001);
    }
  });

  test('filters by county, branch and size together', async () => {
    const rows = await everyPage('view=all&county=17,20&branch=metal-products-and-machinery&size=10-49');
    expect(rows.length).toBeGreaterThan(0);
    for (const { facts } of rows) {
      expect(['17', '20']).toContain(facts?.county);
      expect(facts).toMatchObject({ branch: 'metal-products-and-machinery', sizeClass: '10-49' });
    }
  });

  test('counts a firm as due for a round a year after its last, not before', async () => {
    const yearAgo = Date.now() - 365 * 86_400_000;
    const due = await everyPage('view=rounds-due');
    expect(due.length).toBeGreaterThan(0);
    for (const { facts } of due) expect(Date.parse(facts?.submittedAt ?? '')).toBeLessThanOrEqual(yearAgo + 86_400_000);
    const all = await everyPage('view=all');
    const old = all.filter(({ facts }) => facts !== null && Date.parse(facts.submittedAt) < yearAgo - 86_400_000);
    expect(due.map(({ firmId }) => firmId)).toEqual(expect.arrayContaining(old.map(({ firmId }) => firmId)));
  });
});
