import type { Page } from 'playwright-core';
import type { LiveSite } from './live-site.ts';
import { sessionCookieName, signedInAs } from './people.ts';

/** Gives the browser the session of an editor, as if he or she had signed in just now, and opens the editor's pages. */
export async function signInAsEditor(page: Page, site: LiveSite, name: string): Promise<void> {
  const { sessionSecret } = await signedInAs(site, 'editor', { name });
  await page.context().addCookies([sessionCookieOf(site, sessionSecret)]);
  await page.goto(`${site.origin}/editor?lang=sv`);
  await page.getByRole('heading', { name: 'Frågeformulär' }).waitFor();
}

/** The cookie that a session lies in on a desk. */
export function sessionCookieOf(site: Pick<LiveSite, 'origin'>, secret: string) {
  return { name: sessionCookieName, value: secret, url: site.origin, httpOnly: true, sameSite: 'Strict' } as const;
}

/** A draft after the version in use; gives its address. */
export async function makeDraft(page: Page): Promise<string> {
  await page
    .getByRole('button', { name: /^Gör ett utkast av version/ })
    .first()
    .click();
  await page.getByRole('heading', { name: 'Publicering' }).waitFor();
  return page.url();
}

/** Writes into a text of both languages and stores it in the draft. */
export async function saveInDraft(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Spara i utkastet' }).click();
  await page.getByText('Sparat i utkastet').waitFor();
}
