import { describe, expect, test } from 'vitest';
import { likenessOf, type Measuring } from '#shared/domain/benchmark/likeness.ts';
import { measuredBy } from '#shared/domain/benchmark/measured-by.ts';
import { canonicalJson } from '#shared/domain/canonical-json.ts';
import type { Definition } from '#shared/domain/instrument/definition.ts';
import type { Item } from '#shared/domain/instrument/item.ts';

const itemOf = (code: string, changes: Partial<Item> = {}): Item =>
  ({
    code,
    textCode: code,
    purpose: 'score',
    kind: 'ladder',
    weight: 1,
    allowsDontKnow: true,
    allowsNotApplicable: false,
    sizeNotes: [],
    ...changes,
  }) as Item;

type Change = { items?: Item[]; words?: Record<string, string>; asked?: string[]; scoring?: object };

function definitionOf({ items = [], words = {}, asked = [], scoring = {} }: Change = {}): Definition {
  const importance = itemOf('D1.importance', { textCode: 'importance', purpose: 'importance' });
  const all = [itemOf('D1.1'), itemOf('D1.2'), itemOf('D2.1'), importance].map(
    (item) => items.find(({ code }) => code === item.code) ?? item,
  );
  const texts = { 'D1.1.question': 'Hur?', 'D1.2.question': 'Varför?', 'D2.1.question': 'När?', ...words };
  return {
    structure: {
      instrument: 'mattstock',
      dimensions: [
        { code: 'D1', part: 'digital', items: ['D1.1', 'D1.2', 'D1.importance'] },
        { code: 'D2', part: 'digital', items: ['D2.1'] },
      ],
      items: all,
      forms: [
        { code: 'quick', minutes: 10, sections: [{ code: 'S1', steps: [{ items: ['D1.1', 'D2.1', ...asked] }] }] },
      ],
      scoring: {
        version: 'rules-1',
        ladderPoints: [0, 1, 2, 3, 4],
        minimumShareAnswered: 0.6,
        bands: [],
        stagedLevels: [],
        gaps: [],
        ...scoring,
      },
    },
    texts: { sv: texts, en: texts },
  } as unknown as Definition;
}

const by = (measure: string, change: Change = {}) => canonicalJson(measuredBy(measure, definitionOf(change)));

describe('what a measure is measured by', () => {
  test.each<[string, Change]>([
    ['a weight', { items: [itemOf('D1.1', { weight: 2 })] }],
    ['whom a question is put to', { items: [itemOf('D1.1', { allowsNotApplicable: true })] }],
    ['the words of a question', { words: { 'D1.1.question': 'Hur mycket?' } }],
    ['the words of an answer', { words: { 'D1.1.level.2': 'Ofta' } }],
    ['what a form asks', { asked: ['D1.2'] }],
    ['the points of the levels', { scoring: { ladderPoints: [0, 1, 2, 3, 3.5] } }],
    ['how much has to be answered', { scoring: { minimumShareAnswered: 0.5 } }],
  ])('is another with %s', (_what, change) => {
    expect(by('D1', change)).not.toBe(by('D1'));
    expect(by('gap.D1', change)).not.toBe(by('gap.D1'));
  });

  test('is the same whatever becomes of other questions, and whatever the rules are called', () => {
    const other = {
      items: [itemOf('D2.1', { weight: 3 })],
      words: { 'D2.1.question': 'Var?', 'D1.name': 'Nytt namn' },
    };
    expect(by('D1', { ...other, scoring: { version: 'rules-2' } })).toBe(by('D1'));
    expect(by('D2', other)).not.toBe(by('D2'));
    const importance = {
      items: [itemOf('D1.importance', { textCode: 'importance', purpose: 'importance', weight: 2 })],
    };
    expect(by('D1', importance)).toBe(by('D1'));
    expect(by('D1.importance', importance)).not.toBe(by('D1.importance'));
    expect(by('gap.D1', importance)).not.toBe(by('gap.D1'));
  });

  test('is nothing where the questionnaire does not ask', () => {
    for (const measure of ['firms', 'women.all', 'collaboration.large-firm'])
      expect(measuredBy(measure, definitionOf())).toBeNull();
  });
});

const name = (sv: string) => ({ sv, en: sv });
const measuring = {
  names: {
    measures: { D1: { name: name('Affärsmodeller'), kind: 'level', heading: 'digital' } },
    headings: {},
    attributes: {
      municipality: { name: name('Kommun'), values: { large: name('från 50 000') } },
      county: { name: name('Län'), values: { '17': name('Värmland') } },
    },
  },
  rules: { version: 'disclosure-1' },
  measuredBy: { D1: 'a'.repeat(64) },
  municipalities: { '1780': 'large' },
} as unknown as Measuring;
const changed = (changes: object): Measuring => ({ ...measuring, ...changes }) as Measuring;
const figure = (group: string, measure = 'D1') => ({ measure, group });

describe('figures of two releases', () => {
  test('are alike when all that they mean is the same, and unknown where that was not written down', () => {
    expect(likenessOf(measuring, measuring, figure('all'))).toBe('alike');
    expect(likenessOf(measuring, changed({ measuredBy: undefined }), figure('all'))).toBe('unknown');
    expect(likenessOf(changed({ measuredBy: {} }), measuring, figure('all'))).toBe('unknown');
  });

  test.each([
    ['what it is measured by', { measuredBy: { D1: 'b'.repeat(64) } }, 'all'],
    ['the rules of protection', { rules: { version: 'disclosure-2' } }, 'all'],
    ['what an answer counts as', { units: { D1: { yes: 1 } } }, 'all'],
    ['which municipalities are of a kind', { municipalities: { '1780': 'small' } }, 'municipality=large'],
    [
      'what the group is called',
      {
        names: {
          ...measuring.names,
          attributes: { county: { name: name('Län'), values: { '17': name('Wermland') } } },
        },
      },
      'county=17',
    ],
  ])('differ by %s', (_what, changes, group) => {
    expect(likenessOf(measuring, changed(changes), figure(group))).toBe('different');
    expect(likenessOf(changed(changes), measuring, figure(group))).toBe('different');
  });

  test('are alike whatever the kinds of municipality, where the group is of none', () => {
    const other = changed({ municipalities: { '1780': 'small' } });
    expect(likenessOf(measuring, other, figure('all'))).toBe('alike');
    expect(likenessOf(measuring, other, figure('county=17'))).toBe('alike');
  });

  test('that are of the firm and not of the questionnaire need nothing written down', () => {
    const old = changed({ measuredBy: undefined });
    expect(likenessOf(old, measuring, figure('all', 'women.all'))).toBe('alike');
  });
});
