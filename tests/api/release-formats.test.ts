import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { readXlsx as readXlsxFile } from 'hucre/xlsx';
import JSONstat from 'jsonstat-toolkit';
import readWorkbook from 'read-excel-file/node';
import { afterEach, expect, test, vi } from 'vitest';
import { createFileMaker } from '#server/features/releases/file-maker.ts';
import type { FileSource } from '#server/features/releases/files/file-names.ts';
import { digestOf, filesOf } from '#server/features/releases/files/list-files.ts';
import { tablesOf } from '#server/features/releases/files/tables-of.ts';
import { writeCsv } from '#server/features/releases/files/write-csv.ts';
import { writeJsonStat } from '#server/features/releases/files/write-json-stat.ts';
import { writePx } from '#server/features/releases/files/write-px.ts';
import { writeWorkbook } from '#server/features/releases/files/write-workbook.ts';
import { papersOf } from '#server/features/releases/pack/papers-of.ts';
import { contentFolder } from '#server/folders.ts';
import { loadContent } from '#server/platform/content/load-content.ts';
import { barLengths } from '#server/platform/pdf/bar-chart.ts';
import { lengthsOf } from '#server/platform/pdf/cell-drawing.ts';
import type { PublishedRelease } from '#shared/contracts/releases.ts';
import { divisionFindings } from '#shared/domain/benchmark/division-findings.ts';
import { groupKey } from '#shared/domain/benchmark/frame.ts';
import { type Language, languages } from '#shared/domain/language.ts';
import { effectArbitrary, shownInEffect } from '../support/effect-document.ts';
import { parsePx } from '../support/px.ts';
import { keyOf, releaseArbitrary, shownIn } from '../support/release-document.ts';

// Also after a failure: the files that follow share the process, and its clock.
afterEach(() => {
  vi.useRealTimers();
});

/** What a file says: a number, that there is none to be seen, or in a cube that there can be none. */
type Told = Map<string, number | '..' | '.'>;

const anyReleaseArbitrary = fc.oneof<fc.Arbitrary<PublishedRelease>[]>(releaseArbitrary, effectArbitrary);

const sourceOf = (release: PublishedRelease): FileSource => ({
  release,
  origin: 'https://mattstock.example',
  licence: { uri: 'https://creativecommons.org/publicdomain/zero/1.0/', name: { sv: 'CC0', en: 'CC0' } },
});

function put(told: Told, key: string, value: number | '..' | '.'): void {
  expect(told.has(key), key).toBe(false);
  told.set(key, value);
}

const placeOf = (pairs: readonly (readonly [string, string])[]): string => groupKey(Object.fromEntries(pairs));

function readCsv(release: PublishedRelease, language: Language): Told {
  const rows: Record<string, string>[] = parse(writeCsv(release, language), {
    columns: true,
    record_delimiter: '\r\n',
  });
  const told: Told = new Map();
  const codes = Object.keys(rows[0] ?? {}).filter(
    (name) => `${name}_name` in (rows[0] ?? {}) && !['measure', 'figure'].includes(name),
  );
  for (const row of rows) {
    const place = codes.flatMap((code) => (row[code] === 'all' ? [] : [[code, row[code] ?? ''] as const]));
    expect(row['release']).toBe('3');
    expect(row['hidden'] === '..').toBe(row['value'] === '');
    const value = row['hidden'] === '..' ? '..' : Number(row['value']);
    put(told, keyOf(row['measure'] ?? '', placeOf(place), row['figure'] ?? ''), value);
  }
  return told;
}

function readJsonStat(release: PublishedRelease, language: Language): Told {
  const told: Told = new Map();
  const collection = JSONstat(JSON.parse(writeJsonStat(sourceOf(release), language)));
  expect(collection.class).toBe('collection');
  for (let at = 0; at < collection.length; at += 1) {
    const dataset = collection.Dataset(at);
    expect(dataset?.class).toBe('dataset');
    for (const row of dataset?.Transform({ type: 'arrobj', content: 'id', status: true }) ?? []) {
      const { measure, figure, value, status, ...place } = row;
      expect(status === '..' || status === '.').toBe(value === null);
      put(told, keyOf(measure, groupKey(place), figure), value ?? (status === '.' ? '.' : '..'));
    }
  }
  return told;
}

const codeAt = (codes: readonly string[], index: number): string => codes[index] ?? '';

function readPx(release: PublishedRelease): Told {
  const told: Told = new Map();
  const { attributes, tables } = tablesOf(release.document);
  for (const [at, table] of tables.entries()) {
    const px = parsePx(writePx(sourceOf(release), { table, attributes }, at));
    const codes = px.variables.map((variable) => variable.codes);
    for (const language of px.languages)
      expect(px.byLanguage.get(language)?.map((variable) => variable.codes)).toEqual(codes);
    for (const [cell, text] of px.data.entries()) {
      let rest = cell;
      const own = codes
        .toReversed()
        .map((each) => {
          const code = codeAt(each, rest % each.length);
          rest = Math.floor(rest / each.length);
          return code;
        })
        .reverse();
      const place = table.breakdown.map((code, index) => [code, own[index + 1] ?? ''] as const);
      put(
        told,
        keyOf(own[0] ?? '', placeOf(place), own.at(-1) ?? ''),
        text === '..' || text === '.' ? text : Number(text),
      );
    }
  }
  return told;
}

