import { useRouteError } from 'react-router';
import { NotFoundPage } from './not-found-page.tsx';
import { OfflinePage } from './offline-page.tsx';
import { UnexpectedPage } from './unexpected-page.tsx';

type Failure = { kind: 'not-found' } | { kind: 'offline' } | { kind: 'unexpected'; requestId: string | undefined };

function readField(error: unknown, name: string): unknown {
  return typeof error === 'object' && error !== null && name in error ? Reflect.get(error, name) : undefined;
}

/** Browsers report a lost network, also while fetching a part of the program, as a TypeError. */
function describeFailure(error: unknown): Failure {
  if (readField(error, 'status') === 404) return { kind: 'not-found' };
  if (!navigator.onLine || error instanceof TypeError) return { kind: 'offline' };
  const requestId = readField(error, 'requestId');
  return { kind: 'unexpected', requestId: typeof requestId === 'string' ? requestId : undefined };
}

/** Whatever stopped a page from showing, in words. */
export function RouteErrorPage() {
  const failure = describeFailure(useRouteError());
  if (failure.kind === 'not-found') return <NotFoundPage />;
  if (failure.kind === 'offline') return <OfflinePage />;
  return <UnexpectedPage requestId={failure.requestId} />;
}
