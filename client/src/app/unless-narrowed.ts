import type { ShouldRevalidateFunctionArgs } from 'react-router';

const organisationOf = (url: URL) => url.searchParams.get('organisation');

/** A page that narrows by itself what it has loaded: it loads anew as another region, and as any page does, only. */
export function unlessNarrowed({
  currentUrl,
  nextUrl,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs): boolean {
  const isSamePage = currentUrl.pathname === nextUrl.pathname && currentUrl.search !== nextUrl.search;
  return isSamePage && organisationOf(currentUrl) === organisationOf(nextUrl) ? false : defaultShouldRevalidate;
}
