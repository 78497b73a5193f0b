import { getForm } from '#shared/contracts/instrument-versions.ts';
import { languages } from '#shared/domain/language.ts';
import { endpointAddress } from '../../../lib/http/endpoint-address.ts';
import type { AnsweredResponse } from '../remembered-response.ts';

/** The service worker reads what is in it. */
const cacheName = 'forms';
/** Two forms in two languages. */
const mostKept = 4;

/**
 * Keeps the form in every language, for when there is no network. A form is the same for everybody who gets it, and tells
 * of nobody. Where the browser keeps nothing, it is fetched as it is needed.
 */
export async function keepForm({ instrumentVersionId, formCode }: AnsweredResponse): Promise<void> {
  if (!('caches' in window)) return;
  const addresses = languages.map((language) => endpointAddress(getForm, { instrumentVersionId, formCode, language }));
  const cache = await caches.open(cacheName);
  for (const address of addresses) if ((await cache.match(address)) === undefined) await cache.add(address);
  const kept = await cache.keys();
  await Promise.all(kept.slice(0, -mostKept).map((request) => cache.delete(request)));
}
