import * as z from 'zod/mini';
import { storableTextSchema } from '../answers/answer.ts';
import { dimensionCodeSchema, wordCodeSchema } from '../instrument/codes.ts';

/** Why a firm declines what it was suggested. */
export const declineReasons = [
  'not-our-need',
  'no-time',
  'too-costly',
  'too-far',
  'wrong-dates',
  'have-other-help',
  'other',
] as const;
export const declineReasonSchema = z.enum(declineReasons);
export type DeclineReason = z.infer<typeof declineReasonSchema>;

export const longestNote = 500;
export const longestAsk = 1000;

/** What a firm makes of its suggestions. The routing itself stays as it was. */
export const supportChoicesSchema = z.strictObject({
  /** Packages in the order in which the firm would take them; empty while it has not said. */
  order: z.array(wordCodeSchema).check(z.maxLength(3)),
  declined: z
    .array(
      z.strictObject({
        packageCode: wordCodeSchema,
        reason: declineReasonSchema,
        note: storableTextSchema.check(z.trim(), z.maxLength(longestNote)),
      }),
    )
    .check(z.maxLength(3)),
  /** What it needs and that no package offers, at most one for each dimension. */
  asks: z
    .array(
      z.strictObject({
        dimension: dimensionCodeSchema,
        words: storableTextSchema.check(z.trim(), z.minLength(1), z.maxLength(longestAsk)),
      }),
    )
    .check(z.maxLength(30)),
});
export type SupportChoices = z.infer<typeof supportChoicesSchema>;

export const noChoices: SupportChoices = { order: [], declined: [], asks: [] };

export type ChoiceFault = {
  readonly path: string;
  readonly code: 'not-suggested' | 'given-twice' | 'unknown-dimension';
};

/** What does not fit the result that it is about: empty when it can be kept. */
export function checkSupportChoices(
  { order, declined, asks }: SupportChoices,
  result: { readonly suggested: readonly string[]; readonly dimensions: readonly string[] },
): ChoiceFault[] {
  const packages = { order, declined: declined.map(({ packageCode }) => packageCode) };
  const dimensions = asks.map(({ dimension }) => dimension);
  return [
    ...Object.entries(packages).flatMap(([path, codes]): ChoiceFault[] => [
      ...(codes.every((code) => result.suggested.includes(code)) ? [] : [{ path, code: 'not-suggested' as const }]),
      ...(isRepeating(codes) ? [{ path, code: 'given-twice' as const }] : []),
    ]),
    ...(dimensions.every((code) => result.dimensions.includes(code))
      ? []
      : [{ path: 'asks', code: 'unknown-dimension' as const }]),
    ...(isRepeating(dimensions) ? [{ path: 'asks', code: 'given-twice' as const }] : []),
  ];
}

const isRepeating = (codes: readonly string[]): boolean => new Set(codes).size < codes.length;

/** Suggestions as the firm would take them: in its order, then the others as they were ranked; without the declined. */
export function orderByChoice<T extends { readonly packageCode: string }>(
  suggestions: readonly T[],
  { order, declined }: Pick<SupportChoices, 'order' | 'declined'>,
): T[] {
  const placeOf = ({ packageCode }: T): number => {
    const place = order.indexOf(packageCode);
    return place < 0 ? order.length : place;
  };
  return suggestions
    .filter((each) => !declined.some(({ packageCode }) => packageCode === each.packageCode))
    .toSorted((one, other) => placeOf(one) - placeOf(other));
}

/** The order with the package one place earlier or later; the same at either end, and for one that is not in it. */
export function moveInOrder(order: readonly string[], packageCode: string, by: -1 | 1): string[] {
  const from = order.indexOf(packageCode);
  const other = order[from + by];
  if (from < 0 || other === undefined) return [...order];
  return order.map((code) => (code === packageCode ? other : code === other ? packageCode : code));
}
