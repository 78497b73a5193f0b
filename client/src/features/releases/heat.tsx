import { Trans, useLingui } from '@lingui/react/macro';
import { figureOf } from '#shared/domain/benchmark/cell-figure.ts';
import { type Scale, scaleOf, scales } from '#shared/domain/benchmark/scale.ts';
import { formatNumber } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';
import type { HeatStep } from '../../ui/heat/heat-legend.tsx';
import { type HeatCell, HeatTable } from '../../ui/heat/heat-table.tsx';
import { Link } from '../../ui/link/link.tsx';
import { shownStep, stepsFrom } from './figure.ts';
import { allFirms, type ReleaseView, type ShownCell } from './release-view.ts';
import type { ExplorerAddress, Order } from './use-explorer-address.ts';
import { useFigureWords } from './use-figure-words.ts';
import { useGroupWords } from './use-group-words.ts';
import type { MeasureWords } from './use-measure-words.ts';

const heatSteps: readonly HeatStep[] = [1, 2, 3, 4, 5, 6];
/** The one that so many go before. */
const stepAfter = (count: number): HeatStep => heatSteps[count] ?? 6;
const stepOf = (figure: number, scale: Scale): HeatStep =>
  stepAfter(stepsFrom[scale].filter((from) => figure >= from).length);

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
      note: scale === 'count' ? undefined : t`c. ${firms}`,
    };
  };
  const steps = stepsFrom[scale];
  const legend = steps.map((from, at) => {
    const [low, high] = [written(steps[at - 1] ?? 0), written(from - shownStep[scale])];
    return {
      step: stepAfter(at),
      name: at === 0 ? t`below ${written(from)}` : low === high ? low : `${low}–${high}`,
    };
  });
  const top = written(steps.at(-1) ?? 0);
  return { cell, legend: [...legend, { step: stepAfter(steps.length), name: t`${top} or more` }] };
}

/** Said once for a table: what the two numbers and the mark in it are. */
export function CellsInWords() {
  return (
    <p>
      <Trans>
        The large number is what the caption says; the small one about how many firms that have answered. Two dots: not
        shown, which is not the same as zero. There are too few firms, or none, or almost all of them are on one side,
        or it would give away single firms or another group. Which of them it is cannot be seen.
      </Trans>{' '}
      <Trans>
        The colours have the same steps in every release, so that two can be laid beside each other. Where the figures
        lie close together, few of the colours are used.
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
