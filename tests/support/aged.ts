import type { TestApp } from './test-app.ts';

/** As if the submission of the response, or each of the firm, had been made so many days earlier. */
export async function aged({ admin }: Pick<TestApp, 'admin'>, responseOrFirmId: string, days: number): Promise<void> {
  const client = await admin.connect();
  try {
    await client.query(`set session_replication_role = 'replica'`);
    await client.query(
      `update submissions set submitted_at = submitted_at - make_interval(days => $2) where $1 in (response_id, firm_id)`,
      [responseOrFirmId, days],
    );
    await client.query('reset session_replication_role');
  } finally {
    client.release();
  }
}
