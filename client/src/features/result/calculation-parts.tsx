import { Trans, useLingui } from '@lingui/react/macro';
import type { PartScore, StagedLevelResult } from '#shared/domain/scoring/score.ts';
import { formatLevel, formatPoints } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { Table } from '../../ui/table/table.tsx';
import styles from './result.module.css';
import { useResult } from './result-context.tsx';
import { useWords } from './use-words.ts';

type Blocker = StagedLevelResult['blockedBy'][number];

function Means() {
  const { t } = useLingui();
  const { result } = useResult();
  const words = useWords();
  const language = useLanguage();
  const none = t`no level`;
  return (
    <Table
      caption={t`Means of the areas`}
      columns={[
        { key: 'part', header: t`Part`, isRowHeader: true, cell: ({ part }: PartScore) => words.part(part) },
        {
          key: 'areas',
          header: t`Areas with a level`,
          isNumeric: true,
          cell: (row: PartScore) => row.scoredDimensions,
        },
        {
          key: 'level',
          header: t`Level`,
          isNumeric: true,
          cell: ({ level }: PartScore) => (level === null ? none : formatLevel(level, language)),
        },
      ]}
      rows={result.scoreProfile.parts}
      rowKey={({ part }) => part}
    />
  );
}

function Blockers({ staged }: { staged: StagedLevelResult }) {
  const { t } = useLingui();
  const words = useWords();
  const language = useLanguage();
  const { nextStage } = staged;
  const points = (value: number) => formatPoints(value, language);
  return (
    <Table
      caption={t`What process level ${nextStage} still asks for`}
      columns={[
        { key: 'question', header: t`Question`, isRowHeader: true, cell: ({ item }: Blocker) => words.question(item) },
        {
          key: 'points',
          header: t`Points`,
          isNumeric: true,
          cell: (row: Blocker) => (row.points === null ? t`unknown` : points(row.points)),
        },
        { key: 'needed', header: t`Needed`, isNumeric: true, cell: ({ atLeast }: Blocker) => points(atLeast) },
      ]}
      rows={staged.blockedBy}
      rowKey={({ item }) => item}
    />
  );
}

/** From the areas to the two parts read together, and to the process level. */
export function CalculationParts() {
  const { result } = useResult();
  const [staged] = result.scoreProfile.stagedLevels;
  return (
    <section id="parts" className={`${styles.part} ${styles.target}`}>
      <h2>
        <Trans>Digital and process maturity</Trans>
      </h2>
      <p>
        <Trans>Each is the plain mean of its areas that have a level. There is no overall grade.</Trans>
      </p>
      <Means />
      {staged !== undefined && staged.blockedBy.length > 0 && (
        <>
          <p>
            <Trans>
              The process level is not a mean. Every question that a level asks for must have enough points, so the
              weakest decides.
            </Trans>
          </p>
          <Blockers staged={staged} />
        </>
      )}
    </section>
  );
}
