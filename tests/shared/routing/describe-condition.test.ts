import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { contentFolder } from '#server/folders.ts';
import { loadContent } from '#server/platform/content/load-content.ts';
import { isSameJson } from '#shared/domain/canonical-json.ts';
import { languages } from '#shared/domain/language.ts';
import { saidOfTheFirm } from '#shared/domain/routing/condition-to-editors.ts';
import { describeCondition, describeConditionIn } from '#shared/domain/routing/describe-condition.ts';
import type { RenderContext } from '#shared/domain/routing/render-words.ts';
import type { RoutingCondition } from '#shared/domain/routing/routing-condition.ts';
import { arbitraryCondition } from './arbitrary-condition.ts';
import { catalogue } from './shipped-catalogue.ts';

let context: Readonly<Record<'sv' | 'en', RenderContext>>;
beforeAll(async () => {
  const { texts } = (await loadContent(contentFolder)).definition;
  context = {
    sv: { catalogue, texts: texts.sv, language: 'sv' },
    en: { catalogue, texts: texts.en, language: 'en' },
  };
});

/** A group of one is its one part: all that two conditions may differ in without meaning anything else. */
function plain(condition: RoutingCondition): RoutingCondition {
  if ('not' in condition) return { not: plain(condition.not) };
  const parts = 'all' in condition ? condition.all : 'any' in condition ? condition.any : undefined;
  if (parts === undefined) return condition;
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return plain(only);
  return 'all' in condition ? { all: parts.map(plain) } : { any: parts.map(plain) };
}

describe('said of the firm', () => {
  const toAFirm = { sv: /(?<!\p{L})(?:ni|er|ert|era)(?!\p{L})/iu, en: /\b(?:you|your)\b/i };
  /** What is quoted is a question or a name, in the words that the firm meets. */
  const unquoted = (text: string) => text.replaceAll(/[”“][^”“]*[”“]/gu, '');

  test('no condition speaks to whoever reads it as if it were the firm', () => {
    fc.assert(
      fc.property(arbitraryCondition, fc.constantFrom(...languages), (condition, language) => {
        const text = unquoted(describeCondition(condition, saidOfTheFirm(context[language])));
        expect(text).not.toMatch(toAFirm[language]);
      }),
      { numRuns: 500 },
    );
  });

  test('the firm is named', () => {
    const condition = { sizeClass: ['10-49' as const] };
    expect(describeCondition(condition, saidOfTheFirm(context.sv))).toBe('företaget har 10–49 anställda');
    expect(describeCondition(condition, saidOfTheFirm(context.en))).toBe('the firm has 10–49 employees');
    const wish = { wish: 'D1', is: ['later' as const] };
    expect(describeCondition(wish, saidOfTheFirm(context.en))).toMatch(/^the firm wants support, but later, with/);
  });
});

describe('examples', () => {
  const inSwedish = (condition: RoutingCondition) => describeConditionIn('criteria', condition, context.sv);
  const inEnglish = (condition: RoutingCondition) => describeConditionIn('criteria', condition, context.en);

  test('one fact', () => {
    const condition = { sizeClass: ['10-49' as const, '50-249' as const] };
    expect(inSwedish(condition)).toBe('Paketet är till för er om ni har 10–49 anställda eller 50–249 anställda.');
    expect(inEnglish(condition)).toBe('The package is for you if you have 10–49 employees or 50–249 employees.');
  });

  test('an area and how far one has come', () => {
    const name = context.sv.texts['D1.name'];
    expect(inSwedish({ dimension: 'D1', band: ['low', 'mid'] })).toBe(
      `Paketet är till för er om ni är i början eller på väg med ”${name}”.`,
    );
  });

  test('groups within groups stand in brackets', () => {
    const condition: RoutingCondition = {
      any: [
        { all: [{ branch: ['wood-building'] }, { number: 'largestCustomerPercent', above: 50 }] },
        { not: { flag: 'hasUsedTestBed', is: true } },
      ],
    };
    expect(inSwedish(condition)).toBe(
      'Paketet är till för er om (er bransch är ”trähus och byggprodukter”, och den största kunden står för mer än 50 ' +
        'procent av försäljningen), eller det inte stämmer att ni har använt en testbädd.',
    );
    expect(inEnglish(condition)).toBe(
      'The package is for you if (your industry is “wooden houses and building products”, and the largest customer makes ' +
        'up more than 50 per cent of sales), or it is not so that you have used a test bed.',
    );
  });

  test('what has to come first', () => {
    expect(describeConditionIn('comes-after', { wish: 'D1', is: ['yes'] }, context.sv)).toMatch(
      /^Paketet blir aktuellt först när ni vill ha stöd i år med ”.+”\.$/,
    );
  });

  test('every condition of the catalogue that ships', () => {
    const conditions = catalogue.packages.flatMap(({ criteria, comesAfter }) =>
      [criteria, comesAfter].flatMap((each) => (each === undefined ? [] : [each.when])),
    );
    expect(conditions.length).toBeGreaterThan(5);
    for (const condition of conditions) {
      for (const language of languages)
        expect(describeCondition(condition, context[language])).not.toMatch(/[{}]|condition\./);
    }
  });
});

describe('of any condition', () => {
  test('there is a sentence in both languages, without anything left to fill in', () => {
    fc.assert(
      fc.property(arbitraryCondition, (condition) => {
        for (const language of languages) {
          const sentence = describeConditionIn('criteria', condition, context[language]);
          expect(sentence).toMatch(/^\S.{10,}\.$/u);
          expect(sentence).not.toMatch(/[{}]|undefined|\b(condition|size|branch|band)\.\w/);
        }
      }),
    );
  });

  test('another one, that means something else, has another sentence', () => {
    fc.assert(
      fc.property(arbitraryCondition, arbitraryCondition, (one, other) => {
        fc.pre(!isSameJson(plain(one), plain(other)));
        for (const language of languages) {
          expect(describeCondition(one, context[language])).not.toBe(describeCondition(other, context[language]));
        }
      }),
      { numRuns: 500 },
    );
  });
});
