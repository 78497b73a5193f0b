import { lazy } from 'react';
import type { BarChartProps } from './bar-chart.tsx';
import { LazyChart } from './lazy-chart.tsx';

const BarChart = lazy(async () => ({ default: (await import('./bar-chart.tsx')).BarChart }));

/** The bars and their table. The drawing library is fetched when the chart is first shown. */
export function LazyBarChart(props: BarChartProps) {
  return (
    <LazyChart table={props.children}>
      <BarChart {...props} />
    </LazyChart>
  );
}
