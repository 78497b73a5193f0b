import type * as z from 'zod/mini';
import type { versionChangeSchema } from '#shared/contracts/version-change.ts';
import type { Definition } from '#shared/domain/instrument/definition.ts';
import { indexStructure } from '#shared/domain/instrument/index-structure.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { findOpened, listVersionRows, type Opened, type VersionRow } from './repository.ts';
import { describeQuestions, listMoves, type PossibleMove } from './version-moves.ts';

type VersionChangeBody = z.input<typeof versionChangeSchema>;

const describeVersion = ({ publishedAt, ...version }: VersionRow) => ({
  ...version,
  publishedAt: publishedAt.toISOString(),
});

/** Of these questions those that are counted wherever it is said how many a form has. */
function scoredOf({ structure }: Definition, codes: readonly string[]): number {
  const { items } = indexStructure(structure);
  return codes.filter((code) => items.get(code)?.purpose === 'score').length;
}

async function describeMove(
  context: Context,
  opened: Opened,
  { step, direction, definition: after }: PossibleMove,
  to: ReturnType<typeof describeVersion>,
): Promise<VersionChangeBody['moves'][number]> {
  const before = (await context.published.instrumentVersion(opened.instrumentVersionId)).definition;
  const { staying, reworded, anew, added, removed } = step;
  return {
    to,
    direction,
    stayingCount: scoredOf(after, staying),
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
  const opened = await inTransaction(context.database, access, (tx) => findOpened(tx, responseId));
  if (opened === undefined) throw new DomainError('not-found');
  const moves = await listMoves(context, opened);
  const ids = [opened.instrumentVersionId, ...moves.map(({ to }) => to)];
  const rows = await inTransaction(context.database, access, (tx) => listVersionRows(tx, ids));
  const versionOf = (id: string): ReturnType<typeof describeVersion> => {
    const row = rows.find(({ instrumentVersionId }) => instrumentVersionId === id);
    if (row === undefined) throw new DomainError('not-found');
    return describeVersion(row);
  };
  return {
    now: versionOf(opened.instrumentVersionId),
    isFixed: opened.isVersionFixed,
    moves: await Promise.all(moves.map((move) => describeMove(context, opened, move, versionOf(move.to)))),
  };
}
