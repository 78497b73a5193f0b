import { useLingui } from '@lingui/react/macro';
import { useLocalised } from '../lib/use-language.ts';
import type { Workplace } from './workplaces.ts';

/** What the pages that roles work on are called. */
export function useWorkplaceWords(): (workplace: Workplace) => string {
  const { t } = useLingui();
  const localise = useLocalised();
  return ({ kind, name }) => {
    switch (kind) {
      case 'firm':
        return name === null ? t`Your firm` : localise(name);
      case 'advisor':
        return t`Work queue`;
      case 'organisations':
        return t`Organisations`;
      case 'region':
        return t`Statistics`;
      case 'editor':
        return t`Questionnaires`;
    }
  };
}
