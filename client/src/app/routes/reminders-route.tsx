import { type LoaderFunctionArgs, useLoaderData, useParams } from 'react-router';
import { fetchDueFirms, fetchPreviews } from '../../features/outreach/api.ts';
import { RemindersPage } from '../../features/outreach/reminders-page.tsx';
import { NotFoundPage } from '../error-pages/not-found-page.tsx';
import { staffOnly } from '../staff-only.ts';

async function load(organisationId: string) {
  const [firms, previews] = await Promise.all([fetchDueFirms(organisationId), fetchPreviews(organisationId)]);
  return { firms, previews };
}

export function loader({ params, request }: LoaderFunctionArgs) {
  return staffOnly(request, () => load(params['organisationId'] ?? ''));
}

export function Component() {
  const loaded = useLoaderData<Awaited<ReturnType<typeof load>> | null>();
  const { organisationId = '' } = useParams();
  if (loaded === null) return <NotFoundPage />;
  return <RemindersPage key={organisationId} organisationId={organisationId} {...loaded} />;
}
