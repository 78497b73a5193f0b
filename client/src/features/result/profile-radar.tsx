import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { drawnLevel } from '#shared/domain/scoring/present-level.ts';
import type { DimensionScore } from '#shared/domain/scoring/score.ts';
import { listInWords } from '#shared/domain/wording/list-in-words.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { Button } from '../../ui/button/button.tsx';
import { LazyRadarChart } from '../../ui/charts/lazy-radar-chart.tsx';
import { Section } from '../../ui/page/section.tsx';
import { RulerTable } from '../../ui/ruler/ruler-table.tsx';
import { useResult } from './result-context.tsx';
import { useReviewMarks } from './use-review-marks.ts';
import { useWords } from './use-words.ts';

/** A level too unsure to be said as a number is not drawn as one either. */

/** Which process areas lie highest and lowest, of those that can be drawn. */
function useFinding(): (process: readonly DimensionScore[]) => string {
  const { t } = useLingui();
  const language = useLanguage();
  const words = useWords();
  return (process) => {
    const drawn = process.flatMap((score) => {
      const level = drawnLevel(score.level, score.range);
      return level === null ? [] : [{ name: words.dimension(score.dimension), level }];
    });
    if (drawn.length === 0) return t`No process area has a level sure enough to draw`;
    const levels = drawn.map(({ level }) => level);
    const [most, least] = [Math.max(...levels), Math.min(...levels)];
    if (most === least) return t`The process areas that are drawn lie at the same level`;
    const at = (level: number) =>
      listInWords(
        drawn.filter((each) => each.level === level).map(({ name }) => name),
        language,
      );
    const [highest, lowest] = [at(most), at(least)];
    return t`Highest of your process areas: ${highest}. Lowest: ${lowest}.`;
  };
}

/** All levels in one table; as a drawing when asked for, which is when the drawing library is fetched. */
export function ProfileRadar() {
  const { t } = useLingui();
  const { result } = useResult();
  const words = useWords();
  const marks = useReviewMarks();
  const findingOf = useFinding();
  const [isDrawn, setDrawn] = useState(false);
  const { dimensions } = result.scoreProfile;
  const process = dimensions.filter(({ part }) => part === 'process');
  const bandsBetween = ({ lowest, highest }: { lowest: string; highest: string }) => {
    const [low, high] = [words.band(lowest), words.band(highest)];
    return low === high ? low : t`${low} to ${high}`;
  };
  const table = (
    <RulerTable
      caption={t`Your levels, 0–4`}
      emptyText={t`no level`}
      rows={dimensions.map(({ dimension, level, range, rangeBands }) => ({
        key: dimension,
        name: words.dimension(dimension),
        value: level,
        range,
        marks: marks.ofDimension(dimension),
        bandName: rangeBands === null ? undefined : bandsBetween(rangeBands),
      }))}
    />
  );
  return (
    <Section id="numbers" title={<Trans>The numbers in one place</Trans>}>
      <p>
        <Button variant="secondary" onClick={() => setDrawn(!isDrawn)}>
          {isDrawn ? <Trans>Show only the table</Trans> : <Trans>Draw the process areas as a radar</Trans>}
        </Button>
      </p>
      {isDrawn ? (
        <LazyRadarChart
          name={findingOf(process)}
          labels={process.map(({ dimension }) => words.dimension(dimension))}
          series={[{ label: t`Your level`, values: process.map(({ level, range }) => drawnLevel(level, range)) }]}
        >
          {table}
        </LazyRadarChart>
      ) : (
        table
      )}
    </Section>
  );
}
