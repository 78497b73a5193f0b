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
    resume: 'Skapa en hemlig länk',
    secret: 'Hemlig länk',
    continue: 'Fortsätt',
    calculation: 'Så räknades det',
    suggestions: 'Stöd som passar',
    ask: 'Be om kontakt',
    whom: 'Vem ska de fråga efter?',
    firm: 'Företagets namn',
    email: 'E-post',
    agree: 'Vi samtycker till detta',
    send: 'Skicka förfrågan',
    stored: 'Er förfrågan är sparad',
    requests: 'Era förfrågningar om kontakt',
    waiting: 'Skickad, inte besvarad än',
    calendar: 'Påminnelse till kalendern',
    overview: 'Alla områden',
  },
  en: {
    resume: 'Make a secret link',
    secret: 'Your secret link',
    continue: 'Continue',
    calculation: 'How it was calculated',
    suggestions: 'Support that fits',
    ask: 'Ask for contact',
    whom: 'Whom should they ask for?',
    firm: 'Name of the firm',
    email: 'E-mail',
    agree: 'We agree to this',
    send: 'Send the request',
    stored: 'Your request is stored',
    requests: 'Your requests for contact',
    waiting: 'Sent, not answered yet',
    calendar: 'Reminder for the calendar',
    overview: 'All areas',
  },
} as const;

/** Answers with the network cut: nothing is lost, the page says so, and it is sent when the network is back. */
async function answerOffline(page: Page, language: JourneyLanguage, turn: number): Promise<void> {
  await page.context().setOffline(true);
  await answerScreen(page, turn);
  await page.getByText(words[language].notSaved).waitFor();
  await goOn(page, language);
  await answerScreen(page, turn + 1);
  await page.context().setOffline(false);
  await page.getByText(words[language].saved).waitFor();
}

/** The server away but the page there: what was answered is still to be sent after a reload. */
async function answerAcrossReload(page: Page, language: JourneyLanguage, turn: number): Promise<void> {
  await page.route('**/answers/**', (route) => route.abort());
  await answerScreen(page, turn);
  await page.getByText(words[language].notSaved).waitFor();
  await page.reload();
  const chosen = page.locator('main input[type=radio]:checked');
  await chosen.first().waitFor();
  // The attempt after the reload has failed too: a request that meets the end of the route would hang until it times out.
  await page.getByText(words[language].notSaved).waitFor();
  await page.unroute('**/answers/**');
  await page.getByText(words[language].saved).waitFor();
}

async function answerEverything(page: Page, language: JourneyLanguage): Promise<number> {
  for (let turn = 0; ; turn += 1) {
    if (turn === 12) await answerOffline(page, language, turn);
    else if (turn === 20) await answerAcrossReload(page, language, turn);
    else await answerScreen(page, turn);
    if (!(await goOn(page, language))) return turn;
  }
}

async function resumeElsewhere(page: Page, language: JourneyLanguage, complaints: string[]): Promise<void> {
  const texts = say[language];
  await page.getByRole('link', { name: texts.overview }).click();
  await page.getByRole('button', { name: texts.resume }).click();
  const link = await page.getByLabel(texts.secret).inputValue();
  const elsewhere = await browser.newContext();
  const other = await watchedPage(elsewhere, complaints);
  await other.goto(`${link.replace('/resume', `/resume?lang=${language}`)}`);
  await other.getByRole('button', { name: texts.continue }).click();
  await other.waitForURL(/overview$/);
  await other.getByText(/42/).first().waitFor();
  await elsewhere.close();
  await page.goBack();
}

async function askForContact(page: Page, language: JourneyLanguage): Promise<void> {
  const texts = say[language];
  await page.getByRole('link', { name: texts.ask }).first().click();
  await page.getByLabel(texts.firm).fill('Smeden AB');
  await page.getByLabel(texts.whom).fill('Åsa Öberg');
  await page.getByRole('button', { name: texts.send }).click();
  // E-mail and consent are missing: the summary has the focus and what was typed is still there.
  await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'alert');
  expect(await page.getByLabel(texts.whom).inputValue()).toBe('Åsa Öberg');
  await page.getByLabel(texts.email).fill('asa@smeden.example');
  await page.getByLabel(texts.agree).check();
  await page.getByRole('button', { name: texts.send }).click();
  await page.getByRole('heading', { name: texts.stored }).waitFor();
  const [calendar] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: texts.calendar }).click(),
  ]);
  expect(await calendar.failure()).toBeNull();
  await page.getByRole('link', { name: texts.requests }).click();
  await page.getByText(texts.waiting).first().waitFor();
}

describe.each([
  ['a desktop in Swedish', 'sv', { width: 1280, height: 900 }],
  ['a phone in English', 'en', { width: 390, height: 844 }],
] as const)('on %s', (_name, language, viewport) => {
  test('a firm answers all 42 questions, understands its result and asks for contact', async () => {
    const complaints: string[] = [];
    const context = await browser.newContext({ viewport });
    const page = await watchedPage(context, complaints);
    await page.goto(`${site.origin}/?lang=${language}`);
    await startQuickCheck(page, language);
    // IB, 42 questions and 19 closing screens, counted from 0; one screen is passed while offline.
    expect(await answerEverything(page, language)).toBe(60);

    await resumeElsewhere(page, language, complaints);
    await page.getByRole('button', { name: words[language].submit }).click();
    await page.waitForURL(/\/result$/);
    await page.getByRole('heading', { name: say[language].suggestions }).waitFor();
    expect(await page.locator('figure').count()).toBeGreaterThanOrEqual(21);

    await page.getByRole('link', { name: say[language].calculation }).last().click();
    await page.waitForURL(/calculation/);
    await page.locator('#X4').waitFor();
    expect(await page.locator('main section[id]').count()).toBeGreaterThanOrEqual(19);
    await page.goBack();
    await askForContact(page, language);

    // Nothing scrolls sideways on any page of the way.
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe('the language', () => {
  test('changes in the middle without losing an answer', async () => {
    const context = await browser.newContext();
    const page = await watchedPage(context, []);
    await page.goto(`${site.origin}/?lang=sv`);
    await startQuickCheck(page, 'sv');
    await answerScreen(page, 1);
    await page.getByText(words.sv.saved).waitFor();
    const before = await page.locator('main input:checked').evaluateAll((inputs) => inputs.map(({ id }) => id));
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('link', { name: words.en.next, exact: true }).waitFor();

    expect(await page.locator('main input:checked').evaluateAll((inputs) => inputs.map(({ id }) => id))).toEqual(
      before,
    );
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
    await context.close();
  });
});

describe('two tabs', () => {
  test('show the same answers and submit once', async () => {
    const context = await browser.newContext();
    const first = await watchedPage(context, []);
    await first.goto(`${site.origin}/?lang=sv`);
    await startQuickCheck(first, 'sv');
    await goOn(first, 'sv');
    const second = await watchedPage(context, []);
    await second.goto(first.url());
    await second.locator('main fieldset').first().waitFor();
    await answerScreen(first, 2);
    await first.getByText(words.sv.saved).waitFor();
    await second.locator('main input:checked').first().waitFor();

    const review = first.url().replace(/items\/\d+/, 'review');
    await Promise.all([first.goto(review), second.goto(review)]);
    await Promise.all([first, second].map((page) => page.getByRole('button', { name: words.sv.submit }).click()));
    await Promise.all([first, second].map((page) => page.waitForURL(/\/result$/)));
    const receipts = await Promise.all([first, second].map((page) => page.getByText(/Nummer: /).textContent()));
    expect(receipts[0]).toBe(receipts[1]);
    await context.close();
  });
});
