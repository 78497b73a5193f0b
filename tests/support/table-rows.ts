import type pg from 'pg';

export type TableRows = ReadonlyMap<string, readonly string[]>;

/** Everything the database holds, each row as text. */
export async function readTables(admin: pg.Pool): Promise<TableRows> {
  const { rows } = await admin.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'mattstock'::regnamespace and relkind = 'r' order by 1`,
  );
  const tables = new Map<string, readonly string[]>();
  for (const { name } of rows) {
    const { rows: contents } = await admin.query<{ row: string }>(`select t::text as row from ${name} t order by 1`);
    tables.set(
      name,
      contents.map(({ row }) => row),
    );
  }
  return tables;
}

const countOf = (rows: readonly string[], others: readonly string[]): number => {
  const known = new Set(others);
  return rows.filter((row) => !known.has(row)).length;
};

/** How many rows are gone and have come, of each table that is not as it was. A changed row is gone and has come. */
export function changesBetween(before: TableRows, after: TableRows): Record<string, { gone: number; come: number }> {
  const changes: Record<string, { gone: number; come: number }> = {};
  for (const [name, rows] of after) {
    const earlier = before.get(name) ?? [];
    const change = { gone: countOf(earlier, rows), come: countOf(rows, earlier) };
    if (change.gone > 0 || change.come > 0) changes[name] = change;
  }
  return changes;
}

/** The tables in which any of the words occurs, in small letters or capitals. */
export function tablesWith(tables: TableRows, words: readonly string[]): string[] {
  const sought = words.map((word) => word.toLowerCase());
  const has = (row: string) => sought.some((word) => row.toLowerCase().includes(word));
  return [...tables].filter(([, rows]) => rows.some(has)).map(([name]) => name);
}
