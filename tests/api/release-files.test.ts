import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ReleaseFileRow } from '#shared/contracts/release-files.ts';
import * as contract from '#shared/contracts/release-files.ts';
import type { PublishedLevels } from '#shared/contracts/releases.ts';
import { canonicalJson } from '#shared/domain/canonical-json.ts';
import { describedBy, expectDemanded, expectTrueSizes } from '../support/dcat.ts';
import { alwaysThere, describeEndpoint, isPublic, noInput, noTenant } from '../support/endpoint-families.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { startFirmsApp } from '../support/firms.ts';
import { writeActivity } from '../support/follow-up.ts';
import { readPdf } from '../support/pdf.ts';
import type { Staff } from '../support/people.ts';
import { signedIn, signedInAs } from '../support/people.ts';
import { populate, worldAt } from '../support/population.ts';
import { populationFile } from '../support/populations.ts';
import { parsePx } from '../support/px.ts';
import { levelsOf, releasesBy } from '../support/releases.ts';
import type { TestApp } from '../support/test-app.ts';

let site: TestApp;
let analyst: Staff;
let files: readonly ReleaseFileRow[];

const { built, publish } = releasesBy(() => analyst);
const address = (rest = '', number: number | string = 1) =>
  `/api/releases/${number}/files${rest === '' ? '' : `/${rest}`}`;
const get = (url: string, headers: Readonly<Record<string, string>> = {}) => site.app.inject({ url, headers });

beforeAll(async () => {
  site = await startFirmsApp();
  await populate(site, worldAt(site, new Date('2026-10-20T08:00:00Z')), 260);
  analyst = await signedInAs(site, 'analyst', { organisation: '20' });
  for (const breakdowns of [[['county'], ['county', 'branch']], [['size']]]) {
    const release = await built({ measures: ['D1', 'PM1'], breakdowns });
    expect((await publish(release)).statusCode).toBe(200);
  }
  files = (await get(address())).json<{ files: ReleaseFileRow[] }>().files;
}, 240_000);
afterAll(() => site.close());

const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

describeEndpoint(contract.listReleaseFiles, {
  'refuses who has no key': isPublic,
  'refuses the wrong role': isPublic,
  'hides what belongs to another firm': noTenant,
  'refuses an invalid request': async () => {
    expectProblem(await get(address('', 0)), 422, 'invalid-request');
  },
  'does not find what is not there': async () => {
    expectProblem(await get(address('', 77)), 404, 'not-found');
  },
  succeeds: async () => {
    expect(files.map(({ name }) => name)).toEqual([
      'figures-sv.xlsx',
      'figures-en.xlsx',
      'figures-sv.csv',
      'figures-en.csv',
      'json-stat-sv.json',
      'json-stat-en.json',
      'all-level.px',
      'county-level.px',
      'county-by-branch-level.px',
      'document.json',
    ]);
    expect(files.find(({ name }) => name === 'county-by-branch-level.px')?.table).toEqual({
      sv: 'Län och bransch: nivåer',
      en: 'County and branch: levels',
    });
  },
});

describeEndpoint(contract.getReleaseFile, {
  'refuses who has no key': isPublic,
  'refuses the wrong role': isPublic,
  'hides what belongs to another firm': noTenant,
  'refuses an invalid request': async () => {
    for (const file of ['..', '%2e%2e%2fpackage.json', 'A.csv', 'x'.repeat(81)])
      expect([404, 422]).toContain((await get(address(file))).statusCode);
    expectProblem(await get(address('A.csv')), 422, 'invalid-request');
  },
  'does not find what is not there': async () => {
    expectProblem(await get(address('figures-fi.csv')), 404, 'not-found');
    expectProblem(await get(address('county-level.px', 2)), 404, 'not-found');
    expectProblem(await get(address('figures-sv.csv', 77)), 404, 'not-found');
  },
  succeeds: async () => {
    for (const { name, bytes, sha256 } of files) {
      const first = await get(address(name));
      const again = await get(address(name), { 'if-none-match': String(first.headers['etag']) });
      expect([name, first.rawPayload.length, hashOf(first.rawPayload)]).toEqual([name, bytes, sha256]);
      expect(first.headers).toMatchObject({
        etag: `"${sha256}"`,
        'content-disposition': expect.stringContaining(`mattstock-release-1-${name}`),
        'access-control-allow-origin': '*',
      });
      expect([again.statusCode, again.rawPayload.length]).toEqual([304, 0]);
    }
  },
});

