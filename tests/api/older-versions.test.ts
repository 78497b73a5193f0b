import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ResponseDocument } from '#shared/contracts/responses.ts';
import type { ResultDocument } from '#shared/contracts/results.ts';
import type { LocalisedText } from '#shared/domain/language.ts';
import { scoreResponse } from '#shared/domain/scoring/score-response.ts';
import { level, saveAll, start } from '../support/answering.ts';
import {
  applied,
  dimensionOf,
  itemOf,
  newDraft,
  published,
  readDraft,
  signIn,
  startEditingApp,
} from '../support/editing.ts';
import { workshop } from '../support/small-instrument.ts';
import type { TestApp } from '../support/test-app.ts';
import type { Visitor } from '../support/visitor.ts';

let site: TestApp;
beforeAll(async () => {
  site = await startEditingApp();
});
afterAll(() => site.close());

const of = (responseId: string, rest = '') => `/api/responses/${responseId}${rest}`;
const answers = { 'D1.1': level(1), 'D1.2': level(1), 'D2.1': level(4), 'D2.2': level(0) };

async function submit(visitor: Visitor, responseId: string): Promise<void> {
  const reply = await visitor.post(of(responseId, '/submission'), { language: 'sv' });
  expect(reply.statusCode, reply.body).toBe(201);
}

const readResponse = async (visitor: Visitor, responseId: string) =>
  (await visitor.get(of(responseId))).json<ResponseDocument>();

/** All of the result but what one can go on with, which is of the newest version. */
async function readResult(visitor: Visitor, responseId: string): Promise<Omit<ResultDocument, 'continuations'>> {
  const { continuations: _continuations, ...result } = (
    await visitor.get(of(responseId, '/result'))
  ).json<ResultDocument>();
  return result;
}

const marked = ({ sv, en }: LocalisedText): LocalisedText => ({ sv: `${sv} Ny.`, en: `${en} New.` });

/** Publishes a version without one of the questions of D2, and with other words about how a firm does in an area. */
async function publishWithout(code: string): Promise<string> {
  const editor = await signIn(site);
  const draftId = await newDraft(editor);
  const { content } = await readDraft(editor, draftId);
  const { name, about, bands } = dimensionOf(content, 'D1');
  const others = Object.entries(bands).map(([code, band]) => {
    const { feedback } = band;
    return [code, feedback === undefined ? band : { ...band, feedback: { ...feedback, why: marked(feedback.why) } }];
  });
  const head = { name: marked(name), about, bands: Object.fromEntries(others) };
  await applied(editor, draftId, { kind: 'section', section: 'D1', head }, { name, about, bands });
  await applied(editor, draftId, { kind: 'remove-item', section: 'D2', code }, itemOf(content, code));
  return (await published(editor, draftId)).instrumentVersionId;
}

describe('a response', () => {
  test('is finished and scored on the version it was started on, whatever is published meanwhile', async () => {
    const visitor = site.newVisitor();
    const responseId = await start(visitor);
    const { instrumentVersionId } = await readResponse(visitor, responseId);
    const { structure } = site.content.definition;
    const newer = await publishWithout('D2.1');
    const begun = await readResponse(visitor, await start(visitor));
    await saveAll(visitor, responseId, answers);
    await submit(visitor, responseId);
    const { rows } = await site.admin.query(
      `select s.instrument_version_id as version, s.definition_sha256 = v.definition_sha256 as "isItsDefinition"
       from submissions s join instrument_versions v using (instrument_version_id) where response_id = $1`,
      [responseId],
    );

    expect(rows).toEqual([{ version: instrumentVersionId, isItsDefinition: true }]);
    expect((await readResult(visitor, responseId)).scoreProfile).toEqual(
      scoreResponse(structure, 'snabbkoll', workshop, answers),
    );
    expect(begun.instrumentVersionId).toBe(newer);
  });

  test('that is submitted keeps its result, and the words in which it was told', async () => {
    const visitor = site.newVisitor();
    const responseId = await start(visitor);
    await saveAll(visitor, responseId, { 'D1.1': level(1), 'D1.2': level(1) });
    await submit(visitor, responseId);
    const before = await readResult(visitor, responseId);
    await publishWithout('D2.3');

    expect(before.feedback.map(({ dimension }) => dimension)).toContain('D1');
    expect(await readResult(visitor, responseId)).toEqual(before);
  });
});
