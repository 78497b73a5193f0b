import { useLingui } from '@lingui/react/macro';
import type { ProfileFault, ProfileField } from './profile-form.ts';

/** The sentence for a fault, the same beside the field and in the summary. */
export function useFaultWords(): (field: ProfileField, fault: ProfileFault) => string {
  const { t } = useLingui();
  const missing = (field: ProfileField): string => {
    if (field === 'municipality') return t`Choose the municipality.`;
    if (field === 'branch') return t`Choose the branch that is closest.`;
    if (field === 'sizeClass') return t`Choose how many you are.`;
    return t`Choose what you mainly do.`;
  };
  return (field, fault) => {
    switch (fault) {
      case 'missing':
        return missing(field);
      case 'no-whole-number':
        return t`Write the number of employees in figures, at least 1.`;
      case 'no-percent':
        return t`Write a share between 0 and 100 per cent.`;
      case 'too-long':
        return t`The name can have at most 120 characters.`;
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
