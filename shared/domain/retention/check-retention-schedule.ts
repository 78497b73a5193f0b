import { daysIn } from './period.ts';
import {
  type KeptClass,
  keptClassCodes,
  keptClasses,
  type RetentionRule,
  type RetentionSchedule,
  type RetentionStep,
  retentionStepCodes,
  retentionSteps,
} from './retention-schedule.ts';

export type RetentionIssue = { readonly code: string; readonly path: string; readonly detail: string };

const issue = (code: string, path: string, detail: string): RetentionIssue => ({ code, path, detail });

const isStep = (code: RetentionRule['code']): code is RetentionStep => Object.hasOwn(retentionSteps, code);

/**
 * Faults of the schedule as a whole: a class without a rule or with two, a rule that says something else than what the
 * site does, a period where nothing happens or none where something does, a notice given too late.
 */
export function checkRetentionSchedule({ standing, decision, rules }: RetentionSchedule): RetentionIssue[] {
  return [
    ...[...retentionStepCodes, ...keptClassCodes].flatMap((code) => checkCount(code, rules)),
    ...rules.flatMap((rule) => (isStep(rule.code) ? checkStep(rule, rule.code) : checkKept(rule, rule.code))),
    ...((standing === 'decided') === (decision !== null)
      ? []
      : [issue('standing-unfounded', 'standing', 'a decided schedule names its decision, and a proposal has none')]),
  ];
}

function checkCount(code: string, rules: readonly RetentionRule[]): RetentionIssue[] {
  const count = rules.filter((rule) => rule.code === code).length;
  if (count === 0) return [issue('rule-missing', 'rules', `nothing is said of ${code}`)];
  return count === 1 ? [] : [issue('rule-repeated', `rules/${code}`, 'one rule says it all')];
}

function checkStep({ dataClass, action, after, from, notice }: RetentionRule, code: RetentionStep): RetentionIssue[] {
  const path = `rules/${code}`;
  const step = retentionSteps[code];
  const differs = dataClass !== step.dataClass || from !== step.from || (action !== step.action && action !== 'keep');
  return [
    ...(differs
      ? [issue('not-what-is-done', path, `${step.dataClass}: ${step.action}, counted from ${step.from}`)]
      : []),
    ...((action === 'keep') === (after === null) ? [] : [issue('period-unfit', path, 'what is kept has no period')]),
    ...(code === 'unused-accounts' && after !== null ? checkNotice({ after, notice }) : checkNoNotice(path, notice)),
  ];
}

function checkKept({ dataClass, action, after, from, notice }: RetentionRule, code: KeptClass): RetentionIssue[] {
  const path = `rules/${code}`;
  const isKept = action === 'keep' && after === null && from === null && dataClass === keptClasses[code].dataClass;
  return [
    ...(isKept ? [] : [issue('not-what-is-done', path, `${keptClasses[code].dataClass}: it is kept`)]),
    ...checkNoNotice(path, notice),
  ];
}

function checkNoNotice(path: string, notice: RetentionRule['notice']): RetentionIssue[] {
  return notice === undefined ? [] : [issue('notice-not-given', path, 'only accounts are told before')];
}

/** Nobody loses an account without having been told, in time to use it once more. */
function checkNotice({ after, notice }: Pick<RetentionRule, 'after' | 'notice'>): RetentionIssue[] {
  const path = 'rules/unused-accounts';
  if (notice === undefined) return [issue('notice-missing', path, 'say how long before they are told')];
  const isInTime = after === null || daysIn(notice).most < daysIn(after).least;
  return isInTime ? [] : [issue('notice-too-long', path, 'the notice is not shorter than the period')];
}
