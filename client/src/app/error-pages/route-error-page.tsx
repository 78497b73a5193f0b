import { useLocation, useRouteError } from 'react-router';
import { isNowhere } from '../../lib/http/errors.ts';
import { AccountNeeded } from './account-needed.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import { OfflinePage } from './offline-page.tsx';
import { ResponseClosedPage } from './response-closed-page.tsx';
import { UnexpectedPage } from './unexpected-page.tsx';

type Failure =
  | { kind: 'not-found' }
  | { kind: 'offline' }
  | { kind: 'account-needed'; isSecondFactor: boolean }
  | { kind: 'unexpected'; requestId: string | undefined };

function readField(error: unknown, name: string): unknown {
  return typeof error === 'object' && error !== null && name in error ? Reflect.get(error, name) : undefined;
}

/** Browsers report a lost network, also while fetching a part of the program, as a TypeError. */
function describeFailure(error: unknown): Failure {
  if (readField(error, 'status') === 404 || isNowhere(error)) return { kind: 'not-found' };
  const code = readField(error, 'code');
  const isSecondFactor = code === 'second-factor-required';
  if (isSecondFactor || code === 'sign-in-required') return { kind: 'account-needed', isSecondFactor };
  if (!navigator.onLine || error instanceof TypeError) return { kind: 'offline' };
  const requestId = readField(error, 'requestId');
  return { kind: 'unexpected', requestId: typeof requestId === 'string' ? requestId : undefined };
}

/** The pages of responses, which open by a key or by signing in. */
const ofResponses = '/responses/';

/** Whatever stopped a page from showing, in words. */
export function RouteErrorPage() {
  const failure = describeFailure(useRouteError());
  const { pathname } = useLocation();
  if (failure.kind === 'not-found') {
    return pathname.startsWith(ofResponses) ? <ResponseClosedPage pathname={pathname} /> : <NotFoundPage />;
  }
  if (failure.kind === 'offline') return <OfflinePage />;
  if (failure.kind === 'account-needed') return <AccountNeeded isSecondFactor={failure.isSecondFactor} />;
  return <UnexpectedPage requestId={failure.requestId} />;
}