type SheetRow = readonly unknown[];

/** The codes behind the names of one sheet. */
function codesOfSheet({ document }: PublishedRelease, breakdown: readonly string[], language: Language) {
  const { names, measures } = document.spec;
  const values = breakdown.map((code) => {
    const named = Object.entries(names.attributes[code]?.values ?? {});
    return new Map(named.map(([value, name]) => [name[language], value]));
  });
  const figures = tablesOf(document).tables.flatMap((table) => table.figures);
  return {
    measures: new Map(measures.map((code) => [names.measures[code]?.name[language], code])),
    figures: new Map(figures.map(({ name, code }) => [name[language], code])),
    placeIn: (row: SheetRow) =>
      placeOf(breakdown.map((code, at) => [code, values[at]?.get(String(row[at + 1])) ?? ''] as const)),
  };
}

type Block = { readonly codes: ReturnType<typeof codesOfSheet>; readonly first: number; readonly told: Told };

function readRow(row: SheetRow, head: SheetRow, measure: string, { codes, first, told }: Block): void {
  for (const [at, value] of row.slice(first).entries()) {
    if (value === null) continue;
    expect(typeof value === 'number' || value === '..', String(value)).toBe(true);
    const figure = codes.figures.get(String(head[at + first])) ?? '';
    put(told, keyOf(measure, codes.placeIn(row), figure), typeof value === 'number' ? value : '..');
  }
}

function readSheet(rows: readonly SheetRow[], block: Block): void {
  let head: SheetRow = [];
  for (const row of rows) {
    const measure = block.codes.measures.get(String(row[0]));
    if (measure === undefined) head = row;
    else readRow(row, head, measure, block);
  }
}

/** A workbook has names and no codes: those of the document lead back to them. */
async function readXlsx(release: PublishedRelease, language: Language): Promise<Told> {
  const told: Told = new Map();
  const { tables } = tablesOf(release.document);
  const sheets = await readWorkbook(await writeWorkbook(sourceOf(release), language), { trim: false });
  expect(sheets).toHaveLength(tables.length + 1);
  for (const [at, { breakdown }] of tables.entries()) {
    const codes = codesOfSheet(release, breakdown, language);
    readSheet(sheets[at + 1]?.data ?? [], { codes, first: Math.max(1, breakdown.length) + 1, told });
  }
  return told;
}

const shownOf = (told: Told): Map<string, number> =>
  new Map([...told].flatMap(([key, value]) => (typeof value === 'number' ? [[key, value]] : [])));
const askedOf = (told: Told): Told => new Map([...told].filter(([, value]) => value !== '.'));
const sorted = <T>(map: Map<string, T>): [string, T][] => [...map].sort(([a], [b]) => (a < b ? -1 : 1));

const shownBy = ({ document }: PublishedRelease): Map<string, number> =>
  document.format === 'mattstock-effect-1' ? shownInEffect(document) : shownIn(document);

test('every number that a release shows is in every file of it, and none that it hides', async () => {
  await fc.assert(
    fc.asyncProperty(anyReleaseArbitrary, fc.constantFrom(...languages), async (release, language) => {
      const csv = readCsv(release, language);
      const cubes = readJsonStat(release, language);

      expect(sorted(shownOf(csv))).toEqual(sorted(shownBy(release)));
      expect(sorted(askedOf(cubes))).toEqual(sorted(csv));
      expect(sorted(readPx(release))).toEqual(sorted(cubes));
      expect(sorted(await readXlsx(release, language))).toEqual(sorted(csv));
    }),
    { numRuns: 100 },
  );
}, 240_000);

test('files tell of what a package is not about that it is not asked, and of nothing else', () => {
  fc.assert(
    fc.property(effectArbitrary, (release) => {
      const asked = new Set(release.document.cells.map(({ measure, group }) => `${measure}|${group}`));
      const toldAs = (told: Told) => new Set([...told.keys()].map((key) => key.slice(0, key.lastIndexOf('|'))));
      const cubes = readJsonStat(release, 'sv');
      const notAsked = toldAs(new Map([...cubes].filter(([, value]) => value === '.')));

      expect(toldAs(readCsv(release, 'sv'))).toEqual(asked);
      expect([...notAsked].filter((key) => asked.has(key))).toEqual([]);
      expect(toldAs(cubes)).toEqual(new Set([...notAsked, ...asked]));
    }),
    { numRuns: 40 },
  );
});

