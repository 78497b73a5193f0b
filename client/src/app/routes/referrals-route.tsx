import { type LoaderFunctionArgs, useLoaderData, useParams } from 'react-router';
import { fetchReferrals } from '../../features/contact/api.ts';
import { ReferralsPage } from '../../features/contact/referrals-page.tsx';
import { paths } from '../paths.ts';

export function loader({ params }: LoaderFunctionArgs) {
  return fetchReferrals(params['responseId'] ?? '');
}

export function Component() {
  const { responseId = '' } = useParams();
  const loaded = useLoaderData<typeof loader>();
  const hrefs = {
    result: paths.result(responseId),
    contact: (packageCode: string) => paths.contact(responseId, packageCode),
  };
  return <ReferralsPage {...loaded} responseId={responseId} hrefs={hrefs} />;
}
