import * as z from 'zod/mini';
import { dimensionCodeSchema, itemCodeSchema } from '../instrument/codes.ts';
import type { Structure } from '../instrument/definition.ts';
import { indexStructure, itemCodesOfForm } from '../instrument/index-structure.ts';
import { agreementOf, agreementStrengths, type ItemSpread, shareBetweenItems, spreadOf } from './agreement.ts';
import { findDifferences } from './find-differences.ts';
import { roleMeans } from './item-spread.ts';
import { dimensionsOfForm } from './part.ts';
import { respondentRoleSchema } from './respondent-role.ts';
import type { Together } from './together.ts';

const levelSchema = z.number().check(z.gte(0), z.lte(4));

/** One area, and how far its questions were answered alike. */
export const areaAgreementSchema = z.strictObject({
  dimension: dimensionCodeSchema,
  /** Questions that at least three besides the one who leads have placed the firm on. */
  items: z.int(),
  /** r_wg(J), 0-1; null where there is no such question. */
  agreement: z.nullable(z.number().check(z.gte(0), z.lte(1))),
  strength: z.nullable(z.enum(agreementStrengths)),
});

/** One such question, with the answer of whoever leads counted in. */
export const questionSpreadSchema = z.strictObject({
  item: itemCodeSchema,
  /** How many have placed the firm on it. */
  answers: z.int(),
  lowest: levelSchema,
  /** Of an even number the lower of the two in the middle, as when answers are merged. */
  median: levelSchema,
  highest: levelSchema,
  /** Roles that at least three besides the one who leads answer in, where nobody left over can be told from them. */
  roles: z.array(z.strictObject({ role: respondentRoleSchema, answers: z.int(), mean: levelSchema })),
});

/** One question on which office and shop floor differ; and one on which all differ, where the sides cannot be told. */
export const sidesSchema = z.strictObject({
  item: itemCodeSchema,
  office: levelSchema,
  floor: levelSchema,
  difference: z.number(),
});
export const endsSchema = z.strictObject({ item: itemCodeSchema, lowest: levelSchema, highest: levelSchema });

/** How far those who answered together agreed. Nothing in it is about fewer than three besides the one who leads. */
export const agreementDocumentSchema = z.strictObject({
  version: z.literal('agreement-1'),
  /** Who have answered any scored question of the form, the one who leads among them. */
  respondents: z.int(),
  dimensions: z.array(areaAgreementSchema),
  /** Every question that can be told of, in the order of the form. */
  items: z.array(questionSpreadSchema),
  /** ICC(1) as `one` and ICC(1,k) as `mean`, which is null when the questions do not differ; or why they are not told. */
  betweenItems: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('told'), one: z.number(), mean: z.nullable(z.number()), items: z.int() }),
    /** Fewer than five questions. */
    z.strictObject({ kind: z.literal('too-few') }),
    /** Everybody has answered every question alike. */
    z.strictObject({ kind: z.literal('no-variation') }),
  ]),
  differences: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('sides'), items: z.array(sidesSchema) }),
    z.strictObject({ kind: z.literal('spread'), items: z.array(endsSchema) }),
    z.strictObject({ kind: z.literal('too-few') }),
  ]),
});
export type AgreementDocument = z.infer<typeof agreementDocumentSchema>;

/** Worked out once, from the answers that are merged into the firm's. */
export function composeAgreement(structure: Structure, formCode: string, together: Together): AgreementDocument {
  const { scoring } = structure;
  const { items: known } = indexStructure(structure);
  const items = itemCodesOfForm(structure, formCode).flatMap((code) => known.get(code) ?? []);
  const scored = items.filter(({ purpose }) => purpose === 'score');
  const spreads = spreadOf(items, together, scoring);
  const share = shareBetweenItems(spreads);
  return {
    version: 'agreement-1',
    respondents: [together.lead, ...together.others].filter(({ answers }) =>
      scored.some(({ code }) => (answers[code]?.value ?? null) !== null),
    ).length,
    dimensions: dimensionsOfForm(structure, formCode).map((code) => agreementOf(code, spreads)),
    items: spreads.flatMap((spread) => {
      const item = known.get(spread.item);
      return item === undefined ? [] : [{ ...middleOf(spread), roles: roleMeans(item, together, scoring) }];
    }),
    betweenItems: typeof share === 'string' ? { kind: share } : { kind: 'told', ...share },
    differences: findDifferences(items, together, scoring),
  };
}

function middleOf({ item, points }: ItemSpread): Omit<AgreementDocument['items'][number], 'roles'> {
  const middle = points[Math.floor((points.length - 1) / 2)] ?? 0;
  return { item, answers: points.length, lowest: points[0] ?? 0, median: middle, highest: points.at(-1) ?? 0 };
}
