import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { sha256OfJson } from '#server/platform/content/canonical-json.ts';
import type { DraftSummary } from '#shared/contracts/editing.ts';
import * as editing from '#shared/contracts/editing.ts';
import { assembleDefinition } from '#shared/domain/instrument/compile-definition.ts';
import type { Condition } from '#shared/domain/instrument/condition.ts';
import type { Draft } from '#shared/domain/instrument/draft/draft.ts';
import {
  applied,
  closedToOthers,
  editOf,
  issuesOf,
  itemOf,
  listing,
  newDraft,
  ofDraft,
  published,
  readDraft,
  reword,
  signIn,
  startEditingApp,
} from '../support/editing.ts';
import { describeEndpoint } from '../support/endpoint-families.ts';
import { expectProblem } from '../support/expect-problem.ts';
import type { TestApp } from '../support/test-app.ts';
import type { Visitor } from '../support/visitor.ts';

let site: TestApp;
let editor: Visitor;
beforeAll(async () => {
  site = await startEditingApp();
  editor = await signIn(site);
});
afterAll(() => site.close());

const imports = '/api/editor/imports';
const send = (yaml: string) => editor.post(imports, { name: 'Från fil', yaml });

async function exportedVersion(): Promise<string> {
  const { instrumentVersionId } = (await listing(editor)).versions[0];
  return (await editor.get(`/api/editor/versions/${instrumentVersionId}/export.yaml`)).body;
}

/** The newest version as a file, changed. */
async function fileWith(change: (content: Draft) => unknown): Promise<string> {
  return stringify(change(parse(await exportedVersion()) as Draft));
}

/** The id of the draft made from a file that must be taken. */
async function imported(yaml: string): Promise<string> {
  const reply = await send(yaml);
  expect(reply.statusCode, reply.body.slice(0, 1000)).toBe(201);
  return reply.json<DraftSummary>().draftId;
}

describeEndpoint(editing.exportDraft, {
  ...closedToOthers(
    () => site,
    async () => ({ url: ofDraft(await newDraft(editor), '/export.yaml') }),
  ),
  'refuses an invalid request': async () =>
    expectProblem(await editor.get(ofDraft('first', '/export.yaml')), 422, 'invalid-request'),
  'does not find what is not there': async () =>
    expectProblem(await editor.get(ofDraft(randomUUID(), '/export.yaml')), 404, 'not-found'),
  succeeds: async () => {
    const draftId = await newDraft(editor);
    const { content } = await reword(editor, draftId, 'D1.1', '1');
    const reply = await editor.get(ofDraft(draftId, '/export.yaml'));

    expect(reply.headers['content-type']).toBe('application/yaml; charset=utf-8');
    expect(reply.headers['content-disposition']).toBe('attachment; filename="mattstock-draft.yaml"');
    // Beside the draft: by which words the meaning of the reworded question was stated.
    const judged = { 'D1.1': expect.stringMatching(/^[0-9a-f]{64}$/) };
    expect(parse(reply.body)).toEqual({ ...content, judged });
  },
});

describeEndpoint(editing.exportVersion, {
  ...closedToOthers(
    () => site,
    async () => ({
      url: `/api/editor/versions/${(await listing(editor)).versions[0].instrumentVersionId}/export.yaml`,
    }),
  ),
  'refuses an invalid request': async () =>
    expectProblem(await editor.get('/api/editor/versions/newest/export.yaml'), 422, 'invalid-request'),
  'does not find what is not there': async () =>
    expectProblem(await editor.get(`/api/editor/versions/${randomUUID()}/export.yaml`), 404, 'not-found'),
  succeeds: async () => {
    const { sources } = parse(await exportedVersion()) as Draft;
    expect(assembleDefinition(sources)).toEqual(site.content.definition);
  },
});

