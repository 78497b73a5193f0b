import * as z from 'zod/mini';
import { releaseDocumentSchema, releaseSpecSchema } from '../benchmark/release.ts';
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

/** The document with no figure in it, as if everything were hidden: what may not be published is not told beforehand. */
export function withoutFigures(document: AnyDocument): AnyDocument {
  const cells = document.cells.map(({ measure, group, ...figures }) => ({
    measure,
    group,
    ...Object.fromEntries(Object.keys(figures).map((name) => [name, null])),
  }));
  return anyDocumentSchema.parse({ ...document, cells });
}
