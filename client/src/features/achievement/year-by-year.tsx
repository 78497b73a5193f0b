import { Trans, useLingui } from '@lingui/react/macro';
import type { Achievement } from '#shared/domain/achievement/achievement.ts';
import { Section } from '../../ui/page/section.tsx';
import { Table } from '../../ui/table/table.tsx';
import { figuresOf } from './period-figures.ts';
import { Count } from './shown-count.tsx';

/** What happened in each calendar year. */
export function YearByYear({ figures }: { figures: Achievement }) {
  const { t } = useLingui();
  return (
    <Section title={<Trans>Year by year</Trans>}>
      <Table
        caption={t`What happened in each year`}
        rows={figures.years}
        rowKey={String}
        columns={[
          { key: 'year', header: t`Year`, cell: (year) => year, isRowHeader: true },
          {
            key: 'firms',
            header: t`New firms`,
            cell: (year) => <Count count={figuresOf(figures, year).firms} />,
            isNumeric: true,
          },
          {
            key: 'requests',
            header: t`Requests`,
            cell: (year) => <Count count={figuresOf(figures, year).requests} />,
            isNumeric: true,
          },
          {
            key: 'completed',
            header: t`Completed packages`,
            cell: (year) => <Count count={figuresOf(figures, year).completed} />,
            isNumeric: true,
          },
        ]}
      />
    </Section>
  );
}
