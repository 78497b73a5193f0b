import { afterAll, beforeAll, expect, test } from 'vitest';
import { endOfSwedishDay } from '#server/platform/mail/swedish-time.ts';
import { level, save, saveAll } from '../support/answering.ts';
import { begunByKey, campaignOf, moveOn, openedCampaign } from '../support/campaigns.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { signedInAs } from '../support/people.ts';
import { colleaguesWho, invite, makeWallLink, readRespondents, readResult, submit } from '../support/respondents.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';
import { createTestClock } from '../support/test-clock.ts';

const dayMs = 24 * 3_600_000;
const clock = createTestClock(`${new Date().toISOString().slice(0, 10)}T09:00:00.000Z`);
let site: TestApp;
beforeAll(async () => {
  site = await startTestApp({ rateLimitPerMinute: 100_000 }, { clock });
});
afterAll(() => site.close());

const item = 'PM1.1';

test('what several answer to a campaign is refused when it is too late, nobody of them is closed, and it counts once the firm has left', async () => {
  const staff = await signedInAs(site, 'advisor');
  const { campaignId, keys } = await openedCampaign(site, staff);
  const visitor = site.newVisitor();
  const lead = { visitor, responseId: await begunByKey(visitor, keys.get('kim@bruket.example') ?? '') };
  await saveAll(visitor, lead.responseId, { 'D1.1': level(3), [item]: level(0) });
  const colleagues = await colleaguesWho(
    site,
    lead,
    [1, 2, 4].map((points) => ({ [item]: level(points) })),
  );
  clock.advance(25 * dayMs);

  expectProblem(await submit(lead), 409, 'campaign-closed');

  const after = await readRespondents(visitor, lead.responseId);
  expect(after.isOpen).toBe(true);
  expect(after.respondents.map(({ state, answered }) => [state, answered])).toEqual(
    colleagues.map(() => ['answering', 1]),
  );
  // All of them go on answering.
  for (const { visitor: colleague, responseId } of colleagues) {
    expect((await colleague.get(`/api/responses/${responseId}`)).json()).toMatchObject({ status: 'open' });
    await save(colleague, responseId, 'PM1.3', level(2));
  }
  const { rows } = await site.admin.query<{ closed: number; agreements: number }>(
    `select (select count(*) from responses r where r.assessment_id = o.assessment_id and r.status <> 'open')::integer as closed,
       (select count(*) from agreements where response_id = o.response_id)::integer as agreements
     from responses o where o.response_id = $1`,
    [lead.responseId],
  );
  expect(rows).toEqual([{ closed: 0, agreements: 0 }]);

  const leave = await visitor.post(`/api/responses/${lead.responseId}/campaign-departure`);
  expect(leave.json()).toEqual({ hasLeft: true });
  const submitted = await submit(lead);
  expect(submitted.statusCode, submitted.body).toBe(201);

  // The four of them: 0, 1, 2 and 4, of which the lower in the middle is 1.
  const document = (await visitor.get(`/api/responses/${lead.responseId}`)).json<{ answers: { itemCode: string }[] }>();
  expect(document.answers.find(({ itemCode }) => itemCode === item)).toMatchObject({ answer: { value: { level: 1 } } });
  expect((await readResult(lead)).agreement).toMatchObject({ respondents: 4 });
  for (const { visitor: colleague, responseId } of colleagues) {
    expect((await colleague.get(`/api/responses/${responseId}`)).json()).toMatchObject({ status: 'closed' });
  }
  // To the organiser the firm has begun and not finished.
  expect(await campaignOf(staff, campaignId)).toMatchObject({ begun: 1, finished: 0 });
});

/** The last moment of the twenty days of the call and its three of grace. */
const lastMoment = () => endOfSwedishDay(clock.now(), 23).getTime();

test('what answers a campaign says of whose and until when, and no more once the firm has left it', async () => {
  const staff = await signedInAs(site, 'advisor');
  const { campaignId, keys } = await openedCampaign(site, staff);
  const last = lastMoment();
  const visitor = site.newVisitor();
  const responseId = await begunByKey(visitor, keys.get('kim@bruket.example') ?? '');
  const { name, closesOn } = await campaignOf(staff, campaignId);
  const campaignNow = async () =>
    (await visitor.get(`/api/responses/${responseId}`)).json<{
      campaign: { refusesFrom: string; isOver: boolean } | null;
    }>().campaign;

  expect(await campaignNow()).toEqual({
    name,
    organiserName: expect.objectContaining({ sv: expect.any(String) }),
    closesOn,
    refusesFrom: new Date(last + 1).toISOString(),
    isOver: false,
  });

  clock.advance(dayMs);
  expect((await moveOn(staff, campaignId, 'end')).statusCode).toBe(200);
  expect(await campaignNow()).toMatchObject({ refusesFrom: clock.now().toISOString(), isOver: true });
  expect((await visitor.post(`/api/responses/${responseId}/campaign-departure`)).statusCode).toBe(200);
  expect(await campaignNow()).toBeNull();
});

test('colleagues are asked for no longer than the campaign takes answers, and for a month once it is over', async () => {
  // An address is invited twice in thirty days.
  clock.advance(40 * dayMs);
  const staff = await signedInAs(site, 'advisor');
  const { campaignId, keys } = await openedCampaign(site, staff);
  const visitor = site.newVisitor();
  const responseId = await begunByKey(visitor, keys.get('kim@bruket.example') ?? '');
  const last = lastMoment();

  const { respondents: asked } = await invite(visitor, responseId);
  expect(asked.respondents.map(({ expiresAt }) => Date.parse(expiresAt))).toEqual([last]);
  await makeWallLink(visitor, responseId);
  const { links } = await readRespondents(visitor, responseId);
  expect(links.map(({ expiresAt }) => Date.parse(expiresAt))).toEqual([last]);

  // Whoever is asked once it is over answers with a firm that submits for itself.
  await moveOn(staff, campaignId, 'end');
  clock.advance(1000);
  const { respondents: later } = await invite(visitor, responseId, { label: 'Eva' });
  expect(later.respondents.map(({ expiresAt }) => Date.parse(expiresAt))).toContain(clock.now().getTime() + 30 * dayMs);
});
