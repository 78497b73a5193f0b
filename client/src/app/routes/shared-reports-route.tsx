import { type LoaderFunctionArgs, useParams } from 'react-router';
import { ReportsPage } from '../../features/reports/reports-page.tsx';
import { paths } from '../paths.ts';
import { staffOnly } from '../staff-only.ts';

/** Nothing is read until a file is fetched, which the firm is told of. */
export function loader({ request }: LoaderFunctionArgs) {
  return staffOnly(request, async () => true);
}

export function Component() {
  const { organisationId = '', firmId = '', responseId = '' } = useParams();
  const files = `/api/advisor/organisations/${organisationId}/firms/${firmId}/responses/${responseId}/report`;
  return <ReportsPage hrefs={{ back: paths.sharedFirm(organisationId, firmId), files }} />;
}
