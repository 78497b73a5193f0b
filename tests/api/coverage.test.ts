import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as contract from '#shared/contracts/coverage.ts';
import type { Endpoint } from '#shared/contracts/endpoint.ts';
import { populationOf } from '#shared/domain/coverage/population.ts';
import { alwaysThere, describeEndpoint, isPublic, noInput, noTenant } from '../support/endpoint-families.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { startFirmsApp } from '../support/firms.ts';
import type { Staff } from '../support/people.ts';
import { signedIn, signedInAs, signedInOwner } from '../support/people.ts';
import { csvFile, populationFile, populationRows } from '../support/populations.ts';
import type { TestApp } from '../support/test-app.ts';

type Listed = { populations: contract.PopulationRow[] };

let site: TestApp;
let analyst: Staff;
let elsewhere: Staff;

beforeAll(async () => {
  site = await startFirmsApp();
  analyst = await signedInAs(site, 'analyst', { organisation: '20' });
  elsewhere = await signedInAs(site, 'analyst', { organisation: '17' });
});
afterAll(() => site.close());

const url = (rest: string, who: Staff = analyst) => `/api/region/organisations/${who.organisationId}/${rest}`;
const send = (endpoint: Endpoint, who: Pick<Staff, 'visitor'>, address: string, body?: unknown) =>
  endpoint.method === 'GET' ? who.visitor.get(address) : who.visitor.post(address, body);

const added = (changes: object = {}) => ({
  ...{ file: populationFile(), year: 2024, unit: 'firms', source: 'SCB, Företagsdatabasen', sourceUrl: null },
  ...changes,
});
async function add(changes: object = {}, who: Staff = analyst): Promise<string> {
  const reply = await who.visitor.post(url('populations', who), added(changes));
  expect(reply.statusCode).toBe(201);
  return reply.json<{ populationId: string }>().populationId;
}
const listed = async (who: Staff = analyst) =>
  (await who.visitor.get(url('populations', who))).json<Listed>().populations;
const withdrawal = (populationId: string) => `populations/${populationId}/withdrawal`;

const familiesOf = (endpoint: Endpoint, rest: () => string, body: () => unknown = () => undefined) => ({
  'refuses who has no key': async () => {
    expectProblem(await send(endpoint, { visitor: site.newVisitor() }, url(rest()), body()), 401, 'sign-in-required');
  },
  'refuses the wrong role': async () => {
    const others = [
      await signedIn(site),
      await signedInOwner(site),
      await signedInAs(site, 'advisor'),
      await signedInAs(site, 'editor'),
      await signedInAs(site, 'administrator'),
    ];
    for (const who of others) expectProblem(await send(endpoint, who, url(rest()), body()), 404, 'not-found');
  },
  'hides what belongs to another firm': async () => {
    expectProblem(await send(endpoint, elsewhere, url(rest()), body()), 404, 'not-found');
  },
});

describeEndpoint(contract.listPopulations, {
  ...familiesOf(contract.listPopulations, () => 'populations'),
  'refuses an invalid request': noInput,
  'does not find what is not there': async () => {
    expectProblem(await analyst.visitor.get(`/api/region/organisations/${randomUUID()}/populations`), 404, 'not-found');
  },
  succeeds: async () => {
    const populationId = await add({ source: 'Den första' });
    const [own] = (await listed()).filter((each) => each.populationId === populationId);
    const [seen] = (await listed(elsewhere)).filter((each) => each.populationId === populationId);

    expect(own).toMatchObject({ source: 'Den första', year: 2024, unit: 'firms', isOwn: true, withdrawnAt: null });
    expect(seen).toMatchObject({ isOwn: false, organisationName: own?.organisationName });
  },
});

