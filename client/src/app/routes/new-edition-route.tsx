import { type LoaderFunctionArgs, useLoaderData, useNavigate, useSearchParams } from 'react-router';
import { type LoadedEditionForm, loadEditionForm } from '../../features/editions/api.ts';
import { EditionFormPage } from '../../features/editions/edition-form-page.tsx';
import { NotFoundPage } from '../error-pages/not-found-page.tsx';
import { useOwnProviders } from '../own-providers.ts';
import { paths } from '../paths.ts';
import { staffOnly } from '../staff-only.ts';

export function loader({ params, request }: LoaderFunctionArgs) {
  return staffOnly(request, () => loadEditionForm(params['organisationId'] ?? '', undefined));
}

export function Component() {
  const loaded = useLoaderData<LoadedEditionForm | null>();
  const [parameters] = useSearchParams();
  const navigate = useNavigate();
  const provider = useOwnProviders().find(({ organisationId }) => organisationId === loaded?.organisationId);
  if (loaded === null || provider === undefined) return <NotFoundPage />;
  return (
    <EditionFormPage
      loaded={loaded}
      provider={provider.name}
      packageCode={parameters.get('package') ?? ''}
      editionsHref={paths.editions()}
      onSaved={({ organisationId, editionId }) => void navigate(paths.edition(organisationId, editionId))}
    />
  );
}
