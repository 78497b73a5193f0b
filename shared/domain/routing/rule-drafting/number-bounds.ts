import type { RoutingRule } from '../routing-rule.ts';

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

/** What a number of a rule set may be at its place; undefined where there is none. No more areas than the rule counts. */
export function boundsOf(rules: readonly RoutingRule[], path: string): NumberBounds | undefined {
  const [part, second = '', ...steps] = path.split('/');
  if (part === 'ranking') return ofRanking[second];
  const bounds = ofRules[steps.at(-1) ?? ''];
  const counted = areasAt(
    rules.find(({ id }) => id === second),
    steps.slice(0, -1),
  );
  return bounds === undefined || counted === undefined ? bounds : { ...bounds, most: counted };
}

/** How many areas the mean at the place is of; undefined where there is no mean. */
function areasAt(rule: unknown, steps: readonly string[]): number | undefined {
  const fact = steps.reduce<unknown>(
    (value, step) => (typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined),
    rule,
  );
  const areas = typeof fact === 'object' && fact !== null ? Reflect.get(fact, 'meanOf') : undefined;
  return Array.isArray(areas) ? new Set(areas).size : undefined;
}

/** Whether there is a choice at the place; the one number that may stand there is told by the rule's condition. */
export function isSettable(rules: readonly RoutingRule[], path: string): boolean {
  const bounds = boundsOf(rules, path);
  return bounds === undefined || bounds.least < bounds.most;
}

/** Whether the number may stand at the place. */
export function isWithin({ least, most, isWhole }: NumberBounds, value: number): boolean {
  return value >= least && value <= most && (!isWhole || Number.isInteger(value));
}
