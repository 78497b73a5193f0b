import { lazy } from 'react';
import { LazyChart } from './lazy-chart.tsx';
import type { StackedBarChartProps } from './stacked-bar-chart.tsx';

const StackedBarChart = lazy(async () => ({ default: (await import('./stacked-bar-chart.tsx')).StackedBarChart }));

/** The bars and their table. The drawing library is fetched when the chart is first shown. */
export function LazyStackedBarChart(props: StackedBarChartProps) {
  return (
    <LazyChart table={props.children}>
      <StackedBarChart {...props} />
    </LazyChart>
  );
}
