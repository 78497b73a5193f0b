import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import type { StrategyDocument } from '#shared/contracts/strategy.ts';
import { CollaborationPage } from '../../features/releases/collaboration-page.tsx';
import { loadTelling, type Telling } from '../../features/releases/load-telling.ts';
import { fetchStrategy } from '../../features/strategy/api.ts';
import { FiguresBeside } from '../../features/strategy/figures-beside.tsx';
import { paths } from '../paths.ts';
import { unlessSameRelease } from '../unless-same-release.ts';

type Loaded = { telling: Telling; strategy: StrategyDocument };

export async function loader({ request }: LoaderFunctionArgs): Promise<Loaded> {
  const asked = new URL(request.url).searchParams.get('release');
  const [telling, strategy] = await Promise.all([loadTelling(['collaboration', 'women'], asked), fetchStrategy()]);
  return { telling, strategy };
}

export const shouldRevalidate = unlessSameRelease;

const hrefs = {
  releases: paths.publishedReleases(),
  release: paths.publishedRelease,
  method: paths.methodPart('publishing'),
};
/** What the strategy says of the same things; the other figures of a conflict come with it. */
const beside = ['women-share', 'women-employees', 'sme-collaboration'];
const besideId = 'strategy';

export function Component() {
  const { telling, strategy } = useLoaderData<Loaded>();
  return (
    <CollaborationPage telling={telling} hrefs={hrefs} besideId={besideId}>
      <FiguresBeside id={besideId} strategy={strategy} codes={beside} allFiguresHref={paths.strategyPart('figures')} />
    </CollaborationPage>
  );
}
