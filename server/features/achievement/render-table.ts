import type { Language } from '#shared/domain/language.ts';
import { csvLine, csvStart, csvText } from '#shared/domain/open-data/csv-text.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { makeSheet, type Wanted } from './list-figures.ts';

/** A number as programs read it: no sign in front of what is above zero, a plain minus, nothing between thousands. */
function csvFigure(shown: string, language: Language): string {
  const joined = shown.replaceAll(language === 'sv' ? /\s(?=\d{3})/g : /,(?=\d{3})/g, '');
  const plain = joined.replace(/^\+/, '').replace(/^\u2212/, '-');
  return /^-?\d+([.,]\d+)?$/.test(plain) ? plain : csvText(shown);
}

/** The rows of the workbook as CSV, a word for what each column is in its first line. */
export async function renderTable(context: Context, access: AccessContext, wanted: Wanted): Promise<string> {
  const { about, head, rows } = await makeSheet(context, access, wanted);
  const lines = [
    head.map((text) => csvText(text)),
    ...rows.map(([division, figure, value]) => [csvText(division), csvText(figure), csvFigure(value, wanted.language)]),
    ...about.map((text) => [csvText(text), '', '']),
  ];
  return csvStart + lines.map(csvLine).join('');
}
