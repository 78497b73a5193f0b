import * as z from 'zod/mini';
import { type County, countySchema } from '../firm/firm-profile.ts';
import { wordCodeSchema } from '../instrument/codes.ts';
import { priorityCodeSchema } from '../routing/strategy-step.ts';
import { type Activity, activityStatuses, type FundingTag, fundingTagSchema, fundingTags } from './activity.ts';

/** Which activities are looked at; what is left out narrows nothing. */
export const portfolioFilterSchema = z.strictObject({
  /** The region that wrote it, by its county's code. */
  region: z.optional(countySchema),
  county: z.optional(countySchema),
  priority: z.optional(priorityCodeSchema),
  status: z.optional(z.enum(activityStatuses)),
  funding: z.optional(fundingTagSchema),
  s3Area: z.optional(wordCodeSchema),
});
export type PortfolioFilter = z.infer<typeof portfolioFilterSchema>;

export type Kept = { readonly region: string; readonly activity: Activity };

/** Whether it is carried out in the county; without a county it is in all three. */
export function isInCounty({ counties }: Activity, county: County): boolean {
  return counties.length === 0 || counties.includes(county);
}

export const priorityOf = (step: string): string => step.split('.')[0] ?? step;

export function isInPortfolio({ region, activity }: Kept, filter: PortfolioFilter): boolean {
  return (
    (filter.region === undefined || filter.region === region) &&
    (filter.county === undefined || isInCounty(activity, filter.county)) &&
    (filter.priority === undefined || activity.steps.some((step) => priorityOf(step) === filter.priority)) &&
    (filter.status === undefined || filter.status === activity.status) &&
    (filter.funding === undefined || activity.funding.some(({ tag }) => tag === filter.funding)) &&
    (filter.s3Area === undefined || filter.s3Area === activity.s3Area)
  );
}

export type PortfolioSum = {
  readonly activities: number;
  /** Of those amounts that are known. */
  readonly kronor: number;
  /** Activities of which some amount is not known: the sum is at least what stands. */
  readonly withoutAmount: number;
};

function sumOf(parts: readonly (readonly (number | null)[])[]): PortfolioSum {
  const kronor = parts.flat().reduce((sum: number, amount) => sum + (amount ?? 0), 0);
  return { activities: parts.length, kronor, withoutAmount: parts.filter((amounts) => amounts.includes(null)).length };
}

const amountsOf = ({ funding }: Activity): (number | null)[] =>
  funding.length === 0 ? [null] : funding.map(({ kronor }) => kronor);

/** By source of money, in the order of the list; an activity counts once in each source that it has. */
export function sumByFunding(
  activities: readonly Activity[],
): { readonly tag: FundingTag; readonly sum: PortfolioSum }[] {
  return fundingTags.map((tag) => {
    const amounts = activities.flatMap(({ funding }) =>
      funding.filter((part) => part.tag === tag).map(({ kronor }) => [kronor]),
    );
    return { tag, sum: sumOf(amounts) };
  });
}

/** By S3 area, null for those without; each activity counts in one of them. */
export function sumByS3Area(
  activities: readonly Activity[],
  areas: readonly string[],
): { readonly s3Area: string | null; readonly sum: PortfolioSum }[] {
  const gone = activities.flatMap(({ s3Area }) => (s3Area === null || areas.includes(s3Area) ? [] : [s3Area]));
  return [...areas, ...new Set(gone), null].map((s3Area) => ({
    s3Area,
    sum: sumOf(activities.filter((activity) => activity.s3Area === s3Area).map(amountsOf)),
  }));
}

export const sumAll = (activities: readonly Activity[]): PortfolioSum => sumOf(activities.map(amountsOf));
