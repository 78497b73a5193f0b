import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { DifferencePage, loadDraftLineage } from '../../features/editing/difference-page.tsx';
import { staffOnly } from '../staff-only.ts';

export function loader({ params, request }: LoaderFunctionArgs) {
  return staffOnly(request, () => loadDraftLineage(params['draftId'] ?? '', new URL(request.url).searchParams));
}

export function Component() {
  return <DifferencePage lineage={useLoaderData<Awaited<ReturnType<typeof loadDraftLineage>> | null>() ?? undefined} />;
}
