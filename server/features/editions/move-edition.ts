import { type EditionMove, moveObstacle, moveEdition as moveOf } from '#shared/domain/edition/edition-states.ts';
import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { swedishDate } from '../../platform/mail/swedish-time.ts';
import { type EditionAt, getOwnEdition, holdEdition } from './access.ts';
import { describeEdition, type EditionBody } from './describe-edition.ts';
import { updateStatus } from './edition-repository.ts';
import { countInGroup, listLiveIds } from './placement-repository.ts';
import { tellOfMove } from './tell-of-edition.ts';

export type EditionMoveInput = EditionAt & {
  readonly move: EditionMove;
  readonly revision: number;
  readonly reason?: string | undefined;
};

/** Moves the edition on by the rules of its life. What ends with it is ended by the table, and its firms are told. */
export async function moveEdition(
  context: Context,
  access: AccessContext,
  input: EditionMoveInput,
): Promise<EditionBody> {
  const { move, reason, organisationId } = input;
  if ((move === 'cancel') !== (reason !== undefined)) {
    const code = reason === undefined ? 'missing' : 'not-of-this-move';
    throw new DomainError('invalid-request', { fields: [{ path: 'body/reason', code }] });
  }
  const now = context.clock.now();
  const moved = await inTransaction(context.database, access, async (tx) => {
    const before = await holdEdition(tx, input, input.revision);
    const status = moveOf(before.status, move);
    if (status === undefined) throw new DomainError('move-not-possible');
    const waitsFor = await countInGroup(tx, input.editionId);
    const obstacle = moveObstacle(move, { ...before, waitsFor }, swedishDate(now));
    if (obstacle !== undefined) {
      throw new DomainError('move-not-possible', { fields: [{ path: 'body/move', code: obstacle }] });
    }
    const told = await listLiveIds(tx, input.editionId);
    await updateStatus(tx, input, { status, reason: reason ?? null, now });
    await recordAudit(tx, {
      action: 'edition-moved',
      objectKind: 'edition',
      objectId: input.editionId,
      detail: { organisationId, move, status },
    });
    const edition = await getOwnEdition(tx, input);
    await tellOfMove(context, tx, { edition, move, placements: told });
    return edition;
  });
  context.wakeWorker();
  const { catalogue } = await context.published.currentCatalogue();
  return describeEdition(context, moved, catalogue);
}
