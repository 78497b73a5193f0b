import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { loadContact } from '../../features/contact/api.ts';
import { ContactPage } from '../../features/contact/contact-page.tsx';
import { paths } from '../paths.ts';

export function loader({ params }: LoaderFunctionArgs) {
  return loadContact(params['responseId'] ?? '', params['packageCode'] ?? '');
}

export function Component() {
  const loaded = useLoaderData<typeof loader>();
  const { responseId } = loaded.response;
  const hrefs = { result: paths.result(responseId), referrals: paths.referrals(responseId), signIn: paths.signIn() };
  return <ContactPage loaded={loaded} hrefs={hrefs} />;
}
