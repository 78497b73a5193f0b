import writeExcelFile from 'write-excel-file/node';
import type { AnswerSheetFormat } from '#shared/contracts/crosswalk.ts';
import { csvLine, csvStart, csvText } from '#shared/domain/open-data/csv-text.ts';
import type { AnswerSheet } from './answer-sheet.ts';

const widths = [10, 28, 9, 44, 52, 26, 22, 70];

/** Every cell is text, so that no program takes any of it for a formula. */
const cellOf = (value: string) => ({ value, type: String });

async function writeWorkbook({ name, about, head, rows }: AnswerSheet): Promise<Buffer> {
  const sheet = [
    ...about.map((cells) => cells.map(cellOf)),
    [],
    head.map((text) => ({ ...cellOf(text), fontWeight: 'bold' as const })),
    ...rows.map((cells) => cells.map(cellOf)),
  ];
  return writeExcelFile(sheet, { columns: widths.map((width) => ({ width })), sheet: name }).toBuffer();
}

function writeTable({ about, head, rows }: AnswerSheet): string {
  const lines = [...about, [], head, ...rows];
  return `${csvStart}${lines.map((cells) => csvLine(cells.map((cell) => csvText(cell)))).join('')}`;
}

export async function writeAnswerSheet(sheet: AnswerSheet, format: AnswerSheetFormat): Promise<Buffer | string> {
  switch (format) {
    case 'xlsx':
      return writeWorkbook(sheet);
    case 'csv':
      return writeTable(sheet);
  }
}
