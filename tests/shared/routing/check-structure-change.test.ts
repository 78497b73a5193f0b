import { describe, expect, test } from 'vitest';
import type { Structure } from '#shared/domain/instrument/definition.ts';
import { catalogueSchema } from '#shared/domain/routing/catalogue.ts';
import { checkStructureChange } from '#shared/domain/routing/check-structure-change.ts';
import { withoutProse } from '#shared/domain/routing/without-prose.ts';
import { shipped } from '../instrument/shipped-instrument.ts';
import { catalogue } from './shipped-catalogue.ts';

const before = shipped.structure;
const found = (after: Structure, from: Structure = before) =>
  checkStructureChange(catalogue, from, after).map(({ code, path }) => `${code} ${path}`);

const withoutItem = (code: string): Structure => ({
  ...before,
  items: before.items.filter((item) => item.code !== code),
});

/** The forms ask the item no longer, though it still stands in its dimension. */
const unasked = (code: string): Structure => ({
  ...before,
  forms: before.forms.map((form) => ({
    ...form,
    sections: form.sections.map((section) => ({
      ...section,
      steps: section.steps.map(({ items }) => ({ items: items.filter((item) => item !== code) })),
    })),
  })),
});

const withoutSection = (code: string): Structure => ({
  ...before,
  forms: before.forms.map((form) => ({ ...form, sections: form.sections.filter((section) => section.code !== code) })),
});

const withBands = (...codes: readonly string[]): Structure => ({
  ...before,
  scoring: { ...before.scoring, bands: codes.map((code, from) => ({ code, from })) },
});

const withoutGaps: Structure = { ...before, scoring: { ...before.scoring, gaps: [] } };
const withoutWish: Structure = {
  ...before,
  items: before.items.map((item) =>
    item.purpose === 'wish' && 'choices' in item
      ? { ...item, choices: item.choices.filter(({ code }) => code !== 'yes') }
      : item,
  ),
};

const changes: readonly [string, Structure, string][] = [
  ['an item that a rule rests on has gone', withoutItem('D9.1'), 'unknown-item rules/'],
  ['no form asks an item that a rule rests on', unasked('D9.1'), 'unknown-item rules/'],
  ['a band has another name', withBands('lowest', 'mid', 'high'), 'unknown-band rules/'],
  ['a band has another name that packages are for', withBands('lowest', 'mid', 'high'), 'unknown-band packages/'],
  ['no form asks about a dimension', withoutSection('D9'), 'unknown-dimension packages/'],
  ['a gap has gone', withoutGaps, 'unknown-gap '],
  ['no form asks about one side of a gap', unasked('IB.administration'), 'unknown-gap '],
  ['a wish can no longer be chosen', withoutWish, 'unknown-wish '],
  ['a band is new, for which nothing is offered', withBands('low', 'mid', 'high', 'top'), 'need-without-package '],
];

describe('the catalogue is asked about a changed structure', () => {
  test.each(changes)('and says when %s', (_name, after, expected) => {
    expect(found(after)).toContainEqual(expect.stringMatching(new RegExp(`^${expected}`)));
  });

  test('and says nothing of what it does not name', () => {
    const { items, scoring, forms } = before;
    const after: Structure = {
      ...before,
      items: items.map((item) => ({ ...item, weight: 7 })),
      forms: forms.map((form) => ({ ...form, minutes: 1 })),
      scoring: { ...scoring, version: 'v99', minimumShareAnswered: 0.1 },
    };

    expect(found(after)).toEqual([]);
  });

  test('and says each thing once', () => {
    for (const [, after] of changes) {
      const issues = checkStructureChange(catalogue, before, after).map((issue) => JSON.stringify(issue));

      expect(new Set(issues).size).toBe(issues.length);
    }
  });

  test('and says nothing of what was amiss before', () => {
    for (const [, after] of changes) expect(found(after, after)).toEqual([]);
    expect(found(before, withBands('lowest', 'mid', 'high'))).toEqual([]);
  });
});

describe('the catalogue without its prose', () => {
  const short = withoutProse(catalogue);

  test('is a catalogue, and half as long', () => {
    expect(catalogueSchema.parse(short)).toEqual(short);
    expect(JSON.stringify(short).length).toBeLessThan(JSON.stringify(catalogue).length / 2);
  });

  test('finds the same in a changed structure', () => {
    for (const [, after] of changes) {
      expect(checkStructureChange(short, before, after)).toEqual(checkStructureChange(catalogue, before, after));
    }
  });
});
