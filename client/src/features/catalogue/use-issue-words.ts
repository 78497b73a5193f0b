import { useLingui } from '@lingui/react/macro';
import type { PackageIssue } from '#shared/domain/routing/drafting/check-package-draft.ts';
import { useNames } from './catalogue-context.tsx';

/** What is missing or wrong, as a sentence that says what to do. */
export function useIssueWords(): (issue: PackageIssue) => string {
  const { t } = useLingui();
  const names = useNames();
  const missing = useMissingWords();
  const uncovered = (about: string): { area: string; band: string } => {
    const [, dimension = '', band = ''] = about.split('/');
    return { area: names.dimension(dimension), band: names.band(band) };
  };
  const ofCatalogue = ({ code, about }: PackageIssue): string => {
    if (code === 'need-without-package' || code === 'strength-without-package') {
      const { area, band } = uncovered(about);
      return t`Without this package nothing is left for firms in “${area}” that are: ${band}. Let another package meet it first.`;
    }
    return t`Something else in the catalogue rests on what would be gone: ${about} (${code}).`;
  };
  return (issue) => {
    const { field, code, about } = issue;
    if (field === 'catalogue') return ofCatalogue(issue);
    switch (code) {
      case 'missing':
        return missing(field);
      case 'no-band': {
        const area = names.dimension(about);
        return t`Choose how far the firms have come in “${area}”.`;
      }
      case 'out-of-range':
        return t`Give a length of 1 to 260 weeks.`;
      case 'no-group-size':
      case 'wrong-group-size':
        return t`Give the smallest and largest group, 2 to 100 firms, or choose one firm at a time.`;
      case 'never-holds':
        return t`No firm can ever meet this condition. Look for parts that rule each other out.`;
      case 'never-holds-here':
        return t`No firm that the package is made for can meet this condition. Compare with sizes, industries and roles.`;
      case 'step-of-other-priority':
        return t`At least one of the steps must belong to the priority.`;
      case 'not-a-provider':
        return t`Your own organisation must be the first provider of a new package.`;
      case 'others-place':
        return t`You may leave the list or add others at its end. The place of the others is for the coordination to change.`;
      case 'others-under-way':
        return t`Others give this package too. Leave the list of providers instead, or ask the coordination.`;
      case 'unknown-item':
        return t`The condition asks about a question that does not exist: ${about}.`;
      default:
        return t`This cannot be published as it is: ${code}. ${about}`;
    }
  };
}

/** What has to be there before anything is published. */
function useMissingWords(): (field: string) => string {
  const { t } = useLingui();
  return (field) => {
    if (field.endsWith('.sv')) return t`Write this in Swedish.`;
    if (field.endsWith('.en')) return t`Write this in English.`;
    switch (field) {
      case 'priority':
        return t`Choose the priority of the strategy that the package serves.`;
      case 'steps':
        return t`Choose at least one step of the strategy.`;
      case 'dimensions':
        return t`Choose at least one need that the package meets.`;
      case 'durationWeeks':
        return t`Give the length in weeks.`;
      default:
        return t`Choose at least one.`;
    }
  };
}
