import SQL, { type SqlStatement } from '@nearform/sql';
import * as z from 'zod';
import { findCurrentCatalogueId, findCurrentInstrumentVersionId } from '../../platform/content/repository.ts';
import { exec, one, type Queryable } from '../../platform/database/query.ts';
import { type PopulationRows, populationTables, type Row } from './population-rows.ts';

const versionsSchema = z.object({
  instrumentVersionId: z.uuid(),
  definitionSha256: z.string(),
  catalogueVersionId: z.uuid(),
});
/** The hash as PostgreSQL writes it, `\x` and hexadecimal. */
export type Versions = z.infer<typeof versionsSchema>;

/** Those in use. */
export async function findCurrentVersions(db: Queryable): Promise<Versions> {
  return one(
    db,
    versionsSchema,
    SQL`select v.instrument_version_id as "instrumentVersionId", v.definition_sha256::text as "definitionSha256",
        c.catalogue_version_id as "catalogueVersionId"
      from instrument_versions v, catalogue_versions c
      where v.instrument_version_id = ${await findCurrentInstrumentVersionId(db)}
        and c.catalogue_version_id = ${await findCurrentCatalogueId(db)}`,
  );
}

/** The firm that visitors of the demo try out is simulated too, and no population. */
export async function hasPopulation(db: Queryable): Promise<boolean> {
  const { isThere } = await one(
    db,
    z.object({ isThere: z.boolean() }),
    SQL`select exists (select 1 from firms where is_simulated and name like '%(sim 1)') as "isThere"`,
  );
  return isThere;
}

/** Columns by the rows' own keys; what a row leaves out is null. */
function insertAll(table: string, rows: readonly [Row, ...Row[]]): SqlStatement {
  const columns = SQL.unsafe([...new Set(rows.flatMap((row) => Object.keys(row)))].join(', '));
  return SQL`insert into ${SQL.unsafe(table)} (${columns})
    select ${columns} from jsonb_populate_recordset(null::${SQL.unsafe(table)}, ${JSON.stringify(rows)}::jsonb)`;
}

export async function insertRows(db: Queryable, rows: PopulationRows): Promise<void> {
  for (const table of populationTables) {
    const [first, ...rest] = rows[table];
    if (first !== undefined) await exec(db, insertAll(table, [first, ...rest]));
  }
}

/** Answers go into open responses only, so that these are closed once all is there. */
export async function closeResponses(db: Queryable): Promise<void> {
  await exec(
    db,
    SQL`update responses r set status = 'submitted', submitted_at = s.submitted_at
      from submissions s where s.response_id = r.response_id and r.status = 'open'`,
  );
}
