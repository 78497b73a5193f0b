import type { BrowserContext, Page } from 'playwright-core';

/** A page whose errors end up among the complaints; a request that fails is the business of the test. */
export async function watchedPage(context: BrowserContext, complaints: string[]): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    const isNetwork = message.text().includes('Failed to load resource');
    if (message.type() === 'error' && !isNetwork) complaints.push(message.text());
  });
  return page;
}
