import { expect, test } from 'vitest';
import { createFileStore } from '#server/features/releases/files/file-store.ts';
import type { Beside, FollowUp } from '#server/features/releases/pack/beside.ts';
import { tellFrontPage } from '#server/features/releases/pack/front-page.ts';
import { chapters } from '#server/features/releases/pack/pack-chapters.ts';
import { viewForPack } from '#server/features/releases/pack/pack-view.ts';
import { packWordsIn } from '#server/features/releases/pack/pack-words.ts';
import { papersOf } from '#server/features/releases/pack/papers-of.ts';
import type { Report } from '#server/platform/pdf/report.ts';
import type { PublishedLevels } from '#shared/contracts/releases.ts';
import type { ReleaseCell } from '#shared/domain/benchmark/cell.ts';
import type { EffectDocument } from '#shared/domain/effect/effect-release.ts';
import { branches } from '#shared/domain/firm/firm-profile.ts';
import type { Language } from '#shared/domain/language.ts';
import type { MeetingPack, PackChapter } from '#shared/domain/open-data/meeting-packs.ts';
import { documentOf, gapMeasures, rowOf, sha256 } from '../client/releases/release-fixture.ts';
import { readPdf } from '../support/pdf.ts';

/** The figures of some measures in some groups; all else is hidden. */
function releaseWith(shown: Readonly<Record<string, Partial<ReleaseCell>>>): PublishedLevels {
  const document = documentOf({ measures: ['D1', 'D2', ...gapMeasures] });
  const nothing = {
    ...{ firms: null, mean: null, lowQuartile: null, median: null, highQuartile: null },
    ...{ classes: null, coarse: null },
  };
  const cells = document.cells.map(({ measure, group }) => ({
    ...{ measure, group, ...nothing },
    ...shown[`${measure} ${group}`],
  }));
  return {
    ...rowOf({ status: 'published' }),
    number: 3,
    publishedAt: '2026-07-03T10:00:00.000Z',
    tells: [],
    document: { ...document, cells },
    sha256,
    verifications: [],
  };
}

const pack = {
  code: 'leadership',
  name: { sv: 'Ledningen', en: 'The management' },
  about: { sv: 'Kort.', en: 'Short.' },
  chapters: [],
  mostDifferences: 5,
};
const nothingBeside: Beside = { populations: [], catalogueVersion: '1', areas: [], followUp: null };

/** All that a chapter writes, or the first page. */
function written(
  chapter: PackChapter | 'front-page',
  release: PublishedLevels,
  beside = nothingBeside,
  language: Language = 'sv',
) {
  const lines: string[] = [];
  const report: Report = {
    title: (text) => lines.push(text),
    heading: (_, text) => lines.push(text),
    paragraph: (text) => lines.push(text),
    list: (entries) => lines.push(...entries),
    table: ({ caption, rows }) => lines.push(caption ?? '', ...rows.map((row) => row.join(' | '))),
    barChart: () => undefined,
    rulerLegend: () => undefined,
    rulerChart: () => undefined,
    finish: () => Promise.resolve(Buffer.from('')),
  };
  const source = { release, origin: '', licence: { uri: '', name: { sv: '', en: '' } } };
  const view = viewForPack(release, language);
  const tell = chapter === 'front-page' ? tellFrontPage : chapters[chapter];
  tell({ report, source, view, beside, pack, language, say: packWordsIn(language) });
  return lines;
}

test('papers name both counties where two share an end, each with its own firms', () => {
  const release = releaseWith({
    'D1 county=17': { firms: 400, mean: 1.7 },
    'D1 county=20': { firms: 500, mean: 1.2 },
    'D1 county=21': { firms: 300, mean: 1.2 },
  });
  expect(written('differences', release)).toContain(
    'Affärsmodeller, efter län: Värmland 1,7 (ca 400 företag), Dalarna 1,2 (ca 500 företag) och Gävleborg 1,2 (ca 300 företag). Skillnaden är 0,5.',
  );
});

test('papers say nothing of counties where one that shares an end has too few firms to be told apart', () => {
  const [highest, certain] = [
    { firms: 400, mean: 1.7 },
    { firms: 500, mean: 1.2 },
  ];
  const told = (third: Partial<ReleaseCell>) =>
    written('differences', releaseWith({ 'D1 county=17': highest, 'D1 county=20': certain, 'D1 county=21': third }));
  expect(told({})).toContainEqual(expect.stringContaining('Affärsmodeller, efter län, av de grupper som visas: '));
  expect(told({ firms: 15, mean: 1.2 })).toEqual([]);
});

