import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { resultSchema } from '#shared/contracts/results.ts';
import type { Answer, Answers } from '#shared/domain/answers/answer.ts';
import type { FirmProfile } from '#shared/domain/firm/firm-profile.ts';
import { itemsOnPath } from '#shared/domain/instrument/path.ts';
import { anyAnswer, picks } from '../shared/instrument/arbitrary-answers.ts';
import { firmProfiles } from '../shared/instrument/arbitrary-instrument.ts';
import { saveBody, start } from '../support/answering.ts';
import { expectProblem } from '../support/expect-problem.ts';
import type { TestApp } from '../support/test-app.ts';
import { startTestApp } from '../support/test-app.ts';
import type { Visitor } from '../support/visitor.ts';

let site: TestApp;
beforeAll(async () => {
  site = await startTestApp({ rateLimitPerMinute: 1_000_000 });
});
afterAll(() => site.close());

type Case = { form: number; profile: FirmProfile; numbers: readonly number[]; count: number; comment: string };

const cases: fc.Arbitrary<Case> = fc.record({
  form: fc.nat(),
  profile: firmProfiles,
  numbers: picks,
  count: fc.nat(25),
  comment: fc.string({ unit: 'binary', maxLength: 300 }),
});

function formOf({ form }: Case): string {
  const { forms } = site.content.definition.structure;
  return forms[form % forms.length]?.code ?? '';
}

/** What somebody could answer in turn; some of it falls off the path again by what follows. */
function answersOf(given: Case): [string, Answer][] {
  const { profile, numbers, count, comment } = given;
  let answers: Answers = {};
  for (let turn = 0; turn < count; turn += 1) {
    const onPath = itemsOnPath(site.content.definition.structure, formOf(given), profile, answers);
    const open = onPath.filter(({ code }) => answers[code] === undefined);
    const item = open[(numbers[turn] ?? 0) % open.length];
    if (item === undefined) break;
    answers = { ...answers, [item.code]: { ...anyAnswer(item, numbers[turn + 1] ?? 0), comment } };
  }
  return Object.entries(answers).filter((entry): entry is [string, Answer] => entry[1] !== undefined);
}

async function saveWhatIsTaken(visitor: Visitor, responseId: string, answers: readonly [string, Answer][]) {
  for (const [itemCode, answer] of answers) {
    const { statusCode } = await visitor.put(`/api/responses/${responseId}/answers/${itemCode}`, saveBody(answer));
    expect([200, 422]).toContain(statusCode);
  }
}

const anAnswer: Answer = { value: { state: 'dont-know' }, comment: '' };

test('whatever is accepted as answers has a result that opens, and is what the contract says', async () => {
  let results = 0;
  const opens = async (each: Case) => {
    const visitor = site.newVisitor();
    const responseId = await start(visitor, { formCode: formOf(each), profile: each.profile });
    await saveWhatIsTaken(visitor, responseId, answersOf(each));
    const submitted = await visitor.post(`/api/responses/${responseId}/submission`, { language: 'sv' });
    if (submitted.statusCode !== 201) {
      expectProblem(submitted, 422, 'nothing-answered');
      return;
    }
    results += 1;
    for (const url of [`/api/responses/${responseId}/result`, `/api/responses/${responseId}`]) {
      expect((await visitor.get(url)).statusCode).toBe(200);
    }
    const reply = (await visitor.get(`/api/responses/${responseId}/result`)).json<unknown>();
    expect(resultSchema.parse(reply)).toEqual(reply);
  };
  await fc.assert(fc.asyncProperty(cases, opens), { numRuns: 30 });
  expect(results).toBeGreaterThan(15);
}, 120_000);

test.each([null, true, '3', 3.5, 99, -1, [3], { level: 3 }])(
  'a level of %j is refused, and is not taken for another',
  async (given) => {
    const visitor = site.newVisitor();
    const responseId = await start(visitor);
    const answer = { value: { state: 'level', level: given }, comment: '' };
    const url = `/api/responses/${responseId}/answers/D1.1`;
    expectProblem(await visitor.put(url, { ...saveBody(anAnswer), answer }), 422, 'invalid-request');

    expect((await visitor.get(`/api/responses/${responseId}`)).json()).toMatchObject({ answers: [] });
    expect(await site.countRows('answer_events', responseId)).toBe(0);
  },
);
