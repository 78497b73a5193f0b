import type { FiredRule } from './fire-rules.ts';
import { effectsOf } from './fire-rules.ts';
import { makeReason, textParam } from './make-reason.ts';
import { matchesSelector } from './matches-selector.ts';
import type { Package } from './package.ts';
import type { Accompanying } from './routing.ts';

export type Attached = {
  /** Attachments of each suggestion, in the order of the suggestions. */
  readonly perSuggestion: readonly (readonly Accompanying[])[];
  /** What found no suggestion to go with. */
  readonly loose: readonly Accompanying[];
};

/** Gives each attachment that rules ask for to the first suggestion it is meant for, or else to the first. */
export function attachElements(suggested: readonly Package[], fired: readonly FiredRule[]): Attached {
  const perSuggestion: Accompanying[][] = suggested.map(() => []);
  const loose: Accompanying[] = [];
  for (const { effect, fired: by } of effectsOf(fired, 'attach')) {
    const { attachment, to } = effect;
    const meant = to === undefined ? 0 : suggested.findIndex((each) => matchesSelector(each, to));
    addTo(perSuggestion[Math.max(meant, 0)] ?? loose, attachment, by.rule.id);
  }
  return { perSuggestion, loose };
}

function addTo(list: Accompanying[], code: string, ruleId: string): void {
  const earlier = list.find((one) => one.code === code);
  if (earlier !== undefined) {
    earlier.ruleIds.push(ruleId);
    return;
  }
  const params = { text: textParam('attachment', code), why: textParam('rule-why', ruleId) };
  list.push({ code, ruleIds: [ruleId], reason: makeReason('attachment', params) });
}
