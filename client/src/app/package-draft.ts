import type { LoaderFunctionArgs } from 'react-router';
import { fetchCatalogue, fetchPackageDraft } from '../features/catalogue/api.ts';
import { staffOnly } from './staff-only.ts';

async function load(packageDraftId: string) {
  const [catalogue, draft] = await Promise.all([fetchCatalogue(), fetchPackageDraft(packageDraftId)]);
  return { catalogue, draft };
}
export type LoadedPackageDraft = Awaited<ReturnType<typeof load>>;

/** A draft of a package with the catalogue that it is seen against. */
export function loadPackageDraft({ params, request }: LoaderFunctionArgs) {
  return staffOnly(request, () => load(params['packageDraftId'] ?? ''));
}
