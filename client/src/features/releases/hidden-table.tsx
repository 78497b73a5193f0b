import { Trans, useLingui } from '@lingui/react/macro';
import type { HiddenOfMeasure, ToldReport } from '#shared/domain/benchmark/release.ts';
import type { ReleaseKind } from '#shared/domain/effect/any-release.ts';
import { formatNumber } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { Section } from '../../ui/page/section.tsx';
import { Table } from '../../ui/table/table.tsx';
import styles from './releases.module.css';
import type { MeasureWords } from './use-measure-words.ts';

const reasons = ['few', 'insider', 'uniform', 'near', 'secondary'] as const;
type Reason = (typeof reasons)[number];

const hiddenOf = (row: HiddenOfMeasure): number => reasons.reduce((sum, reason) => sum + row[reason], 0);

type HiddenTableProps = { report: ToldReport; measureWords: MeasureWords; kind: ReleaseKind };

/** How much of each measure is hidden and why: numbers of groups, and never which. */
export function HiddenTable({ report, measureWords, kind }: HiddenTableProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const written = (value: number) => formatNumber(value, language);
  const isEffect = kind === 'effect';
  const words: Record<Reason, string> = {
    few: t`Too few firms, or none`,
    insider: t`One provider sees almost all`,
    uniform: isEffect ? t`Too narrow: one firm's change could be told` : t`Almost all are at one end`,
    near: t`Differs by too few from another group`,
    secondary: t`Protects another group`,
  };
  const groupCount = report.measures.reduce((sum, { groups }) => sum + groups, 0);
  const hidden = report.measures.reduce((sum, row) => sum + hiddenOf(row), 0);
  const [total, shown] = [written(groupCount), written(groupCount - hidden)];
  const ofAll = (one: number, all: number) => {
    const [part, whole] = [written(one), written(all)];
    return t`${part} of ${whole}`;
  };
  const withDistributions = report.measures.filter(
    ({ distributions: { classes, coarse, hidden: not } }) => classes + coarse + not > 0,
  );
  return (
    <Section
      title={
        <Trans>
          {shown} of {total} figures are shown
        </Trans>
      }
      lead={
        isEffect ? (
          <Trans>
            A figure is one area of one package, of one step, or of all packages together. Which are hidden is not said
            here: on the page they look like those that nobody took part in.
          </Trans>
        ) : (
          <Trans>
            A figure is one area in one group. Which groups are hidden is not said here: on the page they look like
            empty ones.
          </Trans>
        )
      }
    >
      <Table
        caption={
          isEffect
            ? t`What is hidden, and why: number of packages and steps`
            : t`What is hidden, and why: number of groups`
        }
        rows={report.measures}
        rowKey={({ measure }) => measure}
        columns={[
          {
            key: 'measure',
            header: t`Area`,
            isRowHeader: true,
            isRoomy: true,
            cell: ({ measure }) => measureWords.measure(measure),
          },
          {
            key: 'shown',
            header: t`Shown`,
            isNumeric: true,
            cell: (row) => ofAll(row.groups - hiddenOf(row), row.groups),
          },
          ...reasons.map((reason) => ({
            key: reason,
            header: <span className={styles.reason}>{words[reason]}</span>,
            isNumeric: true,
            cell: (row: HiddenOfMeasure) => written(row[reason]),
          })),
        ]}
      />
      {withDistributions.length > 0 && (
        <Table
          caption={t`Distributions: number of groups`}
          rows={withDistributions}
          rowKey={({ measure }) => measure}
          columns={[
            {
              key: 'measure',
              header: t`Area`,
              isRowHeader: true,
              isRoomy: true,
              cell: ({ measure }) => measureWords.measure(measure),
            },
            {
              key: 'classes',
              header: t`By every answer or level`,
              isNumeric: true,
              cell: (row) => written(row.distributions.classes),
            },
            {
              key: 'coarse',
              header: t`In broader steps`,
              isNumeric: true,
              cell: (row) => written(row.distributions.coarse),
            },
            { key: 'hidden', header: t`Not shown`, isNumeric: true, cell: (row) => written(row.distributions.hidden) },
          ]}
        />
      )}
    </Section>
  );
}
