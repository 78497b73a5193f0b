import pg from 'pg';

/** One statement on a connection of its own. */
export async function queryOnce<Row extends pg.QueryResultRow>(
  url: string,
  sql: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = values.length === 0 ? await client.query<Row>(sql) : await client.query<Row>(sql, [...values]);
    return rows;
  } finally {
    await client.end();
  }
}
