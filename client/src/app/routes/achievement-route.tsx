import { useLingui } from '@lingui/react/macro';
import { type LoaderFunctionArgs, type ShouldRevalidateFunctionArgs, useLoaderData } from 'react-router';
import type { AchievementDocument } from '#shared/contracts/achievement.ts';
import { AchievementPage } from '../../features/achievement/achievement-page.tsx';
import { fetchAchievement } from '../../features/achievement/api.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { PageNavigation } from '../../ui/navigation/page-navigation.tsx';
import { providersOf } from '../advisor.ts';
import { NotFoundPage } from '../error-pages/not-found-page.tsx';
import { paths } from '../paths.ts';
import { staffOnly } from '../staff-only.ts';
import { useVisitor } from '../visitor.ts';

export function loader({ params, request }: LoaderFunctionArgs) {
  return staffOnly(request, () => fetchAchievement(params['organisationId'] ?? ''));
}

/** Every period is in what was loaded. */
export function shouldRevalidate({ currentUrl, nextUrl, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
  const isOtherPeriod = currentUrl.pathname === nextUrl.pathname && currentUrl.search !== nextUrl.search;
  return isOtherPeriod ? false : defaultShouldRevalidate;
}

/** The same of the other providers, for whoever looks at firms for several. */
function ProviderChoice() {
  const { t } = useLingui();
  const localise = useLocalised();
  const account = useVisitor();
  const providers = account === null ? [] : providersOf(account);
  if (providers.length < 2) return null;
  const links = providers.map(({ placeId, name }) => ({ href: paths.achievement(placeId), name: localise(name) }));
  return <PageNavigation label={t`Provider`} links={links} />;
}

export function Component() {
  const loaded = useLoaderData<AchievementDocument | null>();
  if (loaded === null) return <NotFoundPage />;
  return (
    <>
      <ProviderChoice />
      <AchievementPage loaded={loaded} />
    </>
  );
}