describeEndpoint(contract.getReleaseCatalogue, {
  'refuses who has no key': isPublic,
  'refuses the wrong role': isPublic,
  'hides what belongs to another firm': noTenant,
  'refuses an invalid request': noInput,
  'does not find what is not there': alwaysThere,
  succeeds: async () => {
    const reply = await get('/api/releases/catalogue');
    expect(reply.headers['content-type']).toBe('application/ld+json');
    expect((await get('/api/releases/catalogue', { 'if-none-match': String(reply.headers['etag']) })).statusCode).toBe(
      304,
    );
  },
});

test('the document is the release whose hash is its name', async () => {
  const release = (await get('/api/releases/1')).json<PublishedLevels>();
  const file = await get(address('document.json'));

  expect(file.payload).toBe(canonicalJson(release.document));
  expect(hashOf(file.rawPayload)).toBe(release.sha256);
});

test('a table as PX has the words of both languages and says how it is to be read', async () => {
  const px = parsePx((await get(address('county-level.px'))).payload);

  expect(px.byLanguage.get('sv')?.map(({ name }) => name)).toEqual(['Område', 'Län', 'Uppgift']);
  expect(px.byLanguage.get('en')?.map(({ name }) => name)).toEqual(['Area', 'County', 'Figure']);
  expect(px.byLanguage.get('sv')?.[1]).toMatchObject({ values: ['Värmland', 'Dalarna', 'Gävleborg'] });
  expect(px.variables[1]?.codes).toEqual(['17', '20', '21']);
  expect(px.one('NOTE', 'en')[0]).toMatch(/Two dots \(\.\.\) mean that the figure is not shown/);
  expect(px.one('SOURCE')[0]).toMatch(/^Måttstock, publicering 1, publicerad 2\d{3}-\d\d-\d\d av /);
  expect(px.one('DECIMALS')).toEqual(['1']);
  expect(px.one('CONTVARIABLE', 'en')).toEqual(['Figure']);
  expect(px.one('DATASYMBOL2')).toEqual(['..']);
  expect(px.of('UNITS').map(({ subkeys, values }) => [subkeys[0], values[0]])).toContainEqual(['Medel', 'nivå 0–4']);
});

const describedAt = async (url: string) => describedBy((await get(url)).json());

test.each([
  [
    'one release',
    '/api/releases/1/files/dcat.jsonld',
    { 'dcat:Catalog': 0, 'dcat:Dataset': 1, 'dcat:Distribution': 10 },
  ],
  ['all releases', '/api/releases/catalogue', { 'dcat:Catalog': 1, 'dcat:Dataset': 2, 'dcat:Distribution': 19 }],
] as const)('the description of %s says what DCAT-AP demands', async (_, url, numbers) => {
  const graph = await describedAt(url);
  for (const [type, number] of Object.entries(numbers)) expect([type, graph.are(type).length]).toEqual([type, number]);
  expectDemanded(graph);
});

test('the description tells of each file its true size and hash, at an address that answers', async () => {
  await expectTrueSizes(site, await describedAt('/api/releases/1/files/dcat.jsonld'), '/releases/1');
});

const packAddress = (audience: string, language: string, number = 1): string =>
  `/api/releases/${number}/meeting-packs/${audience}?language=${language}`;

