import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { FastifyBaseLogger } from 'fastify';
import pg from 'pg';
import { readAnchors } from '#server/platform/audit/anchor-file.ts';
import { listChain } from '#server/platform/audit/chain-repository.ts';
import { type Verdict, verifyChain } from '#server/platform/audit/verify-chain.ts';
import { writeAnchor } from '#server/platform/audit/write-anchor.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import type { TestApp } from './test-app.ts';

/** A place for anchors outside the database. */
export function anchorFolder(): { file: string; remove(): void } {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'anchors-'));
  return {
    file: path.join(folder, 'audit-anchors.jsonl'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export type LogLine = { readonly level: 'info' | 'warn' | 'error'; readonly content: object; readonly text: string };

/** A log that remembers. */
export function keptLog(): { log: Pick<FastifyBaseLogger, 'info' | 'warn' | 'error'>; lines: LogLine[] } {
  const lines: LogLine[] = [];
  const at = (level: LogLine['level']) => (first: unknown, second?: unknown) => {
    const isText = typeof first === 'string';
    lines.push({ level, content: isText ? {} : (first as object), text: String(isText ? first : second) });
  };
  return { log: { info: at('info'), warn: at('warn'), error: at('error') }, lines };
}

/** Notes the newest event, as the server does every hour. */
export async function anchored({ app, clock }: TestApp, auditAnchorFile: string | undefined): Promise<LogLine[]> {
  const { log, lines } = keptLog();
  await writeAnchor({ database: { pool: app.pg.pool }, clock, config: { auditAnchorFile }, log });
  return lines;
}

/** What the chain and the anchors in the file come to. */
export async function verdictOf({ app }: TestApp, file: string): Promise<Verdict> {
  const { anchors } = await readAnchors(file);
  return inTransaction({ pool: app.pg.pool }, { surface: 'worker' }, (tx) => verifyChain(listChain(tx), anchors));
}

/** Events one after another, by the function that everything is recorded with. */
export async function recorded({ admin }: Pick<TestApp, 'admin'>, count: number): Promise<void> {
  await admin.query(
    `select record_audit_event('signed-in', 'session', n::text, '{"method": "code", "count": 1.50}', null)
     from generate_series(1, $1::integer) n`,
    [count],
  );
}

/** What somebody can do who has the whole database: no trigger stands in the way. */
export async function tampered({ database }: TestApp, ...statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: database.adminUrl, options: '-c search_path=mattstock' });
  await client.connect();
  try {
    await client.query('alter table audit_events disable trigger all');
    for (const statement of statements) await client.query(statement);
    await client.query('alter table audit_events enable trigger all');
  } finally {
    await client.end();
  }
}

/** Begins the log anew, as nobody but whoever has the whole database can. */
export const emptied = (site: TestApp): Promise<void> => tampered(site, 'truncate audit_events');

/** Computes all hashes from the event on anew, so that the chain is whole in itself. */
export const forgedFrom = (sequence: number) => `
  do $$
  declare
    event audit_events;
    predecessor bytea;
  begin
    select event_sha256 into predecessor from audit_events where audit_sequence = ${sequence} - 1;
    predecessor := coalesce(predecessor, sha256('mattstock audit log'::bytea));
    for event in select * from audit_events where audit_sequence >= ${sequence} order by audit_sequence loop
      update audit_events set previous_sha256 = predecessor,
        event_sha256 = sha256(predecessor || convert_to(audit_payload(audit_sequence, occurred_at, actor_person_id,
          action, object_kind, object_id, detail), 'UTF8'))
      where audit_sequence = event.audit_sequence returning event_sha256 into predecessor;
    end loop;
  end
  $$`;
