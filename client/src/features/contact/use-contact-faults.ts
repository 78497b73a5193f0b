import { useLingui } from '@lingui/react/macro';
import type { ContactField } from './contact-form.ts';

/** Says what is wrong with a field, and how to put it right. */
export function useContactFaults(): (field: ContactField) => string {
  const { t } = useLingui();
  return (field) => {
    switch (field) {
      case 'firmName':
        return t`Write the name of the firm, at most 120 characters.`;
      case 'contactName':
        return t`Write who they should ask for, at most 120 characters.`;
      case 'email':
        return t`Write an e-mail address such as name@firm.se.`;
      case 'telephone':
        return t`Write the telephone number in figures, or leave it empty.`;
      case 'message':
        return t`Shorten the message to at most 1000 characters.`;
      case 'wishedEditionId':
        return t`The group takes no firms any more. Choose another, or none in particular.`;
      case 'hasConsented':
        return t`Tick the box if you agree. Without it nothing is passed on.`;
    }
  };
}
