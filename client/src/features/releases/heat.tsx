import { Trans, useLingui } from '@lingui/react/macro';
import type { Place } from '#shared/domain/benchmark/frame.ts';
import { groupKey } from '#shared/domain/benchmark/frame.ts';
import { type Scale, scaleOf, scales } from '#shared/domain/benchmark/scale.ts';
import { formatNumber } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';
import type { HeatStep } from '../../ui/heat/heat-legend.tsx';
import { type HeatCell, HeatTable } from '../../ui/heat/heat-table.tsx';
import { Link } from '../../ui/link/link.tsx';
import { figureOf, shownStep, stepsFrom } from './figure.ts';
import { allFirms, type ReleaseView, type ShownCell } from './release-view.ts';
import type { ExplorerAddress, Order } from './use-explorer-address.ts';
import { useFigureWords } from './use-figure-words.ts';
import { useGroupWords } from './use-group-words.ts';
import type { MeasureWords } from './use-measure-words.ts';

const stepOf = (figure: number, scale: Scale): HeatStep =>
  (stepsFrom[scale].filter((from) => figure >= from).length + 1) as HeatStep;

export function useHeatCells(scale: Scale) {
  const { t } = useLingui();
  const language = useLanguage();
  const { told } = useFigureWords();
  const written = (value: number) => told(value, scale);
  const cell = (found: ShownCell | undefined): HeatCell | null => {
    const figure = figureOf(found, scale);
    if (found === undefined || figure === null) return null;
    const firms = formatNumber(found.firms, language);
    return {
      step: stepOf(figure, scale),
      text: written(figure),
      note: scale === 'count' ? undefined : t`about ${firms}`,
    };
  };
  const steps = stepsFrom[scale];
  const legend = steps.map((from, at) => {
    const [low, high] = [written(steps[at - 1] ?? 0), written(from - shownStep[scale])];
    return {
      step: (at + 1) as HeatStep,
      name: at === 0 ? t`below ${written(from)}` : low === high ? low : `${low}–${high}`,
    };
  });
  const top = written(steps.at(-1) ?? 0);
  return { cell, legend: [...legend, { step: 6 as const, name: t`${top} or more` }] };
}

/** Said once for a table: what the two numbers and the mark in it are. */
export function CellsInWords() {
  return (
    <p>
      <Trans>
        The large number is what the caption says; the small one about how many firms that have answered. Two dots: not
        shown, because there are too few firms, or none, or because it would give away single firms or another group.
        Which of them it is cannot be seen.
      </Trans>
    </p>
  );
}

/** By the figure of all firms; those that have none are last, in the order they had. */
function inOrder(measures: readonly string[], view: ReleaseView, scale: Scale, order: Order | undefined) {
  if (order === undefined) return measures;
  const sign = order === 'highest' ? -1 : 1;
  const place = (code: string) => sign * (figureOf(view.cell(code, allFirms), scale) ?? sign * Number.MAX_VALUE);
  return measures.toSorted((one, other) => place(one) - place(other));
}

const capitalised = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);

type MeasureHeatProps = { view: ReleaseView; address: ExplorerAddress; measureWords: MeasureWords };

/** Every measure in every group of a division: a table for each scale, since their numbers are of different things. */
export function MeasureHeat(props: MeasureHeatProps) {
  const { names } = props.view.document.spec;
  return scales.map((scale) => {
    const measures = props.address.measures.filter((code) => scaleOf(names, code) === scale);
    return measures.length === 0 ? null : <ScaleHeat key={scale} {...props} scale={scale} measures={measures} />;
  });
}

type ScaleHeatProps = MeasureHeatProps & { scale: Scale; measures: readonly string[] };

function ScaleHeat({ view, address, measureWords, scale, measures }: ScaleHeatProps) {
  const { t } = useLingui();
  const words = useGroupWords(view.document.spec.names);
  const figures = useFigureWords();
  const { cell, legend } = useHeatCells(scale);
  const { breakdown, measure: current, order, searchWith } = address;
  const groups = breakdown.length === 0 ? [] : view.groupsOf(breakdown);
  const by = words.breakdown(breakdown);
  const name = capitalised(figures.name(scale));
  return (
    <HeatTable
      caption={breakdown.length === 0 ? name : t`${name}. Divided by: ${by}`}
      rowKind={scale === 'level' || scale === 'importance' ? t`Area` : t`What is counted`}
      rows={inOrder(measures, view, scale, order).map((code) => ({
        key: code,
        name: (
          <Link
            to={{ search: searchWith('area', code), hash: 'area' }}
            aria-current={code === current ? 'true' : undefined}
          >
            {measureWords.measure(code)}
          </Link>
        ),
      }))}
      columns={[
        { key: allFirms, name: words.group(allFirms) },
        ...groups.map(({ key, place }) => ({ key, name: words.place(place) })),
      ]}
      cellOf={(measure, group) => cell(view.cell(measure, group))}
      legend={legend}
    />
  );
}

type CrossTableProps = { view: ReleaseView; breakdown: readonly string[]; measure: string; name: string };

/** One area in groups of two attributes, with each of them alone where the release has that too. */
export function CrossTable({ view, breakdown, measure, name }: CrossTableProps) {
  const { t } = useLingui();
  const words = useGroupWords(view.document.spec.names);
  const scale = scaleOf(view.document.spec.names, measure);
  const figures = useFigureWords();
  const { cell, legend } = useHeatCells(scale);
  const figure = figures.name(scale);
  const [first = '', second = ''] = breakdown;
  const all = t`All firms`;
  const ends = (attribute: string) => [
    ...view.valuesOf(attribute).map((value) => ({ key: value, name: words.value(attribute, value) })),
    { key: '', name: all },
  ];
  const placeOf = (row: string, column: string): Place => ({
    ...(row === '' ? {} : { [first]: row }),
    ...(column === '' ? {} : { [second]: column }),
  });
  return (
    <HeatTable
      caption={`${name}: ${figure}`}
      rowKind={words.breakdown(breakdown)}
      rows={ends(first)}
      columns={ends(second)}
      cellOf={(row, column) => cell(view.cell(measure, groupKey(placeOf(row, column))))}
      legend={legend}
    />
  );
}
