import { Trans, useLingui } from '@lingui/react/macro';
import { parts } from '#shared/domain/instrument/definition.ts';
import type { DimensionScore } from '#shared/domain/scoring/score.ts';
import { sortByGap } from '#shared/domain/scoring/targets.ts';
import { formatShare } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { Details } from '../../ui/details/details.tsx';
import { Link } from '../../ui/link/link.tsx';
import { Section } from '../../ui/page/section.tsx';
import { BandSpan } from '../../ui/ruler/band-span.tsx';
import { Ruler } from '../../ui/ruler/ruler.tsx';
import { Feedback } from './feedback.tsx';
import styles from './result.module.css';
import { useResult } from './result-context.tsx';
import { ReviewLegend } from './review-legend.tsx';
import { TargetLegend } from './target-legend.tsx';
import { useTargets } from './targets.tsx';
import { useReviewMarks } from './use-review-marks.ts';
import { useTarget } from './use-target.ts';
import { useWords } from './use-words.ts';
import { WhatMoves } from './what-moves.tsx';

function EmptyText({ score }: { score: DimensionScore }) {
  const { structure } = useResult();
  const language = useLanguage();
  if (score.status === 'not-applicable') return <Trans>Not relevant to you.</Trans>;
  const share = formatShare(structure.scoring.minimumShareAnswered, language);
  return <Trans>Too few answers for a level. At least {share} of the questions need an answer.</Trans>;
}

/** The level in words; both ends when the answers that are missing could change it. */
function BandWords({ score }: { score: DimensionScore }) {
  const words = useWords();
  if (score.rangeBands === null || score.band === null) return null;
  const [low, high] = [words.band(score.rangeBands.lowest), words.band(score.rangeBands.highest)];
  return (
    <p className={styles.eyebrow}>
      <BandSpan low={low} high={high} />
    </p>
  );
}

function Dimension({ score }: { score: DimensionScore }) {
  const { t } = useLingui();
  const { hrefs } = useResult();
  const words = useWords();
  const marks = useReviewMarks();
  const targetOf = useTarget();
  const name = words.dimension(score.dimension);
  return (
    <div className={styles.dimension}>
      <Ruler
        name={<h4>{name}</h4>}
        value={score.level}
        range={score.range}
        ends={words.ends}
        bands={words.bands}
        marks={marks.ofDimension(score.dimension)}
        target={targetOf(score)}
        emptyText={<EmptyText score={score} />}
      >
        <BandWords score={score} />
      </Ruler>
      {score.band !== null && (
        <Details summary={t`${name}: what it means and what comes next`} onPaper="as-left">
          <p>{words.meaning(score.dimension, score.band)}</p>
          <p>
            <strong>
              <Trans>Next step:</Trans>
            </strong>{' '}
            {words.next(score.dimension, score.band)}
          </p>
          <WhatMoves score={score} />
          <Feedback dimension={score.dimension} />
          {hrefs.own !== null && (
            <p>
              <Link to={hrefs.own.calculation(score.dimension)} aria-label={t`How it was calculated: ${name}`}>
                <Trans>How it was calculated</Trans>
              </Link>
            </p>
          )}
        </Details>
      )}
    </div>
  );
}

/** A ruler per dimension, part by part, what is furthest below the target first. */
export function Dimensions() {
  const { result } = useResult();
  const words = useWords();
  const { targets } = useTargets();
  const sorted = sortByGap(result.scoreProfile.dimensions, targets);
  return (
    <Section
      id="areas"
      title={<Trans>Every area</Trans>}
      lead={
        <Trans>
          The diamond shows your level. The striped part shows how far the answers you did not know could move it.
        </Trans>
      }
    >
      <TargetLegend />
      <ReviewLegend />
      {parts.map((part) => (
        <div key={part} className={styles.part}>
          <h3>{words.part(part)}</h3>
          <div className={styles.columns}>
            {sorted
              .filter((score) => score.part === part)
              .map((score) => (
                <Dimension key={score.dimension} score={score} />
              ))}
          </div>
        </div>
      ))}
    </Section>
  );
}
