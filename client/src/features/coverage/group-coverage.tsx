import { Trans, useLingui } from '@lingui/react/macro';
import type { ReleaseDocument } from '#shared/domain/benchmark/release.ts';
import {
  type Coverage,
  type CoverageAttribute,
  type CoverageRow,
  coverageBy,
  tellSpread,
  untoldReasons,
} from '#shared/domain/coverage/coverage.ts';
import type { PopulationCell } from '#shared/domain/coverage/population.ts';
import { decimalsOf, toldShare, toldThere } from '#shared/domain/coverage/told-row.ts';
import { lowerFirst } from '#shared/domain/wording/lower-first.ts';
import { formatNumber } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { LazyBarChart } from '../../ui/charts/lazy-bar-chart.tsx';
import { Section } from '../../ui/page/section.tsx';
import { Table } from '../../ui/table/table.tsx';
import { useCoverageWords, useNamesOf } from './use-coverage-names.ts';

const ofAll = { most: 100, low: '0\u00a0%', high: '100\u00a0%' };

/** What can be said of a row, in words. */
function useRowWords() {
  const { t } = useLingui();
  const language = useLanguage();
  const words = useCoverageWords();
  const percent = (value: number | null) => {
    if (value === null) return '–';
    const shown = formatNumber(value, language, decimalsOf(value));
    return t`${shown} %`;
  };
  return {
    percent,
    answered: (value: number | null) => (value === null ? t`not shown` : formatNumber(value, language)),
    there: (row: CoverageRow): string => {
      const told = toldThere(row);
      switch (told.kind) {
        case 'untold':
          return t`can not be told`;
        case 'exactly':
          return formatNumber(told.count, language);
        case 'at-least':
          return words.counted({ surely: told.count, secretRows: 1 });
        case 'between':
          return `${formatNumber(told.count, language)}–${formatNumber(told.most, language)}`;
      }
    },
    reached: (row: CoverageRow): string => {
      const told = toldShare(row);
      if (told.kind === 'untold') return t`can not be told`;
      if (told.kind === 'hidden') return t`not shown`;
      const shown = percent(told.percent);
      return told.kind === 'exactly' ? shown : t`at most ${shown}`;
    },
  };
}

/** Of which groups no share is told, and why. */
function Untold({
  attribute,
  rows,
  names,
}: {
  attribute: CoverageAttribute;
  rows: readonly CoverageRow[];
  names: Names;
}) {
  const words = useCoverageWords();
  const reasons = untoldReasons.flatMap((why) => {
    const groups = rows.filter(({ untold }) => untold === why).map(({ value }) => names.value(attribute, value));
    return groups.length === 0 ? [] : [{ why, groups: groups.join(', ') }];
  });
  if (reasons.length === 0) return null;
  return (
    <>
      <p>
        <Trans>Of some groups it can not be told what share has answered:</Trans>
      </p>
      <ul>
        {reasons.map(({ why, groups }) => (
          <li key={why}>
            {groups}: {words.untold(why)}.
          </li>
        ))}
      </ul>
    </>
  );
}

type SpreadProps = { coverage: Coverage; nameOf: (row: CoverageRow) => string };

function Spread({ coverage, nameOf }: SpreadProps) {
  const { compared, unplaced } = coverage;
  const language = useLanguage();
  const spread = tellSpread(coverage);
  const group = spread === null ? '' : nameOf(spread.most);
  const ofFirms = formatNumber(spread?.most.shareOfPopulation ?? 0, language);
  const ofAnswers = formatNumber(spread?.most.shareOfAnswers ?? 0, language);
  const apart = formatNumber(spread?.dissimilarity ?? 0, language);
  const several = formatNumber(unplaced, language);
  return (
    <>
      {compared !== null && (
        <p>
          <Trans>The shares of the answers and of the firms are of the groups that can be compared.</Trans>
        </p>
      )}
      {spread !== null && (
        <p>
          {spread.isOfAll ? (
            <Trans>
              {group} are {ofFirms} of 100 firms but {ofAnswers} of 100 answers. For all groups to weigh what they do
              among the firms, {apart} answers of 100 would have had to come from another group.
            </Trans>
          ) : (
            <Trans>
              {group} are {ofFirms} of 100 firms in those groups but {ofAnswers} of 100 answers. For all of them to
              weigh what they do among the firms, {apart} answers of 100 would have had to come from another of them.
            </Trans>
          )}
        </p>
      )}
      {unplaced > 0 && (
        <p>
          <Trans>
            {several} firms are counted among all and in none of the groups: the source has them in a class on both
            sides of a border of ours.
          </Trans>
        </p>
      )}
    </>
  );
}

type Names = ReturnType<typeof useNamesOf>;
type Line = { key: string; name: string; row: CoverageRow };
type GroupCoverageProps = {
  attribute: CoverageAttribute;
  document: ReleaseDocument;
  cells: readonly PopulationCell[];
};

/** How far the groups of one attribute have answered. */
export function GroupCoverage({ attribute, document, cells }: GroupCoverageProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const names = useNamesOf(document.spec.names);
  const words = useCoverageWords();
  const inRow = useRowWords();
  const coverage = coverageBy(attribute, document, cells);
  const { rows, all, compared } = coverage;
  if (rows.every(({ answered }) => answered === null)) return null;
  const lines: Line[] = rows.map((row) => ({ key: row.value ?? '', name: names.value(attribute, row.value), row }));
  const together =
    compared === null
      ? []
      : [
          {
            key: 'compared',
            name: t`Groups that can be compared`,
            row: { ...all, ...compared, untold: null, shareOfAnswers: 100, shareOfPopulation: 100 },
          },
        ];
  const name = words.attribute(attribute);
  const by = lowerFirst(name, language);
  const table = (
    <Table
      caption={t`Firms that have answered and firms there are, by ${by}`}
      rows={[...lines, ...together, { key: 'all', name: names.value(attribute, null), row: all }]}
      rowKey={({ key }) => key}
      columns={[
        { key: 'group', header: name, isRowHeader: true, cell: (line) => line.name },
        {
          key: 'answered',
          header: t`Have answered, about`,
          isNumeric: true,
          cell: ({ row }) => inRow.answered(row.answered),
        },
        { key: 'there', header: t`There are`, isNumeric: true, cell: ({ row }) => inRow.there(row) },
        { key: 'reached', header: t`Have answered, per cent`, isNumeric: true, cell: ({ row }) => inRow.reached(row) },
        {
          key: 'answers',
          header: t`Of the answers`,
          isNumeric: true,
          cell: ({ row }) => inRow.percent(row.shareOfAnswers),
        },
        {
          key: 'firms',
          header: t`Of the firms`,
          isNumeric: true,
          cell: ({ row }) => inRow.percent(row.shareOfPopulation),
        },
      ]}
    />
  );
  // A bar of what can not be told would look like nobody.
  const told = rows.filter(({ untold }) => untold === null);
  return (
    <Section title={name}>
      {told.length === 0 ? (
        table
      ) : (
        <LazyBarChart
          name={t`Share of the firms that have answered, by ${by}`}
          scale={ofAll}
          bars={told.map((row) => ({
            label: names.value(attribute, row.value),
            value: row.reached,
            // Of one piece, so that it is not broken beside its bar.
            shown: inRow.reached(row).replaceAll(' ', '\u00a0'),
          }))}
        >
          {table}
        </LazyBarChart>
      )}
      <Untold attribute={attribute} rows={rows} names={names} />
      <Spread coverage={coverage} nameOf={({ value }) => names.value(attribute, value)} />
    </Section>
  );
}
