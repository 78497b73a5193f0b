import SQL, { type SqlStatement } from '@nearform/sql';
import * as z from 'zod';
import type { PopulationCell } from '#shared/domain/coverage/population.ts';
import type { Structure } from '#shared/domain/instrument/definition.ts';
import type { Catalogue } from '#shared/domain/routing/catalogue.ts';
import {
  findCatalogueRow,
  findCurrentCatalogueId,
  findCurrentInstrumentVersionId,
  findInstrumentVersionRow,
} from '../../platform/content/repository.ts';
import { exec, one, type Queryable } from '../../platform/database/query.ts';
import { type ContactRows, contactTables } from './contact-rows.ts';
import { type EditionRows, editionTables } from './edition-rows.ts';
import { type PopulationRows, populationTables, type Row } from './population-rows.ts';
import type { ReviewRows } from './review-rows.ts';

export type Versions = {
  readonly instrumentVersionId: string;
  readonly structure: Structure;
  /** As PostgreSQL writes it, `\x` and hexadecimal. */
  readonly definitionSha256: string;
  readonly catalogueVersionId: string;
  readonly catalogue: Catalogue;
};

/** Those in use, which in a database from before need not be those that ship. */
export async function findCurrentVersions(db: Queryable): Promise<Versions> {
  const [instrumentId, catalogueId] = [await findCurrentInstrumentVersionId(db), await findCurrentCatalogueId(db)];
  const instrument = instrumentId === undefined ? undefined : await findInstrumentVersionRow(db, instrumentId);
  const found = catalogueId === undefined ? undefined : await findCatalogueRow(db, catalogueId);
  if (instrument === undefined || found === undefined) throw new Error('there is nothing published to answer');
  return {
    instrumentVersionId: instrument.instrumentVersionId,
    structure: instrument.definition.structure,
    definitionSha256: `\\x${instrument.definitionSha256.toString('hex')}`,
    ...found,
  };
}

/** By its people, who stay known when a firm is erased. The firm that visitors of the demo try out has none of them. */
export async function hasPopulation(db: Queryable): Promise<boolean> {
  const { isThere } = await one(
    db,
    z.object({ isThere: z.boolean() }),
    SQL`select exists (select 1 from people where email like '%@sim%.example') as "isThere"`,
  );
  return isThere;
}

/** Columns by the rows' own keys; what a row leaves out is null. */
function insertAll(table: string, rows: readonly [Row, ...Row[]]): SqlStatement {
  const columns = SQL.unsafe([...new Set(rows.flatMap((row) => Object.keys(row)))].join(', '));
  return SQL`insert into ${SQL.unsafe(table)} (${columns})
    select ${columns} from jsonb_populate_recordset(null::${SQL.unsafe(table)}, ${JSON.stringify(rows)}::jsonb)`;
}

async function insertInto(db: Queryable, table: string, [first, ...rest]: readonly Row[]): Promise<void> {
  if (first !== undefined) await exec(db, insertAll(table, [first, ...rest]));
}

export async function insertRows(db: Queryable, rows: PopulationRows): Promise<void> {
  for (const table of populationTables) await insertInto(db, table, rows[table]);
}

/**
 * Counts how many there are of what, by which the database chooses how to read them: it does so by itself only some minutes
 * later, and until then the figures of the regions are counted many times slower.
 */
export async function analyzeRows(db: Queryable): Promise<void> {
  for (const table of populationTables) await exec(db, SQL`analyze ${SQL.quoteIdent(table)}`);
}

export async function insertEditionRows(db: Queryable, rows: EditionRows): Promise<void> {
  for (const table of editionTables) await insertInto(db, table, rows[table]);
}

/** In the order of their life: what is judged goes into drafts only, and the firm replies to what it was given. */
export async function insertReviewRows(db: Queryable, rows: ReviewRows): Promise<void> {
  await insertInto(db, 'reviews', rows.drafts);
  await insertInto(db, 'review_items', rows.items);
  await exec(
    db,
    SQL`update reviews r set status = 'given', status_since = g.given_at, given_at = g.given_at, revision = g.revision,
        rules_version = g.rules_version, score_profile = g.score_profile, dimensions = g.dimensions,
        digital_level = g.digital_level, process_level = g.process_level
      from jsonb_populate_recordset(null::reviews, ${JSON.stringify(rows.given)}::jsonb) g
      where r.review_id = g.review_id`,
  );
  await insertInto(db, 'review_replies', rows.replies);
  await exec(
    db,
    SQL`update reviews r set status = 'answered', status_since = a.status_since, revision = a.revision
      from jsonb_populate_recordset(null::reviews, ${JSON.stringify(rows.answered)}::jsonb) a
      where r.review_id = a.review_id`,
  );
  await insertInto(db, 'review_events', rows.events);
}

export async function insertContactRows(db: Queryable, rows: ContactRows): Promise<void> {
  for (const table of contactTables) await insertInto(db, table, rows[table]);
}

/** Answers go into open responses only, so that these are closed once all is there. */
export async function closeResponses(db: Queryable): Promise<void> {
  await exec(
    db,
    SQL`update responses r set status = 'submitted', submitted_at = s.submitted_at
      from submissions s where s.response_id = r.response_id and r.status = 'open'`,
  );
}

type PopulationTable = {
  readonly populationId: string;
  readonly year: number;
  readonly cells: readonly PopulationCell[];
  readonly now: Date;
};

/** Says of itself that it is made up; taken in by the first region. */
export async function insertPopulationTable(
  db: Queryable,
  { populationId, year, cells, now }: PopulationTable,
): Promise<void> {
  await exec(
    db,
    SQL`insert into populations (population_id, organisation_id, organisation_name, unit, year, source, is_simulated,
        cells, left_out, created_at)
      select ${populationId}, organisation_id, name, 'firms', ${year}, 'Påhittad tabell för provsajten', true,
        ${JSON.stringify(cells)}::jsonb, '[]', ${now}
      from organisations where kind = 'region' order by code limit 1`,
  );
}
