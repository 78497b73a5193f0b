import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { Population } from '#shared/contracts/coverage.ts';
import type { ReleaseDocument } from '#shared/domain/benchmark/release.ts';
import { scaleOf } from '#shared/domain/benchmark/scale.ts';
import { type CoverageAttribute, coverageAttributes, coverageBy } from '#shared/domain/coverage/coverage.ts';
import { type CoverageRules, type Weighted, type Weighting, weightMean } from '#shared/domain/coverage/weighting.ts';
import { formatLevel, formatNumber } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { SelectField } from '../../ui/field/select-field.tsx';
import { Section } from '../../ui/page/section.tsx';
import { Table } from '../../ui/table/table.tsx';
import { useCoverageWords, useNamesOf } from './use-coverage-names.ts';

type WeightedTableProps = { document: ReleaseDocument; population: Population; rules: CoverageRules };
type Division = { key: string; attributes: readonly CoverageAttribute[] };
type Row = { measure: string; weighting: Weighting };

const isWeighted = (weighting: Weighting): weighting is Weighted => weighting.kind === 'weighted';

/** That by which the answers are spread most otherwise than the firms: weighting by it changes most. */
function mostUneven(
  divisions: readonly Division[],
  { document, population }: Pick<WeightedTableProps, 'document' | 'population'>,
): Division | undefined {
  const unevenness = ({ attributes: [first, ...others] }: Division): number =>
    first === undefined || others.length > 0 ? -1 : (coverageBy(first, document, population.cells).dissimilarity ?? -1);
  return divisions.toSorted((one, other) => unevenness(other) - unevenness(one))[0];
}

/** The level of all firms, unweighted and, where it can be defended, as if every group had answered as much. */
export function WeightedTable({ document, population, rules }: WeightedTableProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const words = useCoverageWords();
  const names = useNamesOf(document.spec.names);
  const divisions = document.spec.breakdowns.flatMap((codes): Division[] => {
    const attributes = codes.flatMap((code) => coverageAttributes.find((attribute) => attribute === code) ?? []);
    return codes.length > 0 && attributes.length === codes.length ? [{ key: codes.join('&'), attributes }] : [];
  });
  const [chosen, setChosen] = useState('');
  // Another release may not have the division that was chosen in the one before.
  const by = divisions.find(({ key }) => key === chosen) ?? mostUneven(divisions, { document, population });
  // Means of importance and of shares are on other scales.
  const levels = document.spec.measures.filter(
    (code) =>
      scaleOf(document.spec.names, code) === 'level' &&
      document.cells.some(({ measure, group, mean }) => measure === code && group === 'all' && mean !== null),
  );
  const rows = levels.map(
    (measure): Row => ({
      measure,
      weighting: weightMean(measure, by?.attributes ?? [], { document, population: population.cells }, rules),
    }),
  );
  if (by === undefined || rows.length === 0) return null;
  const inWords = (weighting: Weighting) =>
    isWeighted(weighting) ? formatLevel(weighting.mean, language) : t`No: ${words.block(weighting.why)}`;
  const cellOf = (measure: string) => document.cells.find((cell) => cell.measure === measure && cell.group === 'all');
  const unweighted = (measure: string) => cellOf(measure)?.mean ?? 0;
  const example = rows.flatMap(({ measure, weighting }) => {
    const answers = cellOf(measure)?.firms ?? null;
    if (!isWeighted(weighting) || answers === null) return [];
    const worth = Math.round(weighting.effective);
    return worth < answers
      ? [
          {
            area: names.measure(measure),
            answers: formatNumber(answers, language),
            worth: formatNumber(worth, language),
          },
        ]
      : [];
  })[0];
  return (
    <Section title={<Trans>Weighted to the firms there are</Trans>}>
      <p>
        <Trans>
          If a group has answered more than others, its level counts more in the mean of all. Here each group counts as
          much as it has firms. That mends that groups answered unevenly, and nothing else. The published figure is the
          unweighted one.
        </Trans>
      </p>
      <SelectField
        name="weight-by"
        label={t`Weighted by`}
        width="half"
        value={by.key}
        options={divisions.map(({ key, attributes }) => ({
          value: key,
          label: attributes.map(words.attribute).join(', '),
        }))}
        onChange={({ currentTarget: { value } }) => setChosen(value)}
      />
      {example !== undefined && (
        <p>
          <Trans>
            Weighting makes a mean less certain. The last column says how many answers it is worth then: that of{' '}
            {example.area} rests on about {example.answers} answers, but is no more certain than if {example.worth} had
            answered.
          </Trans>
        </p>
      )}
      <Table
        caption={t`Level of all firms, unweighted and weighted`}
        rows={rows}
        rowKey={({ measure }) => measure}
        columns={[
          { key: 'measure', header: t`Area`, isRowHeader: true, cell: ({ measure }) => names.measure(measure) },
          {
            key: 'unweighted',
            header: t`Unweighted`,
            isNumeric: true,
            cell: ({ measure }) => formatLevel(unweighted(measure), language),
          },
          { key: 'weighted', header: t`Weighted`, isNumeric: true, cell: ({ weighting }) => inWords(weighting) },
          {
            key: 'sure',
            header: t`Worth as many unweighted answers`,
            isNumeric: true,
            cell: ({ weighting }) =>
              isWeighted(weighting) ? formatNumber(Math.round(weighting.effective), language) : '–',
          },
        ]}
      />
    </Section>
  );
}
