import { movedPart } from '#shared/domain/respondents/part.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { getVersionChange } from './get-version-change.ts';
import { findOpened, listParts, moveToVersion, type Opened, updatePart } from './repository.ts';
import { listMoves } from './version-moves.ts';

async function readOpen(context: Context, access: AccessContext, responseId: string): Promise<Opened> {
  const opened = await inTransaction(context.database, access, (tx) => findOpened(tx, responseId));
  if (opened === undefined) throw new DomainError('not-found');
  if (opened.status !== 'open') throw new DomainError('response-already-submitted');
  return opened;
}

/** Goes over to the newest version, or back to the one it has come from. Who is there already is so again. */
export async function changeVersion(
  context: Context,
  access: AccessContext,
  { responseId, to }: { responseId: string; to: string },
): ReturnType<typeof getVersionChange> {
  const opened = await readOpen(context, access, responseId);
  if (opened.instrumentVersionId !== to) {
    const move = (await listMoves(context, opened)).find((each) => each.to === to);
    if (move === undefined) throw new DomainError('not-found');
    const before = (await context.published.instrumentVersion(opened.instrumentVersionId)).definition.structure;
    const after = move.definition.structure;
    const isMoved = await inTransaction(
      context.database,
      access,
      async (tx) => {
        const { instrumentVersionId: from, formCode } = opened;
        if (!(await moveToVersion(tx, { from, to, stayingItems: move.step.staying }))) return false;
        for (const { respondentId, role, part } of await listParts(tx)) {
          await updatePart(tx, respondentId, movedPart(before, after, { formCode, role, part }));
        }
        return true;
      },
      { isRetriable: true },
    );
    if (!isMoved) {
      await readOpen(context, access, responseId);
      throw new DomainError('changed-meanwhile');
    }
  }
  return getVersionChange(context, access, responseId);
}
