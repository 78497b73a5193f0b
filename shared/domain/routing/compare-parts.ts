import type { Component } from './routing.ts';

/** What one kind of points, or one rule, gives to each of two packages. */
export type ComparedPart = Pick<Component, 'code' | 'ruleId'> & { readonly own: number; readonly theirs: number };

/**
 * The parts of two ranks side by side, in the order of the second: a rule that adds and takes counts as one part, and what
 * neither has is left out, as is the county, which decides nothing. Each column adds up to the fit of its package.
 */
export function compareParts(own: readonly Component[], theirs: readonly Component[]): ComparedPart[] {
  const parts = new Map<string, ComparedPart>();
  const add = (components: readonly Component[], side: 'own' | 'theirs') => {
    for (const { code, ruleId, points } of components) {
      if (code === 'home-county') continue;
      const key = `${code} ${ruleId ?? ''}`;
      const part = parts.get(key) ?? { code, ruleId, own: 0, theirs: 0 };
      parts.set(key, { ...part, [side]: part[side] + points });
    }
  };
  add(theirs, 'theirs');
  add(own, 'own');
  return [...parts.values()].filter((part) => part.own !== 0 || part.theirs !== 0);
}
