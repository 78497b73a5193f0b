import type * as z from 'zod/mini';
import type { resultSchema } from '#shared/contracts/results.ts';
import { withoutUnsureRules } from '#shared/domain/routing/cross-readings.ts';
import { describeRouting } from '#shared/domain/routing/describe-routing.ts';
import { describeFeedback } from '#shared/domain/scoring/describe-feedback.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext, Transaction } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { getReachableResponse } from './access.ts';
import { listAnswers } from './answer-repository.ts';
import { describeContinuations } from './describe-continuations.ts';
import { describeReceipt, describeResponse } from './describe-response.ts';
import { findOutcome } from './submission-repository.ts';
import { findAgreement } from './together-repository.ts';

export type ResultBody = z.input<typeof resultSchema>;
/** The reviews that stand beside the levels of a submission, which another feature knows. */
export type ListReviews = (tx: Transaction, submissionId: string) => Promise<ResultBody['reviews']>;

/** The result as it was stored at submission; nothing is scored or routed anew. */
export async function getResult(
  context: Context,
  access: AccessContext,
  responseId: string,
  listReviews: ListReviews,
): Promise<ResultBody> {
  const stored = await inTransaction(context.database, access, async (tx) => {
    const response = await getReachableResponse(tx, responseId);
    const outcome = await findOutcome(tx, responseId);
    if (outcome === undefined) throw new DomainError('not-found');
    const answers = await listAnswers(tx, responseId);
    const agreement = await findAgreement(tx, responseId);
    return { response, outcome, answers, agreement, reviews: await listReviews(tx, outcome.submissionId) };
  });
  const { response, outcome, answers, agreement = null, reviews } = stored;
  const catalogue = await context.published.findCatalogue(outcome.catalogueVersionId);
  if (catalogue === undefined) throw new DomainError('internal-error');
  const { definition } = await context.published.instrumentVersion(response.instrumentVersionId);
  return {
    response: describeResponse(response, answers, outcome),
    receipt: describeReceipt(outcome),
    scoreProfile: outcome.scoreProfile,
    catalogueVersionId: outcome.catalogueVersionId,
    feedback: describeFeedback(outcome.scoreProfile, response.profile.sizeClass, definition),
    continuations: await describeContinuations(context, response, answers),
    reviews,
    agreement,
    ...describeRouting(withoutUnsureRules(outcome.routing, outcome.scoreProfile), {
      catalogue: catalogue.catalogue,
      texts: definition.texts,
    }),
  };
}
