/*
 * Lets the questions open without a network. It keeps the program of one release and nothing that anybody has said: no
 * reply of the API goes through it but published forms, which the answering puts in a cache itself and which never change.
 */

declare const self: ServiceWorkerGlobalScope;
/** Written in by the build. */
declare const shellVersion: string;
declare const shellFiles: readonly string[];

const shellName = (version: string) => `shell/${version}`;
const ownShell = shellName(shellVersion);
/** Every page is this one. */
const page = '/';
/** How long a page of the network is waited for when there is one here. */
const patienceMs = 4000;

const files = new Set(shellFiles);

/** Between a file and its name nothing ever changes: what an earlier release has left is taken over. */
async function keepFile(cache: Cache, file: string): Promise<void> {
  const kept = await caches.match(file, { ignoreVary: true });
  await (kept === undefined ? cache.add(file) : cache.put(file, kept));
}

/** The page, unless it is of another release already: it would then ask for files that are not here. */
async function keepPage(cache: Cache): Promise<void> {
  const reply = await fetch(page, { cache: 'reload' });
  const named = [...(await reply.clone().text()).matchAll(/"(\/assets\/[^"]+)"/g)];
  const isOwn = named.every(([, file = '']) => files.has(file));
  if (!reply.ok || !isOwn) throw new Error('the page is of another release');
  await cache.put(page, reply);
}

async function keepShell(): Promise<void> {
  const cache = await caches.open(ownShell);
  try {
    await Promise.all(shellFiles.map((file) => keepFile(cache, file)));
    await keepPage(cache);
  } catch (error) {
    // Half a release is none: it would be taken for the one before.
    await caches.delete(ownShell);
    throw error;
  }
  await self.skipWaiting();
}

/** The release before stays for the tabs that still show it; what is older goes. */
async function dropOldShells(): Promise<void> {
  const names = await caches.keys();
  const others = names.filter((name) => name.startsWith(shellName('')) && name !== ownShell);
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
  await self.clients.claim();
}

/** The network's page where there is one in time, so that a new release is there at once; else the page kept here. */
async function openPage(request: Request): Promise<Response> {
  const asked = fetch(request);
  const inTime = new Promise<undefined>((resolve) => {
    setTimeout(() => resolve(undefined), patienceMs);
  });
  const reply = await Promise.race([asked, inTime]).catch(() => undefined);
  if (reply !== undefined && reply.status < 500) return reply;
  const cache = await caches.open(ownShell);
  return (await cache.match(page)) ?? reply ?? asked;
}

async function openKept(request: Request): Promise<Response> {
  return (await caches.match(request, { ignoreVary: true })) ?? fetch(request);
}

const neverChanges = /^\/(assets\/|api\/instrument-versions\/[^/]+\/forms\/)/;

self.addEventListener('install', (event) => event.waitUntil(keepShell()));
self.addEventListener('activate', (event) => event.waitUntil(dropOldShells()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (neverChanges.test(pathname)) event.respondWith(openKept(request));
  else if (request.mode === 'navigate' && !pathname.startsWith('/api/')) event.respondWith(openPage(request));
});
