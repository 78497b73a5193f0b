import { useLingui } from '@lingui/react/macro';
import { groupKey, type Place } from '#shared/domain/benchmark/frame.ts';
import { scaleOf } from '#shared/domain/benchmark/scale.ts';
import { lowerFirst } from '#shared/domain/wording/lower-first.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { HeatTable } from '../../ui/heat/heat-table.tsx';
import { Section } from '../../ui/page/section.tsx';
import { CellsInWords, useHeatCells } from './heat.tsx';
import { allFirms, type ReleaseView } from './release-view.ts';
import { type Released, SourceLine } from './source-line.tsx';
import { useGroupWords } from './use-group-words.ts';
import { useOutstanding } from './use-outstanding.ts';

export type DivisionHeatsProps = {
  released: Released;
  view: ReleaseView;
  /** Of one scale, in the order of the rows. */
  measures: readonly string[];
  rowKind: string;
  nameOf: (measure: string) => string;
  /** What an address calls the first of them. */
  id: string;
  /** Both of what the division is called. */
  title: (by: string) => string;
  caption: (by: string) => string;
};

/** The same measures by each single attribute that the release divides firms by, all firms first. Each says what it shows. */
export function DivisionHeats({ released, view, measures, rowKind, nameOf, id, title, caption }: DivisionHeatsProps) {
  const language = useLanguage();
  const { names } = view.document.spec;
  const words = useGroupWords(names);
  const { cell, legend } = useHeatCells(scaleOf(names, measures[0] ?? ''));
  const { divisions, ofDivision } = useOutstanding({ view, measures, nameOf });
  return divisions.map((codes, at) => {
    const by = words.breakdown(codes);
    const named = title(lowerFirst(by, language));
    return (
      <Section key={by} id={at === 0 ? id : undefined} title={`${named}: ${ofDivision(codes[0] ?? '')}`}>
        <HeatTable
          caption={caption(by)}
          rowKind={rowKind}
          rows={measures.map((code) => ({ key: code, name: nameOf(code) }))}
          columns={[
            { key: allFirms, name: words.group(allFirms) },
            ...view.groupsOf(codes).map(({ key, place }) => ({ key, name: words.place(place) })),
          ]}
          cellOf={(measure, group) => cell(view.cell(measure, group))}
          legend={legend}
        />
        {at === 0 && <CellsInWords />}
        <SourceLine released={released} />
      </Section>
    );
  });
}

type CrossHeatProps = {
  view: ReleaseView;
  measure: string;
  /** Two attributes: rows and columns. */
  breakdown: readonly string[];
  caption: string;
};

/** One measure in groups of two attributes, with each of them alone where the release has that too. */
export function CrossHeat({ view, measure, breakdown, caption }: CrossHeatProps) {
  const { t } = useLingui();
  const { names } = view.document.spec;
  const words = useGroupWords(names);
  const { cell, legend } = useHeatCells(scaleOf(names, measure));
  const [first = '', second = ''] = breakdown;
  const ends = (attribute: string) => [
    ...view.valuesOf(attribute).map((value) => ({ key: value, name: words.value(attribute, value) })),
    { key: '', name: t`All firms` },
  ];
  const placeOf = (row: string, column: string): Place => ({
    ...(row === '' ? {} : { [first]: row }),
    ...(column === '' ? {} : { [second]: column }),
  });
  return (
    <HeatTable
      caption={caption}
      rowKind={words.breakdown(breakdown)}
      rows={ends(first)}
      columns={ends(second)}
      cellOf={(row, column) => cell(view.cell(measure, groupKey(placeOf(row, column))))}
      legend={legend}
    />
  );
}
