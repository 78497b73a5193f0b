import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { type AuditLog, fetchAuditLog } from '../../features/coordination/api.ts';
import { AuditLogPage } from '../../features/coordination/audit-log-page.tsx';
import { coordinationHrefs } from '../coordination.ts';
import { NotFoundPage } from '../error-pages/not-found-page.tsx';
import { staffOnly } from '../staff-only.ts';

export function loader({ request }: LoaderFunctionArgs) {
  return staffOnly(request, () => fetchAuditLog(new URL(request.url).searchParams));
}

export function Component() {
  const log = useLoaderData<AuditLog | null>();
  return log === null ? <NotFoundPage /> : <AuditLogPage log={log} hrefs={coordinationHrefs} />;
}
