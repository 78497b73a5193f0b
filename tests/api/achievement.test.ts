import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AchievementDocument } from '#shared/contracts/achievement.ts';
import * as contract from '#shared/contracts/achievement.ts';
import { describeEndpoint } from '../support/endpoint-families.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { letIn, startFirmsApp, withdraw } from '../support/firms.ts';
import { readPdf } from '../support/pdf.ts';
import type { Owner, Staff } from '../support/people.ts';
import { signedIn, signedInAs, signedInOwner } from '../support/people.ts';
import { askForContact } from '../support/referrals.ts';
import type { TestApp } from '../support/test-app.ts';

let site: TestApp;
let provider: string;
let manager: Staff;
let stranger: Staff;
let owners: Owner[];

const monthMs = 32 * 86_400_000;

beforeAll(async () => {
  site = await startFirmsApp();
  owners = [];
  for (let firm = 0; firm < 6; firm += 1) owners.push(await signedInOwner(site));
  for (const owner of owners) provider = (await askForContact(site, owner)).providerCode;
  const other = site.content.catalogue.providers.find(({ code }) => code !== provider)?.code ?? '';
  manager = await signedInAs(site, 'manager', { organisation: provider });
  stranger = await signedInAs(site, 'manager', { organisation: other });
});
afterAll(() => site.close());

const urlOf = (organisationId: string, rest = '') => `/api/advisor/organisations/${organisationId}/achievement${rest}`;

async function achievementOf({ visitor, organisationId }: Staff): Promise<AchievementDocument> {
  const reply = await visitor.get(urlOf(organisationId));
  expect(reply.statusCode, reply.body).toBe(200);
  return reply.json<AchievementDocument>();
}

/** As the page is when the month has ended. */
async function nextMonth<T>(work: () => Promise<T>): Promise<T> {
  site.clock.advance(monthMs);
  try {
    return await work();
  } finally {
    site.clock.advance(-monthMs);
  }
}

/** The families that are alike for the figures and for both files of them. */
const families = (rest: string) => ({
  'refuses who has no key': async () => {
    expectProblem(await site.newVisitor().get(urlOf(manager.organisationId, rest)), 401, 'sign-in-required');
  },
  'refuses the wrong role': async () => {
    const others = [
      await signedIn(site),
      owners[0] as Owner,
      await signedInAs(site, 'analyst'),
      await signedInAs(site, 'editor'),
      await signedInAs(site, 'administrator'),
    ];
    for (const { visitor } of others) {
      expectProblem(await visitor.get(urlOf(manager.organisationId, rest)), 404, 'not-found');
    }
    const unproved = await signedInAs(site, 'manager', { organisation: provider, hasSecondFactor: false });
    expectProblem(await unproved.visitor.get(urlOf(manager.organisationId, rest)), 403, 'second-factor-required');
  },
  'hides what belongs to another firm': async () => {
    expectProblem(await stranger.visitor.get(urlOf(manager.organisationId, rest)), 404, 'not-found');
  },
  'does not find what is not there': async () => {
    expectProblem(await manager.visitor.get(urlOf(randomUUID(), rest)), 404, 'not-found');
  },
});

describeEndpoint(contract.getAchievement, {
  ...families(''),
  'refuses an invalid request': async () => {
    expectProblem(await manager.visitor.get(urlOf('first')), 422, 'invalid-request');
  },
  succeeds: async () => {
    const document = await nextMonth(() => achievementOf(manager));

    expect(document).toMatchObject({ organisationId: manager.organisationId, isSimulated: false });
    expect(document.figures.firms).toMatchObject({ total: 5, shared: null, notShared: 5 });
    expect(document.figures.requests.total).toBe(5);
    expect(document.sha256).toMatch(/^[0-9a-f]{64}$/);
    const advisor = await signedInAs(site, 'advisor', { organisation: provider });
    expect(await nextMonth(() => achievementOf(advisor))).toEqual(document);
  },
});

const reportUrl = '/report?language=sv&period=since-start';

describeEndpoint(contract.getAchievementReport, {
  ...families(reportUrl),
  'refuses an invalid request': async () => {
    for (const query of ['?language=fi', '?language=sv&period=2026-01', '?language=sv&firm=x']) {
      const reply = await manager.visitor.get(urlOf(manager.organisationId, `/report${query}`));
      expectProblem(reply, 422, 'invalid-request');
    }
    const unknownYear = await manager.visitor.get(urlOf(manager.organisationId, '/report?language=sv&period=1999'));
    expectProblem(unknownYear, 404, 'not-found');
  },
  succeeds: async () => {
    const reply = await nextMonth(() => manager.visitor.get(urlOf(manager.organisationId, reportUrl)));

    expect(reply.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': 'attachment; filename="mattstock-achievement-since-start-sv.pdf"',
    });
    const { title, text } = await readPdf(reply.rawPayload);
    expect(title).toMatch(/ har nått omkring 5 företag$/);
    expect(text).not.toContain('Simulerade');
  },
});

