import { Trans, useLingui } from '@lingui/react/macro';
import { type Scale, scaleOf } from '#shared/domain/benchmark/scale.ts';
import { listInWords } from '#shared/domain/wording/list-in-words.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { useSteady } from '../../lib/use-steady.ts';
import { LazyStackedBarChart } from '../../ui/charts/lazy-stacked-bar-chart.tsx';
import type { StackedBar } from '../../ui/charts/stacked-bar-chart.tsx';
import { HiddenMark } from '../../ui/heat/hidden-mark.tsx';
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

/** Which of the classes make up each broader one: a choice has two of them, no and all the rest. */
function together(classes: readonly number[], broader: number): number[] {
  const sum = (from: number, to?: number) => classes.slice(from, to).reduce((total, share) => total + share, 0);
  return broader === 2 ? [sum(0, 1), sum(1)] : [sum(0, 2), sum(2, 3), sum(3)];
}

type StackProps = {
  fineness: Fineness;
  /** In finer steps than the one before, which has all groups. */
  isMore: boolean;
  rows: Row[];
  name: string;
  classes: string[];
  scale: Scale;
};

/** What the firms of a share say yes to is the rest of those that say no, the first of the answers. */
function useStackTitle({ fineness, isMore, rows, name, classes, scale }: StackProps): string {
  const { t } = useLingui();
  if (isMore) return t`${name}: the groups that are shown in finer steps`;
  const all = rows.find(({ key }) => key === allFirms);
  if (all === undefined || all.shares.length === 0 || scale === 'percent') return t`${name}: how the firms are spread`;
  if (scale === 'share') {
    const yes = 100 - (all.shares[0] ?? 0);
    return t`${name}: ${yes} % of all firms`;
  }
  const share = shareOfHighest(all.shares, fineness);
  const high = fineness === 'classes' ? t`${classes[3] ?? ''} or ${classes[4] ?? ''}` : (classes[2] ?? '');
  return t`${name}: ${share} % of all firms are at ${high}`;
}

/** A bar needs more than a mean does: a group may have firms enough for the one and not for the other. */
function NotDrawn({ groups }: { groups: readonly string[] }) {
  const language = useLanguage();
  const names = listInWords(groups, language);
  return (
    <p>
      <Trans>
        Not drawn: {names}. There are too few firms at some level or altogether, or it would give away single firms or
        another group. That takes more firms than a mean does.
      </Trans>
    </p>
  );
}

function Stack(props: StackProps) {
  const { fineness, isMore, rows, name, classes, scale } = props;
  const { t } = useLingui();
  const drawn = useSteady({
    classes,
    bars: rows.flatMap(({ label, shares }) => (shares.length === 0 ? [] : [{ label, shares }])),
  });
  const title = useStackTitle(props);
  const byLevel =
    fineness === 'classes'
      ? t`${name}: firms by five levels, per cent, to the nearest 5`
      : t`${name}: firms by three levels, per cent, to the nearest 5`;
  const byAnswer = isMore
    ? t`${name}: firms by answer in finer steps, per cent, to the nearest 5`
    : t`${name}: firms by answer, per cent, to the nearest 5`;
  const hidden = rows.filter(({ shares }) => shares.length === 0).map(({ label }) => label);
  return (
    <>
      <LazyStackedBarChart name={title} classes={drawn.classes} bars={drawn.bars}>
        <Table
          caption={scale === 'level' ? byLevel : byAnswer}
          rows={rows}
          rowKey={({ key }) => key}
          columns={[
            { key: 'group', header: t`Group`, isRowHeader: true, isRoomy: true, cell: ({ label }: Row) => label },
            ...classes.map((each, at) => ({
              key: each,
              header: each,
              isNumeric: true,
              cell: ({ shares }: Row) => (shares.length === 0 ? <HiddenMark /> : (shares[at] ?? 0)),
            })),
          ]}
        />
      </LazyStackedBarChart>
      {hidden.length > 0 && <NotDrawn groups={hidden} />}
    </>
  );
}

/**
 * How firms are spread over levels or answers, all groups beside each other: in all classes where no group has too few
 * firms in one, otherwise all of them in the broader ones, and then those in all classes that may be shown so.
 */
export function Distribution({ view, measure, groups, measureWords }: DistributionProps) {
  const words = useGroupWords(view.document.spec.names);
  const name = measureWords.measure(measure);
  const scale = scaleOf(view.document.spec.names, measure);
  const broader = measureWords.coarse(measure);
  const spread = groups.map(({ key, place }) => {
    const { classes = null, coarse = null } = view.cell(measure, key) ?? {};
    return { key, label: words.place(place), classes, coarse };
  });
  const isBroader = spread.some(({ coarse }) => coarse !== null);
  const fine = spread.filter(({ classes }) => classes !== null);
  if (!isBroader && fine.length === 0) return null;
  const parts = { name, scale };
  const rowsOf = (sharesOf: (each: (typeof spread)[number]) => number[] | null): Row[] =>
    spread.map((each) => ({ key: each.key, label: each.label, shares: sharesOf(each) ?? [] }));
  const inClasses = rowsOf(({ classes }) => classes);
  const classes = measureWords.classes(measure);
  if (!isBroader) return <Stack {...parts} fineness="classes" isMore={false} rows={inClasses} classes={classes} />;
  const inBroader = rowsOf((each) => each.coarse ?? (each.classes && together(each.classes, broader.length)));
  return (
    <>
      <Stack {...parts} fineness="coarse" isMore={false} rows={inBroader} classes={broader} />
      {fine.length > 0 && (
        <>
          <p>
            <Trans>
              Where a group is shown in finer steps too, its rounded shares have been added together above, and can be
              some percentage points off.
            </Trans>
          </p>
          <Stack
            {...parts}
            fineness="classes"
            isMore
            rows={inClasses.filter(({ shares }) => shares.length > 0)}
            classes={classes}
          />
        </>
      )}
    </>
  );
}
