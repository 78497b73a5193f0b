import { type LoaderFunctionArgs, type ShouldRevalidateFunctionArgs, useLoaderData } from 'react-router';
import type { RuleOutcomesDocument } from '#shared/contracts/rule-outcomes.ts';
import { fetchOutcomes } from '../../features/outcomes/api.ts';
import { OutcomesPage } from '../../features/outcomes/outcomes-page.tsx';
import { NotFoundPage } from '../error-pages/not-found-page.tsx';
import { paths } from '../paths.ts';
import { staffOnly } from '../staff-only.ts';

export function loader({ request }: LoaderFunctionArgs) {
  return staffOnly(request, fetchOutcomes);
}

/** Every period and package is in what was loaded. */
export function shouldRevalidate({ currentUrl, nextUrl, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
  const isOtherChoice = currentUrl.pathname === nextUrl.pathname && currentUrl.search !== nextUrl.search;
  return isOtherChoice ? false : defaultShouldRevalidate;
}

export function Component() {
  const loaded = useLoaderData<RuleOutcomesDocument | null>();
  return loaded === null ? <NotFoundPage /> : <OutcomesPage loaded={loaded} rulesHref={paths.editedRules()} />;
}
