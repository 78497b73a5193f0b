import { randomUUID } from 'node:crypto';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import type { DraftDocument } from '#shared/contracts/editing.ts';
import * as editing from '#shared/contracts/editing.ts';
import { keyedTextsOf } from '#shared/domain/instrument/compile-definition.ts';
import {
  applied,
  closedToOthers,
  editOf,
  itemOf,
  listing,
  newDraft,
  ofDraft,
  readDraft,
  reword,
  signIn,
  startEditingApp,
} from '../support/editing.ts';
import { describeEndpoint } from '../support/endpoint-families.ts';
import { expectProblem } from '../support/expect-problem.ts';
import type { TestApp } from '../support/test-app.ts';
import type { Visitor } from '../support/visitor.ts';
import { sheetRow, workbookOf } from '../support/workbook.ts';

let site: TestApp;
let editor: Visitor;
beforeAll(async () => {
  site = await startEditingApp();
  editor = await signIn(site);
});
afterAll(() => site.close());

type Outcome = { draft: DraftDocument; changed: string[]; unknown: string[]; outdated: string[] };
type Rows = string[][];

const headings = ['Nyckel / Key', 'Svenska', 'English', 'Översatt från / Translated from'];

async function exported(draftId: string): Promise<Buffer> {
  return (await editor.get(ofDraft(draftId, '/translations.xlsx'))).rawPayload;
}

/** The sheet as rows of text, without its headings. */
async function rowsOf(draftId: string): Promise<Rows> {
  const sheet = await readSheet(await exported(draftId), { trim: false });
  return sheet.slice(1).map((row) => row.map((value) => String(value ?? '')));
}

async function workbookWith(rows: Rows): Promise<Buffer> {
  const cells = [headings, ...rows].map((row) => row.map((value) => ({ value, type: String })));
  return writeExcelFile(cells, { sheet: 'Texts' }).toBuffer();
}

const sendWorkbook = (draftId: string, workbook: Buffer) =>
  editor.post(ofDraft(draftId, '/translations'), { workbookBase64: workbook.toString('base64') });

async function imported(draftId: string, workbook: Buffer): Promise<Outcome> {
  const reply = await sendWorkbook(draftId, workbook);
  expect(reply.statusCode, reply.body.slice(0, 1000)).toBe(200);
  return reply.json<Outcome>();
}

const question = async (draftId: string) => itemOf((await readDraft(editor, draftId)).content, 'D1.1').question;

describeEndpoint(editing.exportTranslations, {
  ...closedToOthers(
    () => site,
    async () => ({ url: ofDraft(await newDraft(editor), '/translations.xlsx') }),
  ),
  'refuses an invalid request': async () =>
    expectProblem(await editor.get(ofDraft('first', '/translations.xlsx')), 422, 'invalid-request'),
  'does not find what is not there': async () =>
    expectProblem(await editor.get(ofDraft(randomUUID(), '/translations.xlsx')), 404, 'not-found'),
  succeeds: async () => {
    const draftId = await newDraft(editor);
    const reply = await editor.get(ofDraft(draftId, '/translations.xlsx'));
    const sheet = await readSheet(reply.rawPayload, { trim: false });
    const texts = keyedTextsOf((await readDraft(editor, draftId)).content.sources);

    expect(reply.headers['content-type']).toMatch(/spreadsheetml[.]sheet$/);
    expect(reply.headers['content-disposition']).toBe('attachment; filename="mattstock-translations.xlsx"');
    expect(sheet[0]).toEqual(headings);
    expect(sheet.slice(1)).toEqual([...texts].map(([key, { sv, en }]) => [key, sv, en, null]));
  },
});

describeEndpoint(editing.importTranslations, {
  ...closedToOthers(
    () => site,
    async () => ({
      method: 'POST',
      url: ofDraft(await newDraft(editor), '/translations'),
      body: { workbookBase64: (await workbookWith([])).toString('base64') },
    }),
  ),
  'refuses an invalid request': async () => {
    const draftId = await newDraft(editor);
    expectProblem(await editor.post(ofDraft(draftId, '/translations'), { rows: [] }), 422, 'invalid-request');
  },
  'does not find what is not there': async () =>
    expectProblem(await sendWorkbook(randomUUID(), await workbookWith([])), 404, 'not-found'),
  succeeds: async () => {
    const draftId = await newDraft(editor);
    const { sv } = await question(draftId);
    const outcome = await imported(draftId, await workbookWith([['D1.1.question', sv, ' How are you paid? ', '']]));

    expect(outcome).toMatchObject({ changed: ['D1.1.question'], unknown: [], outdated: [] });
    expect(itemOf(outcome.draft.content, 'D1.1').question).toEqual({ sv, en: 'How are you paid?' });
    expect(await readDraft(editor, draftId)).toEqual(outcome.draft);
  },
});

