import { useLingui } from '@lingui/react/macro';
import { type ProfileField, percentFields } from './profile-form.ts';
import type { ProfileFault } from './read-profile-form.ts';
import { usePercentLabels } from './use-percent-labels.ts';

function useMissingWords(): (field: ProfileField) => string {
  const { t } = useLingui();
  return (field) => {
    if (field === 'municipality') return t`Choose the municipality.`;
    if (field === 'branch') return t`Choose the industry that is closest.`;
    if (field === 'sizeClass') return t`Choose how many you are.`;
    return t`Choose what you mainly do.`;
  };
}

/** Several shares may be wrong at once, so the sentence says which. */
function usePercentWords(): (field: ProfileField) => string {
  const { t } = useLingui();
  const labels = usePercentLabels();
  return (field) => {
    const percentField = percentFields.find((each) => each === field);
    const label = percentField === undefined ? '' : labels[percentField];
    return t`${label}: write a share between 0 and 100 per cent.`;
  };
}

/** The sentence for a fault, the same beside the field and in the summary. */
export function useFaultWords(): (field: ProfileField, fault: ProfileFault) => string {
  const { t } = useLingui();
  const missingWords = useMissingWords();
  const percentWords = usePercentWords();
  return (field, fault) => {
    switch (fault) {
      case 'missing':
        return missingWords(field);
      case 'no-whole-number':
        return field === 'workplaces'
          ? t`Write the number of workplaces in figures, from 1 to 1000.`
          : t`Write the number of employees in figures, at least 1.`;
      case 'no-percent':
        return percentWords(field);
      case 'too-long':
        return field === 'firmName'
          ? t`The name can have at most 120 characters.`
          : t`Describe what you make or deliver in at most 120 characters.`;
      case 'none-with-others':
        return t`Choose what applies or that nothing does, not both.`;
      case 'not-in-size-class':
        return t`The number of employees does not fit the answer to “How many are you?”. Change one of them.`;
      case 'below-largest-customer':
        return t`The three largest customers together cannot have a smaller share than the largest one alone.`;
      case 'not-ten-digits':
        return t`An organisation number has ten digits, for example 556036-0793.`;
      case 'wrong-check-digit':
        return t`The number does not add up: one digit is wrong or two have changed places.`;
      case 'personal-number':
        return t`This looks like a personal identity number. Leave the field empty; we do not store such numbers.`;
      case 'unknown-legal-group':
        return t`No legal form begins with that digit. Check the number.`;
    }
  };
}
