import { clear } from 'idb-keyval';
import { closeHere, getResponse } from '#shared/contracts/responses.ts';
import { clearDevice as clearDeviceEndpoint } from '#shared/contracts/site.ts';
import { readStored, writeStored } from '../../lib/browser-storage.ts';
import { callEndpoint } from '../../lib/http/call-endpoint.ts';
import { ProblemError } from '../../lib/http/errors.ts';

const channelName = 'device-cleared';
const mark = 'device-cleared';

let isUnderWay = false;

/** Whether this tab is clearing the device just now: it leaves by itself when that is done. */
export const isClearing = (): boolean => isUnderWay;

async function clearCaches(): Promise<void> {
  if (!('caches' in window)) return;
  for (const name of await caches.keys()) await caches.delete(name);
}

async function removeWorkers(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  for (const registration of await navigator.serviceWorker.getRegistrations()) await registration.unregister();
}

/** Hears that another tab has cleared the device; returns how to stop. */
export function watchClearing(hear: () => void): () => void {
  const channel = new BroadcastChannel(channelName);
  channel.onmessage = () => {
    // A tab hears what it says itself.
    if (!isUnderWay) hear();
  };
  return () => channel.close();
}

function tellOtherTabs(): void {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage('cleared');
  channel.close();
}

/** What was to be closed opens in this browser all the same. */
export class StillOpenError extends Error {
  override readonly name = 'StillOpenError';
}

/** False where it opens nothing, and there is no key to end. */
async function isThere(asked: Promise<unknown>): Promise<boolean> {
  try {
    await asked;
    return true;
  } catch (error) {
    if (error instanceof ProblemError && error.code === 'not-found') return false;
    throw error;
  }
}

/** The server knows the key no longer, whatever the browser keeps of it, or whoever sits between them. */
async function endKey(responseId: string): Promise<void> {
  const params = { responseId };
  await isThere(callEndpoint(closeHere, { params }));
  if (await isThere(callEndpoint(getResponse, { params }))) throw new StillOpenError();
}

/**
 * Has the browser forget everything it holds for the site. The keys lie where only the server reaches them, so nothing is
 * cleared where it does not answer: they are ended, and seen to open nothing any more, before anything is forgotten.
 * Older browsers do not do all of it for the server; what they leave goes here. One tab at a time, if it is still wanted
 * when its turn comes.
 */
export async function clearDevice(responseIds: readonly string[], isWanted: () => boolean = () => true): Promise<void> {
  await oneTabAtATime(async () => {
    if (isWanted()) await clearAll(responseIds);
  });
}

/** Of two tabs whose visit ends the second would else clear what the next firm has begun in the first. */
async function oneTabAtATime(work: () => Promise<void>): Promise<void> {
  if ('locks' in navigator) await navigator.locks.request(channelName, work);
  else await work();
}

async function clearAll(responseIds: readonly string[]): Promise<void> {
  isUnderWay = true;
  try {
    for (const responseId of responseIds) await endKey(responseId);
    await callEndpoint(clearDeviceEndpoint, {});
    tellOtherTabs();
    localStorage.clear();
    sessionStorage.clear();
    // What the browser has cleared already cannot be reached any more.
    await Promise.allSettled([clear(), clearCaches(), removeWorkers()]);
  } catch (error) {
    isUnderWay = false;
    throw error;
  }
}

/** Leaves for a page that knows nothing of what was here; the way back leads to nothing of it either. */
export function leaveFor(address: string): void {
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) window.location.replace(address);
  });
  window.location.replace(address);
}

/** The same after a clearing, which the page that opens is to know of. */
export function leaveCleared(address: string): void {
  writeStored('session', mark, 'yes');
  leaveFor(address);
}

/** In a tab that did not clear the device itself: what it remembers goes with what it shows. */
export function leaveToo(address: string): void {
  sessionStorage.clear();
  leaveFor(address);
}

/**
 * As a page is left the way to it is written down, after everything else was cleared: where the next one begins it goes.
 * Whether the device has just been cleared.
 */
export function clearTrail(): boolean {
  const isCleared = readStored('session', mark) !== null;
  if (isCleared) sessionStorage.clear();
  return isCleared;
}
