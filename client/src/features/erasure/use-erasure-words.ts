import { useLingui } from '@lingui/react/macro';
import type { ErasureBasis, ErasureDecision, ErasureScope } from '#shared/domain/erasure/erasure.ts';

/** What the codes of requests and decisions mean. */
export function useErasureWords() {
  const { t } = useLingui();
  const decisions: Record<ErasureDecision, string> = {
    granted: t`Erase everything that was asked for`,
    'partly-granted': t`Erase a part, keep the rest`,
    refused: t`Keep everything`,
  };
  const bases: Record<ErasureBasis, string> = {
    'consent-withdrawn': t`The consent has been withdrawn (GDPR 17.1 b)`,
    'no-longer-needed': t`The data are no longer needed (GDPR 17.1 a)`,
    objection: t`The person has objected, and nothing outweighs that (GDPR 17.1 c)`,
    'unlawful-processing': t`The data have been processed unlawfully (GDPR 17.1 d)`,
    'disposal-decision': t`There is a decision on disposal for the data (gallringsbeslut)`,
    'archive-law': t`Public records that may not be disposed of without a decision on it (the Archives Act, GDPR 17.3 d)`,
    'legal-obligation': t`A law requires that the data are kept (GDPR 17.3 b)`,
    'legal-claim': t`Needed to establish or defend a legal claim (GDPR 17.3 e)`,
    'public-task': t`Needed for a task in the public interest (GDPR 17.3 b)`,
    'request-unfounded': t`The request is unfounded, or comes from somebody whom the data do not concern (GDPR 12.5)`,
  };
  /** What carrying the decision out does, to what was asked about. */
  const effects: Record<ErasureScope, Record<ErasureDecision, string>> = {
    person: {
      granted: t`The account is erased, and no longer linked to any answer.`,
      'partly-granted': t`Name, address and ways of signing in are erased. That the answers came from one and the same person, now nameless, is kept.`,
      refused: t`Nothing is erased.`,
    },
    firm: {
      granted: t`Everything about the firm is erased.`,
      'partly-granted': t`Name, number, municipality, exact facts, comments, free text, contacts and people are erased. Answers, levels and results are kept with county, industry and size, without a name.`,
      refused: t`Nothing is erased.`,
    },
  };
  return {
    decision: (decision: ErasureDecision) => decisions[decision],
    basis: (basis: ErasureBasis) => bases[basis],
    effect: (scope: ErasureScope, decision: ErasureDecision) => effects[scope][decision],
  };
}
