import { Trans, useLingui } from '@lingui/react/macro';
import type { TrendPoint } from '#shared/contracts/release-trend.ts';
import { figureOf } from '#shared/domain/benchmark/cell-figure.ts';
import type { Likeness } from '#shared/domain/benchmark/likeness.ts';
import { type Scale, scaleOf } from '#shared/domain/benchmark/scale.ts';
import { formatNumber } from '../../lib/format.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { SelectField } from '../../ui/field/select-field.tsx';
import { HiddenMark } from '../../ui/heat/hidden-mark.tsx';
import { Link } from '../../ui/link/link.tsx';
import { ToPartLinks } from '../../ui/navigation/part-links.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Section } from '../../ui/page/section.tsx';
import { Ruler } from '../../ui/ruler/ruler.tsx';
import { Table } from '../../ui/table/table.tsx';
import { CellSentences, quartilesOf } from './group-rulers.tsx';
import { allFirms, type ReleaseView } from './release-view.ts';
import styles from './releases.module.css';
import { shownCell, TrendCautions, TrendSaid } from './trend-said.tsx';
import type { ExplorerAddress } from './use-explorer-address.ts';
import { useFigureWords } from './use-figure-words.ts';
import { useGroupWords } from './use-group-words.ts';
import type { MeasureWords } from './use-measure-words.ts';
import { useReleaseWords } from './use-release-words.ts';
import { useTrend } from './use-trend.ts';

type TrendRulersProps = { points: readonly TrendPoint[]; measure: string; measureWords: MeasureWords };

/** A rule for each release, all from 0 to 4, and words in place of what is hidden. */
function TrendRulers({ points, measure, measureWords }: TrendRulersProps) {
  const words = useReleaseWords();
  const classes = measureWords.classes(measure);
  return (
    <div className={styles.rulers}>
      {points.map((point) => {
        const { number } = point;
        const cell = shownCell(point);
        return (
          <Ruler
            key={number}
            name={<h3>{words.period(point)}</h3>}
            value={cell?.mean ?? null}
            quartiles={cell === undefined ? null : quartilesOf(cell)}
            sentences={cell === undefined ? undefined : <CellSentences cell={cell} />}
            emptyText={<Trans>Not shown in release {number}.</Trans>}
            ends={{ low: classes[0] ?? '', high: classes.at(-1) ?? '' }}
          />
        );
      })}
    </div>
  );
}

type TrendTableProps = {
  points: readonly TrendPoint[];
  scale: Scale;
  name: string;
  releaseHref: (number: number) => string;
};

function TrendTable({ points, scale, name, releaseHref }: TrendTableProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const localise = useLocalised();
  const words = useReleaseWords();
  const figures = useFigureWords();
  const figure = figures.name(scale);
  const likenesses: Record<Likeness, string> = { alike: t`Yes`, different: t`No`, unknown: t`Not known` };
  return (
    <Table
      caption={t`${name}: ${figure}, by release`}
      rows={points}
      rowKey={({ number }) => String(number)}
      columns={[
        { key: 'period', header: t`Period`, isRowHeader: true, isRoomy: true, cell: (point) => words.period(point) },
        {
          key: 'release',
          header: t`Release`,
          isRoomy: true,
          cell: (point) => <Link to={releaseHref(point.number)}>{`${point.number}: ${localise(point.name)}`}</Link>,
        },
        {
          key: 'figure',
          header: t`Level or share`,
          isNumeric: true,
          cell: (point) => {
            const value = figureOf(shownCell(point), scale);
            return value === null ? <HiddenMark /> : figures.told(value, scale);
          },
        },
        {
          key: 'firms',
          header: t`Firms, about`,
          isNumeric: true,
          cell: (point) => {
            const firms = shownCell(point)?.firms;
            return firms === undefined ? <HiddenMark /> : formatNumber(firms, language);
          },
        },
        {
          key: 'alike',
          header: t`Measured and protected alike`,
          cell: ({ likeness }) => likenesses[likeness],
        },
      ]}
    />
  );
}

type TrendProps = {
  number: number;
  view: ReleaseView;
  address: ExplorerAddress;
  measureWords: MeasureWords;
  releaseHref: (number: number) => string;
};

/** What is looked at closely, over all releases that count the same kind of firms. */
export function TrendOverReleases({ number, view, address, measureWords, releaseHref }: TrendProps) {
  const { t } = useLingui();
  const { measure, breakdown, choose } = address;
  const { names } = view.document.spec;
  const words = useGroupWords(names);
  const problemWords = useProblemWords();
  const groups = [allFirms, ...(breakdown.length === 0 ? [] : view.groupsOf(breakdown).map(({ key }) => key))];
  const group = groups.find((key) => key === address.group) ?? allFirms;
  const { points, failure, again } = useTrend(number, measure, group);
  const name = measureWords.measure(measure);
  const titled = measureWords.inTitle(measure);
  const scale = scaleOf(names, measure);
  const groupName = words.group(group);
  return (
    <Section id="time" title={t`Over time: ${titled}`}>
      {groups.length > 1 && (
        <div className={styles.choice}>
          <SelectField
            name="group"
            label={t`Group`}
            value={group}
            options={groups.map((key) => ({ value: key, label: words.group(key) }))}
            onChange={({ currentTarget }) => choose('group', currentTarget.value)}
          />
        </div>
      )}
      {failure !== null && (
        <>
          <FaultNotice fault={problemWords(failure)} title={t`The other releases could not be fetched`} />
          <ButtonRow>
            <Button variant="secondary" onClick={again}>
              <Trans>Try again</Trans>
            </Button>
          </ButtonRow>
        </>
      )}
      {points !== null && points.length < 2 && (
        <p>
          <Trans>No other release tells of this among the same kind of firms yet, so there is nothing to follow.</Trans>
        </p>
      )}
      {points !== null && points.length > 1 && (
        <>
          <TrendSaid points={points} scale={scale} />
          <TrendCautions points={points} />
          {(scale === 'level' || scale === 'importance') && (
            <TrendRulers points={points} measure={measure} measureWords={measureWords} />
          )}
          <TrendTable points={points} scale={scale} name={t`${name}, ${groupName}`} releaseHref={releaseHref} />
        </>
      )}
      <ToPartLinks />
    </Section>
  );
}
