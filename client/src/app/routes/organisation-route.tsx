import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import type { OrganisationDocument } from '#shared/contracts/coordination.ts';
import { fetchOrganisation } from '../../features/coordination/api.ts';
import { OrganisationPage } from '../../features/coordination/organisation-page.tsx';
import { coordinationHrefs, useIsAdministrator, useIsManagerOf } from '../coordination.ts';
import { NotFoundPage } from '../error-pages/not-found-page.tsx';
import { paths } from '../paths.ts';
import { staffOnly } from '../staff-only.ts';

export function loader({ params, request }: LoaderFunctionArgs) {
  return staffOnly(request, () => fetchOrganisation(params['organisationId'] ?? ''));
}

export function Component() {
  const organisation = useLoaderData<OrganisationDocument | null>();
  const isAdministrator = useIsAdministrator();
  const isManaged = useIsManagerOf(organisation?.organisationId);
  if (organisation === null) return <NotFoundPage />;
  return (
    <OrganisationPage
      key={organisation.organisationId}
      organisation={organisation}
      isAdministrator={isAdministrator}
      webhooksHref={isManaged ? paths.webhooks(organisation.organisationId) : null}
      hrefs={coordinationHrefs}
    />
  );
}
