import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readAnchors } from '#server/platform/audit/anchor-file.ts';
import { warnWithoutAnchorFile } from '#server/platform/audit/write-anchor.ts';
import { anchored, anchorFolder, emptied, keptLog, recorded, verdictOf } from '../support/audit.ts';
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

const verdict = () => verdictOf(site, anchors.file);

describe('an anchor', () => {
  test('is a line in the file and in the log', async () => {
    await recorded(site, 3);
    const lines = await anchored(site, anchors.file);
    const { rows } = await site.admin.query<{ sha256: string }>(
      `select encode(event_sha256, 'hex') as sha256 from audit_events where audit_sequence = 3`,
    );
    const anchor = { sequence: 3, sha256: rows[0]?.sha256, at: site.clock.now().toISOString() };

    expect(readFileSync(anchors.file, 'utf8')).toBe(`${JSON.stringify(anchor)}\n`);
    expect(lines).toMatchObject([{ level: 'info', content: { auditAnchor: anchor } }]);
    expect(await verdict()).toEqual({ eventCount: 3, anchorCount: 1, fault: null });
  });

  test('is not made of an empty log', async () => {
    expect(await anchored(site, anchors.file)).toEqual([]);
    expect(existsSync(anchors.file)).toBe(false);
  });

  test('stands by itself after one that was half written', async () => {
    await recorded(site, 1);
    await anchored(site, anchors.file);
    appendFileSync(anchors.file, '{"sequence":1,"sha');
    await recorded(site, 1);
    await anchored(site, anchors.file);
    const { anchors: known, complaint } = await readAnchors(anchors.file);

    expect(known.map(({ sequence }) => sequence)).toEqual([1, 2]);
    expect(complaint).toBe('1 of 3 anchors cannot be read');
  });

  test('that cannot be written is loud in the log, and stops nothing', async () => {
    await recorded(site, 1);
    const folder = path.join(path.dirname(anchors.file), 'in-the-way');
    mkdirSync(folder);
    const lines = await anchored(site, folder);

    expect(lines.map(({ level }) => level)).toEqual(['info', 'error']);
    expect(lines[1]?.text).toContain('anchor file cannot be written');
  });

  test('is in the log alone where no file is set, and a start says so', async () => {
    await recorded(site, 1);
    expect(await anchored(site, undefined)).toMatchObject([{ level: 'info' }]);
    const { log, lines } = keptLog();
    warnWithoutAnchorFile({ config: { auditAnchorFile: undefined }, log });
    warnWithoutAnchorFile({ config: { auditAnchorFile: anchors.file }, log });

    expect(lines).toMatchObject([{ level: 'warn', text: expect.stringContaining('AUDIT_ANCHOR_FILE') as string }]);
  });

  test('of a database that is away is loud in the log, and stops nothing', async () => {
    const away = await startCoordinationApp();
    await away.app.close();
    expect(await anchored(away, anchors.file)).toMatchObject([{ level: 'error' }]);
    await away.close();
  });
});

test('anchors that are gone are told by their number', async () => {
  await recorded(site, 2);
  writeFileSync(anchors.file, '');

  expect(await verdict()).toEqual({ eventCount: 2, anchorCount: 0, fault: null });
});
