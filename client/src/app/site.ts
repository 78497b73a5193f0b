import { useRouteLoaderData } from 'react-router';
import { getSite, type Site } from '#shared/contracts/site.ts';
import { callEndpoint } from '../lib/http/call-endpoint.ts';

export const siteRouteId = 'site';

/** What the site offers. A page that does not depend on it must also open when the server is away. */
export async function loadSite(): Promise<Site | null> {
  try {
    return await callEndpoint(getSite, {});
  } catch {
    return null;
  }
}

export function useSite(): Site | null {
  return useRouteLoaderData<typeof loadSite>(siteRouteId) ?? null;
}
