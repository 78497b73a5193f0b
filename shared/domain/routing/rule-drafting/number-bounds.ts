export type NumberBounds = { readonly least: number; readonly most: number; readonly isWhole: boolean };

const whole = (least: number, most: number): NumberBounds => ({ least, most, isWhole: true });
const share = (least: number, most: number): NumberBounds => ({ least, most, isWhole: false });

/** By the last word of the place; what stands in a condition or an effect of a rule. */
const ofRules: Readonly<Record<string, NumberBounds>> = {
  atLeast: whole(0, 4),
  atMost: whole(0, 4),
  minimumScored: whole(1, 30),
  above: share(0, 100),
  below: share(0, 100),
  /** The database tells which needs five firms share, and never of fewer: there is no other number to choose. */
  sharedNeedWithoutCohort: whole(5, 5),
  points: share(-50, 50),
  factor: share(1, 2),
  longerThanWeeks: whole(1, 260),
};

/** By the first word after `ranking`. */
const ofRanking: Readonly<Record<string, NumberBounds>> = {
  target: whole(0, 4),
  unansweredImportance: whole(0, 4),
  wishFactors: share(0, 2),
  unansweredWishFactor: share(0, 2),
  ownPriority: whole(0, 4),
  secondNeedShare: share(0, 2),
  minimumNeed: share(0, 16),
  maximumSuggestions: whole(1, 3),
  wideRange: share(0.1, 4),
  firstProviderValue: share(0, 2),
  followingProviderValue: share(0, 2),
  weights: share(0, 100),
};

/** What a number of a rule set may be at its place; undefined where there is none. */
export function boundsOf(path: string): NumberBounds | undefined {
  const [part, second, ...rest] = path.split('/');
  return part === 'ranking' ? ofRanking[second ?? ''] : ofRules[rest.at(-1) ?? ''];
}

/** Whether there is a choice at the place; the one number that may stand there is told by the rule's condition. */
export function isSettable(path: string): boolean {
  const bounds = boundsOf(path);
  return bounds === undefined || bounds.least < bounds.most;
}

/** Whether the number may stand at the place. */
export function isWithin({ least, most, isWhole }: NumberBounds, value: number): boolean {
  return value >= least && value <= most && (!isWhole || Number.isInteger(value));
}