describeEndpoint(editing.importDraft, {
  ...closedToOthers(
    () => site,
    async () => ({ method: 'POST', url: imports, body: { name: 'Från fil', yaml: 'a: &a [1]\nb: *a' } }),
  ),
  'refuses an invalid request': async () => {
    const yaml = await exportedVersion();

    expectProblem(await editor.post(imports, { name: '', yaml }), 422, 'invalid-request');
    expectProblem(await editor.post(imports, { name: 'Från fil' }), 422, 'invalid-request');
  },
  'does not find what is not there': 'names nothing but what is in the file',
  succeeds: async () => {
    const { instrumentVersionId } = (await listing(editor)).versions[0];
    const reply = await editor.post(imports, { name: ' Från fil ', yaml: await exportedVersion() });

    expect(reply.statusCode).toBe(201);
    expect(reply.json()).toMatchObject({
      name: 'Från fil',
      origin: 'import',
      basedOnVersionId: instrumentVersionId,
      revision: 1,
      createdBy: 'Ada',
    });
  },
});

describe('a version that was exported and imported again', () => {
  test('is the same definition to the last byte, so that there is nothing to publish', async () => {
    const { sha256 } = (await listing(editor)).versions[0];
    const draftId = await imported(await exportedVersion());
    const { sources } = (await readDraft(editor, draftId)).content;

    expect(sha256OfJson(assembleDefinition(sources)).toString('hex')).toBe(sha256);
    expect(await issuesOf(editor, draftId)).toEqual(['nothing-changed ']);
  });

  test('is published after a change, like any draft', async () => {
    const draftId = await imported(await exportedVersion());
    await reword(editor, draftId, 'D1.1', '1');

    expect(await published(editor, draftId)).toMatchObject({ publishedBy: 'Ada' });
  });
});

describe('a draft that was exported and imported again', () => {
  test('keeps what is stale and what was said of meanings', async () => {
    const draftId = await newDraft(editor);
    await reword(editor, draftId, 'D1.1', '1', 'changed');
    const seen = itemOf((await readDraft(editor, draftId)).content, 'D1.2');
    const question = { ...seen.question, sv: `${seen.question.sv} Nu?` };
    const { content } = await applied(editor, draftId, editOf({ ...seen, question }, 'kept'), seen);
    const again = await imported((await editor.get(ofDraft(draftId, '/export.yaml'))).body);

    expect((await readDraft(editor, again)).content).toEqual(content);
  });

  test('keeps every sign of every text', async () => {
    const draftId = await newDraft(editor);
    const seen = itemOf((await readDraft(editor, draftId)).content, 'D1.1');
    const sv =
      '- "Åäö": # ’yes’ & *no* | > % @ `x` {a} [b], ? !\n\n\ttabb   och   mellanslag \\n \u2028 🏭 =1+1 ---\n...';
    const help = { sv, en: `${'lång rad utan slut '.repeat(90)}~` };
    const { content } = await applied(editor, draftId, editOf({ ...seen, help }), seen);
    const again = await imported((await editor.get(ofDraft(draftId, '/export.yaml'))).body);

    expect(itemOf((await readDraft(editor, again)).content, 'D1.1')).toEqual(itemOf(content, 'D1.1'));
  });
});

/** A draft with a stated meaning and a confirmed translation, as a file, with the content it was exported from. */
async function judgedDraft(): Promise<{ content: Draft; yaml: string }> {
  const draftId = await newDraft(editor);
  await reword(editor, draftId, 'D1.1', '1', 'changed');
  const seen = itemOf((await readDraft(editor, draftId)).content, 'D1.2');
  const question = { ...seen.question, sv: `${seen.question.sv} Nu?` };
  await applied(editor, draftId, editOf({ ...seen, question }, 'kept'), seen);
  const { content } = await applied(editor, draftId, { kind: 'translation-confirmed', key: 'D1.2.question' });
  return { content, yaml: (await editor.get(ofDraft(draftId, '/export.yaml'))).body };
}

const contentOf = async (yaml: string) => (await readDraft(editor, await imported(yaml))).content;

