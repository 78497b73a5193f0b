import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { anchored, anchorFolder, emptied, forgedFrom, recorded, tampered } from '../support/audit.ts';
import { type CommandOutcome, runCommand } from '../support/command.ts';
import { startCoordinationApp } from '../support/coordination.ts';
import type { TestApp } from '../support/test-app.ts';

let site: TestApp;
let anchors: ReturnType<typeof anchorFolder>;
beforeAll(async () => {
  site = await startCoordinationApp();
});
beforeEach(async () => {
  anchors = anchorFolder();
  await emptied(site);
  return () => anchors.remove();
});
afterAll(() => site.close());

const audit = (...words: string[]): Promise<CommandOutcome> =>
  runCommand('audit.ts', words, { DATABASE_URL: site.database.applicationUrl, AUDIT_ANCHOR_FILE: anchors.file });

test('says that the log holds, and how much of it there is', async () => {
  await recorded(site, 3);
  await anchored(site, anchors.file);

  expect(await audit('verify')).toEqual({
    code: 0,
    output: 'Events read: 3. Anchors: 1.\nThe audit log holds.\n',
    complaints: '',
  });
});

test.each([
  {
    fault: 'altered',
    statements: [`update audit_events set action = 'signed-out' where audit_sequence = 2`],
    says: 'event 2 is not what was recorded',
  },
  {
    fault: 'missing',
    statements: ['delete from audit_events where audit_sequence = 2'],
    says: 'event 2 is missing',
  },
  {
    fault: 'cut off',
    statements: ['delete from audit_events where audit_sequence > 2'],
    says: 'the log ends before event 3, which an anchor says was there',
  },
  {
    fault: 'forged',
    statements: [`update audit_events set object_id = 'other' where audit_sequence = 2`, forgedFrom(2)],
    says: 'event 4 is another than the one that was anchored',
  },
])('fails on a log that was $fault, and says where', async ({ statements, says }) => {
  await recorded(site, 4);
  await anchored(site, anchors.file);
  await tampered(site, ...statements);
  const { code, output } = await audit('verify');

  expect(code).toBe(1);
  expect(output).toContain(`The audit log does not hold: ${says}.`);
});

test('is careful about a log without anchors, which it may hold by itself', async () => {
  await recorded(site, 1);
  const { code, complaints } = await audit('verify');

  expect(code).toBe(0);
  expect(complaints).toContain(anchors.file);
});

test('prints the newest event for a program to read', async () => {
  expect((await audit('head')).output).toBe('The audit log is empty.\n');
  await recorded(site, 2);
  const { rows } = await site.admin.query<{ sha256: string }>(
    `select encode(event_sha256, 'hex') as sha256 from audit_events where audit_sequence = 2`,
  );

  expect(JSON.parse((await audit('head')).output)).toEqual({ sequence: 2, sha256: rows[0]?.sha256 });
});

test('says how it is used', async () => {
  for (const words of [[], ['verfy'], ['verify', 'head'], ['toString']]) {
    const { code, complaints } = await audit(...words);
    expect(code).toBe(1);
    expect(complaints).toContain('npm run audit -- verify');
  }
});

test('fails when the database is away', async () => {
  const { code, output } = await runCommand('audit.ts', ['verify'], {
    DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
  });

  expect(code).toBe(1);
  expect(output).toBe('');
});
