import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  moveReferral,
  type ReferralStatus,
  referralMoves,
  referralParties,
  referralStatuses,
} from '#shared/domain/referral/referral-states.ts';
import { populate, worldAt } from '../support/population.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';

let site: TestApp;
let client: pg.PoolClient;

beforeAll(async () => {
  site = await startTestApp();
  await populate(site, worldAt(site, new Date('2026-11-26T08:00:00Z'), 3), 20);
  client = await site.admin.connect();
});
afterAll(async () => {
  client.release();
  await site.close();
});

const isAllowed = (from: ReferralStatus, to: ReferralStatus): boolean =>
  referralMoves.some((move) => referralParties.some((party) => moveReferral(from, move, party) === to));

/** Whether the table takes the change, tried on a copy of a referral that is where the change begins. */
async function takes(from: ReferralStatus, to: ReferralStatus): Promise<boolean> {
  await client.query('begin');
  try {
    const referralId = randomUUID();
    await client.query(
      `insert into referrals (referral_id, firm_id, submission_id, consent_id, catalogue_version_id, package_code,
         provider_code, is_suggested, firm_name, contact_name, email, status, answer_due_at, status_since, handed_over_to)
       select $1, firm_id, submission_id, consent_id, catalogue_version_id, 'another', provider_code, false, firm_name,
         contact_name, email, $2, now(), now(), case when $2 = 'handed-over' then 'fpx' end
       from referrals limit 1`,
      [referralId, from],
    );
    return await client
      .query(
        `update referrals set status = $2, handed_over_to = case when $2 = 'handed-over' then 'fpx' end
         where referral_id = $1`,
        [referralId, to],
      )
      .then(
        () => true,
        ({ constraint }: { constraint?: string }) => {
          expect(constraint).toBe('referrals_move_allowed');
          return false;
        },
      );
  } finally {
    await client.query('rollback');
  }
}

const pairs = referralStatuses.flatMap((from) =>
  referralStatuses.filter((to) => to !== from).map((to) => [from, to] as const),
);

describe('the table of referrals', () => {
  test.each(pairs)('takes %s to %s only if the life cycle does', async (from, to) => {
    expect(await takes(from, to)).toBe(isAllowed(from, to));
  });

  test('keeps what a referral came to when its consent is withdrawn, and withdraws what goes on', async () => {
    await client.query('begin');
    const before = await client.query<{ id: string; status: string }>(
      `select referral_id as id, status from referrals where status <> 'withdrawn' order by referral_id`,
    );
    await client.query(`update consents set withdrawn_at = now() where withdrawn_at is null and purpose = 'contact'`);
    const after = await client.query<{ id: string; status: string }>(
      `select referral_id as id, status from referrals where referral_id = any ($1) order by referral_id`,
      [before.rows.map(({ id }) => id)],
    );
    await client.query('rollback');

    const goesOn = ['chosen', 'accepted', 'started'];
    expect(before.rows.some(({ status }) => goesOn.includes(status))).toBe(true);
    expect(before.rows.some(({ status }) => status === 'completed')).toBe(true);
    expect(after.rows).toEqual(
      before.rows.map(({ id, status }) => ({ id, status: goesOn.includes(status) ? 'withdrawn' : status })),
    );
  });
});