test('the first page tells of every division where firms differ most, the largest difference first', () => {
  const counties = { 'D1 county=17': { firms: 400, mean: 1.7 }, 'D1 county=20': { firms: 400, mean: 1.2 } };
  const sizes = { 'D2 size=1-4': { firms: 200, mean: 1.4 }, 'D2 size=50-249': { firms: 200, mean: 2.5 } };
  const release = releaseWith({ ...counties, ...sizes, 'D2 county=17': { firms: 400, mean: 1.6 } });
  const lines = written('front-page', release);
  expect(lines.slice(1, 3)).toEqual([
    'Efter storlek skiljer sig företagen, av det som visas, mest inom Säkerhet: 50-249 2,5 (ca 200 företag) och 1-4 1,4 (ca 200 företag).',
    'Efter län skiljer sig företagen, av det som visas, mest inom Affärsmodeller: Värmland 1,7 (ca 400 företag) och Dalarna 1,2 (ca 400 företag).',
  ]);
  expect(lines).toContain('Vad behöver 1-4 inom Säkerhet som stödet inte ger i dag?');
  expect(lines).toContain('Vad gör Värmland inom Affärsmodeller som de andra länen kan ha nytta av?');
});

test('the first page says together of the divisions where nothing can be told apart', () => {
  const alike = (group: string) => ({ [`D1 ${group}`]: { firms: 60, mean: 1.6 } });
  const release = releaseWith({
    ...alike('county=17'),
    ...alike('county=20'),
    ...alike('branch=steel-and-metals'),
    ...alike('branch=other-industry'),
    ...alike('size=1-4'),
  });
  expect(written('front-page', release)).toContain(
    'Skillnaderna mellan grupperna efter län och bransch kan bero på slumpen, i alla områden som visas.',
  );
});

test('papers tell of a group the firms of each area that it names', () => {
  const release = releaseWith({
    'D1 branch=steel-and-metals': { firms: 400, mean: 2.4 },
    'D2 branch=steel-and-metals': { firms: 300, mean: 1.2 },
  });
  expect(written('by-branch', release)).toContain(
    'Stål och metall: längst kommet Affärsmodeller (2,4, ca 400 företag), längst kvar Säkerhet (1,2, ca 300 företag).',
  );
});

test('papers say what the number beside a mean is', () => {
  const lines = written('by-county', releaseWith({ 'D1 county=17': { firms: 45, mean: 1.7 } }));
  expect(lines).toContain('Inom parentes: ungefär hur många företag som har svarat');
  expect(lines).toContain('Affärsmodeller | 1,7 (45)');
  expect(lines).toContain('Visas inte: Dalarna och Gävleborg.');
});

test('papers say how many have the need, and of how many', () => {
  const release = releaseWith({
    'gap.D1 county=17': { firms: 45, classes: [70, 30] },
    'gap.D1 branch=steel-and-metals': { firms: 45, classes: [95, 5] },
  });
  const lines = written('gaps', release);
  // 30 % of 45 is 13.5; 5 % of 45 is 2.25, and yet somebody.
  expect(lines).toContainEqual(expect.stringContaining(': behov utan paket | 30 % (15 av 45) | .. | ..'));
  expect(lines.filter((line) => line.includes(' | ..'))).toHaveLength(1);
  expect(lines).toContainEqual(expect.stringMatching(/^Stål och metall: .* 5 % \(ca 5 av 45 företag\)$/));
});

test('papers say that the source cannot tell a share also of a group that the release hides', () => {
  const release = releaseWith({
    'D1 all': { firms: 100, mean: 2 },
    'D1 branch=steel-and-metals': { firms: 40, mean: 2 },
  });
  const cells = branches.map((branch) => ({ county: '17' as const, branch, size: '10-49' as const, number: 80 }));
  const table = { unit: 'firms' as const, year: 2025, source: 'SCB', isSimulated: false, cells };
  const lines = written('coverage', release, { ...nothingBeside, populations: [table] });
  expect(lines).toContain('Stål och metall | 40 | 80 | 50 %');
  // No code of SNI stands for them.
  expect(lines).toContainEqual(expect.stringMatching(/ \| \.\. \| går inte att säga \| går inte att säga$/));
  expect(lines).toContainEqual(expect.stringMatching(/ \| \.\. \| 80 \| \.\.$/));
});

