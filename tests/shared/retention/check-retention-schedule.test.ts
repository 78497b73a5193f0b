import { describe, expect, test } from 'vitest';
import { checkRetentionSchedule } from '#shared/domain/retention/check-retention-schedule.ts';
import {
  keptClassCodes,
  keptClasses,
  type RetentionRule,
  type RetentionSchedule,
  retentionStepCodes,
  retentionSteps,
} from '#shared/domain/retention/retention-schedule.ts';

const words = { sv: 'ord', en: 'words' };
const said = { name: words, examples: words, basis: words };

/** Says what the site does, and nothing else. */
const plain: RetentionSchedule = {
  standing: 'proposal',
  decision: null,
  rules: [
    ...retentionStepCodes.map((code) => ({
      code,
      ...retentionSteps[code],
      ...said,
      after: { months: 12 },
      ...(code === 'unused-accounts' ? { notice: { days: 30 } } : {}),
    })),
    ...keptClassCodes.map((code) => ({
      code,
      ...keptClasses[code],
      ...said,
      action: 'keep' as const,
      after: null,
      from: null,
    })),
  ],
};

const issuesOf = (schedule: RetentionSchedule) =>
  checkRetentionSchedule(schedule).map(({ code, path }) => `${code} ${path}`);
const changed = (code: RetentionRule['code'], changes: Partial<RetentionRule>): RetentionSchedule => ({
  ...plain,
  rules: plain.rules.map((rule) => (rule.code === code ? { ...rule, ...changes } : rule)),
});

describe('the retention schedule', () => {
  test('has no fault when it says what is done', () => {
    expect(issuesOf(plain)).toEqual([]);
  });

  test('may keep what the site would clear away', () => {
    expect(issuesOf(changed('sessions', { action: 'keep', after: null }))).toEqual([]);
  });

  test('says something of every class, once', () => {
    const [first, ...rest] = plain.rules;
    if (first === undefined) throw new Error('no rules');

    expect(issuesOf({ ...plain, rules: rest })).toEqual(['rule-missing rules']);
    expect(issuesOf({ ...plain, rules: [...plain.rules, first] })).toEqual([`rule-repeated rules/${first.code}`]);
  });

  test.each<[string, RetentionRule['code'], Partial<RetentionRule>]>([
    ['another action', 'respondents', { action: 'delete' }],
    ['another start', 'sessions', { from: 'last-use' }],
    ['another class', 'consents', { dataClass: 'P5' }],
    ['a period for the audit log', 'audit-log', { after: { years: 5 } }],
    ['that releases are deleted', 'statistics-releases', { action: 'delete', after: { years: 5 }, from: 'end' }],
  ])('promises nothing that is not done: %s', (_what, code, changes) => {
    expect(issuesOf(changed(code, changes))).toEqual([`not-what-is-done rules/${code}`]);
  });

  test('has a period where something happens, and none where nothing does', () => {
    expect(issuesOf(changed('sessions', { after: null }))).toEqual(['period-unfit rules/sessions']);
    expect(issuesOf(changed('sessions', { action: 'keep' }))).toEqual(['period-unfit rules/sessions']);
  });

  test('tells those whose account is to go, before it does and after it could have gone unnoticed', () => {
    const { notice: _notice, ...untold } = plain.rules.find(({ code }) => code === 'unused-accounts') ?? {};
    const rules = plain.rules.map((rule) => (rule.code === 'unused-accounts' ? (untold as RetentionRule) : rule));

    expect(issuesOf({ ...plain, rules })).toEqual(['notice-missing rules/unused-accounts']);
    expect(issuesOf(changed('unused-accounts', { notice: { months: 12 } }))).toEqual([
      'notice-too-long rules/unused-accounts',
    ]);
    expect(issuesOf(changed('sessions', { notice: { days: 1 } }))).toEqual(['notice-not-given rules/sessions']);
  });

  test('is a proposal until there is a decision to name', () => {
    const decision = { reference: 'RS 2027-14', decidedOn: '2027-02-01' };

    expect(issuesOf({ ...plain, standing: 'decided', decision })).toEqual([]);
    expect(issuesOf({ ...plain, standing: 'decided' })).toEqual(['standing-unfounded standing']);
    expect(issuesOf({ ...plain, decision })).toEqual(['standing-unfounded standing']);
  });
});
