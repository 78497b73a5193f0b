import type { KnownToStrategy } from '#shared/domain/strategy/check-strategy.ts';
import { checkStrategy } from '#shared/domain/strategy/check-strategy.ts';
import type { Figure } from '#shared/domain/strategy/figure.ts';
import { type StrategyParts, strategyPartsSchema } from '#shared/domain/strategy/strategy.ts';

export const words = { sv: 'ord', en: 'words' };
const source = 'SUM L21';

export const known: KnownToStrategy = {
  priorities: [{ code: 'P1', name: { sv: 'Resurser', en: 'Resources' } }],
  steps: [{ code: 'P1.1', name: words, source: 'P1 L784' }],
  dimensions: new Set(['D9']),
};

export const figure = {
  code: 'employees',
  topic: 'economy',
  statement: words,
  value: words,
  quantity: null,
  year: '2019',
  geography: 'nms',
  source,
  evidence: 'stated',
} satisfies Figure;

/** A strategy without fault, with one of nearly everything. */
export const small: StrategyParts = strategyPartsSchema.parse({
  outline: {
    title: words,
    goal: { text: words, source },
    principles: [],
    challenges: [
      { code: 'C1', kind: 'system', name: words, about: words, lines: { from: 410, to: 447 }, source: 'C1 L410–447' },
    ],
    themes: [
      {
        code: 'T1',
        name: { sv: 'Digitalt', en: 'Digital' },
        lines: { from: 566, to: 606 },
        swot: { code: 'W1', lines: { from: 986, to: 1023 } },
      },
    ],
    functions: [],
    followUps: [],
    sections: [{ code: 'SUM', name: words, lines: { from: 20, to: 113 } }],
  },
  priorities: [
    {
      code: 'P1',
      kind: 'core',
      aim: words,
      lines: { from: 770, to: 791 },
      source: 'P1 L781–782; SUM L85–87',
      aliases: [],
      answers: { C1: 'strong' },
    },
  ],
  terms: [{ code: 'word', thing: words, variants: [{ text: 'ord', source }], reading: words }],
  supportForms: [{ code: 'S1', name: words, givenBy: null, challenges: ['C1'], serves: ['P1', 'P1.1'], source }],
  needs: [{ code: 'security', text: words, dimensions: ['D9'], nearest: ['S1'], source: 'W1-T L1016' }],
  figures: [
    { ...figure, conflicts: ['two'] },
    { ...figure, code: 'workplaces', year: null, note: words, conflicts: ['two'] },
    { ...figure, code: 'mean', evidence: 'derived', derivedFrom: ['employees', 'workplaces'] },
  ],
  conflicts: [
    { code: 'two', kind: 'values-differ', name: words, figures: ['employees', 'workplaces'], explanation: words },
  ],
  cautions: [{ code: 'careful', text: words, figures: ['employees'], source: null }],
  branches: [{ branch: 'steel-and-metals', name: words, employees: 'employees', source }],
});

/** The issues of the small strategy when some of it is changed. */
export const check = (changes: Partial<StrategyParts>): string[] =>
  checkStrategy({ ...small, ...changes }, known).map(({ code, path }) => `${code} ${path}`);

/** The first of a list with some of it changed, before the rest of the list. */
export function withFirst<T extends object>(list: readonly T[], changes: Partial<T>): T[] {
  return list.map((entry, index) => (index === 0 ? { ...entry, ...changes } : entry));
}
