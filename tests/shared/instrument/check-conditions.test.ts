import { describe, expect, test } from 'vitest';
import { checkDefinition } from '#shared/domain/instrument/check-definition.ts';
import type { Condition } from '#shared/domain/instrument/condition.ts';
import type { DraftEdit } from '#shared/domain/instrument/draft/edit.ts';
import type { ItemSource } from '#shared/domain/instrument/source.ts';
import { shipped } from './shipped-instrument.ts';
import { definitionAfter, itemEdit, smallSources } from './small-sources.ts';

/* The form `quick` and the form `deep` ask IB, D1 and PM1 in this order; only `deep` asks PM1.2. */

const when = (code: string, appliesWhen: Condition, more: Partial<ItemSource> = {}): DraftEdit =>
  itemEdit(code, { appliesWhen, ...more });
const found = (...edits: readonly DraftEdit[]) =>
  checkDefinition(definitionAfter(...edits)).map(({ code, path, about }) => [code, path, about]);
const { forms } = smallSources.instrument;
const withSections = (sections: Readonly<Record<string, string[]>>): DraftEdit => ({
  kind: 'forms',
  value: forms.map((form) => ({ ...form, sections: sections[form.code] ?? form.sections })),
});
const notAsked = (item: string, named: string, form: string) => [
  'condition-not-asked',
  `${item}/appliesWhen`,
  { item: named, form },
];

describe('condition-not-asked', () => {
  test('is found in a form that asks an item and never what it rests on', () => {
    const deepOnly = itemEdit('D1.1', { forms: ['deep'] });

    expect(found(deepOnly, when('PM1.1', { item: 'D1.1', atLeast: 2 }))).toEqual([notAsked('PM1.1', 'D1.1', 'quick')]);
  });

  test('is found in a form that does not have the section of the item named', () => {
    const without = withSections({ deep: ['IB', 'PM1'] });

    expect(found(without, when('PM1.1', { item: 'D1.1', atLeast: 1 }))).toEqual([notAsked('PM1.1', 'D1.1', 'deep')]);
  });

  test('is found once of each item that is named, however deep in the condition', () => {
    const deepOnly = ['D1.1', 'D1.2'].map((code) => itemEdit(code, { forms: ['deep'] }));
    const [first, second] = ['D1.1', 'D1.2'].map((item): Condition => ({ item, atLeast: 2 }));
    const both = [first, second].flatMap((fact) => fact ?? []);
    const condition: Condition = { any: [{ not: { all: both } }, ...both] };

    expect(found(...deepOnly, when('PM1.1', condition))).toEqual([
      notAsked('PM1.1', 'D1.1', 'quick'),
      notAsked('PM1.1', 'D1.2', 'quick'),
    ]);
  });

  test('is found in a form whose sections come in another order', () => {
    const turned = withSections({ deep: ['IB', 'PM1', 'D1'] });

    expect(found(turned, when('PM1.1', { item: 'D1.1', atLeast: 2 }))).toContainEqual(
      notAsked('PM1.1', 'D1.1', 'deep'),
    );
  });

  test('is found in two forms together, when the first begins with the later section', () => {
    const deepAsksOne = withSections({ deep: ['PM1'] });
    const condition = when('PM1.2', { item: 'D1.1', atLeast: 2 }, { forms: ['quick'] });

    // quick asks D1, then PM1; deep+quick asks PM1 of both first, and what only quick has afterwards.
    expect(found(deepAsksOne, condition)).toEqual([notAsked('PM1.2', 'D1.1', 'deep+quick')]);
  });

  test.each<[string, DraftEdit]>([
    ['an earlier item of its dimension', when('D1.2', { item: 'D1.1', atLeast: 2 })],
    ['an item of a block', when('D1.1', { item: 'IB.sales', choice: 'some' })],
    ['an earlier item of its own screen', when('IB.sales', { item: 'IB.export', choice: 'some' })],
    ['a closing question of an earlier dimension', when('PM1.1', { item: 'D1.importance', choice: 'much' })],
    ['what the one form asks that asks it', when('PM1.2', { item: 'PM1.1', atLeast: 1 })],
    ['nothing but the firm', when('PM1.2', { not: { sizeClass: ['1-4'] } })],
  ])('is not found of an item that rests on %s', (_name, edit) => {
    expect(found(edit)).toEqual([]);
  });

  test('is not found of an item that no form asks', () => {
    const unasked = [itemEdit('D1.1', { forms: ['deep'] }), when('D1.2', { item: 'D1.1', atLeast: 2 }, { forms: [] })];

    expect(found(...unasked)).toEqual([]);
  });

  test('is not found where it is already said that the item named comes later', () => {
    const later = when('D1.1', { item: 'PM1.1', atLeast: 2 });

    expect(found(later)).toEqual([['condition-not-earlier', 'D1.1/appliesWhen', { item: 'PM1.1' }]]);
  });

  test('is found beside other faults of other conditions', () => {
    const faults = found(
      when('D1.1', { item: 'PM1.1', atLeast: 2 }),
      when('PM1.2', { item: 'D1.3', choice: 'weekly' }),
      itemEdit('D1.3', { forms: ['quick'] }),
    );

    expect(faults.map(([code]) => code)).toEqual(['condition-not-earlier', 'condition-not-asked']);
  });

  test('is not found in the shipped instrument, and is when an item of its leaves a form', () => {
    const { structure } = shipped;
    const [asking] = structure.items.filter(({ code }) => code === 'X4.2');
    const forms = structure.forms.map((form) => ({
      ...form,
      sections: form.sections.map((section) => ({
        ...section,
        steps: section.steps.filter(({ items }) => !items.includes('X4.1')),
      })),
    }));

    expect(asking?.appliesWhen).toEqual({ not: { item: 'X4.1', isNotApplicable: true } });
    expect(checkDefinition(shipped)).toEqual([]);
    expect(checkDefinition({ ...shipped, structure: { ...structure, forms } })).toContainEqual(
      expect.objectContaining({ code: 'condition-not-asked', path: 'X4.2/appliesWhen' }),
    );
  });
});
