import { lazy, Suspense } from 'react';
import { Spinner } from '../loading/spinner.tsx';
import type { CountyMapProps } from './county-map.tsx';

const CountyMap = lazy(async () => ({ default: (await import('./county-map.tsx')).CountyMap }));

/** The outlines are fetched when the map is first shown. */
export function LazyCountyMap(props: CountyMapProps) {
  return (
    <Suspense fallback={<Spinner />}>
      <CountyMap {...props} />
    </Suspense>
  );
}
