import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { announced, keepAnnouncements } from '../support/announced.ts';
import { openBrowser } from '../support/browser.ts';
import { type LiveSite, openSite } from '../support/live-site.ts';
import { goOn, startQuickCheck } from '../support/walk.ts';

let browser: Browser;
let site: LiveSite;
beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), openSite()]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

async function opened(options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({ baseURL: site.origin, ...options });
  await keepAnnouncements(context);
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  return page;
}

/** On the first question that has a screen to itself. */
async function atQuestion(page: Page): Promise<void> {
  await page.goto('/');
  await startQuickCheck(page, 'sv');
  await goOn(page, 'sv');
}

/** Everything that is answered with, from the first page to the last before submitting. */
async function walk(page: Page, look: (name: string) => Promise<void>): Promise<void> {
  await page.goto('/start');
  await page.locator('h1').waitFor();
  await look('start');
  await page.getByRole('button', { name: 'Till första frågan' }).click();
  await page.getByRole('alert').waitFor();
  await look('start with faults');
  await page.goto('/');
  await startQuickCheck(page, 'sv');
  await look('several questions');
  await goOn(page, 'sv');
  await look('a question');
  const item = page.url();
  for (const rest of ['overview', 'review', 'respondents']) {
    await page.goto(item.replace(/items\/\d+/, rest));
    await page.locator('h1').waitFor();
    await look(rest);
  }
}

/** Texts that are cut off by what they stand in, and whether the page is wider than the window. */
const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const isHiding = (element: Element) => /hidden|clip/.test(getComputedStyle(element).overflow);
    const isTiny = (element: Element) => element.clientWidth <= 1 || element.clientHeight <= 1;
    const cut = [...document.querySelectorAll('main *, header *, footer *')]
      .filter((element) => isHiding(element) && !isTiny(element))
      .filter(({ scrollWidth, clientWidth, scrollHeight, clientHeight }) => {
        return scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1;
      })
      .map((element) => `cut off: ${(element.textContent ?? '').slice(0, 60)}`);
    const isWide = document.documentElement.scrollWidth > window.innerWidth;
    return isWide ? [...cut, 'the page scrolls sideways'] : cut;
  });

const enlarge = (page: Page) =>
  page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });

describe('whoever needs it larger', () => {
  test('reads everything with text of 200 %', async () => {
    const page = await opened({ viewport: { width: 1280, height: 800 } });
    await walk(page, async (name) => {
      await enlarge(page);
      expect(await cutOff(page), name).toEqual([]);
    });
    await page.context().close();
  }, 120_000);

  test('reads everything at 400 %, which leaves 320 px, and sees what has the focus', async () => {
    const page = await opened({ viewport: { width: 320, height: 256 } });
    await walk(page, async (name) => {
      expect(await cutOff(page), name).toEqual([]);
      for (let presses = 0; presses < 12; presses += 1) {
        await page.keyboard.press('Tab');
        const hidden = await page.evaluate(() => {
          const focused = document.activeElement;
          if (focused === null || focused === document.body) return null;
          const target = focused.closest('label') ?? focused;
          const { left, top, width, height } = target.getBoundingClientRect();
          const [x, y] = [left + width / 2, Math.min(top + height / 2, window.innerHeight - 2)];
          const above = document.elementFromPoint(x, Math.max(y, 1));
          const isSeen = above !== null && (target.contains(above) || above.contains(target));
          return isSeen ? null : `${focused.tagName} ${(focused.textContent ?? '').slice(0, 40)}`;
        });
        expect(hidden, `${name}, ${presses + 1} tabs`).toBeNull();
      }
    });
    await page.context().close();
  }, 120_000);
});

describe('whoever has colours of their own', () => {
  test('tells the chosen answer from the others, and where the focus is', async () => {
    const page = await opened({ forcedColors: 'active', viewport: { width: 390, height: 844 } });
    await atQuestion(page);
    const lines = (nth: number) =>
      page
        .getByRole('radio')
        .nth(nth)
        .evaluate((radio) => {
          const { outlineStyle, outlineWidth } = getComputedStyle(radio.closest('label') ?? radio);
          return { outlineStyle, outlineWidth, mark: getComputedStyle(radio).backgroundColor };
        });
    const before = await lines(2);
    await page.getByRole('radio').nth(2).focus();
    await page.keyboard.press('Space');
    const focused = await lines(2);
    expect([before.outlineStyle, focused.outlineStyle]).toEqual(['none', 'solid']);

    await page.getByRole('link', { name: 'Nästa' }).focus();
    const chosen = await lines(2);
    const other = await lines(1);
    expect(chosen).toMatchObject({ outlineStyle: 'solid', outlineWidth: '2px' });
    expect(other.outlineStyle).toBe('none');
    expect(chosen.mark).not.toBe(other.mark);
    await page.context().close();
  }, 120_000);
});

