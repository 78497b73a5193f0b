import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { makeDraft, saveInDraft, signInAsEditor } from '../support/editor-walk.ts';
import type { LiveSite } from '../support/live-site.ts';
import { openSite } from '../support/live-site.ts';
import { answerScreen, goOn, startQuickCheck, words } from '../support/walk.ts';
import { watchedPage } from '../support/watched-page.ts';

let browser: Browser;
let site: LiveSite;
const complaints: string[] = [];
beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), openSite()]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

const oldQuestion = 'Hur tar ni betalt för den tillverkning ni gör åt andra?';
const newQuestion = 'På vilket sätt tar ni betalt för det ni gör åt andra?';

async function newPage(): Promise<Page> {
  return watchedPage(await browser.newContext({ viewport: { width: 1280, height: 900 } }), complaints);
}

/** A firm at its first scored question, with the context questions answered. */
async function beginQuickCheck(page: Page): Promise<void> {
  await page.goto(`${site.origin}/?lang=sv`);
  await startQuickCheck(page, 'sv');
  await answerScreen(page, 1);
  await goOn(page, 'sv');
}

async function finish(page: Page): Promise<void> {
  await answerScreen(page, 2);
  await page.getByText(words.sv.saved).waitFor();
  await page.goto(page.url().replace(/items\/\d+/, 'review'));
  await page.getByRole('button', { name: words.sv.submit }).click();
  await page.waitForURL(/\/result$/);
}

const question = (page: Page) => page.getByLabel('Fråga till legotillverkare, svenska');
const translation = (page: Page) => page.getByLabel('Fråga till legotillverkare, engelska');

describe('an editor', () => {
  test('rewords, translates and publishes a question while a firm finishes on the old version', async () => {
    const firm = await newPage();
    await beginQuickCheck(firm);
    await firm.getByRole('heading', { name: oldQuestion }).waitFor();

    const editor = await newPage();
    await signInAsEditor(editor, site, 'Eva');
    const draft = await makeDraft(editor);
    await editor.getByText('1 sak att rätta').waitFor();

    // The Swedish alone is changed: the English is left behind, and its meaning is not stated.
    await editor.goto(`${draft}/sections/D1/items/D1.1`);
    await question(editor).fill(newQuestion);
    await saveInDraft(editor);
    await editor.getByText('Engelskan är översatt från en tidigare svensk text:').waitFor();
    await editor.goto(draft);
    await editor.getByText('Svenskan har ändrats sedan engelskan skrevs.').waitFor();
    await editor.getByText('Texten har ändrats. Ange om frågan fortfarande frågar efter samma sak.').waitFor();
    expect(await editor.getByRole('button', { name: 'Publicera' }).count()).toBe(0);

    // Translated, and said to ask the same.
    await editor.getByRole('link', { name: 'D1.1, fråga till legotillverkare' }).click();
    await translation(editor).fill('In what way do you charge for what you make for others?');
    await editor.getByLabel('Ja, med andra ord').check();
    await saveInDraft(editor);

    await editor.goto(`${draft}/preview?form=snabbkoll`);
    await editor.getByRole('button', { name: 'Nästa' }).click();
    await editor.getByText(newQuestion).waitFor();
    await editor.getByLabel('Roll', { exact: true }).selectOption('own-product');
    await editor.getByText('Hur tar ni betalt för det ni levererar?').waitFor();

    await editor.goto(`${draft}/difference`);
    await editor.getByText('svaren kan jämföras').waitFor();
    await editor.goto(draft);
    await editor.getByRole('button', { name: 'Publicera' }).click();
    await editor.getByText('Alla tidigare svar kan fortfarande jämföras.').waitFor();
    await editor.getByRole('button', { name: 'Publicera nu' }).click();
    await editor.getByRole('heading', { name: 'Version 2' }).waitFor();
    await editor.getByText(newQuestion).waitFor();

    // The firm under way sees what it began with, also after a reload, and finishes.
    await firm.reload();
    await firm.getByRole('heading', { name: oldQuestion }).waitFor();
    await finish(firm);
    await firm.getByRole('link', { name: 'Så räknades det' }).last().click();
    await firm.getByText(oldQuestion).first().waitFor();

    // A firm that begins now gets the new words.
    const next = await newPage();
    await beginQuickCheck(next);
    await next.getByRole('heading', { name: newQuestion }).waitFor();
    expect(complaints).toEqual([]);
  });

  test('does not overwrite a colleague: both texts are shown, and one is chosen', async () => {
    const first = await newPage();
    await signInAsEditor(first, site, 'Eva');
    const second = await newPage();
    await signInAsEditor(second, site, 'Olle');
    const item = `${await makeDraft(first)}/sections/D2/items/D2.1`;
    await Promise.all([first.goto(item), second.goto(item)]);
    const help = (page: Page) => page.getByLabel('Hjälptext, svenska (frivilligt)');
    await help(first).fill('Evas hjälp.');
    await help(second).fill('Olles hjälp.');

    await saveInDraft(first);
    await second.getByRole('button', { name: 'Spara i utkastet' }).click();
    await second.getByText('Eva har ändrat på samma ställe under tiden').waitFor();
    const both = second.getByRole('row').filter({ hasText: 'Olles hjälp.' });
    await both.filter({ hasText: 'Evas hjälp.' }).waitFor();
    await second.getByRole('button', { name: 'Spara min text över deras' }).click();
    await second.getByText('Sparat i utkastet').waitFor();

    await first.reload();
    expect(await help(first).inputValue()).toBe('Olles hjälp.');
    expect(complaints).toEqual([]);
  });

  test('is asked before leaving unsaved words, and loses nothing when the network is gone', async () => {
    const page = await newPage();
    await signInAsEditor(page, site, 'Eva');
    await page.goto(`${await makeDraft(page)}/sections/D3/items/D3.1`);
    const text = page.getByLabel('Fråga, svenska');
    await text.fill('Vart är ni på väg digitalt?');
    await page.getByRole('link', { name: 'Strategi och införande' }).click();
    await page.getByRole('button', { name: 'Stanna kvar' }).click();
    expect(await text.inputValue()).toBe('Vart är ni på väg digitalt?');

    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Spara i utkastet' }).click();
    await page.getByText('Det kom inget svar.').waitFor();
    expect(await text.inputValue()).toBe('Vart är ni på väg digitalt?');
    await page.context().setOffline(false);
    await saveInDraft(page);
    await page.reload();
    expect(await text.inputValue()).toBe('Vart är ni på väg digitalt?');
  });

  test('is whoever has the role: nobody else opens the pages, and who is locked out in mid-work loses nothing', async () => {
    const firm = await newPage();
    await firm.goto(`${site.origin}/editor?lang=sv`);
    await firm.waitForURL(/\/sign-in\?next=%2Feditor/);

    const page = await newPage();
    await signInAsEditor(page, site, 'Eva');
    await page.goto(`${await makeDraft(page)}/sections/D4/items/D4.1`);
    const text = page.getByLabel('Fråga, svenska');
    await text.fill('Vad är sagt här?');
    await site.admin.query(`update memberships set ended_at = now() where role = 'editor' and ended_at is null`);
    await page.getByRole('button', { name: 'Spara i utkastet' }).click();
    await page.getByRole('alert').first().waitFor();
    expect(await text.inputValue()).toBe('Vad är sagt här?');
  });
});
