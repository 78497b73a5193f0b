import * as z from 'zod/mini';
import { storableTextSchema } from '../answers/answer.ts';
import { countySchema } from '../firm/firm-profile.ts';
import { wordCodeSchema } from '../instrument/codes.ts';
import { strategyStepCodeSchema } from '../routing/strategy-step.ts';
import type { FollowUpLists } from './follow-up-lists.ts';

export const activityStatuses = ['planned', 'started', 'completed', 'stopped'] as const;
export type ActivityStatus = (typeof activityStatuses)[number];

/** Where money comes from. Funds come and go: whatever one of them asks for is left to its own tables. */
export const fundingTags = ['erdf', 'esf', 'regional', 'national', 'eu-competitive', 'private'] as const;
export const fundingTagSchema = z.enum(fundingTags);
export type FundingTag = (typeof fundingTags)[number];

const text = (longest: number) => storableTextSchema.check(z.trim(), z.minLength(1), z.maxLength(longest));
const distinct = <T>(values: readonly T[]): boolean => new Set(values).size === values.length;
const codesSchema = z.array(wordCodeSchema).check(z.maxLength(80), z.refine(distinct));
const daySchema = z.iso.date().check(z.refine((day) => day >= '2000-01-01' && day < '2100-01-01'));

export const longestName = 160;
export const longestGoals = 2000;
const mostKronor = 100_000_000_000;

/** Something that is done to carry the strategy out, as a region writes it down. Nothing of a firm is in it. */
export const activitySchema = z.strictObject({
  name: z.strictObject({ sv: text(longestName), en: text(longestName) }),
  /** The steps of the strategy that it is part of. */
  steps: z.array(strategyStepCodeSchema).check(z.minLength(1), z.maxLength(22), z.refine(distinct)),
  status: z.enum(activityStatuses),
  from: daySchema,
  /** The last day; null as long as nobody knows. */
  until: z.nullable(daySchema),
  /** Packages of the catalogue that it pays for or carries out. */
  packages: codesSchema,
  project: z.nullable(z.strictObject({ name: text(longestName), reference: z.nullable(text(80)) })),
  /** What it is to lead to, in the region's own words. */
  goals: text(longestGoals),
  /** Whole kronor; null where the amount is not known or not to be told. */
  funding: z
    .array(
      z.strictObject({
        tag: fundingTagSchema,
        kronor: z.nullable(z.int().check(z.gte(0), z.lte(mostKronor))),
      }),
    )
    .check(z.refine((parts) => distinct(parts.map(({ tag }) => tag)))),
  s3Area: z.nullable(wordCodeSchema),
  policyAreas: codesSchema,
  /** Where it is carried out; empty for all three counties. */
  counties: z.array(countySchema).check(z.refine(distinct)),
  programmes: codesSchema,
  /** Who answers for it. */
  responsible: text(200),
  link: z.nullable(z.url({ protocol: /^https$/ }).check(z.maxLength(500))),
});
export type Activity = z.infer<typeof activitySchema>;

export type ActivityFault = {
  readonly field: keyof Activity;
  readonly code: 'unknown' | 'missing' | 'before-the-start' | 'not-begun' | 'has-passed' | 'not-ended';
};

export type ActivityFrame = {
  /** The day in Sweden. */
  readonly today: string;
  readonly steps: readonly string[];
  readonly packages: readonly string[];
  readonly lists: FollowUpLists;
};

const codesOf = (tags: readonly { readonly code: string }[]): string[] => tags.map(({ code }) => code);

function unknownCodes(activity: Activity, { steps, packages, lists }: ActivityFrame): ActivityFault[] {
  const s3Areas = activity.s3Area === null ? [] : [activity.s3Area];
  const chosen = [
    ['steps', activity.steps, steps],
    ['packages', activity.packages, packages],
    ['s3Area', s3Areas, codesOf(lists.s3Areas)],
    ['policyAreas', activity.policyAreas, codesOf(lists.policyAreas)],
    ['programmes', activity.programmes, codesOf(lists.programmes)],
  ] as const;
  return chosen.flatMap(([field, codes, known]) =>
    codes.every((code) => known.includes(code)) ? [] : [{ field, code: 'unknown' as const }],
  );
}

function faultOfUntil({ status, from, until }: Activity, today: string): ActivityFault['code'] | null {
  const isOver = status === 'completed' || status === 'stopped';
  if (until === null) return isOver ? 'missing' : null;
  if (until < from) return 'before-the-start';
  return isOver && until > today ? 'not-ended' : null;
}

/** What keeps it from being written down. `before`: as it stood; what a list has lost since may stay as it was. */
export function checkActivity(
  activity: Activity,
  frame: ActivityFrame,
  before: Activity | null = null,
): ActivityFault[] {
  const until = faultOfUntil(activity, frame.today);
  const isAsBefore = (field: keyof Activity) =>
    before !== null && JSON.stringify(before[field]) === JSON.stringify(activity[field]);
  return [
    ...unknownCodes(activity, frame).filter(({ field }) => !isAsBefore(field)),
    ...(activity.status !== 'planned' && activity.from > frame.today
      ? [{ field: 'from', code: 'not-begun' } as const]
      : []),
    ...(activity.status === 'planned' && activity.from < frame.today && !(isAsBefore('from') && isAsBefore('status'))
      ? [{ field: 'from', code: 'has-passed' } as const]
      : []),
    ...(until === null ? [] : [{ field: 'until', code: until } as const]),
  ];
}
