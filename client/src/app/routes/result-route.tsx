import { type LoaderFunctionArgs, type ShouldRevalidateFunctionArgs, useLoaderData } from 'react-router';
import { fetchComparison } from '../../features/result/load-comparison.ts';
import { ResultPage } from '../../features/result/result-page.tsx';

/** The result shows also without it. */
export async function loader({ params }: LoaderFunctionArgs) {
  return { comparison: await fetchComparison(params['responseId'] ?? '').catch(() => undefined) };
}

/** Another group to compare with is in what was fetched. */
export function shouldRevalidate({ currentUrl, nextUrl, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
  const isOtherGroup = currentUrl.pathname === nextUrl.pathname && currentUrl.search !== nextUrl.search;
  return isOtherGroup ? false : defaultShouldRevalidate;
}

export function Component() {
  const { comparison } = useLoaderData<typeof loader>();
  return <ResultPage comparison={comparison} />;
}
