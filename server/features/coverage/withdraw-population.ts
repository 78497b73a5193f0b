import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { withdrawPopulationRow } from './repository.ts';

type Withdrawing = { readonly organisationId: string; readonly populationId: string; readonly reason: string };

export async function withdrawPopulation(
  context: Context,
  access: AccessContext,
  { organisationId, populationId, reason }: Withdrawing,
): Promise<string> {
  return inTransaction(context.database, access, async (tx) => {
    const now = context.clock.now();
    const withdrawnAt = await withdrawPopulationRow(tx, populationId, { organisationId, reason, now });
    if (withdrawnAt === undefined) throw new DomainError('not-found');
    await recordAudit(tx, {
      action: 'population-withdrawn',
      objectKind: 'population',
      objectId: populationId,
      detail: { organisationId, reason },
    });
    return withdrawnAt.toISOString();
  });
}
