import type * as z from 'zod/mini';
import type { countQueue as countQueueEndpoint } from '#shared/contracts/advisor-queue.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { countQueueRows, listWithdrawn } from './queue-news-repository.ts';

type CountsBody = z.input<(typeof countQueueEndpoint.responses)[200]>;

/** For so long a withdrawal is news. */
const newsMs = 30 * 86_400_000;

export async function countQueue(context: Context, access: AccessContext): Promise<CountsBody> {
  const now = context.clock.now();
  return inTransaction(context.database, access, async (tx) => {
    const withdrawn = await listWithdrawn(tx, new Date(now.getTime() - newsMs));
    return {
      ...(await countQueueRows(tx, now)),
      withdrawn: withdrawn.map((each) => ({ ...each, withdrawnAt: each.withdrawnAt.toISOString() })),
    };
  });
}
