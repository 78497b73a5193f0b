import type { Answers } from '#shared/domain/answers/answer.ts';
import { isSameJson } from '#shared/domain/canonical-json.ts';
import type { Structure } from '#shared/domain/instrument/definition.ts';
import { indexStructure, itemCodesOfForm } from '#shared/domain/instrument/index-structure.ts';
import { composeAgreement } from '#shared/domain/respondents/agreement-document.ts';
import { isMerged, mergeAnswers } from '#shared/domain/respondents/merge-answers.ts';
import type { Context } from '../../platform/context.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { upsertAnswer } from './answer-repository.ts';
import type { ResponseRow } from './response-repository.ts';
import { closeRespondents, getLeadRole, insertAgreement } from './together-repository.ts';

type Own = { readonly answers: Answers; readonly revisions: ReadonlyMap<string, number> };

/**
 * The firm's answers, of everybody who answers the assessment. What was merged takes the place of what the one who leads
 * answered alone, so that everything told of the result is told of what was submitted; their own stays among the events.
 */
export async function mergeRespondents(
  context: Context,
  tx: Transaction,
  response: ResponseRow,
  { structure, own }: { structure: Structure; own: Own },
): Promise<Answers> {
  const { items: known } = indexStructure(structure);
  const asked = itemCodesOfForm(structure, response.formCode).flatMap((code) => known.get(code) ?? []);
  const others = await closeRespondents(
    tx,
    asked.filter(isMerged).map(({ code }) => code),
  );
  if (others.length === 0) return own.answers;
  const lead = { role: await getLeadRole(tx, response.assessmentId), answers: own.answers };
  const together = { lead, others };
  const merged = mergeAnswers(asked, together);
  await storeMerged(context, tx, response, { merged, own });
  const document = composeAgreement(structure, response.formCode, together);
  await insertAgreement(tx, { firmId: response.firmId, responseId: response.responseId, document });
  // Answers to questions that the form does not ask any more stay as they are.
  return { ...own.answers, ...merged };
}

async function storeMerged(
  context: Context,
  tx: Transaction,
  { firmId, responseId, instrumentVersionId }: ResponseRow,
  { merged, own }: { merged: Answers; own: Own },
): Promise<void> {
  const clientId = context.identifiers.newId();
  const changed = Object.entries(merged).flatMap(([itemCode, answer]) =>
    answer === undefined || isSameJson(answer, own.answers[itemCode] ?? null) ? [] : [{ itemCode, answer }],
  );
  for (const [index, { itemCode, answer }] of changed.entries()) {
    const baseRevision = own.revisions.get(itemCode) ?? 0;
    const save = {
      firmId,
      responseId,
      instrumentVersionId,
      itemCode,
      clientId,
      clientSequence: index + 1,
      baseRevision,
    };
    const saved = await upsertAnswer(tx, { ...save, answer }, context.clock.now());
    if (saved === undefined) throw new DomainError('internal-error');
  }
}
