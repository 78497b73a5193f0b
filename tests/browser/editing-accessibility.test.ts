import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeViolations } from '../support/axe.ts';
import { openBrowser } from '../support/browser.ts';
import { makeDraft, saveInDraft, signInAsEditor } from '../support/editor-walk.ts';
import type { LiveSite } from '../support/live-site.ts';
import { openSite } from '../support/live-site.ts';

let browser: Browser;
let site: LiveSite;
beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), openSite()]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

const pages = [
  '',
  '/sections/D1',
  '/sections/D1/items/D1.1',
  '/sections/X4/items/X4.2',
  '/sections/IB/items/IB.sales',
  '/sections/D1/new-item',
  '/rules',
  '/difference',
  '/preview',
];

async function expectNoViolations(page: Page, name: string): Promise<void> {
  await page.locator('h1').waitFor();
  expect(await axeViolations(page), name).toEqual([]);
  const isWithin = await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
  expect(isWithin, `${name} scrolls sideways`).toBe(true);
}

async function openPage(colorScheme: 'light' | 'dark', width: number): Promise<Page> {
  const context = await browser.newContext({ colorScheme, viewport: { width, height: 844 } });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  return page;
}

/** Somebody else saves this question while it is being written here; then it is saved here too. */
async function meetOther(page: Page, item: string): Promise<void> {
  const other = await page.context().newPage();
  await Promise.all([other.goto(item), page.goto(item)]);
  await other.getByLabel('Hjälptext, svenska').fill('Tänk på en vanlig vecka i verkstaden.');
  await other.getByLabel('Får besvaras med ”ej relevant för oss”').check();
  await saveInDraft(other);
  await other.close();
  await page.getByLabel('Hjälptext, svenska').fill('Tänk på orderplaneringssystemets produktionsplanering.');
  await page.getByRole('button', { name: 'Spara i utkastet' }).click();
  await page.getByText('har ändrat på samma ställe under tiden').waitFor();
}

/** Somebody else adds a question under the code that is being written here. */
async function meetOtherUnderOneCode(page: Page, section: string): Promise<void> {
  const other = await page.context().newPage();
  for (const each of [other, page]) {
    await each.goto(`${section}/new-item`);
    await each.getByLabel('Kod', { exact: true }).fill('D2.90');
    await each.getByLabel('Sorts fråga').selectOption('text');
    await each.getByLabel('Fråga, svenska').fill(each === page ? 'Vad saknas?' : 'Vad mer?');
    await each.getByLabel('Fråga, engelska').fill(each === page ? 'What is missing?' : 'What more?');
  }
  await saveInDraft(other);
  await other.close();
  await page.getByRole('button', { name: 'Spara i utkastet' }).click();
  await page.getByText('har lagt till en fråga med samma kod').waitFor();
}

test('what is not saved says so on a narrow screen, wherever in the form one writes', async () => {
  const page = await openPage('light', 390);
  await signInAsEditor(page, site, 'Eva');
  const draft = await makeDraft(page);
  await page.goto(`${draft}/sections/D1/items/D1.1`);

  await page.getByLabel('Fråga, svenska').pressSequentially('!');

  const isInSight = async (element: Locator) => {
    const box = await element.boundingBox();
    return box !== null && box.y >= 0 && box.y + box.height <= 844;
  };
  expect(await isInSight(page.getByLabel('Fråga, svenska'))).toBe(true);
  expect(await isInSight(page.getByText('Inte sparat än'))).toBe(true);
  expect(await isInSight(page.getByRole('button', { name: 'Spara i utkastet' }))).toBe(true);
  await page.context().close();
});

