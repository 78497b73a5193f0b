import { useLoaderData } from 'react-router';
import { fetchMails } from '../../features/demo/api.ts';
import { DemoMailsPage } from '../../features/demo/demo-mails-page.tsx';
import { paths } from '../paths.ts';

export const loader = fetchMails;

export function Component() {
  return <DemoMailsPage mails={useLoaderData<typeof loader>()} peopleHref={paths.demoPeople()} />;
}
