import { checkTargets, type FirmTarget, isSameTargets } from '#shared/domain/scoring/targets.ts';
import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { takeTurnAtFirm } from '../../platform/database/turn-repository.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { describeTargets, getSubmitted, revisionOf, standingTargets, type TargetsBody } from './get-targets.ts';
import { listTargetRows, type TargetChange, type TargetRow, upsertTargets } from './repository.ts';

export type SaveInput = {
  readonly responseId: string;
  readonly revision: number;
  readonly targets: readonly FirmTarget[];
};

/** Areas in which something else is aimed at than before; one that is not named goes back to the proposal. */
function changesFrom(rows: readonly TargetRow[], targets: readonly FirmTarget[]): TargetChange[] {
  const wanted = new Map(targets.map(({ dimension, level }) => [dimension, level]));
  const kept = new Map(rows.map(({ dimension, level }) => [dimension, level]));
  return [...new Set([...kept.keys(), ...wanted.keys()])]
    .map((dimension) => ({ dimension, level: wanted.get(dimension) ?? null }))
    .filter(({ dimension, level }) => (kept.get(dimension) ?? null) !== level);
}

/**
 * Stores what whoever speaks for the firm says that it aims at; for anybody else there is nothing here. What is stored
 * already is not stored again, so that the same request succeeds twice.
 */
export async function saveTargets(
  context: Context,
  access: AccessContext,
  { responseId, revision, targets }: SaveInput,
): Promise<TargetsBody> {
  return inTransaction(context.database, access, async (tx) => {
    const { firmId } = await getSubmitted(tx, responseId);
    await takeTurnAtFirm(tx, firmId);
    // Read again: the right to speak for the firm may have ended while this one waited.
    const submitted = await getSubmitted(tx, responseId);
    if (!submitted.canSet) throw new DomainError('not-found');
    const rows = await listTargetRows(tx, firmId);
    // An area of another form that has a target already keeps it, or loses it by being left out.
    const known = [...submitted.dimensions, ...rows.map(({ dimension }) => dimension)];
    const fields = checkTargets(targets, known).map(({ path, code }) => ({ path: `body/${path}`, code }));
    if (fields.length > 0) throw new DomainError('invalid-request', { fields });
    if (isSameTargets(standingTargets(rows), targets)) return describeTargets(rows, submitted);
    if (revisionOf(rows) !== revision) throw new DomainError('changed-meanwhile');
    const changes = changesFrom(rows, targets);
    await upsertTargets(tx, { firmId, changes, revision: revision + 1, setAt: context.clock.now() });
    await recordAudit(tx, {
      action: 'targets-set',
      objectKind: 'firm',
      objectId: firmId,
      detail: { changed: changes.length, own: targets.length },
    });
    return describeTargets(await listTargetRows(tx, firmId), submitted);
  });
}
