import { useLingui } from '@lingui/react/macro';
import type { ShownCount } from '#shared/domain/achievement/achievement.ts';
import { useSteady } from '../../lib/use-steady.ts';
import { LazyBarChart } from '../../ui/charts/lazy-bar-chart.tsx';
import { Table } from '../../ui/table/table.tsx';
import { Count, useShownCount } from './shown-count.tsx';

export type DivisionRow = { readonly code: string; readonly name: string; readonly count: ShownCount };
type DivisionProps = {
  title: string;
  /** What its rows are: the head of their column. */
  kind: string;
  rows: readonly DivisionRow[];
};

/** A division as a table. */
export function DivisionTable({ title, kind, rows }: DivisionProps) {
  const { t } = useLingui();
  return (
    <Table
      caption={title}
      rows={rows}
      rowKey={({ code }) => code}
      columns={[
        { key: 'name', header: kind, cell: ({ name }) => name, isRowHeader: true },
        { key: 'count', header: t`Number`, cell: ({ count }) => <Count count={count} />, isNumeric: true },
      ]}
    />
  );
}

/** A division as bars, with its table; the table alone when there is nothing to draw. */
export function DivisionChart({ title, kind, rows }: DivisionProps) {
  const { t } = useLingui();
  const shown = useShownCount();
  const bars = useSteady(rows.map(({ name, count }) => ({ label: name, value: count, shown: shown(count) })));
  const table = <DivisionTable title={t`${title}, the same as a table`} kind={kind} rows={rows} />;
  if (rows.every(({ count }) => count === null)) return <DivisionTable title={title} kind={kind} rows={rows} />;
  return (
    <LazyBarChart name={title} bars={bars}>
      {table}
    </LazyBarChart>
  );
}
