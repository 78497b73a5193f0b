import { type LoaderFunctionArgs, useLoaderData, useParams } from 'react-router';
import { fetchContacts, fetchPreviews } from '../../features/outreach/api.ts';
import { ContactsPage } from '../../features/outreach/contacts-page.tsx';
import { NotFoundPage } from '../error-pages/not-found-page.tsx';
import { staffOnly } from '../staff-only.ts';

async function load(organisationId: string, request: Request) {
  const [contacts, previews] = await Promise.all([
    fetchContacts(organisationId, '', Number(new URL(request.url).searchParams.get('page') ?? 0) || 0),
    fetchPreviews(organisationId),
  ]);
  return { contacts, previews };
}

export function loader({ params, request }: LoaderFunctionArgs) {
  return staffOnly(request, () => load(params['organisationId'] ?? '', request));
}

export function Component() {
  const loaded = useLoaderData<Awaited<ReturnType<typeof load>> | null>();
  const { organisationId = '' } = useParams();
  if (loaded === null) return <NotFoundPage />;
  return <ContactsPage key={organisationId} organisationId={organisationId} {...loaded} />;
}
