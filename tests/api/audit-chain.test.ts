import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { listChain } from '#server/platform/audit/chain-repository.ts';
import { recordAudit } from '#server/platform/audit/repository.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { anchored, anchorFolder, emptied, forgedFrom, recorded, tampered, verdictOf } from '../support/audit.ts';
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
const faultOf = async () => (await verdict()).fault;

describe('a chain that nobody touched', () => {
  test('holds, also when it is empty', async () => {
    expect(await verdict()).toEqual({ eventCount: 0, anchorCount: 0, fault: null });
    await recorded(site, 5);
    expect(await verdict()).toEqual({ eventCount: 5, anchorCount: 0, fault: null });
  });

  test('holds over several batches, and with every kind of detail', async () => {
    await site.admin.query(
      `select record_audit_event('signed-in', 'session', 'å"\\n', '{"b": null, "a": 1.50, "zz": "é", "c": true}', null)`,
    );
    await recorded(site, 2100);

    expect(await verdict()).toMatchObject({ eventCount: 2101, fault: null });
  });

  test('is computed the way the database computes it', async () => {
    await recorded(site, 1);
    const { rows } = await site.admin.query<{ payload: string }>(
      `select audit_payload(audit_sequence, occurred_at, actor_person_id, action, object_kind, object_id, detail)
         as payload from audit_events`,
    );
    const seen: string[] = [];
    for await (const event of listChain(site.admin)) seen.push(event.payload);

    expect(seen).toEqual(rows.map(({ payload }) => payload));
  });
});

describe('of a chain that was tampered with', () => {
  beforeEach(() => recorded(site, 12));

  const columns = [
    `occurred_at = occurred_at + interval '1 microsecond'`,
    `actor_person_id = gen_random_uuid()`,
    `action = 'signed-out'`,
    `object_kind = 'firm'`,
    `object_id = 'other'`,
    `detail = '{"method": "oidc", "count": 1.50}'`,
    `event_sha256 = sha256('x')`,
    `previous_sha256 = sha256('x')`,
  ];
  test.each(columns)('the first event with another %s is found', async (change) => {
    await tampered(
      site,
      `update audit_events set ${change} where audit_sequence = 5`,
      `update audit_events set action = 'signed-out' where audit_sequence = 9`,
    );

    expect(await verdict()).toMatchObject({ eventCount: 5, fault: { sequence: 5, kind: 'altered' } });
  });

  test('an event whose hash was computed anew is found by the one that follows it', async () => {
    const rehashed = `update audit_events set event_sha256 = sha256(previous_sha256 || convert_to(audit_payload(
      audit_sequence, occurred_at, actor_person_id, action, object_kind, object_id, detail), 'UTF8'))`;
    await tampered(
      site,
      `update audit_events set action = 'signed-out' where audit_sequence = 5`,
      `${rehashed} where audit_sequence = 5`,
    );

    expect(await faultOf()).toEqual({ sequence: 5, kind: 'altered' });
  });

  test('an event is found that the function of the database now tells otherwise', async () => {
    const { rows } = await site.admin.query<{ definition: string }>(
      `select pg_get_functiondef('audit_payload'::regproc) as definition`,
    );
    const definition = rows[0]?.definition ?? '';
    const lying = definition.replace(
      /event_object_id, event_detail\)/,
      `case event_sequence when 5 then '5' else event_object_id end, event_detail)`,
    );
    await tampered(site, lying, `update audit_events set object_id = 'other' where audit_sequence = 5`);
    const fault = await faultOf();
    await tampered(site, definition);

    expect(lying).not.toBe(definition);
    expect(fault).toEqual({ sequence: 5, kind: 'altered' });
  });

  test('one that was deleted is found, the first one too', async () => {
    await tampered(site, 'delete from audit_events where audit_sequence in (5, 6)');
    expect(await faultOf()).toEqual({ sequence: 5, kind: 'missing' });
    await tampered(site, 'delete from audit_events where audit_sequence = 1');
    expect(await faultOf()).toEqual({ sequence: 1, kind: 'missing' });
  });

  test('one that was deleted is found though the others moved up', async () => {
    await tampered(
      site,
      'delete from audit_events where audit_sequence = 5',
      'update audit_events set audit_sequence = audit_sequence + 1000 where audit_sequence > 5',
      'update audit_events set audit_sequence = audit_sequence - 1001 where audit_sequence > 1000',
    );

    expect(await faultOf()).toEqual({ sequence: 5, kind: 'altered' });
  });

  test('a tail that was cut off is found by an anchor, and by nothing else', async () => {
    await tampered(site, 'delete from audit_events where audit_sequence > 10');
    expect(await faultOf()).toBeNull();
    await recorded(site, 2);
    await anchored(site, anchors.file);
    await tampered(site, 'delete from audit_events where audit_sequence > 8');

    expect(await verdict()).toEqual({ eventCount: 8, anchorCount: 1, fault: { sequence: 9, kind: 'cut-off' } });
    await tampered(site, 'delete from audit_events');
    expect(await faultOf()).toEqual({ sequence: 1, kind: 'cut-off' });
  });

  test('a chain that was computed anew as a whole is found by an anchor, and by nothing else', async () => {
    const forgery = [`update audit_events set object_id = 'other' where audit_sequence = 5`, forgedFrom(5)];
    await tampered(site, ...forgery);
    expect(await faultOf()).toBeNull();
    await anchored(site, anchors.file);
    await tampered(site, `update audit_events set object_id = 'another' where audit_sequence = 3`, forgedFrom(3));

    expect(await faultOf()).toEqual({ sequence: 12, kind: 'anchor-differs' });
  });

  test('the earliest of several anchors that differ is named', async () => {
    await anchored(site, anchors.file);
    await recorded(site, 3);
    await anchored(site, anchors.file);
    await tampered(site, `update audit_events set object_id = 'other' where audit_sequence = 2`, forgedFrom(2));

    expect(await verdict()).toMatchObject({ anchorCount: 2, fault: { sequence: 12, kind: 'anchor-differs' } });
  });
});

test('two hundred writers at once make one chain, without a fork or a gap', async () => {
  const pool = new pg.Pool({ connectionString: site.database.applicationUrl, max: 60, ...{ pipeline: true } });
  const surfaces = ['app', 'identity', 'member', 'advisor', 'coordination', 'worker'] as const;
  const write = (n: number) =>
    inTransaction({ pool }, { surface: surfaces[n % surfaces.length] ?? 'app' }, (tx) =>
      recordAudit(tx, { action: 'signed-in', objectKind: 'session', objectId: String(n) }),
    );
  await Promise.all(Array.from({ length: 200 }, (_, n) => write(n)));
  await pool.end();

  expect(await verdict()).toEqual({ eventCount: 200, anchorCount: 0, fault: null });
  const { rows } = await site.admin.query(
    `select count(distinct previous_sha256)::integer as predecessors, count(distinct object_id)::integer as objects,
       max(audit_sequence)::integer as last from audit_events`,
  );
  expect(rows).toEqual([{ predecessors: 200, objects: 200, last: 200 }]);
});

test('a writer that changes its mind leaves no gap', async () => {
  const abandoned = inTransaction({ pool: site.app.pg.pool }, { surface: 'app' }, async (tx) => {
    await recordAudit(tx, { action: 'signed-in', objectKind: 'session', objectId: 'abandoned' });
    throw new Error('changed my mind');
  });
  await expect(abandoned).rejects.toThrow('changed my mind');
  await recorded(site, 2);

  expect(await verdict()).toEqual({ eventCount: 2, anchorCount: 0, fault: null });
});
