import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ResultDocument } from '#shared/contracts/results.ts';
import type { Routing } from '#shared/domain/routing/routing.ts';
import { civilDayInWords } from '#shared/domain/wording/day-in-words.ts';
import { level, save, start } from '../support/answering.ts';
import { dayFrom, openEdition } from '../support/editions.ts';
import { letIn, startFirmsApp } from '../support/firms.ts';
import { signedInAs, signedInOwner } from '../support/people.ts';
import type { TestApp } from '../support/test-app.ts';
import { startTestApp } from '../support/test-app.ts';

let site: TestApp;
beforeAll(async () => {
  site = await startTestApp();
});
afterAll(() => site.close());

const plan = 'one-page-digital-plan';

/** A firm whose need is a plan; what was stored of its routing, and what it reads. */
async function route(): Promise<{ routing: Routing; result: ResultDocument }> {
  const visitor = site.newVisitor();
  const responseId = await start(visitor);
  for (const item of ['D3.1', 'D3.4', 'D1.1', 'D1.2', 'D2.1', 'D2.2', 'D8.1']) {
    await save(visitor, responseId, item, level(item.startsWith('D3') ? 0 : 1));
  }
  await visitor.post(`/api/responses/${responseId}/submission`, { language: 'sv' });
  const { rows } = await site.admin.query('select routing from submissions where response_id = $1', [responseId]);
  return { routing: rows[0]?.routing, result: (await visitor.get(`/api/responses/${responseId}/result`)).json() };
}

test('a firm is told which group takes firms and when it begins, and when it is full or closed', async () => {
  const staff = await signedInAs(site, 'manager', { organisation: 'fpx' });
  const edition = await openEdition(site, staff);
  const open = await route();
  expect(open.routing.suggestions[0]).toMatchObject({ packageCode: plan, cohort: 'open' });
  expect(open.result.suggestions[0]?.reasons.map(({ sv }) => sv)).toContain(
    `En grupp tar emot företag nu. Den börjar den ${civilDayInWords(edition.startsOn, 'sv')}.`,
  );

  await site.admin.query('update editions set invited_count = places where edition_id = $1', [edition.editionId]);
  expect((await route()).routing.suggestions[0]).toMatchObject({ packageCode: plan, cohort: 'full' });

  await site.admin.query('update editions set apply_by = $2 where edition_id = $1', [
    edition.editionId,
    dayFrom(site, -1),
  ]);
  const closed = await route();
  expect(closed.routing.context?.editions).toMatchObject([{ packageCode: plan, standing: 'closed' }]);
  expect(closed.routing.suggestions[0]).toMatchObject({ packageCode: plan, cohort: 'when-enough-firms' });
});

test('the best package that lost is told with its grounds, as it was stored', async () => {
  const { routing, result } = await route();
  expect(routing.runnerUp).toBeTruthy();
  expect(result.runnerUp).toMatchObject({
    packageCode: routing.runnerUp?.packageCode,
    againstCode: routing.runnerUp?.against,
  });
  expect(result.runnerUp?.reasons).toHaveLength(2);
});

test('what waits for something that the firm is in is told to the firm, and to no provider', async () => {
  const own = await startFirmsApp();
  const owner = await signedInOwner(own);
  await letIn(owner, 'compare');
  const { visitor, organisationId } = await signedInAs(own, 'advisor', { organisation: 'compare' });
  const waiting = {
    packageCode: 'found-abroad',
    ruleIds: [],
    reason: {
      code: 'not-beside-under-way',
      params: { why: { kind: 'text', of: 'conflict-why', code: 'same-meetings-abroad' } },
    },
  };
  // Straight into the table: only what was frozen matters, and not what led to it.
  const client = await own.admin.connect();
  await client.query(`begin; set local session_replication_role = 'replica'`);
  await client.query(
    `update submissions set routing = jsonb_set(routing, '{postponed}', $2::jsonb) where response_id = $1`,
    [owner.responseId, JSON.stringify([waiting])],
  );
  await client.query('commit');
  client.release();

  const firms = await owner.visitor.get(`/api/responses/${owner.responseId}/result`);
  const shared = await visitor.get(`/api/advisor/organisations/${organisationId}/firms/${owner.firmId}`);
  await own.close();
  expect([firms.statusCode, shared.statusCode]).toEqual([200, 200]);
  expect(firms.json<ResultDocument>().postponed).toMatchObject([{ packageCode: 'found-abroad' }]);
  expect(shared.body).not.toContain('samma personer möter kunder');
  expect(shared.json()).toMatchObject({ newest: { postponed: [] } });
});
