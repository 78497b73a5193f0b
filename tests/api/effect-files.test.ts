import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { ReleaseFileRow } from '#shared/contracts/release-files.ts';
import type { PublishedEffect } from '#shared/contracts/releases.ts';
import { canonicalJson } from '#shared/domain/canonical-json.ts';
import type { Language } from '#shared/domain/language.ts';
import { describedBy, expectDemanded, expectTrueSizes } from '../support/dcat.ts';
import { effectsBy } from '../support/effects.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { startFirmsApp } from '../support/firms.ts';
import { readPdf } from '../support/pdf.ts';
import { type Staff, signedInAs } from '../support/people.ts';
import { populate, worldAt } from '../support/population.ts';
import { parsePx } from '../support/px.ts';
import { releasesBy } from '../support/releases.ts';
import type { TestApp } from '../support/test-app.ts';

let site: TestApp;
let analyst: Staff;
let release: PublishedEffect;
let listed: { files: ReleaseFileRow[]; meetingPacks: { audience: string; about: Record<Language, string> }[] };

const address = (rest = '', number = 1) => `/api/releases/${number}/files${rest === '' ? '' : `/${rest}`}`;
const get = (url: string) => site.app.inject({ url });
/** Papers are long to make: a site that is busy with the last ones answers a moment later. */
const paper = (audience: string, language: Language) =>
  vi.waitFor(async () => {
    const reply = await get(`/api/releases/1/meeting-packs/${audience}?language=${language}`);
    expect(reply.statusCode).toBe(200);
    return readPdf(reply.rawPayload);
  }, 30_000);

beforeAll(async () => {
  site = await startFirmsApp();
  await populate(site, worldAt(site, new Date('2026-10-20T08:00:00Z')), 60, true);
  analyst = await signedInAs(site, 'analyst', { organisation: '20' });
  const effects = effectsBy(() => analyst);
  expect((await effects.publish(await effects.built())).statusCode).toBe(200);
  const levels = releasesBy(() => analyst);
  const release2 = await levels.built({ measures: ['D1'], breakdowns: [['size']] });
  expect((await levels.publish(release2)).statusCode).toBe(200);
  release = (await get('/api/releases/1')).json<PublishedEffect>();
  listed = (await get(address())).json<typeof listed>();
}, 240_000);
afterAll(() => site.close());

test('a release of effects has the files of other releases, and every one answers', async () => {
  expect(listed.files.map(({ name }) => name)).toEqual([
    'figures-sv.xlsx',
    'figures-en.xlsx',
    'figures-sv.csv',
    'figures-en.csv',
    'json-stat-sv.json',
    'json-stat-en.json',
    'all-effect.px',
    'package-effect.px',
    'step-effect.px',
    'document.json',
  ]);
  for (const { name, bytes, sha256 } of listed.files) {
    const reply = await get(address(name));
    expect([name, reply.statusCode, reply.rawPayload.length]).toEqual([name, 200, bytes]);
    expect(reply.headers['etag']).toBe(`"${sha256}"`);
  }
  expect((await get(address('document.json'))).payload).toBe(canonicalJson(release.document));
});

test('as CSV it is a table with a row for each figure that is asked, also below no difference', async () => {
  const rows: Record<string, string>[] = parse((await get(address('figures-en.csv'))).payload, { columns: true });
  const { cells } = release.document;

  expect(rows).toHaveLength(5 * cells.length);
  for (const { measure, group, estimate, low } of cells) {
    const [code = '', value = ''] = group.split('=');
    const isIn = (row: Record<string, string>) =>
      row['measure'] === measure &&
      (code === 'all' ? row['package'] === 'all' && row['step'] === 'all' : row[code] === value);
    const of = (figure: string) => rows.find((row) => isIn(row) && row['figure'] === figure);
    const told = (number: number | null) => (number === null ? { value: '', hidden: '..' } : { value: String(number) });
    expect(of('estimate')).toMatchObject(told(estimate));
    expect(of('low')).toMatchObject({ ...told(low), unit: 'levels' });
  }
  expect(rows.some(({ value = '' }) => value.startsWith('-'))).toBe(true);
});

test('as PX packages and areas are a cube that says what is not asked, and what it cannot prove', async () => {
  const px = parsePx((await get(address('package-effect.px'))).payload);

  expect(px.byLanguage.get('sv')?.map(({ name }) => name)).toEqual(['Område', 'Paket', 'Uppgift']);
  expect(px.variables[1]?.codes).toEqual(release.document.spec.packages.map(({ code }) => code));
  expect(px.variables[2]?.codes).toEqual(['estimate', 'low', 'high', 'took-part', 'matched']);
  expect([px.one('DATASYMBOL1'), px.one('DATASYMBOL2')]).toEqual([['.'], ['..']]);
  expect(px.one('NOTE', 'en')[0]).toMatch(/The figures cannot tell that it was the package/);
  expect(px.one('NOTE')[0]).toMatch(/2025-01-01 – 2025-12-31 och igen 2026-01-01 – 2026-09-30/);
  expect(px.one('TITLE', 'en')).toEqual(['Effect of support by package, 2025-01-01 – 2026-09-30']);
  const asked = release.document.cells.filter(({ group }) => group.startsWith('package='));
  expect(px.data.filter((cell) => cell !== '.')).toHaveLength(5 * asked.length);
});

