import { expect, test } from 'vitest';
import { readApart } from '#server/platform/files/read-apart.ts';
import { sheetRow, workbookOf } from '../support/workbook.ts';

const declared = (entities: string) => `<!DOCTYPE worksheet [${entities}]>`;
const read = (sheet: string) => readApart({ workbookBase64: workbookOf(sheet).toString('base64') });

test('a workbook that names a file of the server as an entity brings nothing of the file', async () => {
  const sheet = `${declared('<!ENTITY x SYSTEM "file:///etc/passwd">')}${sheetRow(1, ['a', '&x;', 'b'])}`;

  expect(JSON.stringify(await read(sheet))).not.toContain('root:');
  expect(await read(sheet)).toEqual([['a', '&x;', 'b']]);
});

test('a workbook whose entities grow by each other stays as small as it is', async () => {
  const layers = [...'bcdefghij'].map((name, index) => `<!ENTITY ${name} "${`&${'abcdefghi'[index]};`.repeat(10)}">`);
  const sheet = `${declared(`<!ENTITY a "x">${layers.join('')}`)}${sheetRow(1, ['&j;'])}`;

  expect(await read(sheet)).toEqual([['&j;']]);
});
