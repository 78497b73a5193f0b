import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type EditionStatus,
  editionMoves,
  editionStatuses,
  moveEdition,
} from '#shared/domain/edition/edition-states.ts';
import {
  movePlacement,
  type PlacementStatus,
  placementMoves,
  placementParties,
  placementStatuses,
} from '#shared/domain/edition/placement-states.ts';
import { letIn, withdraw } from '../support/firms.ts';
import { type Owner, signedInOwner } from '../support/people.ts';
import { insertEdition, insertPlacement } from '../support/placements.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';

let site: TestApp;
let client: pg.PoolClient;

beforeAll(async () => {
  site = await startTestApp();
  client = await site.admin.connect();
});
afterAll(async () => {
  client.release();
  await site.close();
});

/** Whether the change is taken; if not, by which constraint. */
async function attempt(sql: string, values: readonly unknown[]): Promise<string> {
  return client.query(sql, [...values]).then(
    () => 'taken',
    ({ constraint }: { constraint?: string }) => constraint ?? 'another fault',
  );
}

/** Tried for itself; nothing stays. */
async function tried(work: () => Promise<string>): Promise<string> {
  await client.query('begin');
  try {
    return await work();
  } finally {
    await client.query('rollback');
  }
}

const pairsOf = <T extends string>(statuses: readonly T[]) =>
  statuses.flatMap((from) => statuses.filter((to) => to !== from).map((to) => [from, to] as const));

const mayEditionGo = (from: EditionStatus, to: EditionStatus) =>
  editionMoves.some((move) => moveEdition(from, move) === to);
const mayPlacementGo = (from: PlacementStatus, to: PlacementStatus) =>
  placementMoves.some((move) => placementParties.some((party) => movePlacement(from, move, party) === to));

const toStatus = `update placements set status = $2, answer_by = case when $2 = 'invited' then date '2027-01-10' end,
  waiting_since = case when $2 = 'waiting' then now() end where placement_id = $1`;

const statusesIn = async (editionId: string) =>
  (
    await site.admin.query<{ status: string; reason: string | null }>(
      'select status, reason from placements where edition_id = $1 order by created_at, placement_id',
      [editionId],
    )
  ).rows;

const countsOf = async (editionId: string) =>
  (
    await site.admin.query(
      `select invited_count as invited, placed_count as placed, waiting_count as waiting from editions
       where edition_id = $1`,
      [editionId],
    )
  ).rows[0];

describe('the table of editions', () => {
  test.each(pairsOf(editionStatuses))('takes %s to %s only if the life of an edition does', async (from, to) => {
    const editionId = await insertEdition(site, { status: from });
    const outcome = await tried(() =>
      attempt(
        `update editions set status = $2, reason = case when $2 = 'cancelled' then 'other' end where edition_id = $1`,
        [editionId, to],
      ),
    );

    expect(outcome).toBe(mayEditionGo(from, to) ? 'taken' : 'editions_move_allowed');
  });

  test('takes no dates out of order, no group larger than the places, and no place of an edition online', async () => {
    const editionId = await insertEdition(site);
    const change = (what: string) =>
      tried(() => attempt(`update editions set ${what} where edition_id = $1`, [editionId]));

    expect(await change(`apply_by = starts_on + 1`)).toBe('editions_dates_in_order');
    expect(await change(`minimum_group = 4`)).toBe('editions_group_fits');
    expect(await change(`municipality = '2080'`)).toBe('editions_place_fits');
    expect(await change(`delivery = 'on-site'`)).toBe('editions_place_fits');
    expect(await change(`delivery = 'on-site', municipality = '2080', latitude = 60.6`)).toBe(
      'editions_position_whole',
    );
  });

  test('ends the places with the edition: all when it is cancelled, what asks or waits when it is completed', async () => {
    const firms = [await signedInOwner(site), await signedInOwner(site), await signedInOwner(site)];
    const filled = async (packageCode: string) => {
      const editionId = await insertEdition(site, { packageCode, status: 'open' });
      for (const [place, status] of (['invited', 'placed', 'waiting'] as const).entries()) {
        await insertPlacement(site, { editionId, firmId: firms[place]?.firmId ?? '', status });
      }
      await site.admin.query(`update editions set status = 'confirmed' where edition_id = $1`, [editionId]);
      return editionId;
    };
    const [cancelled, completed] = [await filled('digital-lead-coaching'), await filled('user-insight')];
    await site.admin.query(`update editions set status = 'cancelled', reason = 'other' where edition_id = $1`, [
      cancelled,
    ]);
    await site.admin.query(`update editions set status = 'completed' where edition_id = $1`, [completed]);

    const ended = (reason: string) => ({ status: 'left', reason });
    expect(await statusesIn(cancelled)).toEqual(Array.from({ length: 3 }, () => ended('edition-cancelled')));
    expect(await statusesIn(completed)).toEqual([
      ended('edition-over'),
      { status: 'placed', reason: null },
      ended('edition-over'),
    ]);
    expect(await countsOf(cancelled)).toEqual({ invited: 0, placed: 0, waiting: 0 });
    expect(await countsOf(completed)).toEqual({ invited: 0, placed: 1, waiting: 0 });
  });
});

