import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';

const source = readFileSync(path.resolve(import.meta.dirname, '../../node_modules/axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

type AxeWindow = { axe: { run(context: object, options: object): Promise<{ violations: Violation[] }> } };
type Violation = { id: string; nodes: { target: unknown[]; failureSummary?: string }[] };

/** What axe finds wrong with the page as it is shown now, by rule and place. */
export async function axeViolations(page: Page): Promise<string[]> {
  // Motion would be measured half-way.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.evaluate(source);
  const violations = await page.evaluate(async (values) => {
    const { axe } = globalThis as unknown as AxeWindow;
    return (await axe.run(document, { runOnly: { type: 'tag', values } })).violations;
  }, tags);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} (${failureSummary ?? ''})`),
  );
}
