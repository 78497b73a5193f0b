import type { SqlStatement } from '@nearform/sql';
import type { PoolClient } from 'pg';
import type * as z from 'zod';

export type Queryable = Pick<PoolClient, 'query'>;

export async function exec(db: Queryable, sql: SqlStatement): Promise<void> {
  await db.query(sql);
}

/** Rows as they come are unknown; the schema says what they are, at run time too. */
export async function many<S extends z.ZodType>(db: Queryable, schema: S, sql: SqlStatement): Promise<z.infer<S>[]> {
  const { rows } = await db.query<Record<string, unknown>>(sql);
  return rows.map((row) => schema.parse(row));
}

export async function maybeOne<S extends z.ZodType>(
  db: Queryable,
  schema: S,
  sql: SqlStatement,
): Promise<z.infer<S> | undefined> {
  const rows = await many(db, schema, sql);
  if (rows.length > 1) throw new Error(`expected at most one row, got ${rows.length}`);
  return rows[0];
}

export async function one<S extends z.ZodType>(db: Queryable, schema: S, sql: SqlStatement): Promise<z.infer<S>> {
  const row = await maybeOne(db, schema, sql);
  if (row === undefined) throw new Error('expected one row, got none');
  return row;
}
