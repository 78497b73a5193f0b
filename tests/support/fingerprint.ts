import { createHash } from 'node:crypto';
import type pg from 'pg';

/** What a request that is refused may leave behind: that somebody was seen, and failures of which the log tells. */
const volatile = new Set(['sessions', 'audit_events', 'challenges']);

/** One figure for everything the database holds; the same as long as nothing has changed. */
export async function fingerprintOf(admin: pg.Pool, ignored: ReadonlySet<string> = volatile): Promise<string> {
  const { rows } = await admin.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'mattstock'::regnamespace and relkind = 'r' order by 1`,
  );
  const hash = createHash('sha256');
  for (const { name } of rows.filter((row) => !ignored.has(row.name))) {
    const { rows: contents } = await admin.query<{ all: string }>(
      `select coalesce(string_agg(t::text, E'\\n' order by t::text), '') as all from mattstock.${name} t`,
    );
    hash.update(`${name}\n${contents[0]?.all}\n`);
  }
  return hash.digest('hex');
}
