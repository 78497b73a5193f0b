import { type ReactNode, Suspense } from 'react';
import { Spinner } from '../loading/spinner.tsx';

/** Until the drawing library has come, the table stands alone. */
export function LazyChart({ table, children }: { table: ReactNode; children: ReactNode }) {
  return (
    <Suspense
      fallback={
        <>
          <Spinner />
          {table}
        </>
      }
    >
      {children}
    </Suspense>
  );
}
