import type { ThenLevel } from '#shared/domain/change/then-level.ts';
import { compareWith } from '../../platform/change/change-since.ts';
import { listThenLevels } from '../../platform/change/then-level-repository.ts';
import type { Context } from '../../platform/context.ts';
import { hideRefusal, translateConstraint } from '../../platform/database/database-faults.ts';
import type { AccessContext, Transaction } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { chosenRound, describeOwnChange, type OwnChangeBody, type OwnRounds, readOwnRounds } from './get-change.ts';
import { deleteThenLevel, insertThenLevel, updateThenLevel } from './repository.ts';

type ThenInput = {
  readonly responseId: string;
  readonly dimension: string;
  readonly since: string;
  readonly thenLevel: ThenLevel | null;
  readonly seen: ThenLevel | null;
};

/** Answers that have been erased since they were read. */
const gone = translateConstraint({ then_levels_response_fk: 'not-found', then_levels_since_fk: 'not-found' });

/** Keeps where the firm, as it sees it now, was then; of a dimension that is compared with that round, and of no other. */
export async function saveThenLevel(context: Context, access: AccessContext, input: ThenInput): Promise<OwnChangeBody> {
  const rounds = await inTransaction(context.database, access, (tx) => readOwnRounds(tx, input.responseId));
  await refuseUncompared(context, rounds, input);
  const said = await inTransaction(context.database, access, async (tx) => {
    await store(tx, context, rounds, input);
    return listThenLevels(tx, input.responseId);
  })
    .catch(hideRefusal)
    .catch(gone);
  return describeOwnChange(context, { ...rounds, said }, input.since);
}

async function refuseUncompared(context: Context, { own, earlier }: OwnRounds, input: ThenInput): Promise<void> {
  const { dimensions } = await compareWith(context, own, chosenRound(earlier, input.since), []);
  const isCompared = dimensions.some(({ dimension, change }) => dimension === input.dimension && change !== null);
  if (!isCompared) throw new DomainError('not-found');
}

/** Over what was seen, so that of two who say it at the same time the later is told what stands. */
async function store(tx: Transaction, context: Context, { own }: OwnRounds, input: ThenInput): Promise<void> {
  const { thenLevel, seen, ...at } = input;
  const place = { ...at, firmId: own.firmId };
  if (!(await write())) throw new DomainError('answer-conflict');

  async function write(): Promise<boolean> {
    if (thenLevel === null) return seen === null || deleteThenLevel(tx, place, seen);
    const said = { ...place, thenLevel, saidAt: context.clock.now() };
    return seen === null ? insertThenLevel(tx, said) : updateThenLevel(tx, said, seen);
  }
}