describe('a workbook', () => {
  test('that comes back as it went out changes nothing, not even the revision', async () => {
    const draftId = await newDraft(editor);
    await reword(editor, draftId, 'D1.1', '1', 'changed');
    const seen = itemOf((await readDraft(editor, draftId)).content, 'D1.2');
    const stale = { ...seen.question, sv: `${seen.question.sv} Nu?` };
    const before = await applied(editor, draftId, editOf({ ...seen, question: stale }), seen);
    const outcome = await imported(draftId, await exported(draftId));

    expect(outcome).toEqual({ draft: before, changed: [], unknown: [], outdated: [] });
  });

  test('shows what a stale translation was made from, and makes it current', async () => {
    const draftId = await newDraft(editor);
    const seen = itemOf((await readDraft(editor, draftId)).content, 'D1.1');
    const sv = `${seen.question.sv} Nu?`;
    await applied(editor, draftId, editOf({ ...seen, question: { ...seen.question, sv } }), seen);
    const row = (await rowsOf(draftId)).find(([key]) => key === 'D1.1.question');
    const { draft } = await imported(draftId, await workbookWith([['D1.1.question', sv, 'And now?', '']]));

    expect(row).toEqual(['D1.1.question', sv, seen.question.en, seen.question.sv]);
    expect(draft.content.translatedFrom).toEqual({});
  });

  test('asks anew for the meaning of what it rewords', async () => {
    const draftId = await newDraft(editor);
    await reword(editor, draftId, 'D1.1', '1', 'kept');
    await reword(editor, draftId, 'D1.2', '1', 'kept');
    const { sv } = await question(draftId);
    const { draft } = await imported(draftId, await workbookWith([['D1.1.question', sv, 'And now?', '']]));

    expect(draft.content.meanings).toEqual({ 'D1.2': 'kept' });
  });

  test('in which the Swedish is another is outdated there, and the rest is taken', async () => {
    const draftId = await newDraft(editor);
    const [first, second] = [await question(draftId), await rowsOf(draftId)];
    const other = second.find(([key]) => key === 'D1.2.question')?.[1] ?? '';
    const rows = [
      ['D1.1.question', `${first.sv} Eller?`, 'Another question?', ''],
      ['D1.2.question', other, 'And this one?', ''],
    ];
    const outcome = await imported(draftId, await workbookWith(rows));

    expect(outcome).toMatchObject({ changed: ['D1.2.question'], outdated: ['D1.1.question'], unknown: [] });
    expect(await question(draftId)).toEqual(first);
  });

  test('made before somebody else changed the Swedish is outdated there', async () => {
    const draftId = await newDraft(editor);
    const early = (await rowsOf(draftId)).map(([key = '', sv = '', en = '']) => [key, sv, `${en}~`]);
    const { content } = await reword(editor, draftId, 'D1.1', '1');
    const outcome = await imported(draftId, await workbookWith(early));

    expect(outcome.outdated).toEqual(['D1.1.question']);
    expect(outcome.changed).toHaveLength(early.length - 1);
    expect(await question(draftId)).toEqual(itemOf(content, 'D1.1').question);
  });

  test('with a key that the draft does not have says so', async () => {
    const draftId = await newDraft(editor);
    const rows = [
      ['D1.99.question', 'Vad?', 'What?', ''],
      ['', '', '', ''],
    ];

    expect(await imported(draftId, await workbookWith(rows))).toMatchObject({
      changed: [],
      unknown: ['D1.99.question'],
    });
  });

  test('without English leaves what there was', async () => {
    const draftId = await newDraft(editor);
    const before = await question(draftId);
    const outcome = await imported(draftId, await workbookWith([['D1.1.question', before.sv, ' ', '']]));

    expect(outcome).toMatchObject({ changed: [], outdated: [] });
    expect(await question(draftId)).toEqual(before);
  });

  test('holds text that begins like a formula as text, there and back', async () => {
    const draftId = await newDraft(editor);
    const seen = itemOf((await readDraft(editor, draftId)).content, 'D1.1');
    const help = { sv: '=1+1 är inget svar', en: '=HYPERLINK("https://evil.example";"Click")' };
    await applied(editor, draftId, editOf({ ...seen, help }), seen);
    const row = (await rowsOf(draftId)).find(([key]) => key === 'D1.1.help');
    const outcome = await imported(draftId, await workbookWith([['D1.1.help', help.sv, '=2+2 is none', '']]));

    expect(row).toEqual(['D1.1.help', help.sv, help.en, '']);
    expect(itemOf(outcome.draft.content, 'D1.1').help).toEqual({ sv: help.sv, en: '=2+2 is none' });
  });

  test('keeps new lines, tabs and every other sign', async () => {
    const draftId = await newDraft(editor);
    const seen = itemOf((await readDraft(editor, draftId)).content, 'D1.1');
    const help = { sv: 'Åäö <b>&amp;</b>\n\n\t”två”   🏭 \u2028 ]]>', en: '_x000D_x0041_ and _x005f_x0041_' };
    const before = await applied(editor, draftId, editOf({ ...seen, help }), seen);

    expect(await rowsOf(draftId)).toContainEqual(['D1.1.help', help.sv, help.en, '']);
    expect(await imported(draftId, await exported(draftId))).toMatchObject({
      draft: before,
      changed: [],
      outdated: [],
    });
  });
});

