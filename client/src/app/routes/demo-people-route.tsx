import { useLoaderData } from 'react-router';
import { fetchPeople } from '../../features/demo/api.ts';
import { DemoPeoplePage } from '../../features/demo/demo-people-page.tsx';
import { paths } from '../paths.ts';
import { useSignedIn } from '../use-signed-in.ts';

export const loader = fetchPeople;

export function Component() {
  const people = useLoaderData<typeof loader>();
  return <DemoPeoplePage people={people} mailsHref={paths.demoMails()} onSignedIn={useSignedIn()} />;
}
