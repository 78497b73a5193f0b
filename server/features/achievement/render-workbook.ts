import writeExcelFile from 'write-excel-file/node';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { makeSheet, type Wanted } from './list-figures.ts';

/** Every cell is text, so that no program takes any of it for a formula. */
const cell = (value: string, fontWeight?: 'bold') => ({
  value,
  type: String,
  ...(fontWeight === undefined ? {} : { fontWeight }),
});

/** Every figure of every period in one sheet. */
export async function renderWorkbook(context: Context, access: AccessContext, wanted: Wanted): Promise<Buffer> {
  const { name, about, head, rows } = await makeSheet(context, access, wanted);
  const sheet = [
    ...about.map((text) => [cell(text)]),
    head.map((text) => cell(text, 'bold')),
    ...rows.map((row) => row.map((text) => cell(text))),
  ];
  return writeExcelFile(sheet, { columns: [{ width: 32 }, { width: 48 }, { width: 24 }], sheet: name }).toBuffer();
}
