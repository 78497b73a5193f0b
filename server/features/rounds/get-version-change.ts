import type * as z from 'zod/mini';
import type { versionChangeSchema } from '#shared/contracts/version-change.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { findOpened, getVersionRow, type Opened, type VersionRow } from './repository.ts';
import { describeQuestions, listMoves, type PossibleMove } from './version-moves.ts';

type VersionChangeBody = z.input<typeof versionChangeSchema>;

const describeVersion = ({ publishedAt, ...version }: VersionRow) => ({
  ...version,
  publishedAt: publishedAt.toISOString(),
});

async function describeMove(
  context: Context,
  opened: Opened,
  { step, direction, definition: after }: PossibleMove,
  to: VersionRow,
): Promise<VersionChangeBody['moves'][number]> {
  const before = (await context.published.instrumentVersion(opened.instrumentVersionId)).definition;
  const { staying, reworded, anew, added, removed } = step;
  return {
    to: describeVersion(to),
    direction,
    stayingCount: staying.length,
    reworded: describeQuestions(reworded, opened, { before, after }),
    anew: describeQuestions(anew, opened, { before, after }),
    added: describeQuestions(added, opened, { before: null, after }),
    removed: describeQuestions(removed, opened, { before, after: null }),
  };
}

/** Where an open response can go over to, and what would change for it. */
export async function getVersionChange(
  context: Context,
  access: AccessContext,
  responseId: string,
): Promise<VersionChangeBody> {
  const { opened, now } = await inTransaction(context.database, access, async (tx) => {
    const found = await findOpened(tx, responseId);
    if (found === undefined) throw new DomainError('not-found');
    return { opened: found, now: await getVersionRow(tx, found.instrumentVersionId) };
  });
  const moves = await listMoves(context, opened);
  const rows = await inTransaction(context.database, access, async (tx) => {
    const found: VersionRow[] = [];
    for (const { to } of moves) found.push(await getVersionRow(tx, to));
    return found;
  });
  const described = moves.flatMap((move) => {
    const row = rows.find(({ instrumentVersionId }) => instrumentVersionId === move.to);
    return row === undefined ? [] : [describeMove(context, opened, move, row)];
  });
  return { now: describeVersion(now), isFixed: opened.isVersionFixed, moves: await Promise.all(described) };
}
