import { parse } from 'csv-parse/sync';
import * as z from 'zod';
import { canonicalJson } from '#shared/domain/canonical-json.ts';
import { type AnyDocument, anyDocumentSchema } from '#shared/domain/effect/any-release.ts';
import type { Held, Truth } from './truth.ts';

/** A document that a reply held, and everything besides that was said of its groups. */
export type Heard = { readonly url: string; readonly body: string; readonly type: string };

/** One thing that is told of a group: a linear relation over the answers of the firms behind it. */
export type Relation = {
  readonly measure: string;
  readonly group: string;
  readonly release: string;
  /** Levels of these answers added and subtracted: a level is one answer, a change is two. */
  readonly held: Held;
  /** Firms; two of a pair are one. */
  readonly firms: number;
  /** The number of firms as it is told, to the nearest of a step, and of which answers it is the number. */
  readonly told: number;
  readonly counted: readonly ReadonlySet<string>[];
};

/** What is measured: a change is one of the same levels as are told by themselves. */
export const levelOf = (measure: string): string => measure.replace(/^effect /, '');

/** Everything of the kind that is anywhere in the body. */
export function documentsIn(value: unknown): AnyDocument[] {
  if (Array.isArray(value)) return value.flatMap(documentsIn);
  if (typeof value !== 'object' || value === null) return [];
  const parsed = 'format' in value ? anyDocumentSchema.safeParse(value) : undefined;
  return parsed?.success === true ? [parsed.data] : Object.values(value).flatMap(documentsIn);
}

export const nameOf = (document: AnyDocument): string => canonicalJson(document);

export type Known = { readonly name: string; readonly document: AnyDocument; readonly truth: Truth };

/** What a document says, as relations over those who are behind it. */
export function relationsOf({ name, document, truth }: Known): Relation[] {
  const relation = (measure: string, group: string, told: number | null): Relation[] => {
    if (told === null) return [];
    const held = truth.of(measure, group);
    const counted = truth.counted(measure, group);
    const code = document.format === 'mattstock-effect-1' ? `effect ${measure}` : measure;
    return [{ measure: code, group, release: name, held, firms: counted[0]?.size ?? 0, told, counted }];
  };
  return document.format === 'mattstock-release-1'
    ? document.cells.flatMap(({ measure, group, firms }) => relation(measure, group, firms))
    : document.cells.flatMap(({ measure, group, matched }) => relation(measure, group, matched));
}

const rowSchema = z.record(z.string(), z.string());

/** Of a file as CSV: the groups of which it says anything. */
export function groupsInCsv(body: string): { measure: string; group: string }[] {
  const rows = z.array(rowSchema).parse(parse(body, { columns: true, record_delimiter: '\r\n' }));
  return rows.flatMap((row) => {
    const places = Object.entries(row).filter(
      ([name]) => `${name}_name` in row && !['measure', 'figure'].includes(name),
    );
    const pairs = places.flatMap(([name, value]) => (value === 'all' ? [] : [`${name}=${value}`]));
    const isEffect = 'package' in row;
    const measure = `${isEffect ? 'effect ' : ''}${row['measure'] ?? ''}`;
    return row['value'] === '' ? [] : [{ measure, group: pairs.join('&') || 'all' }];
  });
}
