import { randomUUID } from 'node:crypto';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importDemoEntries } from '#server/platform/content/demo-entries.ts';
import { randomIdentifiers } from '#server/platform/identifier.ts';
import type { Endpoint } from '#shared/contracts/endpoint.ts';
import type { ActivityDocument, ActivityRow, FollowUpFrame, IndexValueRow } from '#shared/contracts/follow-up.ts';
import * as contract from '#shared/contracts/follow-up.ts';
import { checkActivity } from '#shared/domain/followup/activity.ts';
import { checkIndexValue } from '#shared/domain/followup/index-value.ts';
import { describeEndpoint } from '../support/endpoint-families.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { startFirmsApp } from '../support/firms.ts';
import {
  activityUrl,
  enterIndexValue,
  exampleActivity,
  exampleIndexValue,
  indexValueUrl,
  writeActivity,
} from '../support/follow-up.ts';
import type { Staff } from '../support/people.ts';
import { signedIn, signedInAs, signedInOwner } from '../support/people.ts';
import { insertEdition, insertPlacement } from '../support/placements.ts';
import type { TestApp } from '../support/test-app.ts';
import type { Visitor } from '../support/visitor.ts';

let site: TestApp;
let analyst: Staff;
let colleague: Staff;
let elsewhere: Staff;
let activityId: string;
let indexValueId: string;

beforeAll(async () => {
  site = await startFirmsApp();
  analyst = await signedInAs(site, 'analyst', { organisation: '20', name: 'Lena Norén' });
  colleague = await signedInAs(site, 'analyst', { organisation: '20', name: 'Olle Ek' });
  elsewhere = await signedInAs(site, 'analyst', { organisation: '17' });
  activityId = await writeActivity(analyst);
  indexValueId = await enterIndexValue(analyst);
});
afterAll(() => site.close());

const listUrl = (who: Staff, noun = 'activities') => `/api/region/organisations/${who.organisationId}/${noun}`;
type Listed = { activities: ActivityRow[]; frame: FollowUpFrame };
const listed = async (who: Staff): Promise<Listed> => (await who.visitor.get(listUrl(who))).json<Listed>();
const withdrawal = { revision: 1, reason: 'Skriven två gånger.' };

function send({ method }: Endpoint, visitor: Visitor, url: string, body: unknown) {
  if (method === 'GET') return visitor.get(url);
  return method === 'PUT' ? visitor.put(url, body) : visitor.post(url, body);
}

type Case = {
  /** Of the analyst's region, with the identifier where the address has one. */
  readonly url: (who: Staff, id: string) => string;
  readonly ownId?: () => string;
  readonly body?: object;
};

/** What every endpoint of a region does for those who may not. */
function refusals(endpoint: Endpoint, { url, ownId, body }: Case) {
  const id = () => ownId?.() ?? '';
  return {
    'refuses who has no key': async () => {
      const reply = await send(endpoint, site.newVisitor(), url(analyst, id()), body);
      expectProblem(reply, 401, 'sign-in-required');
    },
    'refuses the wrong role': async () => {
      const others = [
        await signedIn(site),
        await signedInOwner(site),
        await signedInAs(site, 'advisor'),
        await signedInAs(site, 'manager'),
        await signedInAs(site, 'editor'),
        await signedInAs(site, 'administrator'),
      ];
      for (const { visitor } of others)
        expectProblem(await send(endpoint, visitor, url(analyst, id()), body), 404, 'not-found');
    },
    'hides what belongs to another firm': async () => {
      expectProblem(await send(endpoint, elsewhere.visitor, url(analyst, id()), body), 404, 'not-found');
      if (ownId !== undefined)
        expectProblem(await send(endpoint, elsewhere.visitor, url(elsewhere, id()), body), 404, 'not-found');
    },
    'does not find what is not there': async () => {
      const nowhere = { ...analyst, organisationId: randomUUID() };
      expectProblem(await send(endpoint, analyst.visitor, url(nowhere, id()), body), 404, 'not-found');
      if (ownId !== undefined)
        expectProblem(await send(endpoint, analyst.visitor, url(analyst, randomUUID()), body), 404, 'not-found');
    },
  };
}

const faultyPath = (endpoint: Endpoint, url: string) => async () => {
  expectProblem(await send(endpoint, analyst.visitor, url, undefined), 422, 'invalid-request');
};

