import * as fc from 'fast-check';
import type { PublishedLevels } from '#shared/contracts/releases.ts';
import type { ReleaseCell } from '#shared/domain/benchmark/cell.ts';
import { groupsOf } from '#shared/domain/benchmark/frame.ts';
import { sourcesOf } from '#shared/domain/benchmark/measure-code.ts';
import type { MeasureNames } from '#shared/domain/benchmark/names.ts';
import type { ReleaseDocument, ReleaseSpec } from '#shared/domain/benchmark/release.ts';
import type { DisclosureRules } from '#shared/domain/benchmark/rules.ts';
import { type AnyDocument, aboutOf, kindOf, periodOf } from '#shared/domain/effect/any-release.ts';

/** Names that break a format which does not quote. */
const nasty = [
  '=1+1',
  '+46 70',
  '-2',
  '@SUM(A1)',
  'a;b',
  'a,b',
  'a"b',
  '"',
  "it's",
  'a\nb',
  '\tx',
  '..',
  '#',
  ';DATA=',
  '<b>&amp;</b>',
  'Å ä ö € 😀',
  'x'.repeat(300),
];

/** Nasty, and told apart by its number. */
export const nameArbitrary = (at: number) =>
  fc
    .tuple(fc.constantFrom(...nasty), fc.constantFrom(...nasty))
    .map(([sv, en]) => ({ sv: `${sv} ${at}`, en: `${en} ${at}` }));

type Kind = MeasureNames['kind'];
const hasMean: readonly Kind[] = ['level', 'percent'];
const classesOf: Readonly<Record<Kind, readonly [number, number]>> = {
  level: [5, 3],
  percent: [0, 0],
  choice: [4, 2],
  'yes-no': [2, 0],
  count: [0, 0],
};

const measureArbitrary = (at: number): fc.Arbitrary<MeasureNames> =>
  fc.constantFrom<Kind>('level', 'percent', 'choice', 'yes-no', 'count').chain((kind) => {
    const [classes, coarse] = classesOf[kind];
    const all = (many: number, from: number) =>
      fc.tuple(...Array.from({ length: many }, (_, place) => nameArbitrary(from + place)));
    return fc.record({
      name: nameArbitrary(at),
      kind: fc.constant(kind),
      heading: fc.constant('digital'),
      ...(classes === 0 ? {} : { classes: all(classes, 100) }),
      ...(coarse === 0 ? {} : { coarse: all(coarse, 200) }),
    });
  });

const nothing = {
  firms: null,
  mean: null,
  lowQuartile: null,
  median: null,
  highQuartile: null,
  classes: null,
  coarse: null,
};
export const sometimes = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });

function cellArbitrary(
  measure: string,
  names: MeasureNames,
  group: string,
  isCross: boolean,
): fc.Arbitrary<ReleaseCell> {
  const value =
    names.kind === 'level'
      ? fc.integer({ min: 0, max: 40 }).map((tenths) => tenths / 10)
      : fc.integer({ min: 0, max: 100 });
  const mean = hasMean.includes(names.kind) ? value : fc.constant(null);
  const quartile = hasMean.includes(names.kind) && !isCross ? sometimes(value) : fc.constant(null);
  const shares = (many: number) =>
    fc.array(
      fc.integer({ min: 0, max: 20 }).map((steps) => steps * 5),
      { minLength: many, maxLength: many },
    );
  const fineness = fc.constantFrom('classes', 'coarse', 'hidden');
  const shown = fc
    .record({
      firms: fc.integer({ min: 2, max: 400 }).map((steps) => steps * 5),
      mean,
      lowQuartile: quartile,
      median: quartile,
      highQuartile: quartile,
      fineness,
      fine: shares(names.classes?.length ?? 0),
      broad: shares(names.coarse?.length ?? 0),
    })
    .map(({ fineness: shownAs, fine, broad, ...rest }) => ({
      ...rest,
      classes: shownAs === 'classes' && !isCross && fine.length > 0 ? fine : null,
      coarse: shownAs === 'coarse' && !isCross && broad.length > 0 ? broad : null,
    }));
  return fc
    .oneof({ weight: 1, arbitrary: fc.constant(nothing) }, { weight: 2, arbitrary: shown })
    .map((cell) => ({ measure, group, ...cell }));
}

const values = { county: ['17', '20', '21'], branch: ['steel-and-metals', 'other-industry'] };

