import { type ShouldRevalidateFunctionArgs, useRouteLoaderData } from 'react-router';
import { getSite, type Site } from '#shared/contracts/site.ts';
import { callEndpoint } from '../lib/http/call-endpoint.ts';
import { paths } from './paths.ts';

const siteRouteId = 'site';

/** What the site said last. It still holds when the server is away. */
let lastSite: Site | null = null;

/** What the site offers. A page that does not depend on it must also open when the server is away. */
async function loadSite(): Promise<Site | null> {
  try {
    lastSite = await callEndpoint(getSite, {});
  } catch {
    // A page that cannot do without it says so.
  }
  return lastSite;
}

const showsForms = ({ pathname }: URL): boolean => pathname === paths.home() || pathname === paths.start();
const isForEditors = ({ pathname }: URL): boolean =>
  pathname === paths.editor() || pathname.startsWith(`${paths.editor()}/`);

/** The site stays as it was fetched, but for two cases: it never came, or an editor may have published another. */
function shouldReloadSite({ currentUrl, nextUrl }: ShouldRevalidateFunctionArgs): boolean {
  if (lastSite === null) return showsForms(nextUrl);
  return isForEditors(currentUrl) && !isForEditors(nextUrl);
}

/** What the route has that everything else lies in. */
export const siteRoute = { id: siteRouteId, loader: loadSite, shouldRevalidate: shouldReloadSite };

export function useSite(): Site | null {
  return useRouteLoaderData<typeof loadSite>(siteRouteId) ?? null;
}
