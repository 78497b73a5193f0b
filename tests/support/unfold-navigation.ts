import type { Page } from 'playwright-core';

/** Shows the way between the pages of the advisers, which is folded on a phone. */
export async function unfoldNavigation(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Rådgivning' }).getByRole('button').click();
}
