import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { presentLevel } from '#shared/domain/scoring/present-level.ts';
import type { DimensionScore } from '#shared/domain/scoring/score.ts';
import { Button } from '../../ui/button/button.tsx';
import { LazyRadarChart } from '../../ui/charts/lazy-radar-chart.tsx';
import { Section } from '../../ui/page/section.tsx';
import { RulerTable } from '../../ui/ruler/ruler-table.tsx';
import { useResult } from './result-context.tsx';
import { useReviewMarks } from './use-review-marks.ts';
import { useWords } from './use-words.ts';

/** A level too unsure to be said as a number is not drawn as one either. */
function drawnLevel({ level, range }: DimensionScore): number | null {
  return presentLevel(level, range)?.kind === 'between' ? null : level;
}

/** All levels in one table; as a drawing when asked for, which is when the drawing library is fetched. */
export function ProfileRadar() {
  const { t } = useLingui();
  const { result } = useResult();
  const words = useWords();
  const marks = useReviewMarks();
  const [isDrawn, setDrawn] = useState(false);
  const { dimensions } = result.scoreProfile;
  const process = dimensions.filter(({ part }) => part === 'process');
  const table = (
    <RulerTable
      caption={t`Your levels, 0–4`}
      emptyText={t`no level`}
      rows={dimensions.map(({ dimension, level, range, band }) => ({
        key: dimension,
        name: words.dimension(dimension),
        value: level,
        range,
        marks: marks.ofDimension(dimension),
        bandName: band === null ? undefined : words.band(band),
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
          name={t`Your level in the process areas; the numbers stand in the table`}
          labels={process.map(({ dimension }) => words.dimension(dimension))}
          series={[{ label: t`Your level`, values: process.map(drawnLevel) }]}
        >
          {table}
        </LazyRadarChart>
      ) : (
        table
      )}
    </Section>
  );
}
