import { expect, test } from 'vitest';
import { composeStrategy } from '#shared/domain/strategy/compose-strategy.ts';
import { servesPriority } from '#shared/domain/strategy/support-form.ts';
import { known, small, words } from './small-strategy.ts';

test('joins every priority with its name and its own steps', () => {
  const steps = [...known.steps, { code: 'P2.1', name: words, source: 'P2 L802' }];

  const [priority] = composeStrategy(small, { ...known, steps }).priorities;

  expect(priority).toMatchObject({ code: 'P1', kind: 'core', name: { sv: 'Resurser', en: 'Resources' } });
  expect(priority?.steps.map(({ code }) => code)).toEqual(['P1.1']);
});

test('leaves out a priority that has a name only', () => {
  const priorities = [{ code: 'P2', name: words }, ...known.priorities];

  expect(composeStrategy(small, { ...known, priorities }).priorities.map(({ code }) => code)).toEqual(['P1']);
});

test('lists the parts of the document in the order of their rows, each by its name', () => {
  const { sections } = composeStrategy(small, known).outline;

  expect(sections.map(({ code, name }) => `${code} ${name.sv}`)).toEqual([
    'SUM ord',
    'C1 ord',
    'T1 Digitalt',
    'P1 Resurser',
    'W1 SWOT – Digitalt',
  ]);
});

test('counts a form as support for a priority when it serves it or one of its steps', () => {
  expect(servesPriority({ serves: ['P1'] }, 'P1')).toBe(true);
  expect(servesPriority({ serves: ['P2.3', 'P1.2'] }, 'P1')).toBe(true);
  expect(servesPriority({ serves: ['P2.1'] }, 'P1')).toBe(false);
});
