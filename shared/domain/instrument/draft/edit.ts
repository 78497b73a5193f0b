import * as z from 'zod/mini';
import { localisedTextSchema } from '../../language.ts';
import { itemCodeSchema, sectionCodeSchema, textKeySchema } from '../codes.ts';
import { bandsSourceSchema, instrumentSourceSchema, itemSourceSchema } from '../source.ts';
import { meaningSchema } from '../version/difference.ts';

/** Parts of the instrument as a whole that are edited one at a time. */
export const instrumentParts = ['scale', 'stagedLevels', 'perDimension', 'forms', 'scoring'] as const;

/** A dimension or block without its items; a block has no bands. */
export const sectionHeadSchema = z.strictObject({
  name: localisedTextSchema,
  about: localisedTextSchema,
  bands: z.optional(bandsSourceSchema),
});
export type SectionHead = z.infer<typeof sectionHeadSchema>;

const section = sectionCodeSchema;

/** Nothing in an instrument is a longer list than this. */
const longestList = 200;

function hasShortLists(value: unknown): boolean {
  if (value === null || typeof value !== 'object') return true;
  const parts: unknown[] = Object.values(value);
  return parts.length <= longestList && parts.every(hasShortLists);
}

/** One thing an editor does to a draft. */
export const draftEditSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('item'), section, item: itemSourceSchema, meaning: z.optional(meaningSchema) }),
    z.strictObject({ kind: z.literal('new-item'), section, item: itemSourceSchema }),
    z.strictObject({ kind: z.literal('remove-item'), section, code: itemCodeSchema }),
    z.strictObject({
      kind: z.literal('order'),
      section,
      codes: z.array(itemCodeSchema).check(z.maxLength(longestList)),
    }),
    z.strictObject({ kind: z.literal('section'), section, head: sectionHeadSchema }),
    z.strictObject({ kind: z.literal('scale'), value: instrumentSourceSchema.shape.scale }),
    z.strictObject({ kind: z.literal('stagedLevels'), value: instrumentSourceSchema.shape.stagedLevels }),
    z.strictObject({ kind: z.literal('perDimension'), value: instrumentSourceSchema.shape.perDimension }),
    z.strictObject({ kind: z.literal('forms'), value: instrumentSourceSchema.shape.forms }),
    z.strictObject({ kind: z.literal('scoring'), value: instrumentSourceSchema.shape.scoring }),
    z.strictObject({ kind: z.literal('translation-confirmed'), key: textKeySchema }),
    z.strictObject({ kind: z.literal('meaning'), code: z.string(), meaning: meaningSchema }),
  ])
  .check(z.refine(hasShortLists, 'list-too-long'));
export type DraftEdit = z.infer<typeof draftEditSchema>;
