import type * as z from 'zod/mini';
import type { responseSchema } from '#shared/contracts/responses.ts';
import type { resultSchema } from '#shared/contracts/results.ts';
import { withoutUnsureRules } from '#shared/domain/routing/cross-readings.ts';
import { describeRouting, withoutOwnAffairs } from '#shared/domain/routing/describe-routing.ts';
import { describeFeedback } from '#shared/domain/scoring/describe-feedback.ts';
import type { Context } from '../../platform/context.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import type { FirmRow, OutcomeRow } from './repository.ts';

export type SharedResultBody = z.input<typeof resultSchema>;
export type Reviews = SharedResultBody['reviews'];
/** The reviews that stand beside the levels of a submission, which another feature knows. */
export type ListReviews = (tx: Transaction, submissionId: string) => Promise<Reviews>;

/** The result as it was stored at submission, which is the one that the firm reads. There is nothing to go on with. */
export async function describeSharedResult(
  context: Context,
  firm: FirmRow,
  { outcome, reviews }: { outcome: OutcomeRow; reviews: Reviews },
): Promise<SharedResultBody> {
  const { scoreProfile, catalogueVersionId, profile } = outcome;
  const version = await context.published.findCatalogue(catalogueVersionId);
  if (version === undefined) throw new DomainError('internal-error');
  const { definition } = await context.published.instrumentVersion(outcome.instrumentVersionId);
  const receipt = {
    submissionId: outcome.submissionId,
    receiptNumber: outcome.receiptNumber,
    submittedAt: outcome.submittedAt.toISOString(),
    answeredItems: outcome.answeredItems,
    scoredItems: outcome.scoredItems,
  };
  return {
    response: { ...describeResponse(firm, outcome), receipt },
    receipt,
    scoreProfile,
    catalogueVersionId,
    feedback: describeFeedback(scoreProfile, profile.sizeClass, definition),
    continuations: [],
    reviews,
    // How people at the firm differ is told at the firm alone.
    agreement: null,
    ...describeRouting(withoutUnsureRules(withoutOwnAffairs(outcome.routing), scoreProfile), {
      catalogue: version.catalogue,
      texts: definition.texts,
    }),
  };
}

/** The answers as they were submitted. How often each was changed, when and by whom stays with the firm. */
function describeResponse(firm: FirmRow, outcome: OutcomeRow): Omit<z.input<typeof responseSchema>, 'receipt'> {
  const submittedAt = outcome.submittedAt.toISOString();
  return {
    responseId: outcome.responseId,
    instrumentVersionId: outcome.instrumentVersionId,
    formCode: outcome.formCode,
    language: outcome.language,
    status: 'submitted',
    firmId: firm.firmId,
    isSimulated: firm.isSimulated,
    isClaimed: true,
    firmName: firm.name,
    organisationNumber: firm.organisationNumber,
    profile: outcome.profile,
    answers: Object.entries(outcome.answers).map(([itemCode, answer]) => ({
      itemCode,
      answer,
      revision: 1,
      answeredAt: submittedAt,
      isCarried: false,
    })),
    startedAt: outcome.startedAt.toISOString(),
    continuesFormCode: outcome.continuesFormCode,
    continuesResponseId: outcome.continuesResponseId,
    campaign: null,
    respondent: null,
  };
}
