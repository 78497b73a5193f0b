import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { resultSchema } from '#shared/contracts/results.ts';
import { scoreResponse } from '#shared/domain/scoring/score-response.ts';
import { level, save, saveAll, saveBody, start, submitted } from '../support/answering.ts';
import { inOrder } from '../support/meanwhile.ts';
import type { TestApp } from '../support/test-app.ts';
import { startTestApp } from '../support/test-app.ts';

let site: TestApp;
beforeAll(async () => {
  site = await startTestApp();
});
afterAll(() => site.close());

const at = (responseId: string) => `/api/responses/${responseId}/submission`;

describe('submitting', () => {
  test('again with the same key gives the same receipt', async () => {
    const visitor = site.newVisitor();
    const responseId = await start(visitor);
    await save(visitor, responseId, 'D1.1', level(1));
    const key = randomUUID();
    const first = await visitor.post(at(responseId), { language: 'sv' }, key);
    site.clock.advance(60_000);
    const again = await visitor.post(at(responseId), { language: 'sv' }, key);

    expect([first.statusCode, again.statusCode]).toEqual([201, 200]);
    expect(again.json()).toEqual(first.json());
  });

  test('again from another tab with another key gives the same receipt', async () => {
    const visitor = site.newVisitor();
    const responseId = await start(visitor);
    await save(visitor, responseId, 'D1.1', level(1));
    const first = await visitor.post(at(responseId), { language: 'sv' });
    const again = await visitor.post(at(responseId), { language: 'en' });

    expect(again.json()).toEqual(first.json());
  });

  test('from five tabs at once gives one submission and one receipt', async () => {
    const visitor = site.newVisitor();
    const responseId = await start(visitor);
    await save(visitor, responseId, 'D1.1', level(1));
    const replies = await Promise.all([1, 2, 3, 4, 5].map(() => visitor.post(at(responseId), { language: 'sv' })));

    expect(new Set(replies.map(({ body }) => body)).size).toBe(1);
    expect(replies.filter(({ statusCode }) => statusCode === 201)).toHaveLength(1);
    expect(await site.countRows('submissions', responseId)).toBe(1);
  });

  test('while an answer is on its way leaves nothing between', async () => {
    const visitor = site.newVisitor();
    const responseId = await start(visitor);
    await save(visitor, responseId, 'D1.1', level(1));
    const [saved] = await Promise.all([
      visitor.put(`/api/responses/${responseId}/answers/D1.2`, saveBody(level(3))),
      visitor.post(at(responseId), { language: 'sv' }),
    ]);
    const { rows } = await site.admin.query<{ answers: Record<string, unknown> }>(
      'select answers from submissions where response_id = $1',
      [responseId],
    );

    // Either the answer was acknowledged and is in the submission, or it was refused and is not.
    expect('D1.2' in (rows[0]?.answers ?? {})).toBe(saved.statusCode === 200);
    if (saved.statusCode !== 200) expect(saved.json()).toMatchObject({ code: 'response-already-submitted' });
  });

  test('is waited for by an answer that comes while it is under way, and is then refused', async () => {
    const visitor = site.newVisitor();
    const responseId = await start(visitor);
    await save(visitor, responseId, 'D1.1', level(1));
    const [submission, saved] = await inOrder(
      site,
      (holder) => holder.query('select 1 from responses where response_id = $1 for update', [responseId]),
      [
        () => visitor.post(at(responseId), { language: 'sv' }),
        () => visitor.put(`/api/responses/${responseId}/answers/D1.2`, saveBody(level(3))),
      ],
    );

    expect(submission?.statusCode).toBe(201);
    expect(saved?.json()).toMatchObject({ code: 'response-already-submitted' });
  });

  test('ends the answering', async () => {
    const visitor = site.newVisitor();
    const responseId = await submitted(visitor);
    const reply = await visitor.put(
      `/api/responses/${responseId}/answers/D1.1`,
      saveBody(level(4), { baseRevision: 1 }),
    );

    expect(reply.json()).toMatchObject({ status: 409, code: 'response-already-submitted' });
    const profile = await visitor.put(`/api/responses/${responseId}/profile`, {
      profile: (await visitor.get(`/api/responses/${responseId}`)).json<{ profile: object }>().profile,
    });
    expect(profile.json()).toMatchObject({ code: 'response-already-submitted' });
  });

  test('stores the scores that the rules give for the answers it froze', async () => {
    const visitor = site.newVisitor();
    const responseId = await start(visitor);
    await saveAll(visitor, responseId, site.content.bundle.demoFirm.answers);
    await visitor.post(at(responseId), { language: 'sv' });
    const result = resultSchema.parse((await visitor.get(`/api/responses/${responseId}/result`)).json());
    const again = scoreResponse(
      site.content.definition.structure,
      'snabbkoll',
      result.response.profile,
      site.content.bundle.demoFirm.answers,
    );

    expect(result.scoreProfile).toEqual(again);
    const { rows } = await site.admin.query<{ dimension: string; level: number | null }>(
      `select dimension_code as dimension, level from scores join submissions using (submission_id)
       where response_id = $1`,
      [responseId],
    );
    expect(Object.fromEntries(rows.map((row) => [row.dimension, row.level]))).toEqual(
      Object.fromEntries(again.dimensions.map((score) => [score.dimension, score.level])),
    );
  });

  test('records the needs that no package fits', async () => {
    const visitor = site.newVisitor();
    const responseId = await start(visitor);
    await saveAll(visitor, responseId, { 'D9.1': level(0), 'D9.2': level(0) });
    await visitor.post(at(responseId), { language: 'sv' });
    const { rows } = await site.admin.query(
      'select dimension_code from need_gaps join submissions using (submission_id) where response_id = $1',
      [responseId],
    );

    expect(rows).toContainEqual({ dimension_code: 'D9' });
  });
});

describe('a resume link', () => {
  test('works on several devices and does not throw anybody out', async () => {
    const visitor = site.newVisitor();
    const responseId = await start(visitor);
    const { url } = (await visitor.post(`/api/responses/${responseId}/resume-links`)).json<{ url: string }>();
    const key = url.split('#key=')[1];
    const devices = [site.newVisitor(), site.newVisitor()];
    for (const device of devices) await device.post('/api/resumptions', { key });
    await save(devices[0] ?? visitor, responseId, 'D1.1', level(3));

    for (const device of [visitor, ...devices]) {
      expect((await device.get(`/api/responses/${responseId}`)).json()).toMatchObject({
        answers: [{ answer: level(3) }],
      });
    }
  });

  test('that has expired opens nothing', async () => {
    const visitor = site.newVisitor();
    const responseId = await start(visitor);
    const { url } = (await visitor.post(`/api/responses/${responseId}/resume-links`)).json<{ url: string }>();
    await site.admin.query(
      `update access_keys set expires_at = now() - interval '1 second' where response_id = $1 and purpose = 'resume-link'`,
      [responseId],
    );
    const reply = await site.newVisitor().post('/api/resumptions', { key: url.split('#key=')[1] });

    expect(reply.json()).toMatchObject({ status: 404, code: 'not-found' });
  });

  test('is stored only as a hash', async () => {
    const visitor = site.newVisitor();
    const responseId = await start(visitor);
    const { url } = (await visitor.post(`/api/responses/${responseId}/resume-links`)).json<{ url: string }>();
    const key = url.split('#key=')[1] ?? '';
    const { rows } = await site.admin.query('select * from access_keys where response_id = $1', [responseId]);

    expect(JSON.stringify(rows)).not.toContain(key);
    expect(JSON.stringify(rows)).not.toContain(visitor.cookies[0]?.value);
  });
});