describeEndpoint(contract.readPopulationFile, {
  ...familiesOf(
    contract.readPopulationFile,
    () => 'population-files',
    () => ({ file: populationFile(), year: null }),
  ),
  'refuses an invalid request': async () => {
    const faulty = [
      [{ file: { kind: 'xlsx', base64: populationFile().base64 }, year: null }, 'body/file'],
      [{ file: populationFile(), year: 1 }, 'body/year'],
    ] as const;
    for (const [body, path] of faulty) {
      const reply = await analyst.visitor.post(url('population-files'), body);
      expect(reply.json<{ errors: { path: string }[] }>().errors.map((each) => each.path)).toContain(path);
    }
  },
  'does not find what is not there': async () => {
    const address = `/api/region/organisations/${randomUUID()}/population-files`;
    expectProblem(await analyst.visitor.post(address, { file: populationFile(), year: null }), 404, 'not-found');
  },
  succeeds: async () => {
    const before = (await listed()).length;
    const reply = await analyst.visitor.post(url('population-files'), { file: populationFile(), year: 2023 });
    const faulty = csvFile([...populationRows(), ['17 län', 'stål', '1-4 anställda', '3', '3']]);
    const refused = await analyst.visitor.post(url('population-files'), { file: faulty, year: null });

    expect(reply.json()).toMatchObject({ years: [2024, 2023], unit: 'firms', faults: [], faultCount: 0 });
    expect(refused.json()).toMatchObject({ cells: [], faults: [{ code: 'unknown-industry', row: 452, text: 'stål' }] });
    expect(await listed()).toHaveLength(before);
  },
});

describeEndpoint(contract.addPopulation, {
  ...familiesOf(contract.addPopulation, () => 'populations', added),
  'refuses an invalid request': async () => {
    const faulty = [
      [{ source: ' ' }, 'body/source'],
      [{ sourceUrl: 'javascript:alert(1)' }, 'body/sourceUrl'],
      [{ unit: 'people' }, 'body/unit'],
      [{ year: 2019 }, 'body/file'],
      [{ file: csvFile([...populationRows(), ['17 län', '24 stål', '1-9', '3', '3']]) }, 'body/file'],
      [{ file: csvFile(populationRows(['17'])) }, 'body/file'],
    ] as const;
    for (const [changes, path] of faulty) {
      const reply = await analyst.visitor.post(url('populations'), added(changes));
      expectProblem(reply, 422, 'invalid-request');
      expect(reply.json<{ errors: { path: string }[] }>().errors.map((each) => each.path)).toContain(path);
    }
  },
  'does not find what is not there': async () => {
    const address = `/api/region/organisations/${randomUUID()}/populations`;
    expectProblem(await analyst.visitor.post(address, added()), 404, 'not-found');
  },
  succeeds: async () => {
    const populationId = await add({ sourceUrl: 'https://www.statistikdatabasen.scb.se/' });
    const stored = (await listed()).find((each) => each.populationId === populationId);

    // Värmland: divisions begin at 10, 15, 20 and 25; sizes from 1-4 on add 3, 6, 9, 12 and 15: 5 * 70 + 4 * 45.
    expect(populationOf(stored?.cells ?? [], { county: '17' })).toBe(530);
    // Division 16 is of two branches: 20 in Värmland, 27 and 34 in the others, each with 45 more in five sizes.
    expect(stored?.cells.filter(({ branch }) => branch === null).reduce((sum, { number }) => sum + number, 0)).toBe(
      5 * (20 + 27 + 34) + 3 * 45,
    );
    expect(stored?.leftOut).toEqual([{ why: 'nobody-employed', rows: 75, number: 4 * (10 + 17 + 24) + 3 * 30 }]);
  },
});

