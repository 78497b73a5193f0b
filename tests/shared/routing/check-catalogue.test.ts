import { expect, test } from 'vitest';
import { checkCatalogue } from '#shared/domain/routing/check-catalogue.ts';
import type { Package } from '#shared/domain/routing/package.ts';
import { packageSchema, stances } from '#shared/domain/routing/package.ts';
import { ladder } from '../../support/small-instrument.ts';
import { structure as quick } from './routing-fixture.ts';
import { catalogue as shipped } from './shipped-catalogue.ts';
import { check, help, rule, small, withPackage, words } from './small-catalogue.ts';

/** Asked by the deeper forms only, and named by rules. */
const deeperItems = ['D3.6', 'X2.6', 'X3.3', 'X3.4', 'X3.6', 'X4.6'].map((code) => ladder(code));

test('the catalogue that ships has no fault, nor has the small one', () => {
  expect(checkCatalogue(shipped, { ...quick, items: [...quick.items, ...deeperItems] })).toEqual([]);
  expect(check({})).toEqual([]);
});

test('repeated-code: two things of one kind with the same code', () => {
  expect(check({ packages: [help, help, help] })).toEqual(['repeated-code packages/help']);
  expect(check({ rules: [rule, rule] })).toEqual(['repeated-code rules/X-1']);
  expect(check({ declaredGaps: [...small.declaredGaps, ...small.declaredGaps] })).toEqual([
    'repeated-code declaredGaps/D1',
  ]);
});

const faultyPackages: readonly (readonly [string, Partial<Package>])[] = [
  ['unknown-provider packages/help/providers', { providers: ['compare', 'nobody'] }],
  ['unknown-dimension packages/help/dimensions', { dimensions: [...help.dimensions, { code: 'D2', bands: ['low'] }] }],
  ['unknown-band packages/help/dimensions', { dimensions: [{ code: 'D1', bands: ['low', 'middling'] }] }],
  ['unknown-step packages/help/steps', { steps: ['P3.9'] }],
  ['unknown-priority packages/help/priority', { priority: 'P9' }],
  ['unknown-branch packages/help/branches', { branches: ['wood-building'] }],
  ['unknown-package packages/help/complements', { complements: ['nothing'] }],
  ['no-step packages/help/steps', { steps: [] }],
  ['no-green-statement packages/help/greenStatement', { greenStatement: { sv: 'grönt', en: ' ' } }],
  ['no-for-whom packages/help/forWhom', { forWhom: { sv: 'verkstäder', en: ' ' } }],
  ['no-support-form packages/help/supportForms', { supportForms: [] }],
  ['no-group-size packages/help/groupSize', { groupSize: null }],
  ['wrong-group-size packages/help/groupSize', { groupSize: { minimum: 9, maximum: 8 } }],
  ['wrong-group-size packages/help/groupSize', { format: 'individual' }],
  ['unused-tag ranking', { tags: ['green'] }],
  ['need-without-package packages/D1/low', { stance: 'give' }],
  ['need-without-package packages/D1/low', { isByRuleOnly: true }],
  ['need-without-package packages/D1/low', { minimumDimensions: 2 }],
  ['unknown-item packages/help/criteria', { criteria: { when: { item: 'D1.99', atMost: 1 }, why: words } }],
  ['unknown-gap packages/help/comesAfter', { comesAfter: { when: { gap: 'none', atLeast: 2 }, why: words } }],
];

test.each(faultyPackages)('%s', (issue, changes) => {
  expect(withPackage(changes)).toEqual([issue]);
});

test('what stands beside packages and rules may name nothing unknown either', () => {
  const why = { provider: 'nobody', rank: 1, basis: 'proposal', why: words } as const;
  expect(
    check({
      steps: [...small.steps, { code: 'P9.1', name: words, source: 'test' }],
      branchProviders: [{ branch: 'other-industry', providers: [why], source: 'test' }],
      attachments: [{ code: 'element', text: words, steps: ['P1.1'], source: 'test' }],
      declaredGaps: [{ dimension: 'D1', bands: ['mid', 'high', 'middling'], text: words, source: 'test' }],
    }),
  ).toEqual([
    'unknown-priority steps/P9.1',
    'unknown-provider branchProviders/other-industry',
    'unknown-step attachments/element/steps',
    'unknown-band declaredGaps/D1',
  ]);
});

test('need-without-package and strength-without-package: a band with neither a package nor a declared gap', () => {
  expect(check({ declaredGaps: [] })).toEqual([
    'need-without-package packages/D1/mid',
    'strength-without-package packages/D1/high',
  ]);
});

test.each(stances)('the highest band is met by a package to %s, however many strengths it asks for', (stance) => {
  const high: Package = {
    ...help,
    code: 'high',
    stance,
    dimensions: [{ code: 'D1', bands: ['high'] }],
    minimumDimensions: 3,
  };
  const declaredGaps = small.declaredGaps.map((gap) => ({ ...gap, bands: ['mid'] }));

  expect(check({ declaredGaps })).toEqual(['strength-without-package packages/D1/high']);
  expect(check({ declaredGaps, packages: [help, high] })).toEqual([]);
  expect(check({ declaredGaps, packages: [help, { ...high, isByRuleOnly: true }] })).toEqual([
    'strength-without-package packages/D1/high',
  ]);
});

test('a package stored before it said for whom it is and what it consists of is still read', () => {
  const { forWhom: _whom, supportForms: _forms, ...earlier } = help;

  expect(packageSchema.safeParse(earlier).success).toBe(true);
  expect(check({ packages: [packageSchema.parse(earlier)] })).toEqual([
    'no-for-whom packages/help/forWhom',
    'no-support-form packages/help/supportForms',
  ]);
});

test.each(['S', 'S100', 's1', '1'])('refuses %s as the code of a form of support', (code) => {
  expect(packageSchema.safeParse({ ...help, supportForms: [code] }).success).toBe(false);
});

test('missing-weight and missing-wish-factor: every part of the rank and every wish has its number', () => {
  const { ranking } = small;
  const { green: _left, ...weights } = ranking.weights;
  const { later: _out, ...wishFactors } = ranking.wishFactors;
  // The type promises every weight; a catalogue stored before a part was added may still lack one.
  const lacking = weights as typeof ranking.weights;
  expect(check({ ranking: { ...ranking, weights: lacking, wishFactors } })).toEqual([
    'missing-weight ranking/weights/green',
    'missing-wish-factor ranking/wishFactors',
  ]);
  expect(check({ ranking: { ...ranking, ownPriority: { wishes: ['always'], importanceAtLeast: 3 } } })).toEqual([
    'unknown-wish ranking/ownPriority',
  ]);
});

test('missing-text: every key that the engine may ask for', () => {
  expect(check({ texts: {} })).toHaveLength(Object.keys(shipped.texts).length);
  const { 'list.and': _and, 'reason.need': _need, ...texts } = shipped.texts;
  expect(check({ texts })).toEqual(['missing-text texts/reason.need', 'missing-text texts/list.and']);
});

test('wrong-placeholders: a text that leaves out or invents what it is given to say', () => {
  const texts = { ...shipped.texts, 'reason.group': { sv: '{minimum}–{maximum} i gruppen', en: 'up to {maximum}' } };
  expect(check({ texts })).toEqual(['wrong-placeholders texts/reason.group/en']);
  expect(check({ texts: { ...shipped.texts, 'list.and': { sv: '{och}', en: 'and' } } })).toEqual([
    'wrong-placeholders texts/list.and/sv',
  ]);
});
