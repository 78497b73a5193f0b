import { useLingui } from '@lingui/react/macro';
import type { PackageDocument } from '#shared/contracts/packages.ts';
import { useLocalised } from '../../lib/use-language.ts';

type Funding = PackageDocument['funding'][number];

function useFundingWords(): (funding: Funding) => string {
  const { t } = useLingui();
  return (funding) => {
    switch (funding) {
      case 'erdf':
        return t`European Regional Development Fund`;
      case 'esf':
        return t`European Social Fund`;
      case 'regional':
        return t`regional development money`;
      case 'national':
        return t`national money`;
      case 'eu-competitive':
        return t`EU money won in competition`;
      case 'private':
        return t`private money`;
      case 'not-decided':
        return t`Not decided`;
    }
  };
}

/** Words for the facts of a package. */
export function usePackageWords() {
  const { t } = useLingui();
  const localise = useLocalised();
  const fundingWord = useFundingWords();
  const county = (code: PackageDocument['counties'][number]): string => {
    if (code === '17') return 'Värmland';
    return code === '20' ? 'Dalarna' : 'Gävleborg';
  };
  return {
    county,
    counties: ({ counties }: PackageDocument): string => counties.map(county).join(', '),
    group: ({ format, groupSize }: PackageDocument): string => {
      if (groupSize === null || format === 'individual') return t`One firm at a time`;
      const { minimum, maximum } = groupSize;
      return t`Group of ${minimum}–${maximum} firms`;
    },
    duration: ({ durationWeeks }: PackageDocument): string => t`About ${durationWeeks} weeks`,
    funding: ({ funding }: PackageDocument): string => funding.map(fundingWord).join(', '),
    sizes: ({ sizeClasses }: PackageDocument): string =>
      sizeClasses.map((size) => (size === '250-plus' ? t`250 or more` : size.replace('-', '–'))).join(', '),
    steps: ({ steps }: PackageDocument): string =>
      steps.map(({ code, name }) => `${code} ${localise(name)}`).join('; '),
    stance: ({ stance }: PackageDocument): string => {
      if (stance === 'give') return t`You give: mentor, host or speaker`;
      return stance === 'partner' ? t`You take part as a partner` : t`You receive support`;
    },
  };
}