/** That each change of the body is refused at the place. */
async function expectFaults(url: string, of: (part: object) => object, faulty: readonly (readonly [object, string])[]) {
  for (const [part, path] of faulty) {
    const reply = await analyst.visitor.put(url, of(part));
    expectProblem(reply, 422, 'invalid-request');
    expect(reply.json<{ errors: { path: string }[] }>().errors.map((error) => error.path)).toContain(path);
  }
}

describeEndpoint(contract.listActivities, {
  ...refusals(contract.listActivities, { url: (who) => listUrl(who) }),
  'refuses an invalid request': faultyPath(contract.listActivities, '/api/region/organisations/x/activities'),
  succeeds: async () => {
    const { activities, frame } = await listed(elsewhere);

    // The other regions read it, and cannot change it.
    expect(activities).toContainEqual(
      expect.objectContaining({ activityId, region: '20', isOwn: false, revision: 1, activity: exampleActivity }),
    );
    expect(frame.steps).toHaveLength(22);
    expect(frame.steps[0]?.code).toBe('P1.1');
    expect(frame.packages.length).toBeGreaterThan(50);
  },
});

describeEndpoint(contract.getActivity, {
  ...refusals(contract.getActivity, { url: activityUrl, ownId: () => activityId }),
  'refuses an invalid request': async () => {
    expectProblem(await analyst.visitor.get(activityUrl(analyst, 'x')), 422, 'invalid-request');
  },
  succeeds: async () => {
    const reply = await colleague.visitor.get(activityUrl(analyst, activityId));

    expect(reply.json()).toMatchObject({
      isOwn: true,
      activity: exampleActivity,
      history: [{ revision: 1, personName: 'Lena Norén', withdrawalReason: null, activity: exampleActivity }],
    });
  },
});

const bodyOf = (part: object, revision = 0) => ({ activity: { ...exampleActivity, ...part }, revision });

describeEndpoint(contract.saveActivity, {
  ...refusals(contract.saveActivity, { url: activityUrl, ownId: () => activityId, body: bodyOf({}, 1) }),
  'refuses an invalid request': async () => {
    await expectFaults(activityUrl(analyst, randomUUID()), bodyOf, [
      [{ name: { sv: ' ', en: 'x' } }, 'body/activity/name/sv'],
      [{ steps: [] }, 'body/activity/steps'],
      [{ steps: ['P9.9'] }, 'body/activity/steps'],
      [{ steps: ['P1.1', 'P1.1'] }, 'body/activity/steps'],
      [{ packages: ['no-such-package'] }, 'body/activity/packages'],
      [{ from: '2999-01-01' }, 'body/activity/from'],
      [{ until: '2024-01-01' }, 'body/activity/until'],
      [{ status: 'completed' }, 'body/activity/until'],
      [{ s3Area: 'no-such-area' }, 'body/activity/s3Area'],
      [{ funding: [{ tag: 'erdf', kronor: -1 }] }, 'body/activity/funding/0/kronor'],
      [{ link: 'javascript:alert(1)' }, 'body/activity/link'],
      [{ firmName: 'Verkstaden' }, 'body/activity'],
    ]);
  },
  succeeds: async () => {
    const url = activityUrl(analyst, await writeActivity(analyst));
    const longer = bodyOf({ until: '2026-12-31' }, 1);

    const reply = await colleague.visitor.put(url, longer);

    expect(reply.json()).toMatchObject({ revision: 2, activity: longer.activity });
    expect((await analyst.visitor.get(url)).json<ActivityDocument>().history).toMatchObject([
      { revision: 2, personName: 'Olle Ek', activity: longer.activity },
      { revision: 1, personName: 'Lena Norén', activity: exampleActivity },
    ]);
    // The first of the two has seen what is not there any more.
    expectProblem(await analyst.visitor.put(url, bodyOf({}, 1)), 409, 'changed-meanwhile');
    // Sent twice it is one.
    expectProblem(await analyst.visitor.put(url, bodyOf({}, 0)), 409, 'changed-meanwhile');
  },
});

