import { useMemo } from 'react';
import {
  type LoaderFunctionArgs,
  Outlet,
  type ShouldRevalidateFunctionArgs,
  useLoaderData,
  useParams,
} from 'react-router';
import { DraftProvider, type LoadedDraft, loadDraft } from '../../features/editing/draft-context.tsx';
import { DraftMissingPage } from '../../features/editing/draft-missing-page.tsx';
import { paths } from '../paths.ts';
import { staffOnly } from '../staff-only.ts';

export function loader({ params, request }: LoaderFunctionArgs) {
  return staffOnly(request, () => loadDraft(params['draftId'] ?? ''));
}

/** From page to page the draft at hand is enough; what others change is noticed when a place is stored. */
export function shouldRevalidate({ currentUrl, nextUrl, currentParams, nextParams }: ShouldRevalidateFunctionArgs) {
  return currentUrl.href === nextUrl.href || currentParams['draftId'] !== nextParams['draftId'];
}

export function Component() {
  const loaded = useLoaderData<LoadedDraft | null>();
  const { draftId = '' } = useParams();
  const hrefs = useMemo(
    () => ({
      versions: paths.editor(),
      version: paths.version,
      draft: paths.draft(draftId),
      section: (section: string) => paths.draftSection(draftId, section),
      item: (section: string, code: string) => paths.draftItem(draftId, section, code),
      newItem: (section: string) => paths.draftNewItem(draftId, section),
      rules: paths.draftRules(draftId),
      difference: paths.draftDifference(draftId),
      preview: paths.draftPreview(draftId),
    }),
    [draftId],
  );
  if (loaded === null) return <DraftMissingPage versionsHref={paths.editor()} />;
  return (
    <DraftProvider key={draftId} loaded={loaded} hrefs={hrefs}>
      <Outlet />
    </DraftProvider>
  );
}