describeEndpoint(contract.getMeetingPack, {
  'refuses who has no key': isPublic,
  'refuses the wrong role': isPublic,
  'hides what belongs to another firm': noTenant,
  'refuses an invalid request': async () => {
    expectProblem(await get(packAddress('leadership', 'fi')), 422, 'invalid-request');
    expectProblem(await get(packAddress('A', 'sv')), 422, 'invalid-request');
  },
  'does not find what is not there': async () => {
    expectProblem(await get(packAddress('board', 'sv')), 404, 'not-found');
    expectProblem(await get(packAddress('leadership', 'sv', 77)), 404, 'not-found');
  },
  succeeds: async () => {
    const first = await get(packAddress('leadership', 'sv'));
    const again = await get(packAddress('leadership', 'sv'), { 'if-none-match': String(first.headers['etag']) });

    expect(first.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': expect.stringContaining('mattstock-release-1-leadership-sv.pdf'),
    });
    expect(again.statusCode).toBe(304);
  },
});

const regionPackAddress = (audience: string, language: string, number = 1, who = analyst): string =>
  `/api/region/organisations/${who.organisationId}/published-releases/${number}/meeting-packs/${audience}?language=${language}`;

describeEndpoint(contract.getRegionPack, {
  'refuses who has no key': async () => {
    expectProblem(await get(regionPackAddress('leadership', 'sv')), 401, 'sign-in-required');
  },
  'refuses the wrong role': async () => {
    const others = [await signedIn(site), await signedInAs(site, 'advisor'), await signedInAs(site, 'administrator')];
    for (const { visitor } of others)
      expectProblem(await visitor.get(regionPackAddress('leadership', 'sv')), 404, 'not-found');
  },
  'hides what belongs to another firm': async () => {
    const other = await signedInAs(site, 'analyst', { organisation: '21' });
    expectProblem(await other.visitor.trespass({ url: regionPackAddress('leadership', 'sv') }), 404, 'not-found');
  },
  'refuses an invalid request': async () => {
    expectProblem(await analyst.visitor.get(regionPackAddress('leadership', 'fi')), 422, 'invalid-request');
    expectProblem(await analyst.visitor.get(regionPackAddress('leadership', 'sv', 0)), 422, 'invalid-request');
  },
  'does not find what is not there': async () => {
    expectProblem(await analyst.visitor.get(regionPackAddress('board', 'sv')), 404, 'not-found');
    expectProblem(await analyst.visitor.get(regionPackAddress('leadership', 'sv', 77)), 404, 'not-found');
  },
  succeeds: async () => {
    await writeActivity(analyst);
    const reply = await analyst.visitor.get(regionPackAddress('leadership', 'en'));
    const { text, pages, title, author } = await readPdf(reply.rawPayload);

    expect(reply.headers).toMatchObject({
      'content-type': 'application/pdf',
      'cache-control': 'no-store',
      'content-disposition': expect.stringContaining('mattstock-release-1-leadership-region-en.pdf'),
    });
    expect(text).toMatch(/[1-9] of 22 steps of the strategy have started/);
    expect(text).toContain('The robot demonstrator (Region Dalarna, statistics)');
    // One activity of four million and an amount that is not given, besides those of the demo.
    expect(text).toMatch(/at least [\d,]+/);
    expect(pages[0]).toMatch(/Own copy of Region Dalarna, statistics, made on \d+ \w+ 20\d\d\. It is not published\./);
    expect(
      pages.every((page) => /Own copy of Region Dalarna, statistics, made on .*Måttstock, release 1/.test(page)),
    ).toBe(true);
    expect([title, author]).toEqual([
      expect.stringMatching(/: for the leadership group, own copy of Region Dalarna, statistics$/),
      'Region Dalarna, statistics',
    ]);
  },
});

test('the papers for everybody have nothing of what the regions write down', async () => {
  for (const audience of ['leadership', 'working-group', 'coordinator']) {
    const { text } = await readPdf((await get(packAddress(audience, 'en'))).rawPayload);
    expect(text).not.toMatch(/own copy|steps of the strategy|The robot demonstrator/i);
  }
});

