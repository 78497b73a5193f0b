import { type LoaderFunctionArgs, useLoaderData, useParams, useSearchParams } from 'react-router';
import { fetchChange } from '../../features/change/api.ts';
import { ChangePage } from '../../features/change/change-page.tsx';
import { paths } from '../paths.ts';
import { useFormName } from '../use-form-name.ts';

export async function loader({ params, request }: LoaderFunctionArgs) {
  return fetchChange(params['responseId'] ?? '', new URL(request.url).searchParams.get('since'));
}

export function Component() {
  const loaded = useLoaderData<typeof loader>();
  const { responseId = '' } = useParams();
  const [, setSearch] = useSearchParams();
  const formName = useFormName();
  return (
    <ChangePage
      key={`${responseId} ${loaded.since?.responseId}`}
      loaded={loaded}
      hrefs={{ result: paths.result(responseId), claim: paths.claim(responseId), firm: paths.firm }}
      formName={formName}
      onChoose={(since) => setSearch({ since }, { preventScrollReset: true })}
    />
  );
}
