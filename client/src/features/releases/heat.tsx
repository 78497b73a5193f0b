import { Trans, useLingui } from '@lingui/react/macro';
import type { Place } from '#shared/domain/benchmark/frame.ts';
import { groupKey } from '#shared/domain/benchmark/frame.ts';
import { formatLevel, formatNumber } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { type HeatCell, type HeatStep, HeatTable } from '../../ui/heat/heat-table.tsx';
import { Link } from '../../ui/link/link.tsx';
import { allFirms, type ReleaseView, type ShownCell } from './release-view.ts';
import type { ExplorerAddress } from './use-explorer-address.ts';
import { useGroupWords } from './use-group-words.ts';
import type { MeasureWords } from './use-measure-words.ts';

/** The same steps in every release, so that two can be laid beside each other. */
const stepsFrom = [1, 1.5, 2, 2.5, 3];
const stepOf = (mean: number): HeatStep => (stepsFrom.filter((from) => mean >= from).length + 1) as HeatStep;

function useHeatCells() {
  const { t } = useLingui();
  const language = useLanguage();
  const level = (value: number) => formatLevel(value, language);
  const cell = (found: ShownCell | undefined): HeatCell | null => {
    if (found === undefined || found.mean === null) return null;
    const firms = formatNumber(found.firms, language);
    return { step: stepOf(found.mean), text: level(found.mean), note: t`about ${firms}` };
  };
  const legend = stepsFrom.map((from, at) => {
    const [low, high] = [level(stepsFrom[at - 1] ?? 0), level(from - 0.1)];
    return { step: (at + 1) as HeatStep, name: at === 0 ? t`below ${level(from)}` : `${low}–${high}` };
  });
  const top = level(stepsFrom.at(-1) ?? 0);
  return { cell, legend: [...legend, { step: 6 as const, name: t`${top} or more` }] };
}

/** Said once for a table: what the two numbers and the mark in it are. */
export function CellsInWords() {
  return (
    <p>
      <Trans>
        The large number is the mean level, 0–4; the small one about how many firms that have answered. Two dots: not
        shown, because there are too few firms, or none, or because it would give away single firms or another group.
        Which of them it is cannot be seen.
      </Trans>
    </p>
  );
}

type MeasureHeatProps = { view: ReleaseView; address: ExplorerAddress; measureWords: MeasureWords };

/** Every area in every group of a division. */
export function MeasureHeat({ view, address, measureWords }: MeasureHeatProps) {
  const { t } = useLingui();
  const words = useGroupWords(view.document.spec.names);
  const { cell, legend } = useHeatCells();
  const { breakdown, measures, measure: current, searchWith } = address;
  const groups = breakdown.length === 0 ? [] : view.groupsOf(breakdown);
  const by = words.breakdown(breakdown);
  return (
    <HeatTable
      caption={breakdown.length === 0 ? t`Mean level by area, 0–4` : t`Mean level by area, 0–4. Divided by: ${by}`}
      rowKind={t`Area`}
      rows={measures.map((code) => ({
        key: code,
        name: (
          <Link
            to={{ search: searchWith('area', code), hash: 'area' }}
            replace
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
  const { cell, legend } = useHeatCells();
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
      caption={t`${name}: mean level, 0–4`}
      rowKind={words.breakdown(breakdown)}
      rows={ends(first)}
      columns={ends(second)}
      cellOf={(row, column) => cell(view.cell(measure, groupKey(placeOf(row, column))))}
      legend={legend}
    />
  );
}
