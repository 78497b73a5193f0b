import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { type Scale, scaleOf } from '#shared/domain/benchmark/scale.ts';
import { LazyStackedBarChart } from '../../ui/charts/lazy-stacked-bar-chart.tsx';
import type { StackedBar } from '../../ui/charts/stacked-bar-chart.tsx';
import { Table } from '../../ui/table/table.tsx';
import { allFirms, type ReleaseView, type ShownGroup } from './release-view.ts';
import { useGroupWords } from './use-group-words.ts';
import type { MeasureWords } from './use-measure-words.ts';

type Fineness = 'classes' | 'coarse';
type DistributionProps = {
  view: ReleaseView;
  measure: string;
  groups: readonly ShownGroup[];
  measureWords: MeasureWords;
};
type Row = StackedBar & { key: string };

/** The two highest levels: by themselves, or together as the broadest class. */
const highest: Readonly<Record<Fineness, number>> = { classes: 2, coarse: 1 };
const shareOfHighest = (shares: readonly number[], fineness: Fineness): number =>
  shares.slice(-highest[fineness]).reduce((sum, share) => sum + share, 0);

type StackProps = { fineness: Fineness; rows: Row[]; name: string; classes: string[]; scale: Scale };

/** What the firms of a share say yes to is the rest of those that say no, the first of the answers. */
function useStackTitle({ fineness, rows, name, classes, scale }: StackProps): string {
  const { t } = useLingui();
  const all = rows.find(({ key }) => key === allFirms);
  if (all === undefined || scale === 'percent') return t`${name}: how the firms are spread`;
  if (scale === 'share') {
    const yes = 100 - (all.shares[0] ?? 0);
    return t`${name}: ${yes} % of all firms`;
  }
  const share = shareOfHighest(all.shares, fineness);
  const high = fineness === 'classes' ? t`${classes[3] ?? ''} or ${classes[4] ?? ''}` : (classes[2] ?? '');
  return t`${name}: ${share} % of all firms are at ${high}`;
}

function Stack(props: StackProps) {
  const { fineness, rows, name, classes, scale } = props;
  const { t } = useLingui();
  // The words are made anew each time; the drawing is not, unless they are others.
  const told = JSON.stringify({ rows, classes });
  const drawn = useMemo(() => JSON.parse(told) as { rows: Row[]; classes: string[] }, [told]);
  const title = useStackTitle(props);
  const byLevel =
    fineness === 'classes'
      ? t`${name}: firms by five levels, per cent, to the nearest 5`
      : t`${name}: firms by three levels, per cent, to the nearest 5`;
  return (
    <LazyStackedBarChart name={title} classes={drawn.classes} bars={drawn.rows}>
      <Table
        caption={scale === 'level' ? byLevel : t`${name}: firms by answer, per cent, to the nearest 5`}
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          { key: 'group', header: t`Group`, isRowHeader: true, isRoomy: true, cell: ({ label }: Row) => label },
          ...classes.map((each, at) => ({
            key: each,
            header: each,
            isNumeric: true,
            cell: ({ shares }: Row) => shares[at] ?? 0,
          })),
        ]}
      />
    </LazyStackedBarChart>
  );
}

/** How firms are spread over levels or answers: in all of them where no class is too small, otherwise in broader ones. */
export function Distribution({ view, measure, groups, measureWords }: DistributionProps) {
  const words = useGroupWords(view.document.spec.names);
  const rowsOf = (fineness: Fineness): Row[] =>
    groups.flatMap(({ key, place }) => {
      const shares = view.cell(measure, key)?.[fineness] ?? null;
      return shares === null ? [] : [{ key, label: words.place(place), shares }];
    });
  const name = measureWords.measure(measure);
  const scale = scaleOf(view.document.spec.names, measure);
  return (['classes', 'coarse'] as const).map((fineness) => {
    const rows = rowsOf(fineness);
    return rows.length === 0 ? null : (
      <Stack
        key={fineness}
        fineness={fineness}
        rows={rows}
        name={name}
        classes={measureWords[fineness](measure)}
        scale={scale}
      />
    );
  });
}
