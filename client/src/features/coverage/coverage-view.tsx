import { Trans, useLingui } from '@lingui/react/macro';
import type { Population } from '#shared/contracts/coverage.ts';
import type { PublishedLevels } from '#shared/contracts/releases.ts';
import {
  type Coverage,
  type CoverageAttribute,
  type CoverageRow,
  coverageAttributes,
  coverageBy,
} from '#shared/domain/coverage/coverage.ts';
import { populationOf } from '#shared/domain/coverage/population.ts';
import { formatNumber } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { LazyBarChart } from '../../ui/charts/lazy-bar-chart.tsx';
import { Details } from '../../ui/details/details.tsx';
import { Section } from '../../ui/page/section.tsx';
import { Table } from '../../ui/table/table.tsx';
import type { CurrentPopulations } from './api.ts';
import { PopulationSource } from './population-source.tsx';
import { useCoverageWords, useNamesOf } from './use-coverage-names.ts';
import { WeightedTable } from './weighted-table.tsx';

type Covered = { release: Pick<PublishedLevels, 'document'>; population: Population };

function usePercents() {
  const { t } = useLingui();
  const language = useLanguage();
  return {
    number: (value: number | null) => (value === null ? t`not shown` : formatNumber(value, language)),
    percent: (value: number | null) => {
      if (value === null) return '–';
      const shown = formatNumber(value, language, value < 10 ? 1 : 0);
      return t`${shown} %`;
    },
  };
}

function Spread({ coverage: { dissimilarity, unplaced } }: { coverage: Coverage }) {
  const language = useLanguage();
  const apart = dissimilarity === null ? null : formatNumber(dissimilarity, language);
  const several = formatNumber(unplaced, language);
  return (
    <>
      {apart !== null && (
        <p>
          <Trans>
            {apart} per cent of the answers would have to come from other groups for them to be spread as the firms are.
          </Trans>
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

function GroupCoverage({ attribute, covered }: { attribute: CoverageAttribute; covered: Covered }) {
  const { t } = useLingui();
  const { document } = covered.release;
  const names = useNamesOf(document.spec.names);
  const words = useCoverageWords();
  const { number, percent } = usePercents();
  const coverage = coverageBy(attribute, document, covered.population.cells);
  if (coverage.rows.every(({ answered }) => answered === null)) return null;
  const rows: CoverageRow[] = [...coverage.rows, coverage.all];
  const name = words.attribute(attribute);
  return (
    <Section title={name}>
      <LazyBarChart
        name={t`Of the firms there are, have answered, by ${name}`}
        bars={coverage.rows.map(({ value, reached }) => ({
          label: names.value(attribute, value),
          value: reached,
          shown: percent(reached),
        }))}
      >
        <Table
          caption={t`Firms that have answered and firms there are, by ${name}`}
          rows={rows}
          rowKey={({ value }) => value ?? ''}
          columns={[
            { key: 'group', header: name, isRowHeader: true, cell: ({ value }) => names.value(attribute, value) },
            { key: 'answered', header: t`Have answered, about`, isNumeric: true, cell: (row) => number(row.answered) },
            { key: 'there', header: t`There are`, isNumeric: true, cell: (row) => number(row.population) },
            {
              key: 'reached',
              header: t`Have answered, per cent`,
              isNumeric: true,
              cell: (row) => percent(row.reached),
            },
            { key: 'answers', header: t`Of the answers`, isNumeric: true, cell: (row) => percent(row.shareOfAnswers) },
            { key: 'firms', header: t`Of the firms`, isNumeric: true, cell: (row) => percent(row.shareOfPopulation) },
          ]}
        />
      </LazyBarChart>
      <Spread coverage={coverage} />
    </Section>
  );
}

function Workplaces({ population }: { population: Population | undefined }) {
  const language = useLanguage();
  if (population === undefined) return null;
  const number = formatNumber(populationOf(population.cells, {}), language);
  const { year } = population;
  return (
    <p>
      <Trans>
        Workplaces are another thing than firms, since a firm may have several. There were {number} in industry in the
        three counties in {year}. They are not compared with the answers, which are of firms.
      </Trans>
    </p>
  );
}

export type CoverageViewProps = { release: Pick<PublishedLevels, 'document'>; current: CurrentPopulations };

/** How far the firms that have answered stand for those there are, from nothing but what is published. */
export function CoverageView({ release, current }: CoverageViewProps) {
  const population = current.populations.find(({ unit }) => unit === 'firms');
  const workplaces = current.populations.find(({ unit }) => unit === 'workplaces');
  if (population === undefined) return null;
  const covered = { release, population };
  return (
    <>
      <p>
        <Trans>
          The figures are of the firms that have answered. Beside them stands how many firms there are, so that you see
          which groups have answered more than others.
        </Trans>
      </p>
      <PopulationSource population={population} />
      {coverageAttributes.map((attribute) => (
        <GroupCoverage key={attribute} attribute={attribute} covered={covered} />
      ))}
      <WeightedTable document={release.document} population={population} rules={current.rules} />
      <Workplaces population={workplaces} />
      <Details summary={<Trans>What this can not tell</Trans>}>
        <p>
          <Trans>
            Firms choose themselves whether they answer. Those that do may differ from those that do not in ways that no
            table shows, for instance in how interested they are. Numbers of answers are rounded, and the source counts
            firms at another time than the answers were given.
          </Trans>
        </p>
      </Details>
    </>
  );
}