const editionOf = (changes: Partial<FollowUp['frame']['editions'][number]>): FollowUp['frame']['editions'][number] => ({
  ...{ packageCode: 'sprint', startsOn: '2026-03-01', endsOn: '2026-05-01', status: 'confirmed' },
  ...{ provider: { sv: 'Ett företag', en: 'A firm' }, county: '17', isSimulated: false },
  ...changes,
});

function followUpWith(editions: FollowUp['frame']['editions']): Beside {
  const name = { sv: 'Sprinten', en: 'The sprint' };
  return {
    ...nothingBeside,
    followUp: {
      madeFor: { sv: 'Regionen', en: 'The region' },
      activities: [],
      frame: {
        today: '2026-11-26',
        priorities: [],
        steps: [{ code: 'P1.1', name: { sv: 'Steget', en: 'The step' } }],
        packages: [{ code: 'sprint', name, steps: ['P1.1'], counties: ['17'], isOffered: true }],
        lists: { version: 'lists-1', standing: 'proposal', s3Areas: [], policyAreas: [], programmes: [] },
        editions,
      },
    },
  };
}

const groupsTold = (editions: FollowUp['frame']['editions']) =>
  written('follow-up', releaseWith({}), followUpWith(editions)).filter((line) => line.startsWith('P1.1: '));

test('papers count the groups that count, and say how many have begun', () => {
  const begun = editionOf({});
  const planned = editionOf({ startsOn: '2027-01-15', endsOn: '2027-02-15', status: 'open' });
  // Its day went by, and nobody said that it was held.
  const unconfirmed = editionOf({ status: 'open' });
  const cancelled = editionOf({ status: 'cancelled' });
  expect(groupsTold([begun, planned, unconfirmed, cancelled])).toEqual([
    'P1.1: Sprinten (2 grupper, 1 av dem har börjat).',
  ]);
  expect(groupsTold([begun, unconfirmed])).toEqual(['P1.1: Sprinten (en grupp som har börjat).']);
  expect(groupsTold([planned, cancelled])).toEqual(['P1.1: Sprinten (en planerad grupp).']);
  expect(groupsTold([unconfirmed, cancelled])).toEqual([]);
});

const tableOf = (numbers: Readonly<Record<string, number>>): Beside => ({
  ...nothingBeside,
  populations: [
    {
      ...{ unit: 'firms', year: 2025, source: 'SCB', isSimulated: false },
      cells: Object.entries(numbers).map(([county, number]) => ({
        ...{
          county: county === '17' ? '17' : county === '20' ? '20' : '21',
          branch: 'steel-and-metals',
          size: '10-49',
        },
        number,
      })),
    },
  ],
});

test('a chapter that has nothing to say writes nothing, and is not promised', () => {
  const release = releaseWith({ 'D1 all': { firms: 100, mean: 2 } });
  for (const chapter of ['differences', 'by-county', 'by-branch', 'by-size', 'coverage', 'gaps', 'follow-up'] as const)
    expect(written(chapter, release)).toEqual([]);
  const source = { release, origin: '', licence: { uri: '', name: { sv: '', en: '' } } };
  const wanted = { ...pack, chapters: ['counted', 'main-figures', 'gaps', 'follow-up', 'method'] as const };
  const about = papersOf(source, { ...wanted, chapters: [...wanted.chapters] })?.about;
  expect(about?.(nothingBeside).sv).toBe('Kort. I det: hur det står till.');
  expect(about?.(followUpWith([])).en).toBe(
    'Short. In it: how things stand and what has started of the steps of the strategy.',
  );
});

test('the first page tells strengths first, then what else is news, and asks about it', () => {
  const release = releaseWith({
    'D1 all': { firms: 400, mean: 2.4 },
    'D2 all': { firms: 400, mean: 1.2 },
    'gap.D1 all': { firms: 300, classes: [95, 5] },
    [`${gapMeasures.find((code) => code !== 'gap.D1')} all`]: { firms: 300, classes: [25, 75] },
  });
  const lines = written('front-page', release);
  const places = ['Längst kommet:', 'Behov utan paket är ovanliga i 1 av de 2', 'Längst kvar:', 'Oftast utan paket:'];
  expect(places.map((start) => lines.findIndex((line) => line.startsWith(start)))).toEqual([1, 2, 3, 4]);
  expect(lines[5]).toBe('Att prata om');
  expect(lines[6]).toMatch(/^Ska .* få stöd först\?/);
});