describeEndpoint(contract.withdrawActivity, {
  ...refusals(contract.withdrawActivity, {
    url: (who, id) => activityUrl(who, id, '/withdrawal'),
    ownId: () => activityId,
    body: withdrawal,
  }),
  'refuses an invalid request': async () => {
    const url = activityUrl(analyst, activityId, '/withdrawal');
    expectProblem(await analyst.visitor.post(url, { ...withdrawal, reason: ' ' }), 422, 'invalid-request');
  },
  succeeds: async () => {
    const id = await writeActivity(analyst);
    const url = activityUrl(analyst, id, '/withdrawal');
    expectProblem(await analyst.visitor.post(url, { ...withdrawal, revision: 7 }), 409, 'changed-meanwhile');

    const reply = await analyst.visitor.post(url, withdrawal);

    expect(reply.json()).toMatchObject({ revision: 2, withdrawalReason: withdrawal.reason });
    expectProblem(await analyst.visitor.post(url, { ...withdrawal, revision: 2 }), 409, 'changed-meanwhile');
    expectProblem(await analyst.visitor.put(activityUrl(analyst, id), bodyOf({}, 2)), 409, 'changed-meanwhile');
    const ids = async (who: Staff) => (await listed(who)).activities.map((row) => row.activityId);
    expect(await ids(analyst)).toContain(id);
    expect(await ids(elsewhere)).not.toContain(id);
  },
});

const formula = '=HYPERLINK("https://evil.example";"x")';
const portfolioUrl = (who: Staff, rest: string) => listUrl(who, `portfolio/${rest}`);

