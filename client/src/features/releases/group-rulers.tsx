import { Trans, useLingui } from '@lingui/react/macro';
import { figureOf } from '#shared/domain/benchmark/cell-figure.ts';
import { scaleOf } from '#shared/domain/benchmark/scale.ts';
import { formatLevel, formatNumber } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { HiddenMark } from '../../ui/heat/hidden-mark.tsx';
import { Ruler } from '../../ui/ruler/ruler.tsx';
import { Table } from '../../ui/table/table.tsx';
import type { ReleaseView, ShownCell, ShownGroup } from './release-view.ts';
import styles from './releases.module.css';
import { useFigureWords } from './use-figure-words.ts';
import { useGroupWords } from './use-group-words.ts';
import type { MeasureWords } from './use-measure-words.ts';

type GroupsProps = { view: ReleaseView; measure: string; groups: readonly ShownGroup[]; measureWords: MeasureWords };

export function quartilesOf({ lowQuartile, median, highQuartile }: ShownCell) {
  return median === null ? null : { lower: lowQuartile, median, upper: highQuartile };
}

export function CellSentences({ cell }: { cell: ShownCell }) {
  const language = useLanguage();
  const level = (value: number) => formatLevel(value, language);
  const { mean, lowQuartile, median, highQuartile } = cell;
  const firms = formatNumber(cell.firms, language);
  return (
    <>
      {mean !== null && (
        <strong>
          <Trans>Mean {level(mean)}.</Trans>
        </strong>
      )}{' '}
      {median !== null && lowQuartile !== null && highQuartile !== null && (
        <Trans>
          Half of the firms lie between {level(lowQuartile)} and {level(highQuartile)}, the middle one at{' '}
          {level(median)}.
        </Trans>
      )}
      {median !== null && (lowQuartile === null || highQuartile === null) && (
        <Trans>The middle one lies at {level(median)}.</Trans>
      )}{' '}
      <Trans>About {firms} firms that have answered.</Trans>
    </>
  );
}

/** One rule for each group that is shown. */
export function GroupRulers({ view, measure, groups, measureWords }: GroupsProps) {
  const words = useGroupWords(view.document.spec.names);
  const classes = measureWords.classes(measure);
  const shown = groups.flatMap((group) => {
    const cell = view.cell(measure, group.key);
    return cell === undefined ? [] : [{ group, cell }];
  });
  return (
    <div className={styles.rulers}>
      {shown.map(({ group, cell }) => (
        <Ruler
          key={group.key}
          name={<h3>{words.place(group.place)}</h3>}
          value={cell.mean}
          quartiles={quartilesOf(cell)}
          sentences={<CellSentences cell={cell} />}
          ends={{ low: classes[0] ?? '', high: classes.at(-1) ?? '' }}
        />
      ))}
    </div>
  );
}

/** What the number of firms is where no share stands beside it. */
export function CountedInWords({ view, measure, groups }: Omit<GroupsProps, 'measureWords'>) {
  const isWithout = groups.some(({ key }) => {
    const cell = view.cell(measure, key);
    return cell !== undefined && figureOf(cell, 'share') === null;
  });
  if (!isWithout) return null;
  return (
    <p>
      <Trans>
        The number of firms is how many are counted, whatever the answer. Where no share stands beside it, very few or
        all of them are on one side, or it protects another group: the share would give away single firms.
      </Trans>
    </p>
  );
}

/** The same as a table, with the groups that are not shown. */
export function GroupTable({ view, measure, groups, measureWords }: GroupsProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const words = useGroupWords(view.document.spec.names);
  const figures = useFigureWords();
  const scale = scaleOf(view.document.spec.names, measure);
  const [name, figure] = [measureWords.measure(measure), figures.name(scale)];
  const column = (key: 'mean' | 'lowQuartile' | 'median' | 'highQuartile', header: string) => ({
    key,
    header,
    isNumeric: true,
    cell: (group: ShownGroup) => {
      const value = view.cell(measure, group.key)?.[key] ?? null;
      return value === null ? <HiddenMark /> : figures.format(value, scale);
    },
  });
  const hasMean = scale === 'level' || scale === 'importance' || scale === 'percent';
  const hasShare = scale === 'share';
  return (
    <Table
      caption={hasMean || hasShare ? t`${name}: ${figure}, as a table` : t`${name}: firms, as a table`}
      rows={groups}
      rowKey={({ key }) => key}
      columns={[
        { key: 'group', header: t`Group`, isRowHeader: true, isRoomy: true, cell: ({ place }) => words.place(place) },
        ...(hasMean
          ? [
              column('mean', t`Mean`),
              column('lowQuartile', t`Lower quartile`),
              column('median', t`Median`),
              column('highQuartile', t`Upper quartile`),
            ]
          : []),
        ...(hasShare
          ? [
              {
                key: 'share',
                header: t`Share`,
                isNumeric: true,
                cell: ({ key }: ShownGroup) => {
                  const share = figureOf(view.cell(measure, key), scale);
                  return share === null ? <HiddenMark /> : figures.told(share, scale);
                },
              },
            ]
          : []),
        {
          key: 'firms',
          header: hasShare ? t`Counted firms, about` : t`Firms, about`,
          isNumeric: true,
          cell: ({ key }) => {
            const firms = view.cell(measure, key)?.firms;
            return firms === undefined ? <HiddenMark /> : formatNumber(firms, language);
          },
        },
      ]}
    />
  );
}
