import { useLingui } from '@lingui/react/macro';
import type { ProfileSummary } from '#shared/domain/scoring/summarise-profile.ts';

/** Which of technology and ways of working is ahead, as a heading; `unknown` where the answers do not reach. */
export function useBalanceWords(unknown: string): (balance: ProfileSummary['balance']) => string {
  const { t } = useLingui();
  return (balance) => {
    switch (balance) {
      case 'digital-ahead':
        return t`The technology is ahead of the ways of working`;
      case 'process-ahead':
        return t`The ways of working are ahead of the technology`;
      case 'even':
        return t`Technology and ways of working keep pace`;
      case null:
        return unknown;
    }
  };
}
