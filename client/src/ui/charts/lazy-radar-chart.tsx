import { lazy } from 'react';
import { LazyChart } from './lazy-chart.tsx';
import type { RadarChartProps } from './radar-chart.tsx';

const RadarChart = lazy(async () => ({ default: (await import('./radar-chart.tsx')).RadarChart }));

/** The radar and its table. The drawing library is fetched when the chart is first shown. */
export function LazyRadarChart(props: RadarChartProps) {
  return (
    <LazyChart table={props.children}>
      <RadarChart {...props} />
    </LazyChart>
  );
}