describe('a file that is refused', () => {
  const refusal = async (workbook: Buffer) => {
    const draftId = await newDraft(editor);
    const before = await readDraft(editor, draftId);
    const reply = await sendWorkbook(draftId, workbook);

    expectProblem(reply, 422, 'file-not-readable');
    expect(await readDraft(editor, draftId)).toEqual(before);
    return reply.json<{ errors: { path: string; code: string }[] }>().errors;
  };
  const notWorkbook = [{ path: 'body/workbookBase64', code: 'not-xlsx' }];
  const head = sheetRow(1, headings);

  test('because it is no workbook', async () => {
    const whole = await exported(await newDraft(editor));

    expect(await refusal(Buffer.from('Nyckel;Svenska;English'))).toEqual(notWorkbook);
    expect(await refusal(Buffer.alloc(0))).toEqual(notWorkbook);
    expect(await refusal(whole.subarray(0, whole.length / 2))).toEqual(notWorkbook);
  });

  test('because its columns are others', async () => {
    const foreign = workbookOf(sheetRow(1, ['Artikel', 'Antal']) + sheetRow(2, ['4711', '12']));

    expect(await refusal(foreign)).toEqual([{ path: 'body/workbookBase64', code: 'no-translations' }]);
    expect(await refusal(workbookOf(''))).toEqual([{ path: 'body/workbookBase64', code: 'no-translations' }]);
  });

  test('because a text is longer than any may be', async () => {
    const { sv } = await question(await newDraft(editor));
    const workbook = await workbookWith([['D1.1.question', sv, 'x'.repeat(2001), '']]);

    expect(await refusal(workbook)).toMatchObject([
      { path: 'sources/dimensions/0/items/0/question/en', code: 'too_big' },
    ]);
  });

  test('because it unpacks to more than it has reason to', async () => {
    const padded = (bytes: number) =>
      workbookOf(head, [{ name: 'docProps/custom.xml', content: `<a>${' '.repeat(bytes)}</a>` }]);
    const fine = padded(1_000_000);
    const bomb = padded(30_000_000);

    expect(bomb.length).toBeLessThan(100_000);
    expect((await imported(await newDraft(editor), fine)).changed).toEqual([]);
    expect(await refusal(bomb)).toEqual(notWorkbook);
  });

  test('because it says that it unpacks to more than it has reason to', async () => {
    const lying = workbookOf(head);
    // The unpacked size in the header of its first part; 877 bytes once took two gigabytes.
    lying.writeUInt32LE(2_200_000_000, 22);
    const peakKb = process.resourceUsage().maxRSS;

    expect(lying.length).toBeLessThan(2000);
    expect(await refusal(lying)).toEqual(notWorkbook);
    expect(process.resourceUsage().maxRSS - peakKb).toBeLessThan(500_000);
  });

  test('and may be read another time, when its cells lie so far apart that memory runs out', async () => {
    const far = '<c r="XFD2" t="inlineStr"><is><t>x</t></is></c>';
    const sparse = workbookOf(`${head}<row r="2">${far}</row>${sheetRow(1_000_000, ['x'])}`);

    const draftId = await newDraft(editor);
    const before = await readDraft(editor, draftId);

    expect(sparse.length).toBeLessThan(2000);
    expectProblem(await sendWorkbook(draftId, sparse), 503, 'service-unavailable');
    expect(await readDraft(editor, draftId)).toEqual(before);
    expect((await listing(editor)).versions).toHaveLength(1);
  });

  test('because it is larger than four megabytes', async () => {
    const reply = await sendWorkbook(await newDraft(editor), Buffer.alloc(3_000_001));
    expectProblem(reply, 413, 'payload-too-large');
  });
});
