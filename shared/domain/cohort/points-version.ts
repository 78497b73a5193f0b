/**
 * Which rules a plan's points are counted by. It goes up whenever the same plan would be worth something else than before:
 * a plan that was made by earlier ones was the best by those, and its points are not computed anew. 1 is whatever was made
 * before plans said so.
 */
export const pointsVersion = 2;

/** Whether the points of a plan mean what they mean now. */
export const hasPointsOfNow = (plan: { readonly pointsVersion: number }): boolean =>
  plan.pointsVersion === pointsVersion;
