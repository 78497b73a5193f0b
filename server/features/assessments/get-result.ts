import type { Context } from '../../platform/context.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { getReachableResponse } from './access.ts';
import { listAnswers } from './answer-repository.ts';
import { describeReceipt, describeResponse } from './describe-response.ts';
import type { ResultBody } from './describe-result.ts';
import { describeContinuations, describeFeedback, describeRouting } from './describe-result.ts';
import { findOutcome } from './submission-repository.ts';

/** The result as it was stored at submission; nothing is scored or routed anew. */
export async function getResult(context: Context, accessKey: string, responseId: string): Promise<ResultBody> {
  const stored = await inTransaction(context.database, { accessKey }, async (tx) => {
    const response = await getReachableResponse(tx, responseId);
    const outcome = await findOutcome(tx, responseId);
    if (outcome === undefined) throw new DomainError('not-found');
    return { response, outcome, answers: await listAnswers(tx, responseId) };
  });
  const { response, outcome, answers } = stored;
  const catalogue = await context.published.findCatalogue(outcome.catalogueVersionId);
  if (catalogue === undefined) throw new DomainError('internal-error');
  const version = await context.published.instrumentVersion(response.instrumentVersionId);
  return {
    response: describeResponse(response, answers, outcome),
    receipt: describeReceipt(outcome),
    scoreProfile: outcome.scoreProfile,
    catalogueVersionId: outcome.catalogueVersionId,
    feedback: describeFeedback(outcome.scoreProfile, response.profile, version.definition),
    continuations: await describeContinuations(context, response, answers),
    ...describeRouting(outcome.routing, catalogue.catalogue, version.definition.texts),
  };
}
