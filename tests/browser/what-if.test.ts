import pg from 'pg';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runWhatIfs, type WhatIfParts } from '#server/features/rules/run-what-ifs.ts';
import { contentFolder } from '#server/folders.ts';
import { systemClock } from '#server/platform/clock.ts';
import { loadContent } from '#server/platform/content/load-content.ts';
import { createPublishedContent } from '#server/platform/content/published-content.ts';
import { randomIdentifiers } from '#server/platform/identifier.ts';
import { axeViolations } from '../support/axe.ts';
import { openBrowser } from '../support/browser.ts';
import { sessionCookieOf } from '../support/editor-walk.ts';
import type { LiveSite } from '../support/live-site.ts';
import { openSite } from '../support/live-site.ts';
import { signedInAs } from '../support/people.ts';
import { populate, worldAt } from '../support/population.ts';
import { watchedPage } from '../support/watched-page.ts';

let browser: Browser;
let site: LiveSite;
let pool: pg.Pool;
let parts: WhatIfParts;
beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), openSite()]);
  const content = await loadContent(contentFolder);
  await populate({ database: { adminUrl: site.databaseUrl }, content }, worldAt({ content }, new Date()), 300);
  pool = new pg.Pool({ connectionString: site.databaseUrl, max: 2, pipeline: true });
  const database = { pool };
  parts = {
    database,
    clock: systemClock,
    identifiers: randomIdentifiers,
    published: createPublishedContent(database),
    log: { error: (fault: unknown) => expect(fault).toBeUndefined() },
  };
});
afterAll(async () => {
  await browser.close();
  await pool.end();
  await site.close();
});

/** As the worker of the server does. */
const count = () => runWhatIfs(parts, new AbortController().signal);

async function openPage(complaints: string[], width: number, colorScheme: 'light' | 'dark'): Promise<Page> {
  const editor = await signedInAs(site, 'editor', { name: 'Ada Ek' });
  const context = await browser.newContext({ baseURL: site.origin, colorScheme, viewport: { width, height: 900 } });
  await context.addCookies([sessionCookieOf(site, editor.sessionSecret)]);
  return watchedPage(context, complaints);
}

test('an editor sees what a draft would change before publishing it, and that it is outdated once the draft is another', async () => {
  const complaints: string[] = [];
  const page = await openPage(complaints, 1280, 'light');
  await page.goto('/editor/rules?lang=sv');
  await page.getByRole('button', { name: 'Gör ett utkast av reglerna' }).click();
  const panel = page.getByRole('region', { name: 'Vad skulle ändras?' });
  const asking = panel.getByRole('button', { name: 'Vad skulle ändras?' });
  await panel.getByText('Inget i utkastet skiljer sig från reglerna som används').waitFor();
  expect(await asking.isDisabled()).toBe(true);

  const least = page.getByLabel('Minsta behov som räknas');
  await least.fill('3');
  await panel.getByText('Spara utkastet först').waitFor();
  await page.getByRole('button', { name: 'Spara i utkastet' }).click();
  await panel.getByText('10 av 10 räkningar är kvar i dag').waitFor();
  await page.getByRole('button', { name: 'Publicera', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('är inte räknat. Ni kan publicera ändå.').waitFor();
  await dialog.getByRole('button', { name: 'Avbryt' }).click();

  await asking.click();
  await panel.getByText('Räknar vad utkastet skulle ändra.').waitFor();
  expect(await axeViolations(page)).toEqual([]);
  expect(await count()).toBe(true);
  await panel.getByText('Räkningen är klar.').waitFor();
  await panel.getByRole('table', { name: /^Behov som inget paket passar/ }).waitFor();
  await panel
    .getByText(/^ungefär \d+$/)
    .first()
    .waitFor();
  await panel.getByText('9 av 10 räkningar är kvar i dag').waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Publicera', exact: true }).click();
  await dialog.getByText('är räknat. Företag som skulle få andra förslag: ungefär').waitFor();
  await dialog.getByRole('button', { name: 'Avbryt' }).click();

  await least.fill('2');
  await page.getByRole('button', { name: 'Spara i utkastet' }).click();
  await panel.getByText('Inaktuellt').waitFor();
  await asking.click();
  await panel.getByRole('button', { name: 'Avbryt räkningen' }).click();
  await panel.getByText('Räkningen avbröts. Inget av den sparas.').waitFor();
  expect(await count()).toBe(false);
  expect(complaints).toEqual([]);
});

test('what a draft would change can be read on a phone, in the dark and in English', async () => {
  const complaints: string[] = [];
  const page = await openPage(complaints, 390, 'dark');
  await page.goto('/editor/rules?lang=en');
  await page.getByRole('button', { name: 'What would change?' }).click();
  await page.getByText('Counting what the draft would change.').waitFor();
  await count();
  await page.getByText('The counting is done.').waitFor();
  expect(await axeViolations(page)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
  expect(complaints).toEqual([]);
});