test('the first page says in which group a need stands out from all firms', () => {
  const release = releaseWith({
    'gap.D1 all': { firms: 300, classes: [85, 15] },
    'gap.D1 county=17': { firms: 40, classes: [20, 80] },
    'gap.D1 county=20': { firms: 90, classes: [80, 20] },
  });
  const told = written('front-page', release).filter((line) => line.startsWith('Utan paket inom'));
  expect(told).toEqual([
    expect.stringMatching(/^Utan paket inom .* är 80 % i gruppen Värmland \(ca 40 har svarat\), mot 15 % av alla\.$/),
  ]);
});

test('the first page says of areas that lie close that chance may part them', () => {
  const lines = written(
    'front-page',
    releaseWith({ 'D1 all': { firms: 100, mean: 1.5 }, 'D2 all': { firms: 100, mean: 1.6 } }),
  );
  expect(lines[1]).toMatch(
    /^Områdena ligger nära varandra, från 1,5 till 1,6 på skalan 0–4\..* De skillnaderna kan bero på slumpen\.$/,
  );
  expect(written('front-page', releaseWith({}))).toEqual([
    'Det viktigaste',
    'Det som visas räcker inte för att säga något om helheten.',
  ]);
});

test('papers say with the figures of one group how the answers are spread', () => {
  const release = releaseWith({
    'D1 all': { firms: 100, mean: 2 },
    'D1 county=17': { firms: 60, mean: 2 },
    'D1 county=20': { firms: 20, mean: 2 },
    'D1 county=21': { firms: 20, mean: 2 },
  });
  expect(written('coverage', release, tableOf({ 17: 100, 20: 200, 21: 100 }))).toContain(
    'Efter län: Värmland är 25 av 100 företag men 60 av 100 svar. För att alla grupper skulle väga som de gör bland företagen hade 35 svar av 100 behövt komma från någon annan grupp.',
  );
  expect(written('coverage', release, tableOf({ 17: 300, 20: 100, 21: 100 }))).toContain(
    'Efter län fördelar sig svaren ungefär som företagen.',
  );
  expect(written('front-page', release, tableOf({ 17: 100, 20: 200, 21: 100 }))).toContain(
    'Ungefär 100 av 400 företag har svarat (25 %). Mest ojämnt efter län: Värmland (60 % har svarat) mot Dalarna (10 %).',
  );
});

test('papers say of a spread that it is of the groups that can be compared, where others cannot', () => {
  const release = releaseWith({
    'D1 all': { firms: 110, mean: 2 },
    'D1 branch=steel-and-metals': { firms: 80, mean: 2 },
    'D1 branch=other-industry': { firms: 20, mean: 2 },
    // No code of SNI stands for them.
    'D1 branch=digital-and-industrial-services': { firms: 10, mean: 2 },
  });
  const there = (steel: number, other: number): Beside => {
    const cell = { county: '17' as const, size: '10-49' as const };
    const cells = [
      { ...cell, branch: 'steel-and-metals' as const, number: steel },
      { ...cell, branch: 'other-industry' as const, number: other },
    ];
    const populations = [{ unit: 'firms' as const, year: 2025, source: 'SCB', isSimulated: false, cells }];
    return { ...nothingBeside, populations };
  };
  expect(written('coverage', release, there(100, 100))).toContainEqual(
    expect.stringMatching(
      /^Efter bransch, av de grupper som går att jämföra: .* är 50 av 100 företag i de grupperna men \d0 av 100 svar\. För att alla de grupperna skulle väga som de gör bland företagen hade 30 svar av 100 behövt komma från någon annan av dem\.$/,
    ),
  );
  expect(written('coverage', release, there(160, 40))).toContain(
    'Efter bransch, av de grupper som går att jämföra, fördelar sig svaren ungefär som företagen.',
  );
});

