import { completeness } from '#shared/domain/answers/completeness.ts';
import type { Language } from '#shared/domain/language.ts';
import { chooseSuggestions } from '#shared/domain/routing/choose-suggestions.ts';
import { scoreResponse } from '#shared/domain/scoring/score-response.ts';
import { sha256OfJson } from '../../platform/content/canonical-json.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext, Transaction } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { once } from '../../platform/idempotency/once.ts';
import { swedishDate } from '../../platform/mail/swedish-time.ts';
import { getLedResponse } from './access.ts';
import { listAnswers } from './answer-repository.ts';
import type { ReceiptBody } from './describe-response.ts';
import { describeReceipt, toAnswers } from './describe-response.ts';
import { mergeRespondents } from './merge-respondents.ts';
import { readRoutingContext } from './read-routing-context.ts';
import { receiptNumberOf } from './receipt-number.ts';
import type { ResponseRow } from './response-repository.ts';
import { lockResponse, settleRound, updateToSubmitted } from './response-repository.ts';
import type { NewSubmission } from './submission-repository.ts';
import { findSubmission, insertScores, insertSubmission, insertSuggestions } from './submission-repository.ts';
import { lockAssessmentOf } from './together-repository.ts';

export type SubmitInput = { responseId: string; language: Language; idempotencyKey: string };
export type Submitted = { receipt: ReceiptBody; isRepeated: boolean };

/** Freezes the answers, scores and routes them, once; whoever submits again gets the same receipt. */
export async function submitResponse(context: Context, access: AccessContext, input: SubmitInput): Promise<Submitted> {
  return inTransaction(
    context.database,
    access,
    async (tx) => {
      await lockAssessmentOf(tx, input.responseId);
      await lockResponse(tx, input.responseId);
      const response = await getLedResponse(tx, input.responseId);
      const key = {
        firmId: response.firmId,
        responseId: response.responseId,
        endpoint: 'submitResponse',
        idempotencyKey: input.idempotencyKey,
        requestSha256: sha256OfJson({ language: input.language }),
      };
      const earlier = await findSubmission(tx, input.responseId);
      const { isRepeated } = await once(tx, key, async () => {
        if (earlier !== undefined) return earlier.submissionId;
        const submission = await composeSubmission(context, tx, response, input.language);
        await store(tx, response, submission);
        return submission.submissionId;
      });
      const submission = await findSubmission(tx, input.responseId);
      if (submission === undefined) throw new DomainError('internal-error');
      return { receipt: describeReceipt(submission), isRepeated: isRepeated || earlier !== undefined };
    },
    { isRetriable: true },
  );
}

async function composeSubmission(
  context: Context,
  tx: Transaction,
  response: ResponseRow,
  language: Language,
): Promise<NewSubmission> {
  const { definition, definitionSha256 } = await context.published.instrumentVersion(response.instrumentVersionId, tx);
  const { catalogue, catalogueVersionId } = await context.published.currentCatalogue(tx);
  const { structure } = definition;
  const { formCode, profile } = response;
  const rows = await listAnswers(tx, response.responseId);
  const revisions = new Map(rows.map(({ itemCode, revision }) => [itemCode, revision]));
  const answers = await mergeRespondents(context, tx, response, {
    structure,
    own: { answers: toAnswers(rows), revisions },
  });
  const counts = completeness(structure, formCode, profile, answers);
  if (counts.answered === 0) throw new DomainError('nothing-answered');
  const scoreProfile = scoreResponse(structure, formCode, profile, answers);
  const routing = chooseSuggestions({
    structure,
    scoreProfile,
    answers,
    profile,
    catalogue,
    context: await readRoutingContext(tx, swedishDate(context.clock.now())),
  });
  const submissionId = context.identifiers.newId();
  return {
    submissionId,
    firmId: response.firmId,
    responseId: response.responseId,
    instrumentVersionId: response.instrumentVersionId,
    definitionSha256,
    catalogueVersionId,
    receiptNumber: receiptNumberOf(submissionId),
    language,
    answers,
    profile,
    answeredItems: counts.answered,
    scoredItems: counts.total,
    scoreProfile,
    routing,
    submittedAt: context.clock.now(),
  };
}

async function store(tx: Transaction, response: ResponseRow, submission: NewSubmission): Promise<void> {
  // Before the submission, whose trigger summarises the firm by the round.
  await settleRound(tx, submission.submittedAt);
  await insertSubmission(tx, submission);
  await insertScores(tx, submission);
  await insertSuggestions(tx, submission);
  await updateToSubmitted(tx, response, submission);
}
