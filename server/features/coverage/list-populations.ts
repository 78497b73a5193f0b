import type * as z from 'zod/mini';
import type { listCurrentPopulations, listPopulations as listEndpoint } from '#shared/contracts/coverage.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { inTransaction, nobody } from '../../platform/database/transaction.ts';
import { asStaffOf } from '../../platform/identity/as-staff-of.ts';
import { listCurrentPopulationRows, listPopulationRows } from './repository.ts';

/** All regions', since they are of the same three counties. */
export async function listPopulations(
  context: Context,
  access: AccessContext,
  organisationId: string,
): Promise<z.input<(typeof listEndpoint.responses)[200]>> {
  return asStaffOf(context, access, { organisationId, roles: ['analyst'] }, async (tx) => {
    const rows = await listPopulationRows(tx, organisationId);
    return {
      populations: rows.map(({ createdAt, withdrawnAt, ...row }) => ({
        ...row,
        createdAt: createdAt.toISOString(),
        withdrawnAt: withdrawnAt?.toISOString() ?? null,
      })),
    };
  });
}

export async function listCurrent({
  database,
  bundle,
}: Context): Promise<z.input<(typeof listCurrentPopulations.responses)[200]>> {
  return { populations: await inTransaction(database, nobody, listCurrentPopulationRows), rules: bundle.coverage };
}
