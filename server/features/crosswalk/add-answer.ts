import { highestSteps, questionsOf } from '#shared/domain/crosswalk/measure.ts';
import type { Context } from '../../platform/context.ts';
import { hideRefusal } from '../../platform/database/database-faults.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { asMaterial, readStored } from './access.ts';
import { type CrosswalkBody, describeCrosswalk } from './describe-crosswalk.ts';
import { findAdded, listAdded, upsertAdded } from './repository.ts';

export type AddInput = {
  readonly responseId: string;
  readonly rowCode: string;
  readonly baseRevision: number;
  readonly step: number | null;
};

function refuseUnfitStep({ bundle }: Context, { rowCode, step }: AddInput): void {
  const question = bundle.measures.flatMap(questionsOf).find(({ rows }) => rows.some((row) => row.code === rowCode));
  if (question === undefined) throw new DomainError('not-found');
  if (step !== null && step > highestSteps[question.kind]) {
    throw new DomainError('answer-not-accepted', { fields: [{ path: 'body/step', code: 'beyond-the-scale' }] });
  }
}

/**
 * Keeps one answer that the firm adds, or takes it away. What somebody else has changed since it was seen is not written
 * over, unless it comes to the same. Scores and suggestions know nothing of it.
 */
export async function addAnswer(context: Context, access: AccessContext, input: AddInput): Promise<CrosswalkBody> {
  refuseUnfitStep(context, input);
  const { responseId, rowCode, step } = input;
  const stored = await inTransaction(context.database, access, async (tx) => {
    const { submitted } = await readStored(tx, responseId);
    const kept = await findAdded(tx, responseId, rowCode);
    // Without one to change, a revision that was seen is of an answer that never was.
    const isSeen = kept !== undefined || input.baseRevision === 0;
    const isSame = (kept?.step ?? null) === step;
    const answer = { ...input, firmId: submitted.firmId, answeredAt: context.clock.now() };
    if (!isSame && !(isSeen && (await upsertAdded(tx, answer)))) {
      const current = await findAdded(tx, responseId, rowCode);
      throw new DomainError('answer-conflict', {
        members: { current: { step: current?.step ?? null, revision: current?.revision ?? 0 } },
      });
    }
    return { submitted, added: await listAdded(tx, responseId) };
  }).catch(hideRefusal);
  return describeCrosswalk(context, await asMaterial(context, stored));
}
