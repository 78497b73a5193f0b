import type { Catalogue } from './catalogue.ts';

function withoutTexts(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(withoutTexts);
  if ('sv' in value && 'en' in value) return { sv: '-', en: '-' };
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withoutTexts(part)]));
}

/**
 * The catalogue with the words of packages, rules and the like left out: half as long, and `checkStructureChange`
 * finds the same with it, since what there is to say of those words does not depend on the structure.
 */
export function withoutProse(catalogue: Catalogue): Catalogue {
  return { ...(withoutTexts(catalogue) as Catalogue), texts: catalogue.texts };
}
