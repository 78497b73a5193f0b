import { Trans } from '@lingui/react/macro';
import type { StrategyDocument } from '#shared/contracts/strategy.ts';
import { figureTopics } from '#shared/domain/strategy/figure.ts';
import { ConflictNotice } from './conflict-notice.tsx';
import { FigureTable } from './figure-table.tsx';
import { Part } from './part.tsx';
import styles from './strategy.module.css';
import { useStrategyWords } from './use-strategy-words.ts';

/** Figures by topic, each conflict below the table where it first shows. */
export function Figures({ strategy }: { strategy: StrategyDocument }) {
  const { figures, conflicts } = strategy;
  const words = useStrategyWords();
  const topicOf = new Map(figures.map(({ code, topic }) => [code, topic]));
  return (
    <Part
      id="figures"
      title={<Trans>Figures</Trans>}
      lead={
        <Trans>
          As they stand in their source, not brought up to date. Most are for Norra Mellansverige; others say so.
          Figures that do not fit each other both stand.
        </Trans>
      }
    >
      {figureTopics.map((topic) => (
        <div key={topic} className={styles.part}>
          <FigureTable
            caption={words.topic(topic)}
            figures={figures.filter((figure) => figure.topic === topic)}
            conflicts={conflicts}
          />
          {conflicts
            .filter((conflict) => conflict.figures.map((code) => topicOf.get(code))[0] === topic)
            .map((conflict) => (
              <ConflictNotice key={conflict.code} conflict={conflict} figures={figures} />
            ))}
        </div>
      ))}
    </Part>
  );
}
