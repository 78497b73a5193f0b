import { Trans, useLingui } from '@lingui/react/macro';
import type { StrategyDocument } from '#shared/contracts/strategy.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { Table } from '../../ui/table/table.tsx';
import { Part } from './part.tsx';
import styles from './strategy.module.css';
import { useStrategyWords } from './use-strategy-words.ts';

/** A code and its name, which a narrow screen only says. */
function Named({ code, name, isColumn = false }: { code: string; name: string; isColumn?: boolean }) {
  return (
    <span className={styles.named}>
      {code} <span className={isColumn ? styles.columnName : styles.name}>{name}</span>
    </span>
  );
}

/** How much each priority does about each challenge. */
export function Answers({ strategy }: { strategy: StrategyDocument }) {
  const { t } = useLingui();
  const localise = useLocalised();
  const words = useStrategyWords();
  const challenges = strategy.outline.challenges.map(({ code, name }) => ({
    key: code,
    header: <Named code={code} name={localise(name)} isColumn />,
    cell: ({ answers }: StrategyDocument['priorities'][number]) => {
      const strength = answers[code];
      return strength === undefined ? '–' : words.strength(strength);
    },
  }));
  return (
    <Part
      id="answers"
      title={<Trans>Which priority answers which challenge</Trans>}
      lead={<Trans>Our reading. The strategy has no such table.</Trans>}
    >
      <Table
        caption={t`Priorities against challenges`}
        columns={[
          {
            key: 'priority',
            header: t`Priority`,
            isRowHeader: true,
            cell: ({ code, name }) => <Named code={code} name={localise(name)} />,
          },
          ...challenges,
        ]}
        rows={strategy.priorities}
        rowKey={({ code }) => code}
      />
    </Part>
  );
}
