import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import type { OrganisationDocument } from '#shared/contracts/coordination.ts';
import { fetchOrganisation } from '../../features/coordination/api.ts';
import { OrganisationPage } from '../../features/coordination/organisation-page.tsx';
import { coordinationHrefs, useIsAdministrator } from '../coordination.ts';
import { NotFoundPage } from '../error-pages/not-found-page.tsx';
import { staffOnly } from '../staff-only.ts';

export function loader({ params, request }: LoaderFunctionArgs) {
  return staffOnly(request, () => fetchOrganisation(params['organisationId'] ?? ''));
}

export function Component() {
  const organisation = useLoaderData<OrganisationDocument | null>();
  const isAdministrator = useIsAdministrator();
  if (organisation === null) return <NotFoundPage />;
  return (
    <OrganisationPage
      key={organisation.organisationId}
      organisation={organisation}
      isAdministrator={isAdministrator}
      hrefs={coordinationHrefs}
    />
  );
}
