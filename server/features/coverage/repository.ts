import SQL from '@nearform/sql';
import * as z from 'zod';
import { leftOutSchema, populationCellSchema, populationUnitSchema } from '#shared/domain/coverage/population.ts';
import { localisedTextSchema } from '#shared/domain/language.ts';
import { many, maybeOne, one } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';

const populationSchema = z.object({
  populationId: z.uuid(),
  unit: populationUnitSchema,
  year: z.int(),
  source: z.string(),
  sourceUrl: z.string().nullable(),
  isSimulated: z.boolean(),
  cells: z.array(populationCellSchema),
  leftOut: z.array(leftOutSchema),
});
const columns = SQL`population_id as "populationId", unit, year, source, source_url as "sourceUrl",
  p.is_simulated as "isSimulated", cells, left_out as "leftOut"`;

const rowSchema = z.object({
  ...populationSchema.shape,
  organisationName: localisedTextSchema,
  isOwn: z.boolean(),
  createdAt: z.date(),
  withdrawnAt: z.date().nullable(),
  withdrawnReason: z.string().nullable(),
});

export async function listPopulationRows(tx: Transaction, organisationId: string) {
  return many(
    tx,
    rowSchema,
    SQL`select ${columns}, organisation_name as "organisationName", organisation_id = ${organisationId} as "isOwn",
        created_at as "createdAt", withdrawn_at as "withdrawnAt", withdrawn_reason as "withdrawnReason"
      from populations p order by withdrawn_at is not null, year desc, created_at desc`,
  );
}

/** The newest of each unit, real and made up; what was taken in later replaces what was taken in before for the same year. */
export async function listCurrentPopulationRows(tx: Transaction) {
  return many(
    tx,
    populationSchema,
    SQL`select distinct on (unit, p.is_simulated) ${columns} from populations p
      where withdrawn_at is null order by unit, p.is_simulated, year desc, created_at desc`,
  );
}

export type NewPopulation = Omit<z.infer<typeof populationSchema>, 'isSimulated'> & {
  readonly organisationId: string;
  readonly createdAt: Date;
};

const foundSchema = z.object({ found: z.boolean() });

/** False when the organisation is no region of the session's. */
export async function insertPopulation(
  tx: Transaction,
  { organisationId, createdAt, ...population }: NewPopulation,
): Promise<boolean> {
  const query = SQL`select add_population(${organisationId}, ${JSON.stringify(population)}::jsonb, ${createdAt})
    as found`;
  return (await one(tx, foundSchema, query)).found;
}

const withdrawnSchema = z.object({ withdrawnAt: z.date() });

/** Undefined when there is no such table of the region, or it is withdrawn already. */
export async function withdrawPopulationRow(
  tx: Transaction,
  populationId: string,
  { organisationId, reason, now }: { readonly organisationId: string; readonly reason: string; readonly now: Date },
): Promise<Date | undefined> {
  const row = await maybeOne(
    tx,
    withdrawnSchema,
    SQL`update populations set withdrawn_at = ${now}, withdrawn_by = current_person_id(), withdrawn_reason = ${reason}
      where population_id = ${populationId} and organisation_id = ${organisationId} and withdrawn_at is null
      returning withdrawn_at as "withdrawnAt"`,
  );
  return row?.withdrawnAt;
}
