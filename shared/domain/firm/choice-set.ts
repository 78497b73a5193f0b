import * as z from 'zod/mini';

/** The code that says "nothing of this", in every set that has it. */
export const noneCode = 'none';

/**
 * The set after one code was ticked or unticked. Choosing `none` clears the rest, choosing another clears `none`;
 * the result is in the order of choosing and holds each code once.
 */
export function chooseInSet<Code extends string>(chosen: readonly Code[], code: Code, isChosen: boolean): Code[] {
  const others = chosen.filter((each) => each !== code);
  if (!isChosen) return others;
  return code === noneCode ? [code] : [...others.filter((each) => each !== noneCode), code];
}

const isNoneAlone = (codes: readonly string[]): boolean => codes.length < 2 || !codes.includes(noneCode);
const hasNoRepetition = (codes: readonly string[]): boolean => new Set(codes).size === codes.length;

/** At least one of the codes, each once, `none` only by itself. Where nothing was said the set is left out. */
export const choiceSetSchema = <const Codes extends readonly string[]>(codes: Codes) =>
  z
    .array(z.enum(codes))
    .check(
      z.minLength(1),
      z.maxLength(codes.length),
      z.refine(isNoneAlone, { error: 'none-with-others' }),
      z.refine(hasNoRepetition, { error: 'repeated-choice' }),
    );