test('papers tell how evenly firms have answered by the table in use, and are others when it changes', async () => {
  const before = await get(packAddress('coordinator', 'en'));
  const taken = await analyst.visitor.post(`/api/region/organisations/${analyst.organisationId}/populations`, {
    ...{ file: populationFile(), year: 2024, unit: 'firms', source: 'SCB, Företagsdatabasen 2024', sourceUrl: null },
  });
  const untouched = await get(packAddress('coordinator', 'en'));
  // As if it were of made-up firms, as the figures are.
  await site.admin.query(`update mattstock.populations set is_simulated = (source like 'SCB%')`);
  const after = await get(packAddress('coordinator', 'en'));
  const again = await get(packAddress('coordinator', 'en'), { 'if-none-match': String(after.headers['etag']) });
  const { text } = await readPdf(after.rawPayload);

  expect(taken.statusCode).toBe(201);
  expect((await readPdf(untouched.rawPayload)).text).not.toContain('Företagsdatabasen');
  expect(after.headers['etag']).not.toBe(before.headers['etag']);
  expect(again.statusCode).toBe(304);
  expect(text).toMatch(/About \d+ of [\d,–]+ firms have answered/);
  expect(text).toContain('Numbers of firms 2024: the table was made up for the demo.');
});

test('papers rank the needs without a package that the release shows, beside how many packages there are', async () => {
  const release = await built({ measures: ['D9', 'gap.D9', 'gap.PM3'], breakdowns: [['county'], ['branch']] });
  const published = (await publish(release)).json<{ number: number }>();
  const { cells } = levelsOf(release);
  const { text } = await readPdf((await get(packAddress('leadership', 'en', published.number))).rawPayload);
  const share = cells.find(({ measure, group }) => measure === 'gap.D9' && group === 'all')?.classes?.[1];

  expect(share).toBeGreaterThan(0);
  expect(text).toContain(`Most often without a package: Security (${share} %)`);
  expect(text).toMatch(/Security [\d.]+ % [\d,]+ none/);
  expect((await readPdf((await get(packAddress('leadership', 'en'))).rawPayload)).text).not.toContain(
    'Needs without a package',
  );
});

test.each(['sv', 'en'] as const)('papers for each group are whole and tagged in %s', async (language) => {
  const listed = (await get(address())).json<{ meetingPacks: { audience: string }[] }>().meetingPacks;
  expect(listed.map(({ audience }) => audience)).toEqual(['leadership', 'working-group', 'coordinator']);
  for (const { audience } of listed) {
    const { rawPayload } = await get(packAddress(audience, language));
    const pdf = await readPdf(rawPayload);
    const roles = pdf.structure.map(({ role }) => role);

    expect([pdf.isTagged, pdf.language.slice(0, 2)]).toEqual([true, language]);
    expect(pdf.fonts.used).toBe(pdf.fonts.embedded);
    expect(roles.filter((role) => role === 'H1')).toHaveLength(1);
    expect(roles).toEqual(expect.arrayContaining(['H2', 'L', 'LI', 'P']));
    expect(pdf.structure.filter(({ role, alt }) => role === 'Figure' && (alt ?? '') === '')).toEqual([]);
    expect(pdf.text).toContain(
      language === 'sv' ? 'de företag som har svarat och samtyckt' : 'the firms that have answered and agreed',
    );
    // By what rules they are made stands at their end alone.
    const { sha256 } = (await get('/api/releases/1')).json<PublishedLevels>();
    expect(pdf.text.split(sha256)).toHaveLength(2);
    expect(pdf.pages.at(-1)?.replaceAll(' ', '')).toContain(sha256);
    if (audience === 'leadership') expect(pdf.pages.length).toBeLessThanOrEqual(4);
  }
});

test('papers say nothing of a group that is hidden', async () => {
  const { document } = (await get('/api/releases/1')).json<PublishedLevels>();
  const pdf = await readPdf((await get(packAddress('working-group', 'en'))).rawPayload);
  const counties = Object.entries(document.spec.names.attributes['county']?.values ?? {});
  for (const [code, name] of counties) {
    for (const measure of document.spec.measures) {
      const cell = document.cells.find((each) => each.measure === measure && each.group === `county=${code}`);
      const told = cell?.mean == null ? '..' : `${cell.mean.toFixed(1)} (${cell.firms})`;
      expect([name.en, pdf.text.includes(told)]).toEqual([name.en, true]);
    }
  }
});
