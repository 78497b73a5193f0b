import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  isGiven,
  moveReview,
  type ReviewStatus,
  reviewMoves,
  reviewParties,
  reviewStatuses,
} from '#shared/domain/review/review-states.ts';
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

const isAllowed = (from: ReviewStatus, to: ReviewStatus): boolean =>
  reviewMoves.some((move) => reviewParties.some((party) => moveReview(from, move, party) === to));

const frozen = (status: ReviewStatus) =>
  isGiven(status) ? [new Date(), 'r-1', '{}', '{D1}'] : [null, null, null, null];

/** A review of its own at the status, with one item. */
async function insertReview(status: ReviewStatus): Promise<string> {
  const reviewId = randomUUID();
  await client.query(
    `insert into reviews (review_id, firm_id, submission_id, organisation_id, reviewable)
     select $1, s.firm_id, s.submission_id, o.organisation_id, '[]' from submissions s, organisations o
     where o.kind = 'provider' and not exists (select 1 from reviews r
       where r.submission_id = s.submission_id and r.organisation_id = o.organisation_id) limit 1`,
    [reviewId],
  );
  await client.query(
    `insert into review_items (firm_id, review_id, code, state, level, reason, evidence, revision, judged_at)
     select firm_id, review_id, 'D1.1', 'level', 3, 'Sett', '{}', 1, now() from reviews where review_id = $1`,
    [reviewId],
  );
  if (status === 'draft') return reviewId;
  await client.query(`set local session_replication_role = 'replica'`);
  await client.query(
    `update reviews set status = $2, given_at = $3, rules_version = $4, score_profile = $5, dimensions = $6
     where review_id = $1`,
    [reviewId, status, ...frozen(status)],
  );
  await client.query(`set local session_replication_role = 'origin'`);
  return reviewId;
}

/** The constraint that refuses the statement, tried in a transaction that is not kept; `done` when nothing does. */
async function outcomeOf(status: ReviewStatus, sql: string, values: readonly unknown[] = []): Promise<string> {
  await client.query('begin');
  try {
    const reviewId = await insertReview(status);
    return await client.query(sql, [reviewId, ...values]).then(
      () => 'done',
      ({ constraint, message }: { constraint?: string; message: string }) => constraint ?? message,
    );
  } finally {
    await client.query('rollback');
  }
}

const everyMove = reviewStatuses.flatMap((from) => reviewStatuses.map((to) => [from, to] as const));

describe('the table of reviews', () => {
  test.each(everyMove.filter(([from, to]) => from !== to))(
    'goes from %s to %s as the domain has it',
    async (from, to) => {
      const freezes = from === 'draft' && isGiven(to);
      const outcome = freezes
        ? await outcomeOf(
            from,
            `update reviews set status = $2, given_at = $3, rules_version = $4, score_profile = $5, dimensions = $6
           where review_id = $1`,
            [to, ...frozen(to)],
          )
        : await outcomeOf(from, 'update reviews set status = $2 where review_id = $1', [to]);
      expect(outcome).toBe(isAllowed(from, to) ? 'done' : 'reviews_move_allowed');
    },
  );

  test('keeps the scores as they were given', async () => {
    const change = `update reviews set score_profile = '{"x": 1}' where review_id = $1`;
    for (const status of ['given', 'answered', 'closed'] as const) {
      expect(await outcomeOf(status, change)).toBe('reviews_immutable');
    }
    expect(await outcomeOf('draft', `update reviews set reviewable = '[1]' where review_id = $1`)).toBe(
      'reviews_immutable',
    );
  });

  test.each(reviewStatuses)('lets items be changed in a draft only: %s', async (status) => {
    const expected = status === 'draft' ? 'done' : 'review_items_draft_only';
    expect(await outcomeOf(status, `update review_items set level = 1 where review_id = $1`)).toBe(expected);
    expect(await outcomeOf(status, 'delete from review_items where review_id = $1')).toBe(expected);
  });

  test.each(reviewStatuses)('takes replies while the firm has it: %s', async (status) => {
    const reply = `insert into review_replies (firm_id, review_id, code, firm_view, words, replied_at)
      select firm_id, review_id, 'D1.1', 'agrees', '', now() from reviews where review_id = $1`;
    expect(await outcomeOf(status, reply)).toBe(status === 'given' ? 'done' : 'review_replies_while_given');
  });

  test('keeps a trace that only grows', async () => {
    const change = `with added as (
        insert into review_events (firm_id, review_id, deed, status, occurred_at)
        select firm_id, review_id, 'begin', 'draft', now() from reviews where review_id = $1
      ) select 1`;
    expect(await outcomeOf('draft', change)).toBe('done');
    await client.query('begin');
    const reviewId = await insertReview('draft');
    await client.query(
      `insert into review_events (firm_id, review_id, deed, status, occurred_at)
       select firm_id, review_id, 'begin', 'draft', now() from reviews where review_id = $1`,
      [reviewId],
    );
    await expect(
      client.query(`update review_events set deed = 'give' where review_id = $1`, [reviewId]),
    ).rejects.toThrow(/never change/);
    await client.query('rollback');
  });

  test('has one review under way of a submission for each organisation', async () => {
    const second = `insert into reviews (review_id, firm_id, submission_id, organisation_id, reviewable)
      select gen_random_uuid(), firm_id, submission_id, organisation_id, '[]' from reviews where review_id = $1`;
    for (const status of reviewStatuses) {
      const isOver = status === 'closed' || status === 'taken-back';
      expect(await outcomeOf(status, second)).toBe(isOver ? 'done' : 'reviews_live_unique');
    }
  });
});
