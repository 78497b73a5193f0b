import { Trans } from '@lingui/react/macro';
import type { StrategyDocument } from '#shared/contracts/strategy.ts';
import { figureTopics } from '#shared/domain/strategy/figure.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { Notice } from '../../ui/notice/notice.tsx';
import { FigureTable } from './figure-table.tsx';
import { Part } from './part.tsx';
import styles from './strategy.module.css';
import { useTarget } from './use-target.ts';

type Conflict = StrategyDocument['conflicts'][number];

function ConflictNotice({ conflict }: { conflict: Conflict }) {
  const localise = useLocalised();
  const target = useTarget();
  const isReal = conflict.kind === 'values-differ';
  return (
    <div {...target(`conflict-${conflict.code}`)}>
      <Notice tone={isReal ? 'warning' : 'info'} title={localise(conflict.name)}>
        <p>
          {isReal ? <Trans>The values differ.</Trans> : <Trans>Only seems to be a contradiction.</Trans>}{' '}
          {localise(conflict.explanation)}
        </p>
      </Notice>
    </div>
  );
}

/** Figures by topic, each conflict below the table where it first shows. */
export function Figures({ strategy }: { strategy: StrategyDocument }) {
  const { figures, conflicts } = strategy;
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
            topic={topic}
            figures={figures.filter((figure) => figure.topic === topic)}
            conflicts={conflicts}
          />
          {conflicts
            .filter((conflict) => conflict.figures.map((code) => topicOf.get(code))[0] === topic)
            .map((conflict) => (
              <ConflictNotice key={conflict.code} conflict={conflict} />
            ))}
        </div>
      ))}
    </Part>
  );
}
