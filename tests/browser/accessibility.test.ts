import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeViolations } from '../support/axe.ts';
import { openBrowser } from '../support/browser.ts';
import type { LiveSite } from '../support/live-site.ts';
import { openSite } from '../support/live-site.ts';
import { goOn, startQuickCheck } from '../support/walk.ts';

let browser: Browser;
let site: LiveSite;
beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), openSite({ isDemo: true })]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

async function expectNoViolations(page: Page, name: string): Promise<void> {
  await page.locator('h1').waitFor();
  expect(await axeViolations(page), name).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), `${name} scrolls`).toBe(
    true,
  );
}

describe.each([
  ['light', 390],
  ['dark', 390],
  ['light', 1280],
  ['dark', 1280],
] as const)('in %s at %i px', (colorScheme, width) => {
  test('no page has an accessibility violation that axe can find', async () => {
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 844 } });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    for (const address of [
      '/',
      '/start',
      '/resume',
      '/packages',
      '/packages/process-cohort',
      '/method',
      '/privacy',
      '/strategy',
      '/accessibility',
      '/nowhere',
    ]) {
      await page.goto(site.origin + address);
      await expectNoViolations(page, address);
    }
    await page.goto(`${site.origin}/start`);
    await page.getByRole('button', { name: 'Till första frågan' }).click();
    await expectNoViolations(page, 'start with faults');

    await page.goto(site.origin);
    await startQuickCheck(page, 'sv');
    for (const name of ['context questions', 'a question', 'a question', 'a closing screen']) {
      await expectNoViolations(page, name);
      await goOn(page, 'sv');
    }
    const item = page.url();
    for (const rest of ['overview', 'review']) {
      await page.goto(item.replace(/items\/\d+/, rest));
      await expectNoViolations(page, rest);
    }

    await page.goto(site.origin);
    await page.getByRole('button', { name: 'Se ett exempel' }).click();
    await page.waitForURL(/result$/);
    await expectNoViolations(page, 'result');
    const result = page.url();
    await page.getByRole('button', { name: /radar/i }).click();
    await page.getByRole('img', { name: /^Högst av era processområden: .+ Lägst: / }).waitFor();
    await expectNoViolations(page, 'result with radar');
    for (const address of ['/result/calculation', '/packages/process-cohort/contact', '/referrals']) {
      await page.goto(result.replace('/result', address));
      await expectNoViolations(page, address);
    }
    await context.close();
  });
});

describe('a table wider than a phone', () => {
  test.each(['light', 'dark'] as const)(
    'in %s shows that it goes on, and is scrolled by keyboard',
    async (colorScheme) => {
      const context = await browser.newContext({ colorScheme, viewport: { width: 390, height: 844 } });
      const page = await context.newPage();
      page.setDefaultTimeout(20_000);
      await page.goto(`${site.origin}/strategy`);
      const frame = page.getByRole('region', { name: 'Innovation' });
      await frame.waitFor();
      await page.evaluate(() => document.fonts.ready);
      await frame.evaluate((element) => element.scrollIntoView({ block: 'start' }));
      const box = (await frame.boundingBox()) ?? { x: 0, y: 0, width: 0 };
      const right = box.x + box.width;
      /** Three pixels beside the caption, where nothing is written: just within an edge of the frame, or outside it. */
      const pixelsAt = async (x: number) =>
        (await page.screenshot({ clip: { x, y: box.y + 4, width: 3, height: 12 } })).toString('base64');
      const ground = await pixelsAt(right + 4);

      expect(await pixelsAt(right - 4)).not.toBe(ground);
      await frame.focus();
      for (let presses = 0; presses < 12; presses += 1) await page.keyboard.press('ArrowRight');
      const isAtEnd = (element: Element) => element.scrollLeft + element.clientWidth >= element.scrollWidth - 1;
      await expect.poll(() => frame.evaluate(isAtEnd)).toBe(true);

      await page.mouse.move(0, 0);
      await frame.evaluate((element) => element.blur());
      expect(await pixelsAt(right - 4)).toBe(ground);
      expect(await pixelsAt(box.x + 1)).not.toBe(ground);
      await context.close();
    },
  );
});

describe('with the keyboard only', () => {
  test('one starts, answers, comments and goes on', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    await page.goto(`${site.origin}/start`);
    await page.locator('h1').waitFor();
    const tabTo = async (matches: (focused: { tag: string; name: string; text: string }) => boolean) => {
      for (let presses = 0; presses < 60; presses += 1) {
        await page.keyboard.press('Tab');
        const focused = await page.evaluate(() => {
          const element = document.activeElement as HTMLInputElement | null;
          return {
            tag: element?.tagName ?? '',
            name: element?.name ?? '',
            text: (element?.textContent ?? '').trim(),
          };
        });
        if (matches(focused)) return;
      }
      throw new Error('the keyboard does not reach it');
    };
    await tabTo(({ text }) => text === 'Till innehållet');
    await page.keyboard.press('Enter');
    await tabTo(({ name }) => name === 'municipality');
    await page.keyboard.type('Hudiksvall');
    for (const name of ['branch', 'sizeClass', 'chainRole']) {
      await tabTo((focused) => focused.name === name);
      await page.keyboard.press('Space');
    }
    await tabTo(({ text }) => text === 'Till första frågan');
    await page.keyboard.press('Enter');
    await page.waitForURL(/items\/1$/);
    await tabTo(({ name }) => name === 'IB.administration');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await tabTo(({ text }) => text === 'Nästa');
    await page.keyboard.press('Enter');
    await page.waitForURL(/items\/2$/);
    await page.getByText('Fråga 1 av 42').waitFor();
    await tabTo(({ name }) => name === 'D1.1');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await tabTo(({ tag }) => tag === 'SUMMARY');
    await page.keyboard.press('Enter');
    await tabTo(({ tag }) => tag === 'TEXTAREA');
    await page.keyboard.type('Skrivet utan mus.');
    await tabTo(({ text }) => text === 'Nästa');
    await page.keyboard.press('Enter');
    await page.waitForURL(/items\/3$/);
    await page.goBack();
    await page.locator('input[id$="level-1"]:checked').waitFor();
    expect(await page.locator('textarea').inputValue()).toBe('Skrivet utan mus.');
    await context.close();
  });
});
