import type { Browser, Page } from 'playwright-core';
import { sessionCookieOf } from './editor-walk.ts';
import type { LiveSite } from './live-site.ts';
import type { Signed } from './people.ts';
import { watchedPage } from './watched-page.ts';

type Desk = {
  readonly browser: Browser;
  readonly site: Pick<LiveSite, 'origin'>;
  /** Where the errors of the page end up. */
  readonly complaints: string[];
  readonly width?: number;
  readonly colorScheme?: 'light' | 'dark';
};

/** The browser of somebody who is signed in. */
export async function signedInPage(
  { sessionSecret }: Pick<Signed, 'sessionSecret'>,
  { browser, site, complaints, width = 1280, colorScheme = 'light' }: Desk,
): Promise<Page> {
  const viewport = { width, height: 900 };
  const context = await browser.newContext({ baseURL: site.origin, viewport, colorScheme });
  await context.addCookies([sessionCookieOf(site, sessionSecret)]);
  return watchedPage(context, complaints);
}