test('papers name the need most often without a package as its page does, and rare ones as rounded shares', () => {
  const [, second = '', third = ''] = gapMeasures;
  const gaps = (...shares: number[]) =>
    releaseWith(
      Object.fromEntries(
        gapMeasures.slice(0, shares.length).map((code, at) => {
          const share = shares[at] ?? 0;
          return [`${code} all`, { firms: 500, classes: [100 - share, share] }];
        }),
      ),
    );
  expect([second, third]).not.toContain('');
  const most = (release: PublishedLevels) =>
    written('front-page', release).filter((line) => line.startsWith('Oftast utan paket:'));
  // The second is apart from the third, and yet no equal of the first.
  expect(most(gaps(60, 25, 5))).toEqual([expect.stringMatching(/^Oftast utan paket: [^,]+ \(60 %\)\.$/)]);
  expect(most(gaps(60, 60, 5))).toEqual([expect.stringMatching(/^Oftast utan paket: [^(]+ och [^(]+ \(60 %\)\.$/)]);
  expect(written('front-page', gaps(60, 10, 5), nothingBeside, 'en')).toContain(
    'Needs without a package are rare in 2 of the 3 areas that are shown: there about 10 per cent or fewer of the firms that have answered have one.',
  );
});

const named = (sv: string) => ({ sv, en: sv });
/** Of one package in one area, with a difference above 0. */
function effects() {
  const { document: _, ...release } = releaseWith({});
  const { spec } = documentOf();
  const document: EffectDocument = {
    format: 'mattstock-effect-1',
    spec: {
      ...{ kind: 'effect', name: named('Effekt'), population: 'all', isSimulated: false, counties: ['17'] },
      before: { from: '2025-01-01', until: '2026-01-01' },
      after: { from: '2026-01-01', until: '2026-07-01' },
      measures: ['D1'],
      packages: [{ code: 'cohort', steps: ['P3.1'], dimensions: ['D1'] }],
      matching: { version: 'effect-1', caliper: 50, confidencePercent: 95 },
      rules: spec.rules,
      names: {
        ...spec.names,
        attributes: {
          package: { name: named('Paket'), values: { cohort: named('Processgruppen') } },
          step: { name: named('Steg'), values: { 'P3.1': named('Steget') } },
        },
      },
    },
    cells: [{ measure: 'D1', group: 'package=cohort', tookPart: 25, matched: 20, estimate: 0.5, low: 0.2, high: 0.8 }],
  };
  return { ...site, release: { ...release, document } };
}
const site = { origin: '', licence: { uri: '', name: { sv: '', en: '' } } };
const effectPack: MeetingPack = { ...pack, effect: { about: named('Kort.'), chapters: ['counted', 'packages'] } };

test('papers of effects begin with what the figures cannot tell, and say what chance alone would give', async () => {
  const made = await papersOf(effects(), effectPack)?.make('sv', nothingBeside);
  const { pages } = await readPdf(made ?? Buffer.alloc(0));
  const first = (pages[0] ?? '').replaceAll(/\s+/g, ' ');
  const places = [
    'Vad siffrorna inte kan säga',
    'De är ingen lista över vinnare',
    'Det viktigaste',
    'Vore det ingen skillnad alls skulle slumpen ändå i genomsnitt ge ungefär 0,1.',
    'Processgruppen: de som deltog har ökat mer',
  ].map((words) => first.indexOf(words));
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((one, other) => one - other));
});

test("papers of effects have no region's own copy, which would tell no more", () => {
  expect(papersOf(effects(), { ...effectPack, chapters: ['follow-up'] })?.tellsFollowUp).toBe(false);
  const levels = { ...site, release: releaseWith({}) };
  expect(papersOf(levels, { ...pack, chapters: ['counted'] })?.tellsFollowUp).toBe(false);
  expect(papersOf(levels, { ...pack, chapters: ['counted', 'follow-up'] })?.tellsFollowUp).toBe(true);
});

test('what papers tell of is worked out once for each name', () => {
  const store = createFileStore(() => Promise.resolve([]));
  const source = { ...site, release: releaseWith({}) };
  const told: string[] = [];
  const tell = (name: string, number = 3) =>
    store.keepText({ ...source, release: { ...source.release, number } }, name, () => {
      told.push(`${number} ${name}`);
      return named(name);
    });
  expect([tell('a'), tell('a'), tell('b'), tell('a', 4), tell('b')]).toEqual(['a', 'a', 'b', 'a', 'b'].map(named));
  expect(told).toEqual(['3 a', '3 b', '4 a']);
});

test('a table has no row of areas of which nothing is shown, and says how many they are', () => {
  const lines = written('main-figures', releaseWith({ 'D1 all': { firms: 100, mean: 2 } }));
  expect(lines.filter((line) => line.includes('..'))).toEqual([]);
  expect(lines).toContain('1 av 2 visas inte (se Vad som inte visas).');
});
