import { type LoaderFunctionArgs, useLoaderData, useNavigate } from 'react-router';
import { type LoadedEditionForm, loadEditionForm } from '../../features/editions/api.ts';
import { EditionFormPage } from '../../features/editions/edition-form-page.tsx';
import { NotFoundPage } from '../error-pages/not-found-page.tsx';
import { paths } from '../paths.ts';
import { staffOnly } from '../staff-only.ts';

export function loader({ params, request }: LoaderFunctionArgs) {
  return staffOnly(request, () => loadEditionForm(params['organisationId'] ?? '', params['editionId'] ?? ''));
}

export function Component() {
  const loaded = useLoaderData<LoadedEditionForm | null>();
  const navigate = useNavigate();
  if (loaded?.edition === null || loaded === null) return <NotFoundPage />;
  const { organisationId, edition } = loaded;
  const href = paths.edition(organisationId, edition.editionId);
  return (
    <EditionFormPage
      loaded={loaded}
      provider={null}
      packageCode={edition.packageCode}
      editionsHref={href}
      onSaved={() => void navigate(href)}
    />
  );
}