describe('whoever wants less motion', () => {
  test('sees nothing move', async () => {
    const page = await opened({ reducedMotion: 'reduce', viewport: { width: 390, height: 844 } });
    await walk(page, async (name) => {
      const moving = await page.evaluate(() =>
        [...document.querySelectorAll('*')]
          .filter((element) => {
            const { transitionDuration, animationDuration, animationName } = getComputedStyle(element);
            const longest = (durations: string) =>
              Math.max(...durations.split(',').map((each) => Number.parseFloat(each)));
            const isAnimated = animationName !== 'none' && longest(animationDuration) > 0.01;
            return longest(transitionDuration) > 0.01 || isAnimated;
          })
          .map(({ tagName, className }) => `${tagName} ${String(className)}`),
      );
      expect(moving, name).toEqual([]);
    });
    await page.context().close();
  }, 120_000);
});

describe('whoever listens', () => {
  test('hears the question, its answers with their levels, what is chosen, and that it is saved', async () => {
    const page = await opened({});
    await atQuestion(page);
    const question = await page.getByRole('heading', { level: 1 }).textContent();
    const group = page.getByRole('group', { name: question ?? '' });
    const third = group.getByRole('radio').nth(2);
    expect(await group.getByRole('radio').count()).toBeGreaterThanOrEqual(5);
    expect(await third.ariaSnapshot()).toMatch(/^- radio ".{10,}"/);
    const described = await third.evaluate((radio) =>
      (radio.getAttribute('aria-describedby') ?? '')
        .split(' ')
        .map((id) => document.getElementById(id)?.textContent ?? '')
        .join(' '),
    );
    expect(described).toContain('Nivå 2');
    await announced(page);

    await third.check();
    expect(await third.ariaSnapshot()).toContain('[checked]');
    await page.getByText(/^Sparat/).waitFor();
    const said = await announced(page);
    expect(said.at(-1)).toMatch(/^Sparat kl\. \d\d\.\d\d$/);
    // That it is on its way, and that it is saved: nothing twice.
    expect(said.filter((words) => words.startsWith('Spara')).length).toBeLessThanOrEqual(2);
    await page.context().close();
  }, 120_000);

  test('hears that an answer is not saved, why, and when it is', async () => {
    const page = await opened({});
    await atQuestion(page);
    await page.route('**/answers/**', (route) => route.abort());
    await announced(page);
    await page.getByRole('radio').nth(1).check();
    await page.getByText('Inte sparat än').waitFor();
    expect((await announced(page)).join(' ')).toMatch(/Inte sparat än\. .*kvar i den här webbläsaren/);

    await page.unroute('**/answers/**');
    await page.getByRole('button', { name: 'Försök nu' }).press('Enter');
    await page.getByText(/^Sparat/).waitFor();
    expect((await announced(page)).at(-1)).toMatch(/^Sparat/);
    await page.context().close();
  }, 120_000);

  test('hears what is wrong with a form, each fault with a way to its field', async () => {
    const page = await opened({});
    await page.goto('/start');
    await page.locator('h1').waitFor();
    await page.getByRole('button', { name: 'Till första frågan' }).press('Enter');
    const summary = page.getByRole('alert');
    await summary.waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert');
    const fault = summary.getByRole('link').first();
    await fault.press('Enter');
    const isAtField = () => page.evaluate(() => /^(INPUT|SELECT)$/.test(document.activeElement?.tagName ?? ''));
    await expect.poll(isAtField).toBe(true);
    const isInvalid = await page.evaluate(() => {
      const field = document.activeElement;
      const near = field?.closest('[aria-invalid=true], [data-invalid=true]');
      return near !== null && near !== undefined && (field?.closest('fieldset, div')?.textContent ?? '') !== '';
    });
    expect(isInvalid).toBe(true);
    await page.context().close();
  }, 120_000);

  test('hears on which question they are when the page changes, and the tab says it too', async () => {
    const page = await opened({});
    await atQuestion(page);
    const first = await page.title();
    expect(first).toMatch(/^Fråga 1: /);
    await goOn(page, 'sv');
    expect(await page.title()).not.toBe(first);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    await page.goBack();
    await expect.poll(() => page.title()).toBe(first);
    await page.context().close();
  }, 120_000);
});
