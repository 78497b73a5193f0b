import { type LoaderFunctionArgs, type ShouldRevalidateFunctionArgs, useLoaderData } from 'react-router';
import { fetchQueueCounts, type QueueCounts } from '../../features/advising/queue-api.ts';
import { QueuePage } from '../../features/advising/queue-page.tsx';
import { providersOf } from '../advisor.ts';
import { NotFoundPage } from '../error-pages/not-found-page.tsx';
import { paths } from '../paths.ts';
import { staffOnly } from '../staff-only.ts';
import { useVisitor } from '../visitor.ts';

export function loader({ request }: LoaderFunctionArgs) {
  return staffOnly(request, fetchQueueCounts);
}

/** The counts are of everything: another filter leaves them as they are. */
export function shouldRevalidate({ currentUrl, nextUrl, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
  const isOtherFilter = currentUrl.pathname === nextUrl.pathname && currentUrl.search !== nextUrl.search;
  return isOtherFilter ? false : defaultShouldRevalidate;
}

const hrefs = { firm: paths.sharedFirm };
const otherHrefs = { shortEditions: paths.shortEditions(), meetings: paths.meetingsAhead() };

export function Component() {
  const counts = useLoaderData<QueueCounts | null>();
  const account = useVisitor();
  const providers = account === null ? [] : providersOf(account);
  if (counts === null) return <NotFoundPage />;
  return (
    <QueuePage
      counts={counts}
      organisations={providers.map(({ name }) => name)}
      ownPersonId={account?.personId ?? null}
      hrefs={hrefs}
      otherHrefs={otherHrefs}
    />
  );
}
