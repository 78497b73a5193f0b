import type * as z from 'zod/mini';
import type { versionChangeSchema } from '#shared/contracts/version-change.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { findOpened, listSetAside, listVersionRows, type Opened, type VersionRow } from './repository.ts';
import { describeQuestions, findNewer, listMoves, type PossibleMove } from './version-moves.ts';

type VersionChangeBody = z.input<typeof versionChangeSchema>;

const describeVersion = ({ publishedAt, ...version }: VersionRow) => ({
  ...version,
  publishedAt: publishedAt.toISOString(),
});

async function describeMove(
  context: Context,
  opened: Opened,
  { step, direction, definition: after }: PossibleMove,
  { to, setAside }: { to: ReturnType<typeof describeVersion>; setAside: ReadonlySet<string> },
): Promise<VersionChangeBody['moves'][number]> {
  const before = (await context.published.instrumentVersion(opened.instrumentVersionId)).definition;
  const { reworded, anew, added, removed } = step;
  return {
    to,
    direction,
    reworded: describeQuestions(reworded, opened, { before, after }, setAside),
    anew: describeQuestions(anew, opened, { before, after }, setAside),
    added: describeQuestions(added, opened, { before: null, after }, setAside),
    removed: describeQuestions(removed, opened, { before, after: null }, setAside),
  };
}

/** Where an open response can go over to, and what would change for it. */
export async function getVersionChange(
  context: Context,
  access: AccessContext,
  responseId: string,
): Promise<VersionChangeBody> {
  const opened = await inTransaction(context.database, access, (tx) => findOpened(tx, responseId));
  if (opened === undefined) throw new DomainError('not-found');
  const [moves, newer] = [await listMoves(context, opened), await findNewer(context, opened)];
  const ids = [opened.instrumentVersionId, ...moves.map(({ to }) => to)];
  const { rows, aside } = await inTransaction(context.database, access, async (tx) => ({
    rows: await listVersionRows(tx, newer === undefined ? ids : [...ids, newer.to]),
    aside: await listSetAside(tx, ids),
  }));
  const versionOf = (id: string): ReturnType<typeof describeVersion> => {
    const row = rows.find(({ instrumentVersionId }) => instrumentVersionId === id);
    if (row === undefined) throw new DomainError('not-found');
    return describeVersion(row);
  };
  return {
    now: versionOf(opened.instrumentVersionId),
    fixedBy: opened.fixedBy,
    newer: newer === undefined ? null : versionOf(newer.to),
    moves: await Promise.all(
      moves.map((move) => {
        const there = aside.filter(({ instrumentVersionId }) => instrumentVersionId === move.to);
        const setAside = new Set(there.map(({ itemCode }) => itemCode));
        return describeMove(context, opened, move, { to: versionOf(move.to), setAside });
      }),
    ),
  };
}
