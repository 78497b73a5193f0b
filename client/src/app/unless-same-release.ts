import type { ShouldRevalidateFunctionArgs } from 'react-router';

const releaseOf = (url: URL) => url.searchParams.get('release');

/** What is looked at is in what was loaded, as long as it is the same release. */
export function unlessSameRelease({
  currentUrl,
  nextUrl,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs): boolean {
  const isSamePage = currentUrl.pathname === nextUrl.pathname && currentUrl.search !== nextUrl.search;
  return isSamePage && releaseOf(currentUrl) === releaseOf(nextUrl) ? false : defaultShouldRevalidate;
}
