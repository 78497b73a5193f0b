import { describe, expect, test } from 'vitest';
import type { LocalisedText } from '#shared/domain/language.ts';
import { checkStrategy } from '#shared/domain/strategy/check-strategy.ts';
import { composeStrategy } from '#shared/domain/strategy/compose-strategy.ts';
import { strategySchema } from '#shared/domain/strategy/strategy.ts';
import { servesPriority } from '#shared/domain/strategy/support-form.ts';
import { known, parts } from './shipped-strategy.ts';

const strategy = composeStrategy(parts, known);
const { outline, priorities, supportForms, figures, conflicts } = strategy;
const figureOf = (code: string) => figures.find((figure) => figure.code === code);
const numberOf = (code: string) => figureOf(code)?.quantity?.number ?? Number.NaN;

/** Every text that comes in both languages, at any depth. */
function listTexts(value: unknown): LocalisedText[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('sv' in value && 'en' in value) return [value as LocalisedText];
  return Object.values(value).flatMap(listTexts);
}

/** The numbers of a text, without the language's signs: thousands in Swedish by space, decimals by comma. */
function numbersIn(text: string, language: 'sv' | 'en'): string[] {
  const plain =
    language === 'sv'
      ? text.replace(/(?<=\d) (?=\d{3})/g, '').replace(/(?<=\d),(?=\d)/g, '.')
      : text.replace(/(?<=\d),(?=\d{3})/g, '');
  return (plain.match(/\d+(\.\d+)?/g) ?? []).sort();
}

test('has no fault', () => {
  expect(checkStrategy(parts, known)).toEqual([]);
  expect(strategySchema.safeParse(strategy).success).toBe(true);
});

test('has five challenges, four themes, six priorities, 22 steps and 55 support forms', () => {
  expect(outline.challenges).toHaveLength(5);
  expect(outline.themes).toHaveLength(4);
  expect(priorities.map(({ steps }) => steps.length)).toEqual([3, 3, 3, 5, 5, 3]);
  expect(supportForms.map(({ code }) => code)).toEqual(Array.from({ length: 55 }, (_, index) => `S${index + 1}`));
});

test('has four core priorities and two horizontal ones', () => {
  expect(priorities.map(({ kind }) => kind)).toEqual(['core', 'core', 'core', 'core', 'horizontal', 'horizontal']);
});

test('has support for every priority', () => {
  const served = priorities.map(({ code }) => supportForms.filter((form) => servesPriority(form, code)).length);

  expect(Math.min(...served)).toBeGreaterThan(0);
});

test('knows by name every part of the document that a step is taken from', () => {
  const codes = new Set(outline.sections.map(({ code }) => code));

  expect(known.steps.filter(({ source }) => !codes.has(source.split(' ')[0] ?? ''))).toEqual([]);
  expect(outline.sections.find(({ code }) => code === 'P3')?.name.sv).toBe(
    'Stärkt omställningsförmåga i små och medelstora företag',
  );
  expect(outline.sections.find(({ code }) => code === 'W1')?.name.sv).toBe(
    'SWOT – Digitalisering och affärsutveckling',
  );
});

describe('the figures', () => {
  test('each have a source, and an https address when they are from elsewhere', () => {
    expect(figures.filter(({ source }) => source === '')).toEqual([]);
    expect(figures.flatMap((figure) => (figure.evidence === 'elsewhere' ? [figure.address] : []))).toHaveLength(4);
  });

  test('that are derived can be worked out from what they rest on', () => {
    // 10 000 + 12 000 + 20 000 = 42 000; 50 000 − 42 000 = 8 000; 50 000 / 2 500 = 20; 95 − 85 = 10;
    // 20 % of 50 000 = 10 000; 7,9 − 2 − 1 = 4,9 billion.
    expect(numberOf('three-branches-employees')).toBe(
      numberOf('steel-employees') + numberOf('forest-employees') + numberOf('metal-products-employees'),
    );
    expect(numberOf('other-industry-employees')).toBe(
      numberOf('industry-employees') - numberOf('three-branches-employees'),
    );
    expect(numberOf('employees-per-workplace')).toBe(numberOf('industry-employees') / numberOf('industry-workplaces'));
    expect(numberOf('firms-50-to-250')).toBe(numberOf('firms-up-to-250') - numberOf('firms-under-50'));
    expect(numberOf('women-employees')).toBe((numberOf('women-share') * numberOf('industry-employees')) / 100);
    expect(numberOf('large-firms-tax-state')).toBe(
      numberOf('large-firms-tax') - numberOf('large-firms-tax-municipalities') - numberOf('large-firms-tax-regions'),
    );
  });

  test('keep both values of the energy share, each naming the conflict', () => {
    expect(numberOf('industry-energy-share-40')).toBe(40);
    expect(numberOf('industry-energy-share-36')).toBe(36);
    expect(conflicts.find(({ code }) => code === 'energy-share-of-industry')?.kind).toBe('values-differ');
    expect(figureOf('industry-energy-share-36')?.conflicts).toEqual(['energy-share-of-industry']);
  });
});

describe('the two languages', () => {
  const texts = listTexts(parts);

  test('say the same numbers', () => {
    const different = texts.filter(({ sv, en }) => numbersIn(sv, 'sv').join(' ') !== numbersIn(en, 'en').join(' '));

    expect(different).toEqual([]);
  });

  test('are not copies of each other, but for names', () => {
    const copies = texts.filter(({ sv, en }) => sv === en && /[a-zåäö]/i.test(sv)).map(({ sv }) => sv);

    expect(copies).toEqual(['Challenge Lab']);
  });
});
