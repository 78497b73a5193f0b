import writeExcelFile from 'write-excel-file/node';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { listPortfolio, type PortfolioCell, type WantedPortfolio } from './list-portfolio.ts';

/** What is no number is text, so that no program takes any of it for a formula. */
const cellOf = (value: PortfolioCell) =>
  typeof value === 'number' ? { value, type: Number } : { value, type: String };

export async function renderPortfolioWorkbook(
  context: Context,
  access: AccessContext,
  wanted: WantedPortfolio,
): Promise<Buffer> {
  const { name, about, head, rows } = await listPortfolio(context, access, wanted);
  const sheet = [
    ...about.map((text) => [cellOf(text)]),
    head.map((text) => ({ ...cellOf(text), fontWeight: 'bold' as const })),
    ...rows.map((row) => row.map(cellOf)),
  ];
  const columns = head.map((_, at) => ({ width: at === 0 ? 40 : 22 }));
  return writeExcelFile(sheet, { columns, sheet: name }).toBuffer();
}
