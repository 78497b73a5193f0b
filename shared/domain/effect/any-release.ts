import * as z from 'zod/mini';
import { levelsIn } from '../benchmark/own-comparison.ts';
import { type Population, releaseDocumentSchema, releaseSpecSchema } from '../benchmark/release.ts';
import { type EffectPeriod, effectDocumentSchema, effectSpecSchema } from './effect-release.ts';

/** What a release tells of: how firms stand, or what support has gone together with. */
export const releaseKinds = ['levels', 'effect'] as const;
export type ReleaseKind = (typeof releaseKinds)[number];

export const anySpecSchema = z.union([releaseSpecSchema, effectSpecSchema]);
export type AnySpec = z.infer<typeof anySpecSchema>;

export const anyDocumentSchema = z.discriminatedUnion('format', [releaseDocumentSchema, effectDocumentSchema]);
export type AnyDocument = z.infer<typeof anyDocumentSchema>;

export const kindOf = (spec: AnySpec): ReleaseKind => ('kind' in spec ? spec.kind : 'levels');

/** All of the time that a release tells of. */
export function periodOf(spec: AnySpec): EffectPeriod {
  return 'kind' in spec ? { from: spec.before.from, until: spec.after.until } : { from: spec.from, until: spec.until };
}

/** Each period that answers are counted of: of the effect of support the earlier and the later. */
export function periodsOf(spec: AnySpec): EffectPeriod[] {
  return 'kind' in spec ? [spec.before, spec.after] : [periodOf(spec)];
}

/** What a release is about, as far as lists say it. `areas`: that it tells levels of, or changes; `others`: other figures. */
export type ReleaseAbout = {
  readonly periods: EffectPeriod[];
  readonly population: Population;
  readonly areas: number;
  readonly others: number;
};

export function aboutOf(spec: AnySpec): ReleaseAbout {
  const areas = 'kind' in spec ? spec.measures.length : levelsIn(spec).length;
  return { periods: periodsOf(spec), population: spec.population, areas, others: spec.measures.length - areas };
}

type Counted = {
  readonly periods: readonly EffectPeriod[];
  readonly kind: ReleaseKind;
  /** As it stands in a form: perhaps none yet. */
  readonly population: string;
  readonly isSimulated: boolean;
};

/** Whether two releases count answers of the same time. */
export function haveSamePeriods(one: Pick<Counted, 'periods'>, other: Pick<Counted, 'periods'>): boolean {
  return one.periods.every(({ from, until }, index) => {
    const period = other.periods[index];
    return period?.from === from && period.until === until;
  });
}

/** Whether two releases count the answers of the same periods and firms. */
export function countSame(one: Counted, other: Counted): boolean {
  return (
    one.kind === other.kind &&
    one.isSimulated === other.isSimulated &&
    one.population === other.population &&
    haveSamePeriods(one, other)
  );
}

/** The number of the newest that is published and counts the answers of the same periods and firms. */
export function findNewestSame(
  releases: readonly (Counted & { readonly number: number | null })[],
  wanted: Counted,
): number | null {
  const numbers = releases.flatMap((each) => (each.number !== null && countSame(each, wanted) ? [each.number] : []));
  return numbers.length === 0 ? null : Math.max(...numbers);
}

/** The document with no figure in it, as if everything were hidden: what may not be published is not told beforehand. */
export function withoutFigures(document: AnyDocument): AnyDocument {
  const cells = document.cells.map(({ measure, group, ...figures }) => ({
    measure,
    group,
    ...Object.fromEntries(Object.keys(figures).map((name) => [name, null])),
  }));
  return anyDocumentSchema.parse({ ...document, cells });
}
