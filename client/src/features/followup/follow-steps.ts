import type { ActivityRow, FollowUpFrame } from '#shared/contracts/follow-up.ts';
import type { County } from '#shared/domain/firm/firm-profile.ts';
import { isInPortfolio, type PortfolioFilter, priorityOf } from '#shared/domain/followup/portfolio.ts';
import { type FollowedStep, followStep } from '#shared/domain/followup/step-state.ts';

export type StepRow = {
  readonly code: string;
  readonly name: FollowUpFrame['steps'][number]['name'];
  readonly packages: FollowUpFrame['packages'];
  readonly activities: readonly ActivityRow[];
  readonly editions: FollowUpFrame['editions'];
  readonly followed: FollowedStep;
};

type Material = { readonly activities: readonly ActivityRow[]; readonly frame: FollowUpFrame };

/** An edition that is held online is for every county. */
const isHeldFor = (county: County | undefined, held: County | null) =>
  county === undefined || held === null || held === county;

/** Every step of the chosen priority with what there is of it, in the strategy's order. */
export function followSteps({ activities, frame }: Material, filter: PortfolioFilter): StepRow[] {
  const { region, county, priority } = filter;
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
