import { useLingui } from '@lingui/react/macro';
import type { AchievementDocument } from '#shared/contracts/achievement.ts';
import { formatLevel } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { Section } from '../../ui/page/section.tsx';
import { Table } from '../../ui/table/table.tsx';
import { Count, Hidden } from './shown-count.tsx';
import { useAchievementWords } from './use-achievement-words.ts';

function useSigned(): (level: number) => string {
  const language = useLanguage();
  return (level) => (level > 0 ? `+${formatLevel(level, language)}` : formatLevel(level, language));
}

/** How much firms have changed that completed a package, and what that does not show. */
export function ChangeSection({ loaded }: { loaded: AchievementDocument }) {
  const { t } = useLingui();
  const signed = useSigned();
  const { say } = useAchievementWords();
  const { digital, process } = loaded.figures.change;
  const { fewestForChange } = loaded.protection;
  const parts = [
    { code: 'digital', name: say('digital'), change: digital },
    { code: 'process', name: say('process'), change: process },
  ];
  type Part = (typeof parts)[number];
  return (
    <Section title={say('change')}>
      {digital === null && process === null ? (
        <p>{say('noChange', { fewest: fewestForChange })}</p>
      ) : (
        <>
          <p>{say('changeText')}</p>
          <Table
            caption={t`Change in level`}
            rows={parts}
            rowKey={({ code }) => code}
            columns={[
              { key: 'part', header: say('part'), cell: ({ name }: Part) => name, isRowHeader: true },
              {
                key: 'mean',
                header: say('meanChange'),
                cell: ({ change }: Part) => (change === null ? <Hidden /> : signed(change.mean)),
                isNumeric: true,
              },
              {
                key: 'interval',
                header: say('interval'),
                cell: ({ change }: Part) => {
                  if (change === null) return <Hidden />;
                  const [lowest, highest] = [signed(change.lowest), signed(change.highest)];
                  return `${lowest} ${say('to')} ${highest}`;
                },
                isNumeric: true,
              },
              {
                key: 'firms',
                header: say('firms'),
                cell: ({ change }: Part) => <Count count={change?.firms ?? null} />,
                isNumeric: true,
              },
            ]}
          />
        </>
      )}
    </Section>
  );
}
