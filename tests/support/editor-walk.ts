import type { Page } from 'playwright-core';

/** From a one-time link to the list of questionnaires, in Swedish. */
export async function signInAsEditor(page: Page, link: string, name: string): Promise<void> {
  await page.goto(link.replace('/editor', '/editor?lang=sv'));
  await page.getByLabel('Ditt namn').fill(name);
  await page.getByRole('button', { name: 'Logga in' }).click();
  await page.getByRole('heading', { name: 'Frågeformulär' }).waitFor();
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
