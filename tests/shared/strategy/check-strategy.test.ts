import { describe, expect, test } from 'vitest';
import { checkStrategy } from '#shared/domain/strategy/check-strategy.ts';
import type { Figure } from '#shared/domain/strategy/figure.ts';
import type { StrategyParts } from '#shared/domain/strategy/strategy.ts';
import { check, figure, known, small, withFirst } from './small-strategy.ts';

const { outline, priorities, supportForms, needs, figures, conflicts, cautions, branches } = small;
const [employees, workplaces, mean] = figures;
if (employees === undefined || workplaces === undefined || mean === undefined) throw new Error('three figures');

const derived = (code: string, origin: string): Figure => ({
  ...figure,
  code,
  evidence: 'derived',
  derivedFrom: [origin],
});

test('finds no fault in a strategy that has none', () => {
  expect(check({})).toEqual([]);
});

describe('names of nothing', () => {
  const faults: readonly (readonly [string, Partial<StrategyParts>])[] = [
    ['unknown-challenge priorities/P1', { priorities: withFirst(priorities, { answers: { C1: 'weak', C2: 'weak' } }) }],
    ['unknown-challenge supportForms/S1', { supportForms: withFirst(supportForms, { challenges: ['C2'] }) }],
    ['unknown-step supportForms/S1', { supportForms: withFirst(supportForms, { serves: ['P1.2'] }) }],
    ['unknown-dimension needs/security', { needs: withFirst(needs, { dimensions: ['D8'] }) }],
    ['unknown-support-form needs/security', { needs: withFirst(needs, { nearest: ['S2'] }) }],
    ['unknown-figure branches/steel-and-metals', { branches: withFirst(branches, { employees: 'nothing' }) }],
    ['unknown-figure cautions/careful', { cautions: withFirst(cautions, { figures: ['nothing'] }) }],
    [
      'unknown-figure conflicts/two',
      { conflicts: withFirst(conflicts, { figures: ['employees', 'workplaces', 'nothing'] }) },
    ],
    ['unknown-conflict figures/employees', { figures: withFirst(figures, { conflicts: ['two', 'three'] }) }],
  ];

  test.each(faults)('%s', (issue, changes) => {
    expect(check(changes)).toEqual([issue]);
  });

  test('unknown-priority: content for a priority that has no name', () => {
    const stray = withFirst(priorities, { code: 'P7', source: 'SUM L85' });

    expect(check({ priorities: [...priorities, ...stray] })).toEqual(['unknown-priority priorities']);
  });

  test('unknown-figure: a derived figure that rests on one that is not there', () => {
    expect(check({ figures: [employees, workplaces, derived('mean', 'nothing')] })).toEqual([
      'unknown-figure figures/mean',
    ]);
  });
});

test('repeated-code: two things of one kind with the same code', () => {
  expect(check({ figures: [...figures, mean] })).toEqual(['repeated-code figures/mean']);
  expect(check({ supportForms: [...supportForms, ...supportForms] })).toEqual(['repeated-code supportForms/S1']);
  expect(check({ outline: { ...outline, sections: [...outline.sections, ...outline.sections] } })).toEqual([
    'repeated-code sections/SUM',
  ]);
});

test('priority-not-described: a named priority about which nothing is said', () => {
  const issues = checkStrategy(small, {
    ...known,
    priorities: [...known.priorities, { code: 'P2', name: { sv: 'Närvaro', en: 'Presence' } }],
  });

  expect(issues.map(({ code, path }) => `${code} ${path}`)).toEqual(['priority-not-described priorities/P2']);
});

test('challenge-not-answered: a challenge that no priority does anything about', () => {
  expect(check({ priorities: withFirst(priorities, { answers: {} }) })).toEqual([
    'challenge-not-answered challenges/C1',
  ]);
});

describe('figures', () => {
  test('no-year-and-no-note: neither a year nor why there is none', () => {
    expect(check({ figures: withFirst(figures, { year: null }) })).toEqual(['no-year-and-no-note figures/employees']);
  });

  test('conflict-not-mutual: the figure does not know of the conflict that names it', () => {
    const { conflicts: _silent, ...silent } = employees;

    expect(check({ figures: [silent, workplaces, mean] })).toEqual(['conflict-not-mutual conflicts/two']);
  });

  test('conflict-not-mutual: the conflict does not name a figure that knows of it', () => {
    expect(check({ figures: [employees, workplaces, { ...mean, conflicts: ['two'] }] })).toEqual([
      'conflict-not-mutual figures/mean',
    ]);
  });

  test('rests-on-itself: figures derived from each other in a ring', () => {
    expect(check({ figures: [employees, workplaces, derived('one', 'other'), derived('other', 'one')] })).toEqual([
      'rests-on-itself figures/one',
      'rests-on-itself figures/other',
    ]);
  });
});

describe('sources', () => {
  test.each([
    ['faulty-source', 'page 7'],
    ['faulty-source', 'SUM 21'],
    ['unknown-section', 'B1 L136'],
    ['outside-section', 'SUM L14'],
    ['outside-section', 'SUM L112–114'],
    ['outside-section', 'SUM L30–29'],
  ])('%s: %s', (issue, source) => {
    expect(check({ figures: withFirst(figures, { source }) })).toEqual([`${issue} figures/employees`]);
  });

  test('may name challenges, themes, priorities and the quadrants of the appendix', () => {
    const source = 'SUM L21–22, L30; C1 L413; T1 L603–604; W1-S L990–992; P1 L771';

    expect(check({ figures: withFirst(figures, { source }) })).toEqual([]);
  });

  test('are the publisher’s own words in a figure from elsewhere', () => {
    const foreign = { ...employees, evidence: 'elsewhere', source: 'SCB 2020', address: 'https://scb.se/' } as const;

    expect(check({ figures: [foreign, workplaces, mean] })).toEqual([]);
  });
});