describe('what was said of the words in a file', () => {
  test('holds when nothing has changed, meanings and confirmed translations alike', async () => {
    const { content, yaml } = await judgedDraft();

    expect(content).toMatchObject({ translatedFrom: {}, meanings: { 'D1.1': 'changed', 'D1.2': 'kept' } });
    expect(await contentOf(yaml)).toEqual(content);
  });

  test('is asked for again where the words in the file are no longer those it was said of', async () => {
    const { yaml } = await judgedDraft();
    const file = parse(yaml) as Draft;
    const before = site.content.definition.texts.sv['D1.2.question'];
    itemOf(file, 'D1.2').question.sv = 'Hur gör ni?';
    const changed = await contentOf(stringify(file));

    expect(changed.meanings).toEqual({ 'D1.1': 'changed' });
    expect(changed.translatedFrom).toEqual({ 'D1.2.question': before });
  });

  test('is asked for again where the newest version has other words than it was said of, and only there', async () => {
    const own = await startEditingApp();
    const ada = await signIn(own);
    const [draftId, other] = [await newDraft(ada), await newDraft(ada)];
    await reword(ada, draftId, 'D1.1', '1', 'changed');
    await reword(ada, draftId, 'D1.2', '1', 'kept');
    const yaml = (await ada.get(ofDraft(draftId, '/export.yaml'))).body;
    await reword(ada, other, 'D1.2', '2', 'kept');
    await published(ada, other);
    const reply = await ada.post(imports, { name: 'Från fil', yaml });
    const { content } = await readDraft(ada, reply.json<DraftSummary>().draftId);
    await own.close();

    expect(content.meanings).toEqual({ 'D1.1': 'changed' });
  });

  test('is asked for again when the file does not tell what it was said of', async () => {
    const { yaml } = await judgedDraft();
    const { judged: _judged, ...file } = parse(yaml) as Draft & { judged: object };

    expect((await contentOf(stringify(file))).meanings).toEqual({});
  });

  test('is left out where it is of nothing, and a translation is stale only of words that are there', async () => {
    const { yaml } = await judgedDraft();
    const file = parse(yaml) as Draft;
    const meanings = { ...file.meanings, D1: 'kept', 'D9.99': 'kept', scale: 'changed' };
    const now = itemOf(file, 'D2.1').question.sv;
    const translatedFrom = { 'D9.99.question': 'Gammal?', 'D2.1.question': now, 'D2.2.question': 'Tidigare?' };
    const content = await contentOf(stringify({ ...file, meanings, translatedFrom }));

    expect(content.meanings).toEqual({ 'D1.1': 'changed', 'D1.2': 'kept' });
    expect(content.translatedFrom).toEqual({ 'D2.2.question': 'Tidigare?' });
  });
});

describe('a file whose Swedish was changed by hand', () => {
  test('makes a draft in which that English is stale', async () => {
    const before = itemOf((await readDraft(editor, await newDraft(editor))).content, 'D1.1').question.sv;
    const yaml = await fileWith((content) => {
      itemOf(content, 'D1.1').question.sv = `${before} Nu?`;
      return content;
    });
    const draftId = await imported(yaml);

    expect((await readDraft(editor, draftId)).content.translatedFrom).toEqual({ 'D1.1.question': before });
    expect(await issuesOf(editor, draftId)).toContain('translation-stale D1.1.question');
  });
});

