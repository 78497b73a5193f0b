import { useLingui } from '@lingui/react/macro';
import type { OwnErasure } from '#shared/contracts/erasure.ts';
import type { ErasureDecision } from '#shared/domain/erasure/erasure.ts';
import { formatDate } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';

type Request = OwnErasure['requests'][number];

/** Says how a request for erasure stands. */
export function useErasureWords(): (request: Request) => string {
  const { t } = useLingui();
  const language = useLanguage();
  const decisionWords: Record<ErasureDecision, string> = {
    granted: t`Granted. It will be erased.`,
    'partly-granted': t`Granted in part.`,
    refused: t`Refused.`,
  };
  return ({ status, dueAt, decision }) => {
    const due = formatDate(new Date(dueAt), language);
    switch (status) {
      case 'received':
        return t`Received. You are told at the latest ${due}.`;
      case 'withdrawn':
        return t`You took the request back.`;
      case 'decided':
        return decision === null ? '' : decisionWords[decision.decision];
      case 'carried-out':
        return t`Decided and carried out.`;
    }
  };
}