describe.each([
  ['light', 390],
  ['dark', 1280],
  ['light', 320],
] as const)('in %s at %i px', (colorScheme, width) => {
  test('no page of the editor has a violation that axe can find', async () => {
    const page = await openPage(colorScheme, width);
    await signInAsEditor(page, site, 'Eva');
    await expectNoViolations(page, 'versions');
    await page.getByRole('link', { name: 'Version 1', exact: true }).click();
    // Otherwise the way back may begin before the page is there, and lead out of the site.
    await page.waitForURL((url) => url.pathname !== '/editor');
    await expectNoViolations(page, 'version');
    await page.goBack();
    const draft = await makeDraft(page);
    for (const rest of pages) {
      await page.goto(draft + rest);
      await expectNoViolations(page, rest);
    }
    await page.goto(`${draft}/sections/D1/items/D1.1`);
    await page.getByLabel('Fråga, svenska').fill('');
    await page.getByRole('button', { name: 'Spara i utkastet' }).click();
    await page.getByText('Inget sparades').waitFor();
    await expectNoViolations(page, 'an item with faults');
    await page.context().close();
  });

  test('nor has a draft that two are at work in', async () => {
    const page = await openPage(colorScheme, width);
    await signInAsEditor(page, site, 'Eva');
    const draft = await makeDraft(page);

    await page.goto(`${draft}/sections/D1/items/D1.1`);
    await page.getByLabel('Fråga, svenska').fill('På vilket sätt tar ni betalt för det ni levererar?');
    await saveInDraft(page);
    await page.getByText('Engelskan är översatt från en tidigare svensk text:').waitFor();
    await page.getByRole('group', { name: 'Frågar frågan fortfarande efter samma sak?' }).waitFor();
    await expectNoViolations(page, 'an item with its English left behind');

    await page.goto(draft);
    await page.getByRole('link', { name: 'D1.1, fråga', exact: true }).waitFor();
    await expectNoViolations(page, 'a draft with things to mend');

    await page.goto(`${draft}/difference`);
    await page.getByRole('table', { name: 'Texterna i D1.1' }).waitFor();
    await page.getByRole('group', { name: 'Frågar frågan fortfarande efter samma sak?' }).waitFor();
    await expectNoViolations(page, 'what differs');

    await meetOther(page, `${draft}/sections/D2/items/D2.1`);
    await expectNoViolations(page, 'a conflict');
    await meetOtherUnderOneCode(page, `${draft}/sections/D2`);
    await expectNoViolations(page, 'a conflict of two new questions');
    await page.getByRole('button', { name: 'Välj en annan kod' }).click();
    await page.getByLabel('Kod', { exact: true }).fill('D2.91');
    await page.getByRole('button', { name: 'Spara i utkastet' }).click();
    await page.getByRole('heading', { level: 1, name: 'D2.91' }).waitFor();
    await expectNoViolations(page, 'a question just made');
    await page.context().close();
  });
});

describe('with the keyboard only', () => {
  test('one makes a draft, rewords a question and moves it', async () => {
    const page = await browser.newPage();
    page.setDefaultTimeout(20_000);
    const tabTo = async (name: RegExp) => {
      for (let presses = 0; presses < 90; presses += 1) {
        await page.keyboard.press('Tab');
        const said = await page.evaluate(() => {
          const focused = document.activeElement as HTMLInputElement | null;
          return focused?.getAttribute('aria-label') ?? focused?.labels?.[0]?.textContent ?? focused?.textContent ?? '';
        });
        if (name.test(said.trim())) return;
      }
      throw new Error(`the keyboard does not reach ${name}`);
    };
    await signInAsEditor(page, site, 'Tove');
    await tabTo(/^Gör ett utkast av version/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Publicering' }).waitFor();
    await tabTo(/^D1 /);
    await page.keyboard.press('Enter');
    await page.waitForURL(/sections\/D1$/);
    await tabTo(/^Flytta ned D1\.1/);
    await page.keyboard.press('Enter');
    await page.getByText('D1.1 är nu nummer 2.').waitFor();
    await tabTo(/^D1\.3 /);
    await page.keyboard.press('Enter');
    await page.waitForURL(/items\/D1\.3$/);
    await tabTo(/^Hjälptext, svenska/);
    await page.keyboard.press('Control+A');
    await page.keyboard.type('Skrivet utan mus.');
    await tabTo(/^Spara i utkastet/);
    await page.keyboard.press('Enter');
    await page.getByText('Sparat i utkastet').waitFor();
    await page.reload();
    expect(await page.getByLabel('Hjälptext, svenska (frivilligt)').inputValue()).toBe('Skrivet utan mus.');
    await page.close();
  });
});
