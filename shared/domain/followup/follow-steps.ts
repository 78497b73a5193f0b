import type { County } from '../firm/firm-profile.ts';
import type { LocalisedText } from '../language.ts';
import { isInPortfolio, type Kept, type PortfolioFilter, priorityOf } from './portfolio.ts';
import { type FollowedEdition, type FollowedStep, followStep } from './step-state.ts';

type ActivityRow = Kept & { readonly withdrawalReason: string | null };
type NamedPackage = { readonly code: string; readonly steps: readonly string[] };
/** `county`: null when it is held online, for every county. */
type HeldEdition = FollowedEdition & { readonly county: County | null };

type Material<A, P, E> = {
  readonly activities: readonly A[];
  readonly frame: {
    readonly today: string;
    readonly steps: readonly { readonly code: string; readonly name: LocalisedText }[];
    readonly packages: readonly P[];
    readonly editions: readonly E[];
  };
};

/** A step of the strategy with all there is of it, and where that puts it. */
export type StepRow<A, P, E> = {
  readonly code: string;
  readonly name: LocalisedText;
  readonly packages: readonly P[];
  readonly activities: readonly A[];
  readonly editions: readonly E[];
  readonly followed: FollowedStep;
};

const isHeldFor = (county: County | undefined, held: County | null) =>
  county === undefined || held === null || held === county;

/** Every step of the chosen priority with what there is of it, in the strategy's order. */
export function followSteps<A extends ActivityRow, P extends NamedPackage, E extends HeldEdition>(
  { activities, frame }: Material<A, P, E>,
  { region, county, priority }: PortfolioFilter,
): StepRow<A, P, E>[] {
  const kept = activities.filter((row) => row.withdrawalReason === null && isInPortfolio(row, { region, county }));
  const steps = frame.steps.filter(({ code }) => priority === undefined || priorityOf(code) === priority);
  return steps.map(({ code, name }) => {
    const packages = frame.packages.filter((each) => each.steps.includes(code));
    const codes = new Set(packages.map((each) => each.code));
    const own = kept.filter(({ activity }) => activity.steps.includes(code));
    // What providers hold is no region's: where one region is asked for, only what it has written down decides.
    const editions =
      region === undefined
        ? frame.editions.filter((each) => codes.has(each.packageCode) && isHeldFor(county, each.county))
        : [];
    const parts = { activities: own.map(({ activity }) => activity), editions };
    return { code, name, packages, activities: own, editions, followed: followStep(parts, frame.today) };
  });
}