describeEndpoint(contract.getAchievementWorkbook, {
  ...families('/workbook?language=en'),
  'refuses an invalid request': async () => {
    const reply = await manager.visitor.get(urlOf(manager.organisationId, '/workbook?language=fi'));
    expectProblem(reply, 422, 'invalid-request');
  },
  succeeds: async () => {
    const reply = await manager.visitor.get(urlOf(manager.organisationId, '/workbook?language=en'));

    expect(reply.statusCode).toBe(200);
    expect(reply.headers['content-disposition']).toBe('attachment; filename="mattstock-achievement-en.xlsx"');
    expect(reply.rawPayload.subarray(0, 2).toString()).toBe('PK');
  },
});

describeEndpoint(contract.getAchievementTable, {
  ...families('/table?language=en'),
  'refuses an invalid request': async () => {
    const reply = await manager.visitor.get(urlOf(manager.organisationId, '/table?language=fi'));
    expectProblem(reply, 422, 'invalid-request');
  },
  succeeds: async () => {
    const reply = await nextMonth(() => manager.visitor.get(urlOf(manager.organisationId, '/table?language=en')));

    expect(reply.statusCode).toBe(200);
    expect(reply.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="mattstock-achievement-en.csv"',
    });
    expect(reply.body.startsWith('\uFEFFDivision;Figure;Value\r\nSince the start;Firms;5\r\n')).toBe(true);
  },
});

describe('what is counted', () => {
  test('is what happened before the month began', async () => {
    const { figures, countedUntil } = await achievementOf(manager);

    expect(Date.parse(countedUntil)).toBeLessThanOrEqual(site.clock.now().getTime());
    expect(site.clock.now().getTime() - Date.parse(countedUntil)).toBeLessThan(monthMs);
    // All of them asked in this month.
    expect([figures.firms.total, figures.requests.total]).toEqual([null, null]);
  });

  test('is nothing of another provider', async () => {
    const { figures } = await nextMonth(() => achievementOf(stranger));
    expect([figures.firms.total, figures.requests.total]).toEqual([null, null]);
  });

  test('by county is what firms have let the provider see, and stays when they withdraw', async () => {
    const consents = await Promise.all(owners.map((owner) => letIn(owner, provider)));
    const shared = (await nextMonth(() => achievementOf(manager))).figures;

    expect(shared.firms).toMatchObject({ total: 5, shared: 5, notShared: null });
    expect(shared.firms.byCounty).toContainEqual({ code: '21', count: 5 });
    expect(shared.firms.bySize).toContainEqual({ code: '10-49', count: 5 });

    for (const [place, owner] of owners.entries()) await withdraw(owner, consents[place] ?? '');
    expect((await nextMonth(() => achievementOf(manager))).figures).toEqual(shared);
  });

  test('are requests as they were answered, and still when the firm takes them back', async () => {
    const before = (await nextMonth(() => achievementOf(manager))).figures;
    await site.admin.query(
      `update consents set withdrawn_at = now() where purpose = 'contact' and withdrawn_at is null and firm_id = any ($1)`,
      [owners.map(({ firmId }) => firmId)],
    );
    const { requests, firms } = (await nextMonth(() => achievementOf(manager))).figures;

    expect(firms).toEqual(before.firms);
    expect(requests.total).toBe(5);
    expect(before.requests.byAnswer).toContainEqual({ code: 'open', count: 5 });
    expect(requests.byAnswer).toContainEqual({ code: 'withdrawn', count: 5 });
  });

  test('goes when a firm is erased', async () => {
    for (const { firmId } of owners.slice(0, 3)) await eraseAtOnce(firmId);
    const { figures } = await nextMonth(() => achievementOf(manager));

    expect([figures.firms.total, figures.requests.total]).toEqual([null, null]);
  });
});

/** As the erasure does it: everything hangs on the firm. */
async function eraseAtOnce(firmId: string): Promise<void> {
  await site.admin.query('delete from referrals where firm_id = $1', [firmId]);
  await site.admin.query('delete from firms where firm_id = $1', [firmId]);
}
