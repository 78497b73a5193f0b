import type * as z from 'zod/mini';
import type { ownChangeSchema } from '#shared/contracts/change.ts';
import { compareWith, findSince, type Since } from '../../platform/change/change-since.ts';
import { describeRound, describeSince } from '../../platform/change/describe-since.ts';
import { listRoundsBefore, type RoundRow } from '../../platform/change/round-repository.ts';
import { listThenLevels, type ThenRow } from '../../platform/change/then-level-repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext, Transaction } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { findOwn, type OwnRow } from './repository.ts';

export type OwnChangeBody = z.input<typeof ownChangeSchema>;

export type OwnRounds = {
  readonly own: OwnRow;
  readonly earlier: readonly RoundRow[];
  readonly said: readonly ThenRow[];
};

/** The submitted response that the key or session opens, with the rounds before it. */
export async function readOwnRounds(tx: Transaction, responseId: string): Promise<OwnRounds> {
  const own = await findOwn(tx, responseId);
  if (own === undefined) throw new DomainError('not-found');
  return { own, earlier: await listRoundsBefore(tx), said: await listThenLevels(tx, responseId) };
}

/** Of the rounds before it the chosen one. */
export function chosenRound(earlier: readonly RoundRow[], since: string): RoundRow {
  const chosen = earlier.find(({ responseId }) => responseId === since);
  if (chosen === undefined) throw new DomainError('not-found');
  return chosen;
}

async function sinceOf(
  context: Context,
  { own, earlier, said }: OwnRounds,
  since: string | undefined,
): Promise<Since | undefined> {
  if (since === undefined) return findSince(context, own, earlier, said);
  const round = chosenRound(earlier, since);
  return { round, change: await compareWith(context, own, round, said) };
}

export async function describeOwnChange(
  context: Context,
  rounds: OwnRounds,
  since: string | undefined,
): Promise<OwnChangeBody> {
  const { own, earlier } = rounds;
  return {
    ...describeSince(await sinceOf(context, rounds, since)),
    isSimulated: own.isSimulated,
    firmId: own.isClaimed ? own.firmId : null,
    now: describeRound(own),
    earlier: earlier.map(describeRound),
  };
}

/** What has become of the firm since the round that is chosen, or the one that there is most reason to compare with. */
export async function getChange(
  context: Context,
  access: AccessContext,
  { responseId, since }: { responseId: string; since: string | undefined },
): Promise<OwnChangeBody> {
  const rounds = await inTransaction(context.database, access, (tx) => readOwnRounds(tx, responseId));
  return describeOwnChange(context, rounds, since);
}
