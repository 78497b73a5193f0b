import { useLingui } from '@lingui/react/macro';
import type { Achievement } from '#shared/domain/achievement/achievement.ts';
import { Section } from '../../ui/page/section.tsx';
import { Table } from '../../ui/table/table.tsx';
import { figuresOf } from './period-figures.ts';
import { Count } from './shown-count.tsx';
import { useAchievementWords } from './use-achievement-words.ts';

/** What happened in each calendar year. */
export function YearByYear({ figures }: { figures: Achievement }) {
  const { t } = useLingui();
  const { say } = useAchievementWords();
  return (
    <Section title={say('perYear')}>
      <Table
        caption={t`What happened in each year`}
        rows={figures.years}
        rowKey={String}
        columns={[
          { key: 'year', header: say('year'), cell: (year) => year, isRowHeader: true },
          {
            key: 'firms',
            header: say('newFirms'),
            cell: (year) => <Count count={figuresOf(figures, year).firms} />,
            isNumeric: true,
          },
          {
            key: 'requests',
            header: say('requests'),
            cell: (year) => <Count count={figuresOf(figures, year).requests} />,
            isNumeric: true,
          },
          {
            key: 'completed',
            header: say('completed'),
            cell: (year) => <Count count={figuresOf(figures, year).completed} />,
            isNumeric: true,
          },
        ]}
      />
    </Section>
  );
}
