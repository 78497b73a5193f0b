import { type EarlierAnswers, type LastAnswer, lastTime } from '#shared/domain/answers/last-time.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { type AnsweredRow, findOpened, listAnsweredBefore } from './repository.ts';

async function besideNow(context: Context, before: AnsweredRow, now: string): Promise<EarlierAnswers> {
  const { instrumentVersionId, submittedAt, answers, isTogether } = before;
  const { published } = context;
  // What is answered now may be of an earlier version than what was answered last: begun before it, or gone back.
  const maps =
    instrumentVersionId === now
      ? undefined
      : [
          await published.itemMapBetween(instrumentVersionId, now),
          await published.itemMapBetween(now, instrumentVersionId),
        ];
  return {
    submittedAt: submittedAt.toISOString(),
    answers,
    isTogether,
    relationOf: (itemCode) => (maps === undefined ? 'same' : maps.find((map) => map.has(itemCode))?.get(itemCode)),
  };
}

/** What was answered last time to the questions of an open response; nothing once it is submitted. */
export async function getLastTime(context: Context, access: AccessContext, responseId: string): Promise<LastAnswer[]> {
  const { opened, before } = await inTransaction(context.database, access, async (tx) => {
    const found = await findOpened(tx, responseId);
    if (found === undefined) throw new DomainError('not-found');
    return { opened: found, before: found.status === 'open' ? await listAnsweredBefore(tx) : [] };
  });
  const { instrumentVersionId, formCode } = opened;
  const { structure } = (await context.published.instrumentVersion(instrumentVersionId)).definition;
  const earlier = await Promise.all(before.map((each) => besideNow(context, each, instrumentVersionId)));
  return lastTime(structure, formCode, earlier);
}