export const rulesOfAny: DisclosureRules = {
  version: 'disclosure-1',
  fewestFirms: 10,
  fewestOutside: 3,
  fewestInClass: 3,
  onEitherSide: 10,
  leastDoubtPercent: 25,
  roundTo: 5,
  fewestDifferent: 10,
  costs: [100, 10, 1],
};

function specArbitrary(measures: readonly MeasureNames[]): fc.Arbitrary<ReleaseSpec> {
  const codes = measures.map((_, at) => `D${at + 1}`);
  const valueNames = (own: readonly string[], from: number) =>
    fc
      .tuple(...own.map((_, at) => nameArbitrary(from + at)))
      .map((names) => Object.fromEntries(own.map((code, at) => [code, names[at] ?? { sv: code, en: code }])));
  return fc.record({
    name: nameArbitrary(1),
    from: fc.constant('2026-01-01'),
    until: fc.constant('2026-07-01'),
    population: fc.constantFrom('all' as const, 'sme' as const),
    isSimulated: fc.boolean(),
    measures: fc.constant(codes),
    attributes: fc.constant(Object.entries(values).map(([code, own]) => ({ code, values: [...own] }))),
    breakdowns: fc.constantFrom([[], ['county']], [[], ['county'], ['branch'], ['county', 'branch']]),
    names: fc.record({
      measures: fc.constant(Object.fromEntries(measures.map((names, at) => [codes[at] ?? '', names]))),
      headings: fc.constant({ digital: { sv: 'Digitalt', en: 'Digital' } }),
      attributes: fc.record({
        county: fc.record({ name: nameArbitrary(301), values: valueNames(values.county, 310) }),
        branch: fc.record({ name: nameArbitrary(302), values: valueNames(values.branch, 320) }),
      }),
    }),
    rules: fc.constant(rulesOfAny),
  });
}

const measuresArbitrary = fc
  .integer({ min: 1, max: 4 })
  .chain((many) => fc.tuple(...Array.from({ length: many }, (_, at) => measureArbitrary(10 + at))));

const documentArbitrary: fc.Arbitrary<ReleaseDocument> = measuresArbitrary
  .chain((measures) => specArbitrary(measures))
  .chain((spec) => {
    const cells = spec.measures.flatMap((code) =>
      groupsOf(spec).map(({ key, place }) => {
        const names = spec.names.measures[code] as MeasureNames;
        return cellArbitrary(code, names, key, Object.keys(place).length > 1);
      }),
    );
    return fc.record({
      format: fc.constant('mattstock-release-1' as const),
      spec: fc.constant(spec),
      cells: fc.tuple(...cells),
    });
  });

/** A document as it is published. */
export const publishedOf = <Document extends AnyDocument>(document: Document) => ({
  kind: kindOf(document.spec),
  number: 3,
  name: document.spec.name,
  organisationName: { sv: 'Region "Dalarna"; m.fl.', en: 'Region "Dalarna"; et al.' },
  ...periodOf(document.spec),
  ...aboutOf(document.spec),
  isSimulated: document.spec.isSimulated,
  publishedAt: '2026-07-03T10:00:00.000Z',
  tells: sourcesOf(document.spec.measures),
  document,
  sha256: 'ab12'.repeat(16),
  verifications: [],
});

/** Any release of levels there could be, under names that nobody would choose. */
export const releaseArbitrary: fc.Arbitrary<PublishedLevels> = documentArbitrary.map(publishedOf);

/** Where a number is told: of which measure, in which group, as which figure. */
export const keyOf = (measure: string, group: string, figure: string): string => `${measure}|${group}|${figure}`;

const plain = [
  ['firms', 'firms'],
  ['mean', 'mean'],
  ['lowQuartile', 'low-quartile'],
  ['median', 'median'],
  ['highQuartile', 'high-quartile'],
] as const;

/** Every number that a document shows, read from its cells alone. */
export function shownIn({ cells }: ReleaseDocument): Map<string, number> {
  const shown = new Map<string, number>();
  for (const cell of cells) {
    for (const [key, figure] of plain) {
      const value = cell[key];
      if (value !== null) shown.set(keyOf(cell.measure, cell.group, figure), value);
    }
    for (const [at, share] of (cell.classes ?? []).entries())
      shown.set(keyOf(cell.measure, cell.group, `share-${at + 1}`), share);
    for (const [at, share] of (cell.coarse ?? []).entries())
      shown.set(keyOf(cell.measure, cell.group, `broad-share-${at + 1}`), share);
  }
  return shown;
}
