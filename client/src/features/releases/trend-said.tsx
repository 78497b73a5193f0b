import { Trans } from '@lingui/react/macro';
import type { TrendPoint } from '#shared/contracts/release-trend.ts';
import { figureOf } from '#shared/domain/benchmark/cell-figure.ts';
import { findEnds, type Named } from '#shared/domain/benchmark/finding.ts';
import type { Likeness } from '#shared/domain/benchmark/likeness.ts';
import type { Scale } from '#shared/domain/benchmark/scale.ts';
import { listInWords } from '#shared/domain/wording/list-in-words.ts';
import { useLanguage } from '../../lib/use-language.ts';
import type { ShownCell } from './release-view.ts';
import { useFigureWords } from './use-figure-words.ts';
import { useReleaseWords } from './use-release-words.ts';

export function shownCell({ cell }: TrendPoint): ShownCell | undefined {
  return cell === null || cell.firms === null ? undefined : { ...cell, firms: cell.firms };
}

type SaidProps = { points: readonly TrendPoint[]; scale: Scale };

/** Whether there is more in the differences than chance; only of what is measured alike. */
export function TrendSaid({ points, scale }: SaidProps) {
  const language = useLanguage();
  const words = useReleaseWords();
  const figures = useFigureWords();
  const alike = points.flatMap((point) => {
    const cell = shownCell(point);
    const mean = figureOf(cell, scale);
    if (point.likeness !== 'alike' || cell === undefined || mean === null) return [];
    return [{ name: words.period(point), mean, firms: cell.firms }];
  });
  const found = findEnds(alike, scale);
  if (scale === 'count' || found === null) return null;
  if (found.kind === 'alike') {
    return (
      <p>
        <Trans>The differences between the periods may be chance.</Trans>
      </p>
    );
  }
  const told = (some: readonly Named[]) => figures.told(some[0]?.mean ?? 0, scale);
  // Two releases may be of the same period.
  const named = (some: readonly Named[]) => listInWords([...new Set(some.map(({ name }) => name))], language);
  const [high, low] = [told(found.highest), told(found.lowest)];
  const [highPeriod, lowPeriod] = [named(found.highest), named(found.lowest)];
  return (
    <p>
      <Trans>
        Highest {highPeriod} ({high}), lowest {lowPeriod} ({low}). The difference is larger than chance could make it.
      </Trans>
    </p>
  );
}

/** What is to be known before two periods are compared: no more than what occurs. */
export function TrendCautions({ points }: Pick<SaidProps, 'points'>) {
  const has = (likeness: Likeness) => points.some((point) => point.likeness === likeness);
  return (
    <p>
      <Trans>
        Different firms may have answered each time, and periods may overlap: a difference need not be a change in any
        firm.
      </Trans>{' '}
      {has('different') && (
        <Trans>
          “No” in the last column: the questions, their words or weights, the scoring, what the group is, or the rules
          of protection were others than in this release, so that the figures may not be comparable.
        </Trans>
      )}{' '}
      {has('unknown') && (
        <Trans>
          “Not known”: one of the two was built before it was written down which questions are behind each figure.
        </Trans>
      )}
    </p>
  );
}
