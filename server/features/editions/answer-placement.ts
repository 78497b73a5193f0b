import { movePlacement } from '#shared/domain/edition/placement-states.ts';
import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { describeOwn, type FirmPlacementsBody } from './list-firm-placements.ts';
import { lockEditionOf, lockOwn } from './own-placement-repository.ts';
import { insertPlacementEvent, updatePlacement } from './placement-repository.ts';

export type AnswerInput = {
  readonly firmId: string;
  readonly placementId: string;
  readonly move: 'accept' | 'decline' | 'leave';
  readonly revision: number;
};

/** What an owner of the firm says to an invitation, or to a place or a turn that it has. */
export async function answerPlacement(
  context: Context,
  access: AccessContext,
  input: AnswerInput,
): Promise<FirmPlacementsBody> {
  const { firmId, placementId, move, revision } = input;
  return inTransaction(
    context.database,
    access,
    async (tx) => {
      if (!(await lockEditionOf(tx, placementId))) throw new DomainError('not-found');
      const before = await lockOwn(tx, { firmId, placementId });
      if (before === undefined) throw new DomainError('not-found');
      if (before.revision !== revision) throw new DomainError('changed-meanwhile');
      const status = movePlacement(before.status, move, 'firm');
      if (status === undefined) throw new DomainError('move-not-possible');
      const now = context.clock.now();
      const reason = move === 'leave' ? 'firm-asked' : null;
      await updatePlacement(tx, placementId, { status, reason, now, answerBy: null });
      await insertPlacementEvent(tx, { firmId, placementId, status, move, organisationId: null, reason, now });
      await recordAudit(tx, {
        action: 'placement-moved',
        objectKind: 'placement',
        objectId: placementId,
        detail: { firmId, move, status },
      });
      return describeOwn(context, tx, firmId);
    },
    { isRetriable: true },
  );
}
