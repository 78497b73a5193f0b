import { useLoaderData } from 'react-router';
import { fetchProfileOptions } from '../../features/start/api.ts';
import { StartPage } from '../../features/start/start-page.tsx';
import { paths } from '../paths.ts';

export const loader = fetchProfileOptions;

const hrefs = {
  firstItem: (responseId: string) => paths.item(responseId, 1),
  resume: paths.resume(),
  privacy: paths.privacy(),
};

export function Component() {
  return <StartPage options={useLoaderData<typeof loader>()} hrefs={hrefs} />;
}
