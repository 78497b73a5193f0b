import { type LoaderFunctionArgs, useLoaderData, useParams } from 'react-router';
import { fetchResultLinks } from '../../features/sharing/api.ts';
import { SharingPage } from '../../features/sharing/sharing-page.tsx';
import { paths } from '../paths.ts';

export function loader({ params }: LoaderFunctionArgs) {
  return fetchResultLinks(params['responseId'] ?? '');
}

export function Component() {
  const { responseId = '' } = useParams();
  const loaded = useLoaderData<typeof loader>();
  return (
    <SharingPage
      key={responseId}
      responseId={responseId}
      loaded={loaded}
      hrefs={{ result: paths.result(responseId) }}
    />
  );
}
