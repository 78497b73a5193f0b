import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { level, saveAll } from '../support/answering.ts';
import { axeViolations } from '../support/axe.ts';
import { openBrowser } from '../support/browser.ts';
import { exampleBodies } from '../support/example-bodies.ts';
import { letIn } from '../support/firms.ts';
import type { LiveSite } from '../support/live-site.ts';
import { openSite } from '../support/live-site.ts';
import { type Owner, signedInAs, signedInOwner } from '../support/people.ts';
import { signedInPage } from '../support/signed-in-page.ts';

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

/** A firm with three digital areas that have a level: D1 1, D2 2 and D9 2.5. */
async function answered(name: string): Promise<Owner> {
  const owner = await signedInOwner(site, { name });
  const begun = await owner.visitor.post(`/api/firms/${owner.firmId}/responses`, exampleBodies['startFirmResponse']);
  const { responseId } = begun.json<{ responseId: string }>();
  const marks = { 'D1.1': 1, 'D1.2': 1, 'D2.1': 2, 'D2.2': 2, 'D9.1': 2, 'D9.2': 3, 'PM1.1': 1, 'PM1.3': 1 };
  await saveAll(
    owner.visitor,
    responseId,
    Object.fromEntries(Object.entries(marks).map(([item, points]) => [item, level(points)])),
  );
  const reply = await owner.visitor.post(`/api/responses/${responseId}/submission`, { language: 'sv' });
  expect(reply.statusCode, reply.body).toBe(201);
  return { ...owner, responseId };
}

async function expectWhole(page: Page, name: string): Promise<void> {
  expect(await axeViolations(page), name).toEqual([]);
  const isWithin = await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
  expect(isWithin, `${name} scrolls sideways`).toBe(true);
}

const firstArea = (page: Page) => page.locator('#areas figure h4').first().textContent();
const flags = (page: Page) => page.locator('#areas figcaption').allTextContents();

/** Whether the ticks of all rules lie within their bars, and whether any line is drawn at the numbers or words below them. */
const ticksOnPaper = (page: Page) =>
  page.locator('#areas figure > [aria-hidden="true"]').evaluateAll((drawings) => {
    const isWithin = (tick: Element, bar: Element) => {
      const [inner, outer] = [tick.getBoundingClientRect(), bar.getBoundingClientRect()];
      return inner.height > 0 && inner.top >= outer.top && inner.bottom <= outer.bottom;
    };
    const [bars, below] = [drawings.map(({ firstElementChild }) => firstElementChild), drawings];
    return {
      areWithin: bars.every((bar) => {
        const ticks = [...(bar?.querySelectorAll('[class*="tick"]') ?? [])];
        return bar !== null && ticks.length === 5 && ticks.every((tick) => isWithin(tick, bar));
      }),
      isOnWords: below.some((drawing) =>
        [...drawing.querySelectorAll('p span')].some((step) => getComputedStyle(step, '::before').content !== 'none'),
      ),
    };
  });

test('a firm sets a target by the keyboard, and finds order and words changed, also after a reload and on paper', async () => {
  const owner = await answered('Åsa Ägare');
  const page = await signedInPage(owner, { browser, site, complaints, colorScheme: 'light', width: 390 });
  await page.goto(`/responses/${owner.responseId}/result`);
  await page.locator('#areas').getByRole('link', { name: 'Sätt egna mål' }).press('Enter');
  const form = page.locator('#targets');
  await form.getByText('Ni har inte satt några egna mål än.').waitFor();
  await expectWhole(page, 'no target set, on a phone');
  const before = await flags(page);
  const lowest = await firstArea(page);
  expect(before.some((words) => words.includes('det föreslagna målet, 3'))).toBe(true);

  const select = form.getByRole('combobox', { name: lowest ?? '', exact: true });
  await select.focus();
  await page.keyboard.type('1');
  await page.keyboard.press('Tab');
  await form.getByRole('button', { name: 'Spara målen' }).press('Enter');
  await form.getByText(/^Målen är sparade\./).waitFor();
  await expectWhole(page, 'a target saved, on a phone');

  await page.reload();
  await page
    .locator('#areas')
    .getByText(/Ni har satt det själva i 1 av/)
    .waitFor();
  expect((await flags(page)).some((words) => words.includes('Ert mål, 1, är nått'))).toBe(true);
  expect(await firstArea(page)).not.toBe(lowest);
  expect(await select.inputValue()).toBe('1');
  await page.emulateMedia({ media: 'print' });
  expect(await form.isVisible()).toBe(false);
  // Nor does paper lead to where it is not.
  expect(await page.locator('a[href$="#targets"]').count()).toBeGreaterThan(0);
  for (const link of await page.locator('a[href$="#targets"]').all()) expect(await link.isVisible()).toBe(false);
  expect(
    await page
      .locator('#areas')
      .getByText(/Ert mål, 1/)
      .first()
      .isVisible(),
  ).toBe(true);
  expect(await ticksOnPaper(page)).toEqual({ areWithin: true, isOnWords: false });
  expect(complaints).toEqual([]);
});

test('a high target puts its area first, and an adviser who is let in sees the proposal', async () => {
  const owner = await answered('Åke Ägare');
  await letIn(owner, 'compare');
  const page = await signedInPage(owner, { browser, site, complaints, colorScheme: 'dark', width: 1280 });
  await page.goto(`/responses/${owner.responseId}/result#targets`);
  const form = page.locator('#targets');
  await form.waitFor();
  const [first, second] = await page.locator('#areas figure h4').allTextContents();
  await form.getByRole('combobox', { name: second ?? '', exact: true }).selectOption('4');
  await form.getByRole('combobox', { name: first ?? '', exact: true }).selectOption('2');
  await form.getByRole('button', { name: 'Spara målen' }).click();
  await form.getByText(/^Målen är sparade\./).waitFor();
  await expectWhole(page, 'targets saved, dark and wide');
  await page.reload();
  await page
    .locator('#areas')
    .getByText(/Ni har satt det själva i 2 av/)
    .waitFor();
  expect(await firstArea(page)).toBe(second);
  expect((await flags(page))[0]).toContain('under ert mål, 4');

  const advisor = await signedInAs(site, 'advisor', { organisation: 'compare', name: 'Rut Råd' });
  const theirs = await signedInPage(advisor, { browser, site, complaints, colorScheme: 'light', width: 1280 });
  await theirs.goto(`/advisor/organisations/${advisor.organisationId}/firms/${owner.firmId}`);
  await theirs.getByText(/Flaggan är målet\. Det är ett förslag/).waitFor();
  expect(await theirs.getByText(/ert mål/i).count()).toBe(0);
  expect(complaints).toEqual([]);
});

test('whoever is about to leave with unsaved targets is asked first', async () => {
  const owner = await answered('Åke Ägare');
  const page = await signedInPage(owner, { browser, site, complaints, colorScheme: 'light', width: 390 });
  await page.goto(`/responses/${owner.responseId}/result#targets`);
  await page.locator('#targets').getByRole('combobox').first().selectOption('4');
  await page.getByRole('link', { name: 'Ta med er resultatet' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await dialog.getByRole('button', { name: 'Stanna kvar' }).click();
  expect(await page.locator('#targets').getByRole('combobox').first().inputValue()).toBe('4');
  expect(complaints).toEqual([]);
});