describeEndpoint(contract.getPortfolioTable, {
  ...refusals(contract.getPortfolioTable, { url: (who) => portfolioUrl(who, 'table') }),
  'refuses an invalid request': async () => {
    expectProblem(await analyst.visitor.get(portfolioUrl(analyst, 'table?funding=gold')), 422, 'invalid-request');
  },
  succeeds: async () => {
    await writeActivity(elsewhere, { name: { sv: formula, en: formula }, goals: '@SUM(A1)', s3Area: null });

    const all = await analyst.visitor.get(portfolioUrl(analyst, 'table?language=sv'));
    const theirs = await analyst.visitor.get(portfolioUrl(analyst, 'table?region=17'));

    expect(all.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(all.body).toMatch(/^\uFEFFAktivitet;/);
    expect(all.body).toContain('Robotdemonstratorn');
    expect(all.body).toContain(';4000000;');
    expect(theirs.body).not.toContain('Robotdemonstratorn');
    expect(theirs.body).toContain(`"'=HYPERLINK(""https://evil.example"";""x"")"`);
    expect(theirs.body).toContain(`'@SUM(A1)`);
    // What was withdrawn is in no file.
    expect(all.body.split('\r\n').filter((line) => line.startsWith('Robotdemonstratorn'))).toHaveLength(
      (await listed(analyst)).activities.filter(
        (row) => row.withdrawalReason === null && row.activity.name.sv === 'Robotdemonstratorn',
      ).length,
    );
  },
});

describeEndpoint(contract.getPortfolioWorkbook, {
  ...refusals(contract.getPortfolioWorkbook, { url: (who) => portfolioUrl(who, 'workbook') }),
  'refuses an invalid request': async () => {
    expectProblem(await analyst.visitor.get(portfolioUrl(analyst, 'workbook?language=de')), 422, 'invalid-request');
  },
  succeeds: async () => {
    await writeActivity(elsewhere, { name: { sv: formula, en: formula } });

    const reply = await analyst.visitor.get(portfolioUrl(analyst, 'workbook?language=en'));
    const rows = await readSheet(reply.rawPayload);

    expect(reply.headers['content-disposition']).toContain('mattstock-portfolio-en.xlsx');
    expect(rows.flat()).toEqual(
      expect.arrayContaining(['The robot demonstrator', 4_000_000, 'ERDF, Regional (amount not given)']),
    );
    // As text, which no program runs.
    expect(rows.flat()).toContain(formula);
    expect(reply.rawPayload.toString('latin1')).not.toContain('<f>');
  },
});

type Values = { indexValues: IndexValueRow[]; figures: object[]; dimensions: object[] };

describeEndpoint(contract.listIndexValues, {
  ...refusals(contract.listIndexValues, { url: (who) => listUrl(who, 'index-values') }),
  'refuses an invalid request': faultyPath(contract.listIndexValues, '/api/region/organisations/x/index-values'),
  succeeds: async () => {
    const { indexValues, dimensions, figures } = (
      await elsewhere.visitor.get(listUrl(elsewhere, 'index-values'))
    ).json<Values>();

    expect(indexValues).toMatchObject([{ indexValueId, region: '20', isOwn: false, indexValue: exampleIndexValue }]);
    expect(dimensions).toContainEqual({ code: 'D1', name: expect.objectContaining({ sv: 'Affärsmodeller' }) });
    expect(figures).toEqual([]);
  },
});

describeEndpoint(contract.getIndexValue, {
  ...refusals(contract.getIndexValue, { url: indexValueUrl, ownId: () => indexValueId }),
  'refuses an invalid request': async () => {
    expectProblem(await analyst.visitor.get(indexValueUrl(analyst, 'x')), 422, 'invalid-request');
  },
  succeeds: async () => {
    expect((await analyst.visitor.get(indexValueUrl(analyst, indexValueId))).json()).toMatchObject({
      indexValue: exampleIndexValue,
      history: [{ revision: 1, personName: 'Lena Norén', indexValue: exampleIndexValue }],
    });
    // One is not the other.
    expectProblem(await analyst.visitor.get(activityUrl(analyst, indexValueId)), 404, 'not-found');
  },
});

const entered = (part: object, revision = 0) => ({ indexValue: { ...exampleIndexValue, ...part }, revision });

describeEndpoint(contract.saveIndexValue, {
  ...refusals(contract.saveIndexValue, { url: indexValueUrl, ownId: () => indexValueId, body: entered({}, 1) }),
  'refuses an invalid request': async () => {
    await expectFaults(indexValueUrl(analyst, randomUUID()), entered, [
      [{ note: '  ' }, 'body/indexValue/note'],
      [{ source: '' }, 'body/indexValue/source'],
      [{ link: 'http://www.example.se' }, 'body/indexValue/link'],
      [{ year: 2099 }, 'body/indexValue/year'],
      [{ dimension: 'D99' }, 'body/indexValue/dimension'],
      [{ value: 101 }, 'body/indexValue/value'],
      [{ lowest: 5, highest: 5, value: 5 }, 'body/indexValue/highest'],
    ]);
  },
  succeeds: async () => {
    const url = indexValueUrl(analyst, await enterIndexValue(analyst));

    const reply = await analyst.visitor.put(url, entered({ value: 60 }, 1));

    expect(reply.json()).toMatchObject({ revision: 2, indexValue: { value: 60 } });
    expectProblem(await colleague.visitor.put(url, entered({ value: 59 }, 1)), 409, 'changed-meanwhile');
  },
});

describeEndpoint(contract.withdrawIndexValue, {
  ...refusals(contract.withdrawIndexValue, {
    url: (who, id) => indexValueUrl(who, id, '/withdrawal'),
    ownId: () => indexValueId,
    body: withdrawal,
  }),
  'refuses an invalid request': async () => {
    const url = indexValueUrl(analyst, indexValueId, '/withdrawal');
    expectProblem(await analyst.visitor.post(url, { revision: 1 }), 422, 'invalid-request');
  },
  succeeds: async () => {
    const url = indexValueUrl(analyst, await enterIndexValue(analyst), '/withdrawal');
    const reply = await analyst.visitor.post(url, withdrawal);
    expect(reply.json()).toMatchObject({ revision: 2, withdrawalReason: withdrawal.reason });
  },
});

describe('what regions write down', () => {
  test('is told of with when groups were held, and never with who was in them', async () => {
    const owner = await signedInOwner(site);
    const dates = { applyBy: '2026-01-10', startsOn: '2026-02-01', endsOn: '2026-04-01' };
    const editionId = await insertEdition(site, { ...dates, status: 'confirmed' });
    await insertPlacement(site, { editionId, firmId: owner.firmId, status: 'placed' });
    await insertEdition(site, { ...dates, status: 'cancelled' });

    const { frame } = await listed(analyst);

    const { startsOn, endsOn } = dates;
    const edition = { packageCode: 'one-page-digital-plan', status: 'confirmed', county: null, startsOn, endsOn };
    expect(frame.editions).toEqual([{ ...edition, provider: expect.anything(), isSimulated: false }]);
  });

  test('stands in the audit log without its words', async () => {
    const { rows } = await site.admin.query<{ action: string; detail: object }>(
      `select action, detail from audit_events where object_kind = 'region-entry' and object_id = $1::text`,
      [activityId],
    );
    const detail = { organisationId: analyst.organisationId, kind: 'activity' };
    expect(rows).toEqual([{ action: 'region-entry-written', detail }]);
  });

  test('is never deleted, moved or written anew, whoever asks', async () => {
    const statements = [
      'delete from region_entries where entry_id = $1',
      `update region_entries set revision = revision + 1, kind = 'index-value' where entry_id = $1`,
      'update region_entries set revision = revision + 2 where entry_id = $1',
      `update region_entry_versions set content = '{}' where entry_id = $1`,
      'delete from region_entry_versions where entry_id = $1',
    ];
    for (const statement of statements)
      await expect(site.admin.query(statement, [activityId]), statement).rejects.toMatchObject({ code: '23001' });
  });

  test('loses the name of whoever is erased, and nothing else', async () => {
    const leaving = await signedInAs(site, 'analyst', { organisation: '20', name: 'Någon Annan' });
    const id = await writeActivity(leaving);
    await site.admin.query('update region_entry_versions set person_id = null where entry_id = $1', [id]);

    expect((await analyst.visitor.get(activityUrl(analyst, id))).json()).toMatchObject({
      history: [{ personName: null, activity: exampleActivity }],
    });
  });
});

describe('values of indexes', () => {
  /** A release as it is published, with what all firms together have. */
  async function publish(number: number, means: Readonly<Record<string, number | null>>, more: object = {}) {
    const spec = {
      name: { sv: 'Läget', en: 'The state of things' },
      ...{ from: '2026-01-01', until: '2026-07-01', population: 'all', isSimulated: false },
      ...more,
    };
    const cells = Object.entries(means).map(([measure, mean]) => ({
      ...{ measure, group: 'all', mean },
      firms: mean === null ? null : 40,
    }));
    await site.admin.query(
      `insert into releases (release_id, organisation_id, organisation_name, spec, is_simulated, steps, status, document,
         report, content_sha256, built_at, published_at, release_number, shown_order, created_at)
       select $1, organisation_id, name, $3, ($3::jsonb ->> 'isSimulated')::boolean, 2, 'published', $4, '{}', sha256(''), now(), now(), $5, $5, now()
       from organisations where organisation_id = $2`,
      [randomUUID(), analyst.organisationId, spec, { spec, cells }, number],
    );
  }

  const release = { from: '2026-01-01', until: '2026-07-01', population: 'all', isSimulated: false, firms: 40 };

  test('stand beside the newest release that shows the area', async () => {
    await publish(1, { D1: 1.6, D2: 2.2 });
    await publish(2, { D1: 1.9, D2: null, 'D1.importance': 3 });
    // What support has gone together with is no level.
    await publish(3, { D1: 0.4 }, { kind: 'effect' });

    const { figures } = (await elsewhere.visitor.get(listUrl(elsewhere, 'index-values'))).json<Values>();

    expect(figures).toEqual([
      { dimension: 'D1', mean: 1.9, releaseNumber: 2, ...release },
      { dimension: 'D2', mean: 2.2, releaseNumber: 1, ...release },
    ]);
  });

  test('stand beside real firms wherever there are figures of them, and say of which firms', async () => {
    await publish(4, { D1: 3.1, D3: 2.7 }, { isSimulated: true });
    await publish(5, { D2: 2.4 }, { population: 'sme' });
    // Published later, of an earlier period.
    await publish(6, { D2: 2.1 }, { from: '2025-01-01', until: '2026-01-01' });

    const { figures } = (await elsewhere.visitor.get(listUrl(elsewhere, 'index-values'))).json<Values>();

    expect(figures).toEqual([
      { dimension: 'D1', mean: 1.9, releaseNumber: 2, ...release },
      { dimension: 'D2', mean: 2.4, releaseNumber: 5, ...release, population: 'sme' },
      { dimension: 'D3', mean: 2.7, releaseNumber: 4, ...release, isSimulated: true },
    ]);
  });
});

describe('the demo', () => {
  test('has entries that could have been written here, once, each marked as made up', async () => {
    const { demoEntries } = site.content.bundle;
    const make = { identifiers: randomIdentifiers, clock: { now: () => new Date() } };
    const client = await site.admin.connect();
    await client.query('set search_path = mattstock');
    await importDemoEntries(client, demoEntries, make);
    await importDemoEntries(client, demoEntries, make);
    client.release();

    const { activities, frame } = await listed(elsewhere);
    const simulated = activities.filter(({ isSimulated }) => isSimulated);
    expect(simulated).toHaveLength(demoEntries.activities.length);
    const codes = (named: readonly { code: string }[]) => named.map(({ code }) => code);
    const known = { today: frame.today, steps: codes(frame.steps), packages: [], lists: frame.lists };
    expect(simulated.flatMap(({ activity }) => checkActivity(activity, known))).toEqual([]);
    const values = (await elsewhere.visitor.get(listUrl(elsewhere, 'index-values'))).json<Values>();
    const dimensions = codes(values.dimensions as { code: string }[]);
    expect(
      demoEntries.indexValues.flatMap(({ indexValue }) => checkIndexValue(indexValue, { year: 2026, dimensions })),
    ).toEqual([]);
  });
});
