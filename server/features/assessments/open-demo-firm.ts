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
  return openWith(context, context.bundle.demoFirm.answers);
}

const dayMs = 86_400_000;
/** As long ago as it can be and still be claimed. */
const earlierDays = 179;

/** The same with the round that came before that one, which is about half a year ago. */
export async function openEarlierDemoFirm(context: Context): Promise<DemoVisit> {
  const { answers, earlierAnswers } = context.bundle.demoFirm;
  const at = new Date(context.clock.now().getTime() - earlierDays * dayMs);
  return openWith({ ...context, clock: { now: () => at } }, { ...answers, ...earlierAnswers });
}

async function openWith(context: Context, answers: Answers): Promise<DemoVisit> {
  const started = await startResponse(context, context.bundle.demoFirm, { isSimulated: true });
  const { key, keyExpiresAt } = started;
  const { responseId } = started.response;
  await answerDemoFirm(context, { surface: 'app', accessKey: sha256Hex(key) }, { responseId, answers });
  return { responseId, key, keyExpiresAt };
}

/** Answers and submits a response that has been opened. */
export async function answerDemoFirm(
  context: Context,
  access: AccessContext,
  { responseId, answers }: { responseId: string; answers: Answers },
): Promise<void> {
  await storeAnswers(context, access, responseId, answers);
  await submitResponse(context, access, {
    responseId,
    language: context.bundle.demoFirm.language,
    idempotencyKey: context.identifiers.newId(),
  });
}

type Answers = Readonly<Record<string, Answer>>;

async function storeAnswers(
  context: Context,
  access: AccessContext,
  responseId: string,
  answers: Answers,
): Promise<void> {
  const clientId = context.identifiers.newId();
  await inTransaction(context.database, access, async (tx) => {
    const response = await getOpenResponse(tx, responseId);
    for (const [index, [itemCode, answer]] of Object.entries(answers).entries()) {
      const save = { ...response, itemCode, answer, clientId, clientSequence: index + 1, baseRevision: 0 };
      await upsertAnswer(tx, save, context.clock.now());
    }
  });
}
