import type { Answer } from '#shared/domain/answers/answer.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { sha256Hex } from '../../platform/identifier.ts';
import { getOpenResponse } from './access.ts';
import { upsertAnswer } from './answer-repository.ts';
import { startResponse } from './start-response.ts';
import { submitResponse } from './submit-response.ts';

export type DemoVisit = { responseId: string; key: string; keyExpiresAt: Date };

/** A simulated firm of the visitor's own, answered and submitted the way a real one would be. */
export async function openDemoFirm(context: Context): Promise<DemoVisit> {
  const firm = context.bundle.demoFirm;
  const started = await startResponse(context, firm, { isSimulated: true });
  const { key, keyExpiresAt } = started;
  const { responseId } = started.response;
  const access: AccessContext = { surface: 'app', accessKey: sha256Hex(key) };
  await storeAnswers(context, access, responseId);
  await submitResponse(context, access, {
    responseId,
    language: firm.language,
    idempotencyKey: context.identifiers.newId(),
  });
  return { responseId, key, keyExpiresAt };
}

async function storeAnswers(context: Context, access: AccessContext, responseId: string): Promise<void> {
  const clientId = context.identifiers.newId();
  await inTransaction(context.database, access, async (tx) => {
    const response = await getOpenResponse(tx, responseId);
    const answers = Object.entries<Answer>(context.bundle.demoFirm.answers);
    for (const [index, [itemCode, answer]] of answers.entries()) {
      const save = { ...response, itemCode, answer, clientId, clientSequence: index + 1, baseRevision: 0 };
      await upsertAnswer(tx, save, context.clock.now());
    }
  });
}
