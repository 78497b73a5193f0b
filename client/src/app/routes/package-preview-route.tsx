import { useLoaderData } from 'react-router';
import { showDraft } from '#shared/domain/routing/drafting/show-draft.ts';
import { PreviewNotice } from '../../features/catalogue/package-draft-page.tsx';
import { PackagePage } from '../../features/packages/package-page.tsx';
import { NotFoundPage } from '../error-pages/not-found-page.tsx';
import { type LoadedPackageDraft, loadPackageDraft } from '../package-draft.ts';
import { paths } from '../paths.ts';

export const loader = loadPackageDraft;

/** The very page that firms see, with the draft as it is saved. */
export function Component() {
  const loaded = useLoaderData<LoadedPackageDraft | null>();
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
