import { useLingui } from '@lingui/react/macro';
import { fundingTags, longestGoals, longestName } from '#shared/domain/followup/activity.ts';
import type { ActivityField, ActivityFormFault } from './read-activity.ts';
import { useFollowUpWords } from './use-follow-up-words.ts';

/** What is amiss with a field of an activity, and what would do. */
export function useActivityFaultWords(): (field: ActivityField, code: ActivityFormFault['code']) => string {
  const { t } = useLingui();
  const words = useFollowUpWords();
  const amounts = fundingTags.map((tag) => [
    `kronor.${tag}`,
    t`${words.funding(tag)}: write whole kronor, or nothing.`,
  ]);
  const invalid: Partial<Record<ActivityField, string>> = {
    nameSv: t`Write the name in Swedish, with at most ${longestName} characters.`,
    nameEn: t`Write the name in English, with at most ${longestName} characters.`,
    steps: t`Choose at least one step of the strategy.`,
    status: t`Choose a status.`,
    from: t`Give the first day.`,
    until: t`Give the last day as a date, or leave it empty.`,
    goals: t`Write what it is to lead to, with at most ${longestGoals} characters.`,
    responsible: t`Write who answers for it.`,
    projectName: t`Write what the project is called, or leave its reference empty too.`,
    projectReference: t`Shorten the reference.`,
    link: t`Write an address that begins with https://, or leave it empty.`,
    packages: t`One of the packages is not in the catalogue any more. Untick it.`,
    ...Object.fromEntries(amounts),
  };
  const others: Partial<Record<ActivityFormFault['code'], string>> = {
    'not-begun': t`It has not begun by then: the first day is yet to come. Choose Planned, or an earlier day.`,
    'has-passed': t`The first day has passed. Choose a later day, or that it is under way.`,
    'before-the-start': t`The last day comes before the first. Move one of them.`,
    'not-ended': t`It cannot have ended yet: the last day is to come.`,
    missing: t`Give the last day: it has ended.`,
    unknown: t`One of what is ticked is not in the list any more. Untick it.`,
  };
  return (field, code) =>
    code === 'unknown' && field === 'packages'
      ? (invalid.packages ?? '')
      : (others[code] ?? invalid[field] ?? t`Check this field.`);
}
