import { Trans } from '@lingui/react/macro';
import {
  agreementOf,
  compareReview,
  countComparisons,
  leastItemsForAgreement,
} from '#shared/domain/review/compare-review.ts';
import type { ReviewEntry } from '#shared/domain/review/review.ts';
import { formatShare } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { useReview } from './review-context.tsx';

/** How far both see it alike, in counts and, of enough questions, in shares. */
export function AgreementWords({ entries }: { entries: readonly ReviewEntry[] }) {
  const { basis, isOwn } = useReview();
  const language = useLanguage();
  const comparisons = compareReview(basis, entries);
  const { same, higher, lower, added, 'not-judged': notJudged } = countComparisons(comparisons);
  const agreement = agreementOf(comparisons);
  return (
    <>
      <p>
        {isOwn ? (
          <Trans>
            Of the questions gone through: {same} on the same level, {higher} reviewed higher than you say, {lower}{' '}
            lower, {added} that you had given no level, {notJudged} that could not be judged.
          </Trans>
        ) : (
          <Trans>
            Of the questions gone through: {same} on the same level, {higher} reviewed higher than the firm says,{' '}
            {lower} lower, {added} that the firm had given no level, {notJudged} that could not be judged.
          </Trans>
        )}
      </p>
      {agreement === null ? (
        <p>
          <Trans>
            A share of agreement is told from {leastItemsForAgreement} questions to which both gave a level. We chose
            that limit ourselves, and the regions have not confirmed it.
          </Trans>
        </p>
      ) : (
        <AgreementShare
          same={formatShare(agreement.sameShare, language)}
          within={formatShare(agreement.withinOneShare, language)}
          items={agreement.items}
        />
      )}
    </>
  );
}

function AgreementShare({ same, within, items }: { same: string; within: string; items: number }) {
  const { isOwn } = useReview();
  return (
    <p>
      {isOwn ? (
        <Trans>
          Both say the same on {same} of {items} questions, and are at most one level apart on {within}. This is the
          plain share: it is not corrected for chance, since the adviser sees your answer first.
        </Trans>
      ) : (
        <Trans>
          Both say the same on {same} of {items} questions, and are at most one level apart on {within}. This is the
          plain share: it is not corrected for chance, since the adviser sees the firm's answer first.
        </Trans>
      )}
    </p>
  );
}
