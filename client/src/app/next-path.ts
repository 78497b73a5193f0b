import { forgetStored, readStored, writeStored } from '../lib/browser-storage.ts';

/** Begins with one slash; nothing that an address could hide behind: no `//`, no backslash, no control character. */
const ownPath = /^(?!.*\/\/)\/[^\\\p{Cc}]*$/u;

const isOwnPage = (path: string): boolean => ownPath.test(path) && !/^\/sign-in(?![^/?#])/.test(path);

/** Where to go on to, if that is a path of this site and not the sign-in again; undefined for everything else. */
export function nextPathOf(search: URLSearchParams): string | undefined {
  const next = search.get('next');
  return next !== null && isOwnPage(next) ? next : undefined;
}

const place = 'sign-in-next';
/** As long as the code that was asked for holds. */
const keptMs = 10 * 60_000;

/** Keeps where to go on to while one is away: a mail's link opens another tab. */
export function rememberNext(next: string | undefined): void {
  if (next === undefined) forgetStored('local', place);
  else writeStored('local', place, `${Date.now() + keptMs} ${next}`);
}

/** What was kept, once. */
export function takeRememberedNext(): string | undefined {
  const [until, next = ''] = (readStored('local', place) ?? '').split(' ');
  forgetStored('local', place);
  return Number(until) > Date.now() && isOwnPage(next) ? next : undefined;
}
