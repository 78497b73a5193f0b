import type { ReactNode } from 'react';
import { NotFoundPage } from './error-pages/not-found-page.tsx';
import { useOwnProviders } from './own-providers.ts';

type ForOwnProviderProps = { organisationId: string; children: ReactNode };

/** What is said to those who look after firms there; to everybody else there is no page. */
export function ForOwnProvider({ organisationId, children }: ForOwnProviderProps) {
  const isOwn = useOwnProviders().some((own) => own.organisationId === organisationId);
  return isOwn ? children : <NotFoundPage />;
}
