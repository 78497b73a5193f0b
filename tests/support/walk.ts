import type { Page } from 'playwright-core';

/** The words of the interface that the journeys press, in both languages. */
export const words = {
  sv: {
    start: 'Starta snabbkollen',
    toFirst: 'Till första frågan',
    next: 'Nästa',
    review: 'Se igenom svaren',
    submit: 'Skicka in och se resultatet',
    notSaved: 'Inte sparat än',
    saved: /^Sparat/,
    municipality: 'Kommun',
    branch: 'Metallvaror och maskiner',
    size: '10–49 anställda',
    role: 'Legotillverkare',
  },
  en: {
    start: 'Start the quick check',
    toFirst: 'To the first question',
    next: 'Next',
    review: 'Look through the answers',
    submit: 'Submit and see the result',
    notSaved: 'Not saved yet',
    saved: /^Saved/,
    municipality: 'Municipality',
    branch: 'Metal products and machinery',
    size: '10–49 employees',
    role: 'Subcontractor',
  },
} as const;
export type JourneyLanguage = keyof typeof words;

/** From the first page to the first question. */
export async function startQuickCheck(page: Page, language: JourneyLanguage): Promise<void> {
  const say = words[language];
  await page.getByRole('link', { name: say.start }).first().click();
  await page.getByLabel(say.municipality).selectOption('2184');
  await page.getByLabel(say.branch, { exact: true }).check();
  await page.getByLabel(say.size, { exact: true }).check();
  await page.getByLabel(say.role, { exact: true }).check();
  await page.getByRole('button', { name: say.toFirst }).click();
  await page.waitForURL(/\/items\/1$/);
  await arrive(page);
}

/** The focus moves to the heading when a page has changed. */
async function arrive(page: Page): Promise<void> {
  await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
}

/** Answers whatever the screen asks: one radio of each group, a little differently each time. */
export async function answerScreen(page: Page, turn: number): Promise<void> {
  for (const group of await page.locator('main fieldset').all()) {
    const radios = group.locator('input[type=radio]');
    const count = await radios.count();
    if (count > 0) await radios.nth(turn % Math.min(count, 4)).check();
  }
}

/** Whether the link leads to a further question rather than to the review. */
export async function goOn(page: Page, language: JourneyLanguage): Promise<boolean> {
  const say = words[language];
  const next = page.getByRole('link', { name: say.next, exact: true });
  const isMore = (await next.count()) > 0;
  const before = page.url();
  if (isMore) await next.click();
  else await page.getByRole('link', { name: say.review }).click();
  await page.waitForURL((url) => url.href !== before);
  await arrive(page);
  return isMore;
}
