import { useLingui } from '@lingui/react/macro';
import type { PackageDocument } from '#shared/contracts/packages.ts';

/** Words for the facts of a package. */
export function usePackageWords() {
  const { t } = useLingui();
  const county = (code: PackageDocument['counties'][number]): string => {
    if (code === '17') return 'Värmland';
    return code === '20' ? 'Dalarna' : 'Gävleborg';
  };
  return {
    county,
    group: ({ format, groupSize }: PackageDocument): string => {
      if (groupSize === null || format === 'individual') return t`One firm at a time`;
      const { minimum, maximum } = groupSize;
      return t`Group of ${minimum}–${maximum} firms`;
    },
    duration: ({ durationWeeks }: PackageDocument): string => t`About ${durationWeeks} weeks`,
    sizes: ({ sizeClasses }: PackageDocument): string =>
      sizeClasses.map((size) => (size === '250-plus' ? t`250 or more` : size.replace('-', '–'))).join(', '),
    stance: ({ stance }: PackageDocument): string => {
      if (stance === 'give') return t`You give: mentor, host or speaker`;
      return stance === 'partner' ? t`You take part as a partner` : t`You receive support`;
    },
  };
}
