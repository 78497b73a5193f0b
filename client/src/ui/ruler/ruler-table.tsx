import { useLingui } from '@lingui/react/macro';
import { formatLevel, formatNumber } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { type Column, Table } from '../table/table.tsx';
import type { RulerFacts, RulerMark } from './ruler.tsx';
import { shownLevel } from './shown-level.ts';

export type RulerRow = RulerFacts & {
  key: string;
  name: string;
  bandName?: string | undefined;
  /** One column each, under the name of whose they are. */
  marks?: readonly RulerMark[] | undefined;
};

export type RulerTableProps = { caption: string; rows: readonly RulerRow[]; emptyText: string };

/** The facts of many rulers as a table. Columns that no row fills are left out. */
export function RulerTable({ caption, rows, emptyText }: RulerTableProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const level = (value: number | null | undefined) => (value == null ? '' : formatLevel(value, language));
  const levelWords = (facts: RulerFacts) => {
    const shown = shownLevel(facts);
    if (shown === null) return emptyText;
    if (shown.kind === 'between') return t`unsure`;
    const number = formatNumber(shown.level, language, shown.decimals);
    return shown.kind === 'exact' ? number : t`about ${number}`;
  };
  const columns: Column<RulerRow>[] = [
    { key: 'name', header: t`Area`, isRowHeader: true, cell: (row) => row.name },
    { key: 'value', header: t`Level`, isNumeric: true, cell: levelWords },
    { key: 'lowest', header: t`At least`, isNumeric: true, cell: (row) => level(row.range?.lowest) },
    { key: 'highest', header: t`At most`, isNumeric: true, cell: (row) => level(row.range?.highest) },
  ];
  const markNames = new Map(rows.flatMap(({ marks = [] }) => marks.map(({ key, name }) => [key, name] as const)));
  for (const [key, name] of markNames) {
    const markOf = ({ marks = [] }: RulerRow) => marks.find((mark) => mark.key === key);
    columns.push({
      key,
      header: name,
      isNumeric: true,
      cell: (row) => {
        const mark = markOf(row);
        if (mark === undefined) return '–';
        return mark.basis === undefined ? levelWords(mark) : `${levelWords(mark)} (${mark.basis})`;
      },
    });
  }
  if (rows.some((row) => row.bandName)) {
    columns.push({ key: 'band', header: t`In words`, cell: (row) => row.bandName ?? '' });
  }
  if (rows.some((row) => row.quartiles)) {
    columns.push(
      { key: 'lower', header: t`Lower quartile`, isNumeric: true, cell: (row) => level(row.quartiles?.lower) },
      { key: 'median', header: t`Median`, isNumeric: true, cell: (row) => level(row.quartiles?.median) },
      { key: 'upper', header: t`Upper quartile`, isNumeric: true, cell: (row) => level(row.quartiles?.upper) },
    );
  }
  return <Table caption={caption} columns={columns} rows={rows} rowKey={(row) => row.key} />;
}
