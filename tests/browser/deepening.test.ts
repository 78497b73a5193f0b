import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import type { LiveSite } from '../support/live-site.ts';
import { openSite } from '../support/live-site.ts';
import { answerScreen, goOn, type JourneyLanguage, startQuickCheck, words } from '../support/walk.ts';
import { watchedPage } from '../support/watched-page.ts';

let browser: Browser;
let site: LiveSite;
beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), openSite()]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

const say = {
  sv: {
    goOn: 'Gå vidare med: Digital mognad',
    carried: /^42 svar följde med från ”Snabbkoll”, och det ni har sagt/,
    soFar: /Ni har svarat på 42 av 74 frågor/,
    several: /^[0-9]+ svar här är era egna från ”Snabbkoll”/,
    yours: 'Svaret är ert eget från ”Snabbkoll”.',
    result: 'Stöd som passar',
    process: 'Börja: Processmognad',
    earlier: 'Se det resultatet',
  },
  en: {
    goOn: 'Go on with: Digital maturity',
    carried: /^42 answers came along from “Quick check”, and what you have said/,
    soFar: /You have answered 42 of 74 questions/,
    several: /^[0-9]+ answers here are yours from “Quick check”/,
    yours: 'The answer is yours from “Quick check”.',
    result: 'Support that fits',
    process: 'Begin: Process maturity',
    earlier: 'See that result',
  },
} as const;

async function answerQuickCheck(page: Page, language: JourneyLanguage): Promise<void> {
  await startQuickCheck(page, language);
  let turn = 0;
  do {
    await answerScreen(page, turn);
    turn += 1;
  } while (await goOn(page, language));
  await page.getByRole('button', { name: words[language].submit }).click();
  await page.waitForURL(/\/result$/);
}

describe.each([
  ['a desktop in Swedish', 'sv', { width: 1280, height: 900 }],
  ['a phone in English', 'en', { width: 390, height: 844 }],
] as const)('on %s', (_name, language, viewport) => {
  test('a firm deepens its quick check without answering anything twice', async () => {
    const texts = say[language];
    const context = await browser.newContext({ viewport });
    const complaints: string[] = [];
    const page = await watchedPage(context, complaints);
    await page.goto(`${site.origin}/?lang=${language}`);
    await answerQuickCheck(page, language);
    const first = page.url();

    await page.getByRole('button', { name: texts.goOn }).click();
    await page.waitForURL(/overview$/);
    await page.getByText(texts.carried).waitFor();
    await page.getByText(texts.soFar).waitFor();
    const deepening = page.url().replace('/overview', '');
    expect(deepening).not.toBe(first.replace('/result', ''));

    // A screen with several questions says once that its answers came along.
    await page.goto(`${deepening}/items/1`);
    await page.getByText(texts.several).waitFor();

    // The first question came along, is marked, and may be changed.
    await page.goto(`${deepening}/items/2`);
    await page.getByText(texts.yours).waitFor();
    const chosen = page.locator('main input[type=radio]:checked');
    expect(await chosen.count()).toBe(1);
    await answerScreen(page, 3);
    await page.getByText(words[language].saved).waitFor();
    expect(await page.getByText(texts.yours).count()).toBe(0);

    // The third question of D1 is new: 42 and 50 share 18, so 74 in all.
    await page.goto(`${deepening}/items/4`);
    await page.getByText(/74/).first().waitFor();
    expect(await page.locator('main input[type=radio]:checked').count()).toBe(0);
    await answerScreen(page, 3);
    await page.getByText(words[language].saved).waitFor();

    await page.goto(`${deepening}/review`);
    await page.getByRole('button', { name: words[language].submit }).click();
    await page.waitForURL(/\/result$/);
    await page.getByRole('heading', { name: texts.result }).waitFor();
    expect(page.url()).not.toBe(first);
    await page.getByRole('link', { name: texts.earlier }).click();
    await page.waitForURL(first);

    // The earlier result stays as it was; asked again, it leads to the same continuation.
    await page.goto(first);
    await page.getByRole('button', { name: texts.goOn }).click();
    await page.waitForURL((url) => url.href.startsWith(deepening));
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe('a firm that wants one part in depth', () => {
  test('begins with the process form at once', async () => {
    const page = await browser.newPage();
    page.setDefaultTimeout(20_000);
    await page.goto(`${site.origin}/?lang=sv`);
    await page.getByRole('link', { name: say.sv.process }).click();
    await page.getByText(/^Ni börjar på ”Processmognad”: 32 frågor/).waitFor();
    await page.getByLabel(words.sv.municipality).selectOption('2184');
    for (const choice of [words.sv.branch, words.sv.size, words.sv.role]) {
      await page.getByLabel(choice, { exact: true }).check();
    }
    await page.getByRole('button', { name: words.sv.toFirst }).click();
    await page.getByText('Fråga 1 av 32').waitFor();
    await page.close();
  });
});
