import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { showDraft } from '#shared/domain/routing/drafting/show-draft.ts';
import { fetchCatalogue, fetchPackageDraft } from '../../features/catalogue/api.ts';
import { PreviewNotice } from '../../features/catalogue/package-draft-page.tsx';
import { PackagePage } from '../../features/packages/package-page.tsx';
import { NotFoundPage } from '../error-pages/not-found-page.tsx';
import { paths } from '../paths.ts';
import { staffOnly } from '../staff-only.ts';

async function load(packageDraftId: string) {
  const [catalogue, draft] = await Promise.all([fetchCatalogue(), fetchPackageDraft(packageDraftId)]);
  return { catalogue, draft };
}
type Loaded = Awaited<ReturnType<typeof load>>;

export function loader({ params, request }: LoaderFunctionArgs) {
  return staffOnly(request, () => load(params['packageDraftId'] ?? ''));
}

/** The very page that firms see, with the draft as it is saved. */
export function Component() {
  const loaded = useLoaderData<Loaded | null>();
  if (loaded === null) return <NotFoundPage />;
  const { catalogue, draft } = loaded;
  return (
    <PreviewNotice href={paths.packageDraft(draft.packageDraftId)}>
      <PackagePage
        shown={showDraft(draft.content, catalogue.catalogue, catalogue.texts)}
        href={paths.editedPackages()}
        editions={null}
      />
    </PreviewNotice>
  );
}
