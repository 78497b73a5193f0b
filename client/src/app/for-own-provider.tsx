import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { NotFoundPage } from './error-pages/not-found-page.tsx';
import { useOwnProviders } from './own-providers.ts';

/** What is said to those who look after firms at the organisation in the address; to everybody else there is no page. */
export function ForOwnProvider({ children }: { children: ReactNode }) {
  const { organisationId } = useParams();
  const isOwn = useOwnProviders().some((own) => own.organisationId === organisationId);
  return isOwn ? children : <NotFoundPage />;
}
