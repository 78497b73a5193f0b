import { useLoaderData, useSearchParams } from 'react-router';
import { fetchProfileOptions } from '../../features/start/api.ts';
import { StartPage } from '../../features/start/start-page.tsx';
import { NotFoundPage } from '../error-pages/not-found-page.tsx';
import { paths } from '../paths.ts';
import { useSite } from '../site.ts';

export const loader = fetchProfileOptions;

const hrefs = {
  firstItem: (responseId: string) => paths.item(responseId, 1),
  resume: paths.resume(),
  privacy: paths.privacy(),
};

export function Component() {
  const options = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const { forms = [] } = useSite() ?? {};
  const wanted = search.get('form') ?? forms[0]?.code;
  const started = forms.find(({ code }) => code === wanted);
  return started === undefined ? <NotFoundPage /> : <StartPage started={started} options={options} hrefs={hrefs} />;
}
