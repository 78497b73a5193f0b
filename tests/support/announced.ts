import type { BrowserContext, Page } from 'playwright-core';

declare global {
  interface Window {
    said?: string[];
  }
}

/** Has every page of the context keep what its live regions say, as a screen reader would read it out, in order. */
export async function keepAnnouncements(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const said: string[] = [];
    window.said = said;
    const live = '[role=status], [role=alert], [aria-live]';
    const regionsAt = (node: Node): readonly Element[] => {
      const element = node instanceof Element ? node : node.parentElement;
      const around = element?.closest(live);
      return around ? [around] : [...(element?.querySelectorAll(live) ?? [])];
    };
    const read = (node: Node) => {
      const words = regionsAt(node).map((region) => (region.textContent ?? '').replaceAll(/\s+/g, ' ').trim());
      for (const each of words) if (each !== '' && said.at(-1) !== each) said.push(each);
    };
    new MutationObserver((changes) => {
      for (const { target, addedNodes, type } of changes) {
        if (type === 'characterData') read(target);
        else for (const node of addedNodes) read(node);
      }
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
}

/** What has been said since it was last asked. */
export function announced(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { said = [] } = window;
    return said.splice(0);
  });
}
