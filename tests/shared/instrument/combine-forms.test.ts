import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { combineForms } from '#shared/domain/instrument/combine-forms.ts';
import { assembleDefinition } from '#shared/domain/instrument/compile-definition.ts';
import type { Form, Structure } from '#shared/domain/instrument/definition.ts';
import { formSchema } from '#shared/domain/instrument/definition.ts';
import { findForm, itemCodesOfForm } from '#shared/domain/instrument/index-structure.ts';
import { ladder, structureOf } from '../../support/small-instrument.ts';
import { instrumentSources } from './arbitrary-instrument.ts';
import { shipped } from './shipped-instrument.ts';

const structure = structureOf(['B.1', 'B.2', 'B.3', 'D1.1', 'D1.2', 'D1.3', 'D2.1'].map((code) => ladder(code)));
const form = (code: string, minutes: number, sections: Readonly<Record<string, readonly string[][]>>): Form => ({
  code,
  minutes,
  sections: Object.entries(sections).map(([section, steps]) => ({
    code: section,
    steps: steps.map((items) => ({ items })),
  })),
});
const stepsOf = ({ sections }: Form) => sections.map(({ code, steps }) => [code, steps.map(({ items }) => items)]);

describe('two forms answered as one', () => {
  test('ask each section and item once, in the order of the version', () => {
    const one = form('one', 10, { D1: [['D1.3'], ['D1.1']] });
    const two = form('two', 10, { D2: [['D2.1']], D1: [['D1.2'], ['D1.1']] });

    expect(stepsOf(combineForms(structure, 'one+two', [one, two]))).toEqual([
      ['D1', [['D1.1'], ['D1.2'], ['D1.3']]],
      ['D2', [['D2.1']]],
    ]);
  });

  // 5 + 5 items asked in 10 + 20 minutes, 6 of them different: 30 x 6 / 10 = 18, but the longer form alone takes 20.
  test('take no less time than the longer of them', () => {
    const one = form('one', 10, { D1: [['D1.1'], ['D1.2'], ['D1.3']], B: [['B.1', 'B.2']] });
    const two = form('two', 20, { D1: [['D1.1'], ['D1.2']], B: [['B.1', 'B.2', 'B.3']] });

    expect(combineForms(structure, 'one+two', [one, two]).minutes).toBe(20);
  });

  // 3 + 2 items asked in 12 + 9 minutes, 4 of them different: 21 x 4 / 5 = 16.8, rounded up.
  test('take the minutes of both less the share they have in common', () => {
    const one = form('one', 12, { D1: [['D1.1'], ['D1.2'], ['D1.3']] });
    const two = form('two', 9, { D1: [['D1.1']], D2: [['D2.1']] });

    expect(combineForms(structure, 'one+two', [one, two]).minutes).toBe(17);
  });

  test('put what they ask of a block on one screen when they have a question of it in common', () => {
    const one = form('one', 5, { B: [['B.1', 'B.2']] });
    const two = form('two', 5, { B: [['B.2', 'B.3']] });

    expect(stepsOf(combineForms(structure, 'one+two', [one, two]))).toEqual([['B', [['B.1', 'B.2', 'B.3']]]]);
  });

  test('keep screens apart that have nothing in common', () => {
    const one = form('one', 5, { B: [['B.3']] });
    const two = form('two', 5, { B: [['B.1', 'B.2']] });

    expect(stepsOf(combineForms(structure, 'one+two', [one, two]))).toEqual([['B', [['B.1', 'B.2'], ['B.3']]]]);
  });

  test('make one screen of three that hang together only through the third', () => {
    const one = form('one', 5, { B: [['B.1'], ['B.3']] });
    const two = form('two', 5, { B: [['B.1', 'B.3']] });

    expect(stepsOf(combineForms(structure, 'one+two', [one, two]))).toEqual([['B', [['B.1', 'B.3']]]]);
  });
});

/** What must be true of any forms answered as one. */
function expectCombined(given: Structure, codes: readonly string[]): void {
  const formCode = codes.join('+');
  const combined = findForm(given, formCode);
  const forms = codes.flatMap((code) => given.forms.filter((each) => each.code === code));
  const asked = itemCodesOfForm(given, formCode);
  const minutes = forms.map((each) => each.minutes);
  const order = given.items.map(({ code }) => code);

  expect(formSchema.parse(combined)).toEqual(combined);
  expect(new Set(asked).size).toBe(asked.length);
  expect(new Set(asked)).toEqual(new Set(codes.flatMap((code) => itemCodesOfForm(given, code))));
  expect(combined?.minutes).toBeGreaterThanOrEqual(Math.max(...minutes));
  expect(combined?.minutes).toBeLessThanOrEqual(minutes.reduce((sum, each) => sum + each, 0));
  for (const { steps } of combined?.sections ?? []) {
    const items = steps.flatMap((step) => step.items);
    expect(items).toEqual(order.filter((code) => items.includes(code)));
  }
}

const definitions = instrumentSources.map((sources) => assembleDefinition(sources));

describe('any forms answered as one', () => {
  test('ask the items of all of them once each, in the order of the version, within their minutes', () => {
    const some = fc.array(fc.constantFrom('short', 'long', 'part'), { minLength: 2, maxLength: 4 });

    fc.assert(
      fc.property(definitions, some, (definition, codes) => expectCombined(definition.structure, codes)),
      { numRuns: 150 },
    );
  });

  test('are the same in another order, but for the order of their sections', () => {
    fc.assert(
      fc.property(definitions, ({ structure: given }) => {
        const [one, other] = [findForm(given, 'short+part'), findForm(given, 'part+short')];
        const bySection = (found: Form | undefined) =>
          [...(found?.sections ?? [])].sort((a, b) => (a.code < b.code ? -1 : 1));

        expect(bySection(one)).toEqual(bySection(other));
        expect(one?.minutes).toBe(other?.minutes);
      }),
      { numRuns: 50 },
    );
  });

  test('that are one and the same are that form', () => {
    fc.assert(
      fc.property(definitions, fc.constantFrom('short', 'long', 'part'), ({ structure: given }, code) => {
        expect(findForm(given, `${code}+${code}`)).toEqual({ ...findForm(given, code), code: `${code}+${code}` });
      }),
      { numRuns: 50 },
    );
  });

  test('of the shipped instrument hold to all this', () => {
    const codes = shipped.structure.forms.map(({ code }) => code);

    for (const one of codes) for (const other of codes) expectCombined(shipped.structure, [one, other]);
    expectCombined(shipped.structure, codes);
    expect(itemCodesOfForm(shipped.structure, codes.join('+'))).toHaveLength(shipped.structure.items.length);
  });
});
