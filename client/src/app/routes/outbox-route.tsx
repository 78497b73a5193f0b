import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { fetchOutbox, type Outbox } from '../../features/coordination/api.ts';
import { OutboxPage } from '../../features/coordination/outbox-page.tsx';
import { coordinationHrefs } from '../coordination.ts';
import { NotFoundPage } from '../error-pages/not-found-page.tsx';
import { staffOnly } from '../staff-only.ts';

export function loader({ request }: LoaderFunctionArgs) {
  return staffOnly(request, fetchOutbox);
}

export function Component() {
  const outbox = useLoaderData<Outbox | null>();
  return outbox === null ? <NotFoundPage /> : <OutboxPage outbox={outbox} hrefs={coordinationHrefs} />;
}
