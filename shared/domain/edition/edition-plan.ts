import * as z from 'zod/mini';
import { storableTextSchema } from '../answers/answer.ts';
import { counties } from '../firm/firm-profile.ts';
import { positionSchema } from '../geography/position.ts';
import { languageSchema } from '../language.ts';
import type { Package } from '../routing/package.ts';
import { addDays, weekdayOf } from './civil-day.ts';

export const editionDeliveries = ['on-site', 'in-turns', 'online'] as const;

export const mostPlaces = 200;
export const longestEditionName = 120;
export const longestVenue = 200;
const mostDays = 60;
const latestYear = 2100;

const daySchema = z.iso.date().check(z.refine((day) => day >= '2000-01-01' && day < `${latestYear}-01-01`));
/** `09:30` */
const timeSchema = z.string().check(z.regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$/));
const textSchema = (longest: number) => storableTextSchema.check(z.trim(), z.minLength(1), z.maxLength(longest));

/** A day on which the group meets. */
const editionDaySchema = z.strictObject({ heldOn: daySchema, startsAt: timeSchema, endsAt: timeSchema });

/** Everything that a provider decides about an edition. How it fits together is for `checkEditionPlan` to say. */
export const editionPlanSchema = z.strictObject({
  /** What this run is called; null where the package's name will do. */
  name: z.nullable(textSchema(longestEditionName)),
  delivery: z.enum(editionDeliveries),
  /** SCB code of the place; null when it is held online. */
  municipality: z.nullable(z.string().check(z.regex(new RegExp(`^(${counties.join('|')})[0-9]{2}$`)))),
  venue: z.nullable(textSchema(longestVenue)),
  /** The exact place; null where the municipality says enough. */
  position: z.nullable(z.strictObject(positionSchema.shape)),
  applyBy: daySchema,
  startsOn: daySchema,
  endsOn: daySchema,
  places: z.int().check(z.gte(1), z.lte(mostPlaces)),
  minimumGroup: z.int().check(z.gte(1), z.lte(mostPlaces)),
  language: languageSchema,
  days: z.array(editionDaySchema).check(z.maxLength(mostDays)),
});
export type EditionPlan = z.infer<typeof editionPlanSchema>;

export type PlanFault = {
  readonly field: keyof EditionPlan;
  readonly code:
    | 'missing'
    | 'unknown'
    | 'not-online'
    | 'in-the-past'
    | 'after-the-start'
    | 'before-the-start'
    | 'more-than-places'
    | 'fewer-than-taken'
    | 'outside-the-dates'
    | 'ends-before-it-starts'
    | 'same-day-twice';
  /** Which of the days, from 0. */
  readonly place?: number;
};

/** What there is beside the plan that it has to fit. */
export type PlanFrame = {
  /** ISO date. */
  readonly today: string;
  /** Codes of the municipalities that there are. */
  readonly municipalities: readonly string[];
  /** As it is stored; null when it is new. What is past already need not be moved. */
  readonly before: Pick<EditionPlan, 'applyBy'> | null;
  /** How many firms are asked or have said yes. */
  readonly taken: number;
};

function checkPlace({ delivery, municipality, venue, position }: EditionPlan, known: readonly string[]): PlanFault[] {
  if (delivery === 'online') {
    const given = { municipality, venue, position };
    return (['municipality', 'venue', 'position'] as const)
      .filter((field) => given[field] !== null)
      .map((field) => ({ field, code: 'not-online' }));
  }
  if (municipality === null) return [{ field: 'municipality', code: 'missing' }];
  return known.includes(municipality) ? [] : [{ field: 'municipality', code: 'unknown' }];
}

function checkDates({ applyBy, startsOn, endsOn }: EditionPlan, { today, before }: PlanFrame): PlanFault[] {
  const faults: PlanFault[] = [];
  if (applyBy < today && applyBy !== before?.applyBy) faults.push({ field: 'applyBy', code: 'in-the-past' });
  else if (applyBy > startsOn) faults.push({ field: 'applyBy', code: 'after-the-start' });
  if (endsOn < startsOn) faults.push({ field: 'endsOn', code: 'before-the-start' });
  return faults;
}

function checkSize({ places, minimumGroup }: EditionPlan, taken: number): PlanFault[] {
  const faults: PlanFault[] = [];
  if (places < taken) faults.push({ field: 'places', code: 'fewer-than-taken' });
  if (minimumGroup > places) faults.push({ field: 'minimumGroup', code: 'more-than-places' });
  return faults;
}

function checkDays({ days, startsOn, endsOn }: EditionPlan): PlanFault[] {
  return days.flatMap(({ heldOn, startsAt, endsAt }, place): PlanFault[] => {
    const at = { field: 'days', place } as const;
    if (heldOn < startsOn || heldOn > endsOn) return [{ ...at, code: 'outside-the-dates' }];
    if (endsAt <= startsAt) return [{ ...at, code: 'ends-before-it-starts' }];
    const isRepeated = days.slice(0, place).some((day) => day.heldOn === heldOn);
    return isRepeated ? [{ ...at, code: 'same-day-twice' }] : [];
  });
}

/** What is amiss with the plan, in the order of its fields; empty when it can be kept so. */
export function checkEditionPlan(plan: EditionPlan, frame: PlanFrame): readonly PlanFault[] {
  return [
    ...checkPlace(plan, frame.municipalities),
    ...checkDates(plan, frame),
    ...checkSize(plan, frame.taken),
    ...checkDays(plan),
  ];
}

/** How long a group is looked for before it begins. No source says: a proposal. */
const weeksUntilStart = 8;
const weeksToPrepare = 2;
/** For a package that states no group. */
const groupOfOne = { minimum: 1, maximum: 1 };

/** What a new edition begins with: group size, length and way of holding it as the package states them. */
export function planFromPackage(
  offer: Pick<Package, 'groupSize' | 'durationWeeks' | 'delivery'>,
  today: string,
): EditionPlan {
  const { minimum, maximum } = offer.groupSize ?? groupOfOne;
  const inTime = addDays(today, 7 * weeksUntilStart);
  // The Monday on or after that day.
  const startsOn = addDays(inTime, (8 - weekdayOf(inTime)) % 7);
  return {
    name: null,
    delivery: offer.delivery[0] ?? 'on-site',
    municipality: null,
    venue: null,
    position: null,
    applyBy: addDays(startsOn, -7 * weeksToPrepare),
    startsOn,
    // The Friday of its last week.
    endsOn: addDays(startsOn, 7 * offer.durationWeeks - 3),
    places: maximum,
    minimumGroup: minimum,
    language: 'sv',
    days: [],
  };
}
