import { useLoaderData, useRevalidator, useSearchParams } from 'react-router';
import { fetchProfileOptions } from '../../features/start/api.ts';
import { StartPage } from '../../features/start/start-page.tsx';
import { NotFoundPage } from '../error-pages/not-found-page.tsx';
import { OfflinePage } from '../error-pages/offline-page.tsx';
import { paths } from '../paths.ts';
import { useSite } from '../site.ts';
import { useVisitor } from '../visitor.ts';

export const loader = fetchProfileOptions;

const hrefs = {
  firstItem: (responseId: string) => paths.item(responseId, 1),
  resume: paths.resume(),
  privacy: paths.privacy(),
};

export function Component() {
  const options = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const { revalidate, state } = useRevalidator();
  const site = useSite();
  const isSignedIn = useVisitor() !== null;
  if (site === null) return <OfflinePage retry={() => void revalidate()} isRetrying={state === 'loading'} />;
  const wanted = search.get('form') ?? site.forms[0]?.code;
  const started = site.forms.find(({ code }) => code === wanted);
  if (started === undefined) return <NotFoundPage />;
  return <StartPage started={started} options={options} hrefs={hrefs} isSignedIn={isSignedIn} />;
}
