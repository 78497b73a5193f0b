import { Trans, useLingui } from '@lingui/react/macro';
import type { AchievementDocument } from '#shared/contracts/achievement.ts';
import { formatLevel } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { Section } from '../../ui/page/section.tsx';
import { Table } from '../../ui/table/table.tsx';
import { Count, Hidden } from './shown-count.tsx';

function useSigned(): (level: number) => string {
  const language = useLanguage();
  return (level) => (level > 0 ? `+${formatLevel(level, language)}` : formatLevel(level, language));
}

/** How much firms have changed that completed a package, and what that does not show. */
export function ChangeSection({ loaded }: { loaded: AchievementDocument }) {
  const { t } = useLingui();
  const signed = useSigned();
  const { digital, process } = loaded.figures.change;
  const { fewestForChange } = loaded.protection;
  const parts = [
    { code: 'digital', name: t`Digital maturity`, change: digital },
    { code: 'process', name: t`Process maturity`, change: process },
  ];
  type Part = (typeof parts)[number];
  return (
    <Section title={<Trans>Change in firms that completed a package</Trans>}>
      {digital === null && process === null ? (
        <p>
          <Trans>
            Fewer than {fewestForChange} firms have completed a package and measured themselves both before and after in
            a way that can be compared. Then we say nothing about change.
          </Trans>
        </p>
      ) : (
        <>
          <p>
            <Trans>
              The difference in level (0–4) between the round before the package and the one after it, on average per
              firm. It shows that the firms have changed, not that the package is the cause: there is no group of
              comparable firms here that took no package.
            </Trans>
          </p>
          <Table
            caption={t`Change in level`}
            rows={parts}
            rowKey={({ code }) => code}
            columns={[
              { key: 'part', header: t`Part`, cell: ({ name }: Part) => name, isRowHeader: true },
              {
                key: 'mean',
                header: t`Mean change`,
                cell: ({ change }: Part) => (change === null ? <Hidden /> : signed(change.mean)),
                isNumeric: true,
              },
              {
                key: 'interval',
                header: t`95 % confidence interval`,
                cell: ({ change }: Part) => {
                  if (change === null) return <Hidden />;
                  const [lowest, highest] = [signed(change.lowest), signed(change.highest)];
                  return t`${lowest} to ${highest}`;
                },
                isNumeric: true,
              },
              {
                key: 'firms',
                header: t`Firms`,
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
