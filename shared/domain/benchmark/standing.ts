/** How often a sum over firms holds an answer: added, or subtracted. */
export type Part = { readonly answer: number; readonly factor: 1 | -1 };

/**
 * Where a release counts firms, and what of each: their level by one answer, or how it has changed from one answer to
 * another, which the sums of effects hold with its sign turned of those that took part in nothing. Answers are numbered: of
 * one firm the same number, the same answers.
 */
export type Stand = { readonly release: number; readonly stratum: number; readonly parts: readonly Part[] };

/** So many firms that stand alike; a firm that is in none of the releases stands nowhere. */
export type Standing = { readonly stands: readonly Stand[]; readonly firms: number };

/** The same standing, of firms that the same providers, numbered, have been let in to see. */
export type SeenStanding = Standing & { readonly insiders: readonly number[] };

/** A level, counted by one answer. */
export const ofLevel = (answer: number): Part[] => [{ answer, factor: 1 }];

/** A change between two answers, of a firm that took part or of one that others are held against. */
export function ofChange(
  { before, after }: { readonly before: number; readonly after: number },
  tookPart: boolean,
): Part[] {
  return [
    { answer: after, factor: tookPart ? 1 : -1 },
    { answer: before, factor: tookPart ? -1 : 1 },
  ];
}
