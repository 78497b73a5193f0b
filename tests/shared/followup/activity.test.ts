import { expect, test } from 'vitest';
import { type Activity, type ActivityFrame, checkActivity } from '#shared/domain/followup/activity.ts';
import { exampleActivity } from '../../support/follow-up.ts';

const tag = (code: string) => ({ code, name: { sv: code, en: code } });
const frame: ActivityFrame = {
  today: '2026-11-26',
  steps: ['P1.2', 'P3.1'],
  packages: ['compare'],
  lists: {
    version: 'x',
    standing: 'proposal',
    s3Areas: [{ ...tag('d-advanced-industry'), region: '20' }],
    policyAreas: [tag('research-innovation')],
    programmes: [tag('smart-industry')],
  },
};
const faultsOf = (changes: Partial<Activity>, before: Activity | null = null) =>
  checkActivity({ ...exampleActivity, ...changes }, frame, before).map(({ field, code }) => `${field} ${code}`);

test.each([
  ['as it is', {}, []],
  ['a step that the strategy does not have', { steps: ['P1.2', 'P6.3'] }, ['steps unknown']],
  ['a package that the catalogue does not have', { packages: ['compare', 'other'] }, ['packages unknown']],
  [
    'tags of no list',
    { policyAreas: ['x'], programmes: ['x'], s3Area: 'x' },
    ['s3Area unknown', 'policyAreas unknown', 'programmes unknown'],
  ],
  ['started today', { from: '2026-11-26' }, []],
  ['started tomorrow', { from: '2026-11-27' }, ['from not-begun']],
  ['planned for tomorrow', { status: 'planned', from: '2026-11-27' }, []],
  ['planned for today', { status: 'planned', from: '2026-11-26' }, []],
  ['planned for yesterday', { status: 'planned', from: '2026-11-25' }, ['from has-passed']],
  ['ended before it began', { until: '2025-01-31' }, ['until before-the-start']],
  ['one day long', { until: '2025-02-01' }, []],
  ['completed, nobody knows when', { status: 'completed' }, ['until missing']],
  ['completed tomorrow', { status: 'completed', until: '2026-11-27' }, ['until not-ended']],
  ['stopped today', { status: 'stopped', until: '2026-11-26' }, []],
] as const)('%s', (_, changes, faults) => {
  expect(faultsOf(changes as Partial<Activity>)).toEqual(faults);
});

test('what was planned for a day that has passed may be changed in all else', () => {
  const before = { ...exampleActivity, status: 'planned' as const, from: '2026-11-01' };

  expect(faultsOf({ status: 'planned', from: '2026-11-01', goals: 'Andra mål.' }, before)).toEqual([]);
  expect(faultsOf({ status: 'planned', from: '2026-11-02' }, before)).toEqual(['from has-passed']);
});

test('what a list has lost may stay where it stood, and not be chosen anew', () => {
  const before = { ...exampleActivity, packages: ['gone'] };

  expect(faultsOf({ packages: ['gone'], goals: 'Andra mål.' }, before)).toEqual([]);
  expect(faultsOf({ packages: ['gone', 'gone-too'] }, before)).toEqual(['packages unknown']);
});
