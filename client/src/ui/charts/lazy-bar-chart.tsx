import { lazy, Suspense } from 'react';
import { Spinner } from '../loading/spinner.tsx';
import type { BarChartProps } from './bar-chart.tsx';

const BarChart = lazy(async () => ({ default: (await import('./bar-chart.tsx')).BarChart }));

/** The bars and their table. The drawing library is fetched when the chart is first shown. */
export function LazyBarChart(props: BarChartProps) {
  return (
    <Suspense
      fallback={
        <>
          <Spinner />
          {props.children}
        </>
      }
    >
      <BarChart {...props} />
    </Suspense>
  );
}
