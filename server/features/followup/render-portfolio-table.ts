import { csvLine, csvStart, csvText } from '#shared/domain/open-data/csv-text.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { listPortfolio, type PortfolioCell, type WantedPortfolio } from './list-portfolio.ts';

const csvCell = (cell: PortfolioCell): string => (typeof cell === 'number' ? String(cell) : csvText(cell));

/** A word for what each column is comes first, and what it is about last. */
export async function renderPortfolioTable(
  context: Context,
  access: AccessContext,
  wanted: WantedPortfolio,
): Promise<string> {
  const { about, head, rows } = await listPortfolio(context, access, wanted);
  const empty = head.slice(1).map(() => '');
  const lines = [head, ...rows, ...about.map((text) => [text, ...empty])];
  return csvStart + lines.map((line) => csvLine(line.map(csvCell))).join('');
}
