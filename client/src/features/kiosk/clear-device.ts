import { clear } from 'idb-keyval';
import { clearDevice as clearDeviceEndpoint } from '#shared/contracts/site.ts';
import { callEndpoint } from '../../lib/http/call-endpoint.ts';

async function clearCaches(): Promise<void> {
  if (!('caches' in window)) return;
  for (const name of await caches.keys()) await caches.delete(name);
}

async function removeWorkers(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  for (const registration of await navigator.serviceWorker.getRegistrations()) await registration.unregister();
}

/**
 * Has the browser forget everything it holds for the site. The keys lie where only the server reaches them, so nothing is
 * cleared where it does not answer. Older browsers do not do all of it for the server; what they leave goes here.
 */
export async function clearDevice(): Promise<void> {
  await callEndpoint(clearDeviceEndpoint, {});
  localStorage.clear();
  sessionStorage.clear();
  // What the browser has cleared already cannot be reached any more.
  await Promise.allSettled([clear(), clearCaches(), removeWorkers()]);
}

/** Leaves for a page that knows nothing of what was here; the way back leads to nothing of it either. */
export function leaveFor(address: string): void {
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) window.location.replace(address);
  });
  window.location.replace(address);
}

/** As a page is left the way to it is written down, after everything else was cleared: where the next one begins it goes. */
export const clearTrail = (): void => sessionStorage.clear();
