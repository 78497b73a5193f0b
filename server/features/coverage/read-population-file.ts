import type * as z from 'zod/mini';
import type { readPopulationFile as endpoint } from '#shared/contracts/coverage.ts';
import type { TableFile } from '#shared/contracts/table-file.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { asStaffOf } from '../../platform/identity/as-staff-of.ts';
import { readFile } from './read-file.ts';

type Body = z.input<(typeof endpoint.responses)[200]>;

const mostFaultsShown = 100;

export async function readPopulationFile(
  context: Context,
  access: AccessContext,
  { organisationId, ...given }: { organisationId: string; file: TableFile; year: number | null },
): Promise<Body> {
  await asStaffOf(context, access, { organisationId, roles: ['analyst'] }, async () => undefined);
  const { years, unit, cells, leftOut, faults } = await readFile(context, given);
  return {
    years: [...years],
    unit,
    cells: [...cells],
    leftOut: [...leftOut],
    faults: faults.slice(0, mostFaultsShown).map((fault) => ({ ...fault })),
    faultCount: faults.length,
  };
}
