import { useLingui } from '@lingui/react/macro';
import type { ErasureBasis, ErasureDecision, ErasureScope } from '#shared/domain/erasure/erasure.ts';

/** What the audit log says of an erasure. */
export function useErasureDetailWords(): {
  scope: Record<ErasureScope, string>;
  decision: Record<ErasureDecision, string>;
  basis: Record<ErasureBasis, string>;
} {
  const { t } = useLingui();
  return {
    scope: { person: t`an account`, firm: t`a firm` },
    decision: { granted: t`granted`, 'partly-granted': t`granted in part`, refused: t`refused` },
    basis: {
      'consent-withdrawn': t`the consent has been withdrawn`,
      'no-longer-needed': t`the data are no longer needed`,
      objection: t`an objection that nothing outweighs`,
      'unlawful-processing': t`the data have been processed unlawfully`,
      'disposal-decision': t`a decision on disposal`,
      'archive-law': t`public records`,
      'legal-obligation': t`a law requires the data to be kept`,
      'legal-claim': t`a legal claim`,
      'public-task': t`a task in the public interest`,
      'request-unfounded': t`the request is unfounded`,
    },
  };
}