test('files and papers are the same bytes whenever they are made', async () => {
  const { meetingPacks } = (await loadContent(contentFolder)).bundle;
  vi.useFakeTimers({ toFake: ['Date'] });
  await fc.assert(
    fc.asyncProperty(anyReleaseArbitrary, fc.constantFrom(...meetingPacks), async (release, pack) => {
      const source = sourceOf(release);
      const hashesAt = async (moment: string): Promise<string[]> => {
        vi.setSystemTime(moment);
        const made = filesOf(source).map(async ({ make }) => digestOf(await make()).sha256);
        const papers = await papersOf(source, pack)?.make('sv', {
          populations: [],
          catalogueVersion: 'a',
          areas: [],
          followUp: null,
        });
        return [...(await Promise.all(made)), ...(papers === undefined ? [] : [digestOf(papers).sha256])];
      };
      expect(await hashesAt('2031-02-03T04:05:06Z')).toEqual(await hashesAt('2026-11-26T12:00:00Z'));
    }),
    { numRuns: 25 },
  );
}, 120_000);

test('what a worker makes is what is made without one', async () => {
  const [release] = fc.sample(releaseArbitrary, { seed: 7, numRuns: 1 });
  if (release === undefined) throw new Error('there is no release');
  const source = sourceOf(release);
  const maker = createFileMaker(new AbortController().signal);
  const files = filesOf(source);
  const digests = await Promise.all(files.map(async ({ make }) => digestOf(await make())));

  expect(await maker.digest(source)).toEqual(digests);
  const one = await maker.makeFile(source, 'document.json');
  expect(digestOf(one)).toEqual(digests.at(-1));
}, 60_000);

test('the differences that papers tell are the largest between groups that are shown', () => {
  fc.assert(
    fc.property(releaseArbitrary, (release) => {
      const { cells, spec } = release.document;
      const found = divisionFindings(release.document).differences('level');
      for (const { attribute, measure, highest, lowest, difference, isWhole } of found) {
        const means = cells
          .filter((cell) => cell.measure === measure && cell.group.startsWith(`${attribute}=`))
          .filter(({ group }) => !group.includes('&'))
          .flatMap(({ mean }) => mean ?? []);
        const [most, least] = [Math.max(...means), Math.min(...means)];
        for (const [ends, mean] of [
          [highest, most],
          [lowest, least],
        ] as const)
          expect(ends.map((group) => group.mean)).toEqual(means.filter((each) => each === mean));
        expect(difference).toBeCloseTo(most - least, 5);
        expect(difference).toBeGreaterThanOrEqual(0.3);
        expect(isWhole).toBe(means.length === spec.attributes.find(({ code }) => code === attribute)?.values.length);
      }
      const sizes = found.map(({ difference }) => difference);
      expect(sizes).toEqual(sizes.toSorted((one, other) => other - one));
    }),
  );
});

test('no name is taken for a formula, and text is text in a workbook', async () => {
  const [release] = fc.sample(releaseArbitrary, { numRuns: 1, seed: 1 });
  if (release === undefined) throw new Error('no release');
  const { spec } = release.document;
  const name = { sv: '=HYPERLINK("http://x","y")', en: '@SUM(1,2)' };
  const first = spec.names.measures['D1'];
  if (first === undefined) throw new Error('no measure');
  const names = { ...spec.names, measures: { ...spec.names.measures, D1: { ...first, name } } };
  const cunning = { ...release, document: { ...release.document, spec: { ...spec, names } } };

  const rows: Record<string, string>[] = parse(writeCsv(cunning, 'sv'), { columns: true });
  expect(rows[0]?.['measure_name']).toBe(`'${name.sv}`);
  const bytes = await writeWorkbook(sourceOf(cunning), 'en');
  const sheets = await readWorkbook(bytes, { trim: false });
  expect(sheets[1]?.data[1]?.[0]).toBe(name.en);
});

test('in a workbook the head of each table stays when one scrolls, and its columns can be chosen from', async () => {
  const [release] = fc.sample(releaseArbitrary, { numRuns: 1, seed: 1 });
  if (release === undefined) throw new Error('no release');

  const [about, ...tables] = (await readXlsxFile(await writeWorkbook(sourceOf(release), 'sv'))).sheets;
  expect(about?.freezePane).toBeUndefined();
  expect(tables.length).toBeGreaterThan(1);
  for (const { freezePane, autoFilter, rows } of tables) {
    expect(freezePane).toMatchObject({ rows: 1 });
    expect(autoFilter?.range).toMatch(new RegExp(`^A1:[A-Z]+${rows.length}$`));
  }
  expect(new Set(tables.map(({ name }) => name)).size).toBe(tables.length);
});

test('the bars of papers go to the end of their scale, and those of numbers as far as the longest', () => {
  const bars = [1.5, null, 3].map((value) => ({ name: '', value, shown: '' }));
  const chart = { alternative: '', bars };

  expect(barLengths({ ...chart, scale: { most: 4, low: '0', high: '4' } }, 200)).toEqual([75, 0, 150]);
  expect(barLengths(chart, 200)).toEqual([100, 0, 200]);
  expect(lengthsOf({ values: [1.5, null, 3, 5], most: 4 }, 200)).toEqual([75, 0, 150, 200]);
});
