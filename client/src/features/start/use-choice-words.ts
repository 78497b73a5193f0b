import { useLingui } from '@lingui/react/macro';
import type { ChoiceField, ChoiceOf } from './profile-form.ts';

type ChoiceWords = { readonly [Field in ChoiceField]: Readonly<Record<ChoiceOf<Field>, string>> };

/** What the choices of every set are called. */
export function useChoiceWords(): ChoiceWords {
  const { t } = useLingui();
  return {
    certifications: {
      quality: t`Quality (ISO 9001)`,
      environment: t`Environment (ISO 14001)`,
      'work-environment': t`Work environment (ISO 45001)`,
      'information-security': t`Information security (ISO 27001)`,
      energy: t`Energy (ISO 50001)`,
      'product-or-branch': t`Product, welding or another certificate of the industry (such as ISO 3834)`,
      other: t`Another certificate`,
      none: t`None`,
    },
    clusterMemberships: {
      'paper-province': 'Paper Province',
      compare: 'Compare',
      'triple-steelix': 'Triple Steelix',
      fpx: 'FPX (Future Position X)',
      other: t`Another cluster`,
      none: t`None`,
    },
    collaborationPartners: {
      'other-sme': t`Another small or medium-sized firm`,
      'large-firm': t`A large firm`,
      'university-or-institute': t`A university or research institute`,
      'test-bed': t`A test bed`,
      'foreign-partner': t`A partner in another country`,
      none: t`Nobody`,
    },
    supportTaken: {
      'mentorship-or-coaching': t`Mentor or coaching`,
      'course-or-training': t`Course or training`,
      'network-or-cluster': t`Network or cluster`,
      'test-bed': t`Test bed`,
      'innovation-or-development-money': t`Money for innovation or development`,
      'export-support': t`Support for export`,
      other: t`Other support`,
      none: t`None`,
    },
  };
}
