import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { anchorFileIn } from '#server/platform/audit/anchor-file.ts';
import { borrowEmbeddedPostgres } from '#server/platform/embedded-postgres/running.ts';
import { runCommand } from '../support/command.ts';
import { queryOnce } from '../support/query.ts';
import { startServedPostgres } from '../support/served-postgres.ts';
import { startServer } from '../support/server-process.ts';

let parent: string;
beforeEach(() => {
  parent = mkdtempSync(path.join(os.tmpdir(), 'faults-'));
  chmodSync(parent, 0o755);
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

const quiet = () => undefined;
const record = `select mattstock.record_audit_event('signed-in', 'session', n::text, '{}', null)
  from generate_series(1, 5) n`;

async function onDatabase(folder: string, sql: string): Promise<void> {
  const borrowed = await borrowEmbeddedPostgres({ folder, log: quiet });
  try {
    await queryOnce(borrowed.adminUrl, sql);
  } finally {
    await borrowed.giveBack();
  }
}

test('the log of the embedded database is verified while a server runs, anchored when it stops, and verified after', async () => {
  const folder = path.join(parent, 'data');
  const variables = { EMBEDDED_DATA_DIR: folder };
  const server = await startServer(variables);
  await onDatabase(folder, record);
  const running = await runCommand('audit.ts', ['verify'], variables);
  expect([running.code, running.output]).toEqual([0, expect.stringContaining('The audit log holds.')]);

  expect(await server.stop()).toBe(0);
  const lines = readFileSync(anchorFileIn(folder), 'utf8').trim().split('\n');
  expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ sequence: 5 });
  const stopped = await runCommand('audit.ts', ['verify'], variables);
  expect([stopped.code, stopped.output]).toEqual([0, 'Events read: 5. Anchors: 1.\nThe audit log holds.\n']);
  expect(stopped.complaints).toContain('started for as long as this takes');

  await onDatabase(
    folder,
    `alter table mattstock.audit_events disable trigger all; delete from mattstock.audit_events
       where audit_sequence > 3`,
  );
  const cut = await runCommand('audit.ts', ['verify'], variables);
  expect([cut.code, cut.output]).toEqual([1, expect.stringContaining('the log ends before event 4')]);
});

test('a command makes no database where there is none', async () => {
  const { code, complaints } = await runCommand('audit.ts', ['head'], { EMBEDDED_DATA_DIR: path.join(parent, 'none') });

  expect(code).toBe(1);
  expect(complaints).toContain('there is no database');
});

test('a server whose anchors cannot be written serves, and says so; one without a place for them says so at its start', async () => {
  const { variables, postgres } = await startServedPostgres({ folder: path.join(parent, 'data') });
  try {
    const bare = await startServer(variables);
    expect(bare.output()).toContain('AUDIT_ANCHOR_FILE is not set');
    await queryOnce(postgres.adminUrl, record);
    await bare.stop();
    const server = await startServer({ ...variables, AUDIT_ANCHOR_FILE: parent });
    expect((await fetch(`${server.origin}/api/health/ready`)).status).toBe(200);
    expect(await server.stop()).toBe(0);
    expect(server.output()).toContain('its anchor file cannot be written');
  } finally {
    await postgres.stop();
  }
});