describeEndpoint(contract.withdrawPopulation, {
  ...familiesOf(
    contract.withdrawPopulation,
    () => withdrawal(randomUUID()),
    () => ({ reason: 'Fel år.' }),
  ),
  'refuses an invalid request': async () => {
    const reply = await analyst.visitor.post(url(withdrawal(await add())), { reason: ' ' });
    expectProblem(reply, 422, 'invalid-request');
  },
  'does not find what is not there': async () => {
    const body = { reason: 'Fel år.' };
    const ofOthers = await add({}, elsewhere);

    expectProblem(await analyst.visitor.post(url(withdrawal(randomUUID())), body), 404, 'not-found');
    expectProblem(await analyst.visitor.post(url(withdrawal(ofOthers)), body), 404, 'not-found');
  },
  succeeds: async () => {
    const populationId = await add({ unit: 'workplaces' });
    const reply = await analyst.visitor.post(url(withdrawal(populationId)), { reason: 'Fel år.' });
    const again = await analyst.visitor.post(url(withdrawal(populationId)), { reason: 'Igen.' });
    const row = (await listed()).find((each) => each.populationId === populationId);

    expect(reply.statusCode).toBe(200);
    expectProblem(again, 404, 'not-found');
    expect(row).toMatchObject({
      withdrawnReason: 'Fel år.',
      withdrawnAt: reply.json<{ withdrawnAt: string }>().withdrawnAt,
    });
  },
});

describeEndpoint(contract.listCurrentPopulations, {
  'refuses who has no key': isPublic,
  'refuses the wrong role': isPublic,
  'hides what belongs to another firm': noTenant,
  'refuses an invalid request': noInput,
  'does not find what is not there': alwaysThere,
  succeeds: async () => {
    await add({ year: 2023, unit: 'workplaces', source: 'Gammal' });
    const newest = await add({ year: 2024, unit: 'workplaces', source: 'Ny' });
    const withdrawn = await add({ year: 2024, unit: 'workplaces', source: 'Nyast' });
    await analyst.visitor.post(url(withdrawal(withdrawn)), { reason: 'Fel.' });
    const { populations, rules } = (await site.newVisitor().get('/api/populations')).json<{
      populations: contract.Population[];
      rules: object;
    }>();

    expect(populations.map(({ unit }) => unit)).toEqual(['firms', 'workplaces']);
    expect(populations[1]).toMatchObject({ populationId: newest, source: 'Ny' });
    expect(rules).toEqual(site.content.bundle.coverage);
  },
});

describe('a population table', () => {
  test('of one county is refused, with those that are missing, and nothing is kept', async () => {
    const before = (await listed()).length;
    const file = csvFile(populationRows(['17']));
    const report = await analyst.visitor.post(url('population-files'), { file, year: null });
    const reply = await analyst.visitor.post(url('populations'), added({ file }));

    expect(report.json()).toMatchObject({
      cells: [],
      faults: [
        { code: 'county-missing', row: null, text: '20' },
        { code: 'county-missing', row: null, text: '21' },
      ],
    });
    expectProblem(reply, 422, 'invalid-request');
    expect(await listed()).toHaveLength(before);
  });

  test('of made-up firms stays in use beside one of real firms, since each is for figures of its own', async () => {
    await site.admin.query(
      `insert into mattstock.populations (population_id, organisation_id, organisation_name, unit, year, source,
         is_simulated, cells, left_out, created_at)
       select $1, organisation_id, name, 'firms', 2020, 'Påhittad', true, '[]', '[]', now()
       from mattstock.organisations where organisation_id = $2`,
      [randomUUID(), analyst.organisationId],
    );
    await add();
    const { populations } = (await site.newVisitor().get('/api/populations')).json<{
      populations: contract.Population[];
    }>();

    expect(populations.filter(({ unit }) => unit === 'firms').map(({ isSimulated }) => isSimulated)).toEqual([
      false,
      true,
    ]);
  });

  test('is never changed, also not by who took it in', async () => {
    const populationId = await add();
    await site.admin.query('set role mattstock_statistics');
    const change = site.admin.query('update mattstock.populations set cells = $2 where population_id = $1', [
      populationId,
      '[]',
    ]);

    await expect(change).rejects.toThrow(/permission denied/);
    await site.admin.query('reset role');
  });

  test('is written down in the log when it comes and goes', async () => {
    const populationId = await add();
    await analyst.visitor.post(url(withdrawal(populationId)), { reason: 'Fel.' });
    const { rows } = await site.admin.query<{ action: string }>(
      'select action from audit_events where object_id = $1 order by occurred_at, action',
      [populationId],
    );

    expect(rows.map(({ action }) => action)).toEqual(['population-added', 'population-withdrawn']);
  });
});
