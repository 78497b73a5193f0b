import type * as z from 'zod/mini';
import type { listMeetingsAhead as listMeetingsAheadEndpoint } from '#shared/contracts/meetings-ahead.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { swedishDate } from '../../platform/mail/swedish-time.ts';
import { listAhead, listOverdue, listUnclosed } from './ahead-repository.ts';

type AheadBody = z.input<(typeof listMeetingsAheadEndpoint.responses)[200]>;

export async function listMeetingsAhead(context: Context, access: AccessContext): Promise<AheadBody> {
  const now = context.clock.now();
  return inTransaction(context.database, access, async (tx) => {
    const meetings = await listAhead(tx, now);
    const unclosed = await listUnclosed(tx, now);
    const overdue = await listOverdue(tx, swedishDate(now));
    return {
      meetings: meetings.map((row) => ({ ...row, startsAt: row.startsAt.toISOString() })),
      unclosed: unclosed.map((row) => ({ ...row, startsAt: row.startsAt.toISOString() })),
      overdueSteps: overdue.map((row) => ({ ...row, startsAt: row.startsAt.toISOString() })),
    };
  });
}
