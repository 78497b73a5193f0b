import * as z from 'zod/mini';
import { levelSchema } from '../answers/answer.ts';
import { detectableDifference } from './measurement-error.ts';

/** What the firm says, as it sees it now, of where an area was then: a level in the scale's own words, or that it cannot say. */
export const thenLevelSchema = z.union([levelSchema, z.literal('dont-know')]);
export type ThenLevel = z.infer<typeof thenLevelSchema>;

const differenceSchema = z.number().check(z.gte(-4), z.lte(4));

export const responseShiftSchema = z.strictObject({
  /** As seen now less as said then. */
  shift: differenceSchema,
  /** Now less as seen now: the change with the yardstick of today at both ends. */
  adjusted: differenceSchema,
  /** What error alone leaves of either. One judgement of a whole area weighs less than answers to its questions. */
  limit: z.number(),
  /** Whether the firm measures by another yardstick than then, as far as error can tell. */
  isMoved: z.boolean(),
});
export type ResponseShift = z.infer<typeof responseShiftSchema>;

type Measured = {
  readonly before: number;
  readonly after: number;
  /** Standard error of measurement of each of the two. */
  readonly standardError: number;
  readonly step: number;
};

/** The response shift by the then-test (Howard 1980; Schwartz and Sprangers 1999). `itemError`: of the one judgement. */
export function shiftOf(
  { before, after, standardError, step }: Measured,
  then: number,
  itemError: number,
): ResponseShift {
  const limit = detectableDifference(Math.hypot(standardError, itemError), step);
  const shift = then - before;
  return { shift, adjusted: after - then, limit, isMoved: isBeyond(shift, limit) };
}

const tolerance = 1e-9;

/** Whether a difference is more than error leaves. Sums of fractions may be off in their last digits. */
export function isBeyond(difference: number, limit: number): boolean {
  return Math.abs(difference) > limit + tolerance;
}
