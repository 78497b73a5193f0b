import { useLingui } from '@lingui/react/macro';
import { longestEditionName, longestVenue, mostPlaces } from '#shared/domain/edition/edition-plan.ts';
import type { PlanField, PlanFormFault } from './read-plan.ts';

/** What is amiss with a field of the plan, and what would do. */
export function usePlanFaultWords(): (field: PlanField, code: PlanFormFault['code']) => string {
  const { t } = useLingui();
  const invalid: Record<PlanField, string> = {
    packageCode: t`Choose a package.`,
    name: t`Shorten the name to at most ${longestEditionName} characters.`,
    delivery: t`Choose how it is held.`,
    municipality: t`Choose the municipality.`,
    venue: t`Shorten the place to at most ${longestVenue} characters.`,
    position: t`Write both figures as degrees, for example 60.607 and 15.632, or leave both empty.`,
    applyBy: t`Give the last day to apply.`,
    startsOn: t`Give the first day.`,
    endsOn: t`Give the last day.`,
    places: t`Write how many places there are, from 1 to ${mostPlaces}.`,
    minimumGroup: t`Write how few there can be, from 1 to ${mostPlaces}.`,
    language: t`Choose the language.`,
    days: t`Give each day with its date and both times, or remove it.`,
  };
  const others: Partial<Record<PlanFormFault['code'], string>> = {
    'in-the-past': t`The last day to apply has passed. Choose today or a later day.`,
    'after-the-start': t`The last day to apply comes after the first day. Move one of them.`,
    'before-the-start': t`The last day comes before the first. Move one of them.`,
    'more-than-places': t`The smallest group is larger than there are places.`,
    'fewer-than-taken': t`More places are taken already. Let firms go first, or keep as many places.`,
    'outside-the-dates': t`A day lies before the first or after the last day.`,
    'ends-before-it-starts': t`A day ends before it begins.`,
    'same-day-twice': t`The same day is there twice.`,
    missing: t`Choose the municipality.`,
  };
  return (field, code) =>
    code === 'missing' && field === 'packageCode' ? invalid.packageCode : (others[code] ?? invalid[field]);
}
