import { Trans, useLingui } from '@lingui/react/macro';
import type { DimensionScore } from '#shared/domain/scoring/score.ts';
import { type Moves, whatMovesMost } from '#shared/domain/scoring/what-moves-most.ts';
import { formatPoints } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';
import styles from './result.module.css';
import { useResult } from './result-context.tsx';
import { useWords } from './use-words.ts';

const mostMoves = 2;

function Raised({ move }: { move: Moves['raise'][number] }) {
  const language = useLanguage();
  const words = useWords();
  const rise = formatPoints(move.rise ?? 0, language);
  const question = words.question(move.item);
  if (move.newBand === null)
    return (
      <Trans>
        One step up on “{question}” raises the area by {rise}.
      </Trans>
    );
  const band = words.band(move.newBand);
  return (
    <Trans>
      One step up on “{question}” raises the area by {rise}, to {band}.
    </Trans>
  );
}

/** What would raise a level most and what is behind its range, computed from the answers and their weights. */
export function WhatMoves({ score }: { score: DimensionScore }) {
  const { t } = useLingui();
  const language = useLanguage();
  const words = useWords();
  const { structure } = useResult();
  const { raise, unknown, rangeWidth } = whatMovesMost(score, structure.scoring);
  const rises = raise.filter(({ rise }) => rise !== null).slice(0, mostMoves);
  if (rises.length + unknown.length === 0) return null;
  const name = words.dimension(score.dimension);
  const width = formatPoints(rangeWidth, language);
  return (
    <div className={styles.part}>
      <p>
        <strong>{t`What would raise ${name} most`}</strong>
      </p>
      <ul>
        {rises.map((move) => (
          <li key={move.item}>
            <Raised move={move} />
          </li>
        ))}
        {unknown.map(({ item, state, width: own }) => {
          const question = words.question(item);
          const share = formatPoints(own, language);
          return (
            <li key={item}>
              {state === 'dont-know' ? (
                <Trans>
                  You did not know “{question}”. It makes {share} of the {width} levels between the ends of the range.
                </Trans>
              ) : (
                <Trans>
                  “{question}” has no answer. It makes {share} of the {width} levels between the ends of the range.
                </Trans>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