describe('a file that is refused', () => {
  const refusal = async (yaml: string) => {
    const before = await listing(editor);
    const reply = await send(yaml);

    expectProblem(reply, 422, 'file-not-readable');
    expect(await listing(editor)).toEqual(before);
    return reply.json<{ errors: { path: string; code: string }[] }>().errors;
  };
  const notYaml = [{ path: 'body/yaml', code: 'not-yaml' }];

  test('because it is no YAML', async () => {
    expect(await refusal('a: [1, 2')).toEqual(notYaml);
    expect(await refusal('a: 1\n a: 2')).toEqual(notYaml);
    expect(await refusal('a: 1\na: 2')).toEqual(notYaml);
    expect(await refusal('['.repeat(100_000))).toEqual(notYaml);
  });

  test('because it grows large in memory by aliases', async () => {
    const layers = [...'bcdefghi'].map((name, index) => `${name}: &${name} [${`*${'abcdefgh'[index]},`.repeat(9)}]`);
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${layers.join('\n')}\n`;
    const merged = '%YAML 1.1\n---\na: &a {x: 1}\nb: {<<: *a}\n';

    expect(await refusal(bomb)).toEqual(notYaml);
    expect(await refusal(merged)).toEqual(notYaml);
  });

  test('because it would take too long to read, while others go on answering', async () => {
    const before = await listing(editor);
    const manyKeys = Array.from({ length: 150_000 }, (_, index) => `key${index}: 1`).join('\n');
    const slow = send(manyKeys);
    const waiting = await Promise.race([slow.then(() => 'read'), site.newVisitor().get('/api/site')]);
    const reply = await slow;

    expect(waiting).not.toBe('read');
    // Perhaps there was much else to do: the file is not said to be wrong.
    expectProblem(reply, 503, 'service-unavailable');
    expect(await listing(editor)).toEqual(before);
  });

  test('because it nests deeper than anything of ours', async () => {
    const nested = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;

    expect(await refusal(nested(41))).toEqual(notYaml);
    expect(await refusal(nested(1500))).toEqual(notYaml);
    expect(await refusal(nested(40))).not.toEqual(notYaml);
  });

  test('because a condition has more than six levels', async () => {
    const yaml = await fileWith((content) => {
      let appliesWhen: Condition = { sizeClass: ['10-49'] };
      for (let level = 1; level < 7; level += 1) appliesWhen = { not: appliesWhen };
      itemOf(content, 'D1.2').appliesWhen = appliesWhen;
      return content;
    });

    expect(await refusal(yaml)).toMatchObject([
      { path: 'sources/dimensions/0/items/1/appliesWhen', detail: 'condition-too-deep' },
    ]);
  });

  test('because it holds far more than an instrument', async () => {
    const wide = `sources: {dimensions: [${'{},'.repeat(100_000)}]}`;

    expect(await refusal(wide)).toEqual(notYaml);
  });

  test('because it is larger than four megabytes', async () => {
    const before = await listing(editor);
    const reply = await send('x'.repeat(4_000_001));

    expectProblem(reply, 413, 'payload-too-large');
    expect(await listing(editor)).toEqual(before);
  });

  test('because it has another shape, and says where', async () => {
    expect((await refusal('')).length).toBeGreaterThan(0);
    expect((await refusal('just words')).length).toBeGreaterThan(0);
    expect((await refusal('- 1\n- 2')).length).toBeGreaterThan(0);
    const withoutWords = await fileWith((content) => {
      itemOf(content, 'D1.1').question.en = '';
      return content;
    });
    expect(await refusal(withoutWords)).toMatchObject([{ path: 'sources/dimensions/0/items/0/question/en' }]);
    const wrongKind = await fileWith((content) => ({ ...content, judged: ['D1.1'] }));
    expect(await refusal(wrongKind)).toMatchObject([{ code: 'unrecognized_keys' }]);
    const withMore = await fileWith((content) => ({ ...content, status: 'published' }));
    expect(await refusal(withMore)).toMatchObject([{ code: 'unrecognized_keys' }]);
  });

  test('because it holds a sign that can not be stored', async () => {
    const yaml = await fileWith((content) => {
      itemOf(content, 'D1.1').question.en = 'How\u0000?';
      return content;
    });

    expect(await refusal(yaml)).toEqual([
      { path: 'sources/dimensions/0/items/0/question/en', code: 'text-not-storable' },
    ]);
  });

  test('because it is of another instrument, whose version nothing could follow', async () => {
    const yaml = await fileWith(({ sources, ...rest }) => ({
      ...rest,
      sources: { ...sources, instrument: { ...sources.instrument, instrument: 'another' } },
    }));

    expect(await refusal(yaml)).toEqual([{ path: 'sources/instrument/instrument', code: 'other-instrument' }]);
  });

  test('names at most fifty faults', async () => {
    const yaml = await fileWith(({ sources, ...rest }) => ({
      ...rest,
      sources: { ...sources, dimensions: Array.from({ length: 500 }, () => ({})) },
    }));

    expect(await refusal(yaml)).toHaveLength(50);
  });
});
