import { type LoaderFunctionArgs, type ShouldRevalidateFunctionArgs, useLoaderData } from 'react-router';
import type { OrganisationSummary } from '#shared/contracts/coordination.ts';
import { fetchOrganisations } from '../../features/coordination/api.ts';
import { OrganisationsPage } from '../../features/coordination/organisations-page.tsx';
import { coordinationHrefs, useIsAdministrator } from '../coordination.ts';
import { NotFoundPage } from '../error-pages/not-found-page.tsx';
import { staffOnly } from '../staff-only.ts';

export function loader({ request }: LoaderFunctionArgs) {
  return staffOnly(request, fetchOrganisations);
}

/** To choose a kind loads nothing. */
export function shouldRevalidate({ currentUrl, nextUrl, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
  return currentUrl.search === nextUrl.search && defaultShouldRevalidate;
}

export function Component() {
  const organisations = useLoaderData<OrganisationSummary[] | null>();
  const isAdministrator = useIsAdministrator();
  if (organisations === null) return <NotFoundPage />;
  return (
    <OrganisationsPage organisations={organisations} isAdministrator={isAdministrator} hrefs={coordinationHrefs} />
  );
}
