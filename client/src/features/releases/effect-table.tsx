import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { EffectDocument } from '#shared/domain/effect/effect-release.ts';
import { readEffects, type ShownEffect } from '#shared/domain/effect/read-effects.ts';
import { formatNumber } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { Details } from '../../ui/details/details.tsx';
import { Table } from '../../ui/table/table.tsx';
import { placeOfKey } from './release-view.ts';
import styles from './releases.module.css';
import type { EffectWords } from './use-effect-words.ts';
import type { useGroupWords } from './use-group-words.ts';
import type { MeasureWords } from './use-measure-words.ts';

type EffectTableProps = {
  document: EffectDocument;
  words: EffectWords;
  measureWords: MeasureWords;
  groupWords: ReturnType<typeof useGroupWords>;
};

const narrow = (text: string): ReactNode => <span className={styles.reason}>{text}</span>;

/** Every figure that is shown, as it stands in the release. */
export function EffectTable({ document, words, measureWords, groupWords }: EffectTableProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const { packages, all, steps } = readEffects(document);
  const rows = [...packages.flatMap(({ shown }) => shown), ...all, ...steps.flatMap(({ shown }) => shown)];
  const groupName = (key: string): string => {
    const { step } = placeOfKey(key);
    if (step !== undefined) return `${step} ${groupWords.group(key)}`;
    return key === 'all' ? t`All packages together` : groupWords.group(key);
  };
  const count = (value: number) => formatNumber(value, language);
  return (
    <Details summary={<Trans>All figures in a table</Trans>}>
      <Table<ShownEffect>
        caption={t`Difference between firms that took part and firms alike, in levels`}
        rows={rows}
        rowKey={({ measure, group }) => `${measure} ${group}`}
        columns={[
          {
            key: 'group',
            header: t`Package or step`,
            isRowHeader: true,
            isRoomy: true,
            cell: (row) => groupName(row.group),
          },
          { key: 'measure', header: t`Area`, isRoomy: true, cell: (row) => measureWords.measure(row.measure) },
          { key: 'estimate', header: t`Difference`, isNumeric: true, cell: (row) => words.signed(row.estimate) },
          { key: 'low', header: t`From`, isNumeric: true, cell: (row) => words.signed(row.low) },
          { key: 'high', header: t`To`, isNumeric: true, cell: (row) => words.signed(row.high) },
          { key: 'verdict', header: t`What it says`, isRoomy: true, cell: (row) => words.verdict(row) },
          { key: 'tookPart', header: narrow(t`Took part, about`), isNumeric: true, cell: (row) => count(row.tookPart) },
          { key: 'matched', header: narrow(t`Compared, about`), isNumeric: true, cell: (row) => count(row.matched) },
        ]}
      />
    </Details>
  );
}
