/* Is given out in the place of the worker where there is to be none: takes it away from the browser, with what it kept. */

declare const self: ServiceWorkerGlobalScope;

async function takeAway(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.map((name) => caches.delete(name)));
  await self.registration.unregister();
}

self.addEventListener('install', () => void self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(takeAway()));