test('it is in the catalogue beside releases of levels, and says for itself what it is about', async () => {
  const graph = await describedBy((await get(address('dcat.jsonld'))).json());
  expectDemanded(graph);
  await expectTrueSizes(site, graph, '/releases/1');
  const [dataset = ''] = graph.are('dcat:Dataset');
  expect(graph.values(dataset, 'dcat:keyword')).toEqual(expect.arrayContaining(['företagsstöd', 'business support']));
  expect(graph.values(dataset, 'dcterms:spatial')).toHaveLength(3);
  expect(graph.values(dataset, 'dcterms:description').join()).toMatch(/cannot tell that it was the package/);

  const all = await describedBy((await get('/api/releases/catalogue')).json());
  expectDemanded(all);
  expect(all.are('dcat:Dataset')).toEqual([1, 2].map((number) => expect.stringContaining(`/releases/${number}#`)));
});

test('those who decide on support and work with it have papers, and nobody else', async () => {
  expect(listed.meetingPacks.map(({ audience }) => audience)).toEqual(['leadership', 'working-group']);
  expect(listed.meetingPacks[0]?.about.sv).toMatch(/Inför beslut om stöd/);
  expectProblem(await get('/api/releases/1/meeting-packs/coordinator?language=sv'), 404, 'not-found');
  expect((await get('/api/releases/2/meeting-packs/coordinator?language=sv')).statusCode).toBe(200);
  // An own copy would tell no more: what regions follow up is beside levels alone.
  const own = `/api/region/organisations/${analyst.organisationId}/published-releases`;
  expectProblem(await analyst.visitor.get(`${own}/1/meeting-packs/leadership?language=sv`), 404, 'not-found');
});

const signed = (value: number) => `${value > 0 ? '+' : ''}${value.toFixed(1)}`;

test.each(['sv', 'en'] as const)(
  'the papers are tagged, whole, and say first what they cannot prove, in %s',
  async (language) => {
    for (const { audience } of listed.meetingPacks) {
      const pdf = await paper(audience, language);
      const roles = pdf.structure.map(({ role }) => role);

      expect([pdf.isTagged, pdf.language.slice(0, 2)]).toEqual([true, language]);
      expect(pdf.fonts.used).toBe(pdf.fonts.embedded);
      expect(roles.filter((role) => role === 'H1')).toHaveLength(1);
      expect(roles).toEqual(expect.arrayContaining(['H2', 'H3', 'L', 'Table']));
      expect(pdf.structure.filter(({ role, alt }) => role === 'Figure' && (alt ?? '') === '')).toEqual([]);
      expect(pdf.text).toContain(release.sha256);
      const [cannot, figures] =
        language === 'sv'
          ? ['Siffrorna kan inte säga att det var paketet', 'Det viktigaste']
          : ['The figures cannot tell that it was the package', 'The main points'];
      expect(pdf.text.indexOf(cannot)).toBeGreaterThan(0);
      expect(pdf.text.indexOf(cannot)).toBeLessThan(pdf.text.indexOf(figures));
    }
  },
);

test('papers tell every difference that the release shows, and no package that it hides', async () => {
  const { cells, spec } = release.document;
  const pdf = await paper('working-group', 'en');
  const shown = cells.filter(({ estimate }) => estimate !== null);
  for (const { estimate, low, high } of shown)
    expect(pdf.text).toContain(`${signed(estimate ?? 0)} (${signed(low ?? 0)} to ${signed(high ?? 0)})`);
  const tables = pdf.structure.filter(({ role }) => role === 'Table').length;
  expect(tables).toBe(new Set(shown.map(({ group }) => group)).size);
  const hidden = spec.packages.filter(({ code }) => !shown.some(({ group }) => group === `package=${code}`));
  expect(hidden.length).toBeGreaterThan(0);
  // A name may go on on the next page, with the foot of this one between.
  const text = pdf.text.replaceAll(/ ?Måttstock, release 1, [\d-]+ ?\d+ of \d+/g, '');
  const told = text.slice(0, text.lastIndexOf('Packages that cannot be told of'));
  for (const { code } of hidden) {
    const name = spec.names.attributes['package']?.values[code]?.en ?? '';
    expect([name, text.includes(name), told.includes(name)]).toEqual([name, true, false]);
  }
});
