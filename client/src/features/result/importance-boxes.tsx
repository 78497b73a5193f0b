import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import {
  type ImportanceQuadrants,
  type PlacedDimension,
  placeByImportance,
  type Quadrant,
  quadrants,
  type UnplacedDimension,
} from '#shared/domain/scoring/importance-quadrants.ts';
import { Details } from '../../ui/details/details.tsx';
import { Section } from '../../ui/page/section.tsx';
import { Panel } from '../../ui/panel/panel.tsx';
import { Table } from '../../ui/table/table.tsx';
import styles from './result.module.css';
import { useResult } from './result-context.tsx';
import { useAreaAnswer, useLevelWords } from './shared-picture.tsx';
import { WhoseTargets } from './target-legend.tsx';
import { useTargets } from './targets.tsx';
import { useWords } from './use-words.ts';

/** Null where the form does not ask how important any area is. */
export function useImportanceBoxes(): ImportanceQuadrants | null {
  const { result, structure, index, answers } = useResult();
  const { targets } = useTargets();
  const { dimensions } = result.scoreProfile;
  if (!dimensions.some(({ dimension }) => index.items.has(`${dimension}.importance`))) return null;
  return placeByImportance(structure, result.scoreProfile, answers, targets);
}

function Finding({ placed }: Pick<ImportanceQuadrants, 'placed'>) {
  if (placed.begin.length > 0) {
    return (
      <Plural
        value={placed.begin.length}
        one="One area is important to you and below the target"
        other="# areas are important to you and below the target"
      />
    );
  }
  if (placed.keep.length > 0) return <Trans>What you call important has reached the target</Trans>;
  if (placed.wait.length + placed.enough.length > 0) return <Trans>No area with a level is important to you</Trans>;
  return <Trans>How important the areas are to you is not said yet</Trans>;
}

/** What a box is called, and what it holds. */
function useBoxWords(): Record<Quadrant, { name: string; holds: string }> {
  const { t } = useLingui();
  return {
    begin: { name: t`Begin here`, holds: t`Important to you, below the target` },
    keep: { name: t`Keep`, holds: t`Important to you, the target reached` },
    wait: { name: t`Can wait`, holds: t`Less important to you, below the target` },
    enough: { name: t`Is enough`, holds: t`Less important to you, the target reached` },
  };
}

function Box({ name, holds, areas }: { name: string; holds: string; areas: readonly PlacedDimension[] }) {
  const words = useWords();
  return (
    <Panel>
      <h3>{name}</h3>
      <p className={styles.eyebrow}>{holds}</p>
      {areas.length === 0 ? (
        <p>
          <Trans>No area.</Trans>
        </p>
      ) : (
        <ul>
          {areas.map(({ dimension, isUnsure }) => (
            <li key={dimension}>
              {words.dimension(dimension)}
              {isUnsure && (
                <>
                  {' '}
                  <Trans>(unsure: answers are missing)</Trans>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Why({ why }: { why: UnplacedDimension['why'] }): ReactNode {
  switch (why) {
    case 'no-importance':
      return <Trans>you have not said how important it is</Trans>;
    case 'no-level':
      return <Trans>too few answers for a level</Trans>;
    case 'neither':
      return <Trans>too few answers for a level, and you have not said how important it is</Trans>;
  }
}

function Unplaced({ areas }: { areas: readonly UnplacedDimension[] }) {
  const words = useWords();
  if (areas.length === 0) return null;
  return (
    <div className={styles.part}>
      <h3>
        <Trans>Areas outside the boxes</Trans>
      </h3>
      <ul>
        {areas.map(({ dimension, why }) => (
          <li key={dimension}>
            {words.dimension(dimension)}: <Why why={why} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function BoxTable({ placed }: Pick<ImportanceQuadrants, 'placed'>) {
  const { t } = useLingui();
  const { result } = useResult();
  const words = useWords();
  const boxWords = useBoxWords();
  const levelWords = useLevelWords();
  const answerTo = useAreaAnswer();
  const rows = quadrants.flatMap((quadrant) =>
    placed[quadrant].flatMap((area) => {
      const score = result.scoreProfile.dimensions.find(({ dimension }) => dimension === area.dimension);
      return score === undefined ? [] : [{ ...area, score, box: boxWords[quadrant].name }];
    }),
  );
  return (
    <Table
      caption={t`Importance against level, area by area`}
      columns={[
        { key: 'area', header: t`Area`, isRowHeader: true, cell: ({ dimension }) => words.dimension(dimension) },
        {
          key: 'importance',
          header: t`Important in two years`,
          cell: ({ dimension }) => answerTo(dimension, 'importance'),
        },
        { key: 'level', header: t`Level`, isNumeric: true, cell: ({ score }) => levelWords(score) },
        {
          key: 'target',
          header: t`Target`,
          cell: ({ target: { level, isProposal } }) => (isProposal ? t`${level} (proposal)` : t`${level} (your own)`),
        },
        { key: 'box', header: t`Box`, cell: ({ box }) => box },
      ]}
      rows={rows}
      rowKey={({ dimension }) => dimension}
    />
  );
}

/** What the firm calls important against where it stands, in four boxes; what stands outside says why. */
export function ImportanceBoxes() {
  const { t } = useLingui();
  const boxes = useImportanceBoxes();
  const words = useBoxWords();
  if (boxes === null) return null;
  const { placed, unplaced } = boxes;
  const isPlaced = quadrants.some((quadrant) => placed[quadrant].length > 0);
  return (
    <Section
      id="importance"
      title={<Finding placed={placed} />}
      lead={
        isPlaced && (
          <>
            <Trans>
              An area counts as important with the two highest answers to how important it is in two years. What counts
              as there is the target.
            </Trans>{' '}
            <WhoseTargets />
          </>
        )
      }
    >
      {isPlaced && (
        <>
          <div className={styles.boxes}>
            {quadrants.map((quadrant) => (
              <Box key={quadrant} {...words[quadrant]} areas={placed[quadrant]} />
            ))}
          </div>
          <Details summary={t`The boxes as a table`} onPaper="as-left">
            <BoxTable placed={placed} />
          </Details>
        </>
      )}
      <Unplaced areas={unplaced} />
    </Section>
  );
}
