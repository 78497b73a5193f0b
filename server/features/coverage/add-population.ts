import type { TableFile } from '#shared/contracts/table-file.ts';
import type { PopulationUnit } from '#shared/domain/coverage/population.ts';
import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { asStaffOf } from '../../platform/identity/as-staff-of.ts';
import { readFile } from './read-file.ts';
import { insertPopulation } from './repository.ts';

type Given = {
  readonly organisationId: string;
  readonly file: TableFile;
  readonly year: number;
  readonly unit: PopulationUnit;
  readonly source: string;
  readonly sourceUrl: string | null;
};

/** Reads the file once more: what is stored is what it says, not what was shown of it. */
export async function addPopulation(
  context: Context,
  access: AccessContext,
  { organisationId, file, year, unit, source, sourceUrl }: Given,
): Promise<string> {
  await asStaffOf(context, access, { organisationId, roles: ['analyst'] }, async () => undefined);
  const { cells, leftOut, faults } = await readFile(context, { file, year });
  if (faults.length > 0)
    throw new DomainError('invalid-request', { fields: [{ path: 'body/file', code: 'population-faulty' }] });
  const populationId = context.identifiers.newId();
  return inTransaction(context.database, access, async (tx) => {
    const createdAt = context.clock.now();
    const population = { populationId, unit, year, source, sourceUrl, cells: [...cells], leftOut: [...leftOut] };
    if (!(await insertPopulation(tx, { ...population, organisationId, createdAt }))) throw new DomainError('not-found');
    await recordAudit(tx, {
      action: 'population-added',
      objectKind: 'population',
      objectId: populationId,
      detail: { organisationId, unit, year },
    });
    return populationId;
  });
}