describe('the table of placements', () => {
  let owner: Owner;
  beforeAll(async () => {
    owner = await signedInOwner(site);
  });

  test.each(pairsOf(placementStatuses))('takes %s to %s only if the life of a placement does', async (from, to) => {
    const editionId = await insertEdition(site, { packageCode: `tried-${from}-${to}` });
    const placementId = await insertPlacement(site, { editionId, firmId: owner.firmId, status: from });

    expect(await tried(() => attempt(toStatus, [placementId, to]))).toBe(
      mayPlacementGo(from, to) ? 'taken' : 'placements_move_allowed',
    );
  });

  test('takes nobody into an edition that is planned or over', async () => {
    for (const status of ['planned', 'completed', 'cancelled']) {
      const editionId = await insertEdition(site, { packageCode: `closed-${status}`, status });
      await expect(insertPlacement(site, { editionId, firmId: owner.firmId, status: 'waiting' })).rejects.toMatchObject(
        {
          constraint: 'placements_edition_takes',
        },
      );
    }
  });

  test('takes no firm twice for a package, and no more firms than there are places', async () => {
    const [one, other] = [
      await insertEdition(site, { packageCode: 'twice', places: 2 }),
      await insertEdition(site, { packageCode: 'twice', provider: 'compare' }),
    ];
    const put = async (editionId: string, firmId: string, status = 'invited') =>
      insertPlacement(site, { editionId, firmId, status });
    await put(one, owner.firmId);
    await expect(put(other, owner.firmId, 'waiting')).rejects.toMatchObject({ constraint: 'placements_live_unique' });
    await put(one, (await signedInOwner(site)).firmId, 'placed');
    const late = await signedInOwner(site);
    await expect(put(one, late.firmId)).rejects.toMatchObject({ constraint: 'editions_places_enough' });
    await put(one, late.firmId, 'waiting');

    expect(await countsOf(one)).toEqual({ invited: 1, placed: 1, waiting: 1 });
  });

  test('keeps its history as it was', async () => {
    const editionId = await insertEdition(site, { packageCode: 'history' });
    await insertPlacement(site, { editionId, firmId: owner.firmId, status: 'invited' });

    expect(await tried(() => attempt(`update placement_events set status = 'placed'`, []))).not.toBe('taken');
  });

  test('ends when the last consent to the provider is withdrawn, and not before', async () => {
    const firm = await signedInOwner(site);
    const [result, cohort] = [await letIn(firm, 'fpx'), await letIn(firm, 'fpx', 'cohort')];
    const editionId = await insertEdition(site, { packageCode: 'consents' });
    const elsewhere = await insertEdition(site, { packageCode: 'elsewhere', provider: 'compare' });
    await insertPlacement(site, { editionId, firmId: firm.firmId, status: 'placed' });
    await insertPlacement(site, { editionId: elsewhere, firmId: firm.firmId, status: 'placed' });
    await withdraw(firm, result);
    expect(await statusesIn(editionId)).toEqual([{ status: 'placed', reason: null }]);
    await withdraw(firm, cohort);

    expect(await statusesIn(editionId)).toEqual([{ status: 'left', reason: 'consent-withdrawn' }]);
    expect(await statusesIn(elsewhere)).toEqual([{ status: 'placed', reason: null }]);
    expect(await countsOf(editionId)).toEqual({ invited: 0, placed: 0, waiting: 0 });
  });

  test('goes with its firm, and leaves what was completed when the firm is erased in part', async () => {
    const [whole, part] = [await signedInOwner(site), await signedInOwner(site)];
    const [done, open] = [
      await insertEdition(site, { packageCode: 'done', status: 'completed' }),
      await insertEdition(site, { packageCode: 'open' }),
    ];
    for (const { firmId } of [whole, part]) {
      await insertPlacement(site, { editionId: done, firmId, status: 'completed' });
      await insertPlacement(site, { editionId: open, firmId, status: 'waiting' });
    }
    await client.query('begin');
    await client.query('select erase_firm($1)', [whole.firmId]);
    await client.query('select reduce_firm($1, now())', [part.firmId]);
    await client.query('commit');

    expect(await statusesIn(done)).toEqual([{ status: 'completed', reason: null }]);
    expect(await statusesIn(open)).toEqual([]);
    expect(await countsOf(done)).toEqual({ invited: 0, placed: 1, waiting: 0 });
    expect(await countsOf(open)).toEqual({ invited: 0, placed: 0, waiting: 0 });
  });
});
