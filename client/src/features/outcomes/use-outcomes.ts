import { createContext, use } from 'react';
import type { RuleOutcomesDocument } from '#shared/contracts/rule-outcomes.ts';
import { type OutcomeWords, outcomeWords } from '#shared/domain/outcomes/outcome-words.ts';
import type { Outcomes } from '#shared/domain/outcomes/outcomes.ts';
import { useLanguage } from '../../lib/use-language.ts';
import type { Choice } from './choice.ts';

export const OutcomesContext = createContext<{ loaded: RuleOutcomesDocument; choice: Choice } | null>(null);

/** What was loaded, and what of it is looked at: all packages, or those that the chosen rule can lift. */
export function useOutcomes() {
  const found = use(OutcomesContext);
  if (found === null) throw new Error('outside of the page of outcomes');
  const { loaded, choice } = found;
  const outcomes = loaded.outcomes.filter(
    ({ rules }) => choice.ruleId === null || rules.some(({ ruleId }) => ruleId === choice.ruleId),
  );
  return { loaded, choice, outcomes };
}

/** What the page says in the same words as the table that can be saved. */
export function useOutcomeWords(): OutcomeWords {
  return outcomeWords(useLanguage());
}

export function useOutcomeNames() {
  const language = useLanguage();
  const { packages, rules, dimensions } = useOutcomes().loaded;
  const named = (name: Readonly<Record<typeof language, string>> | undefined, code: string) => name?.[language] ?? code;
  return {
    packageName: (code: string) => named(packages.find((each) => each.code === code)?.name, code),
    ruleName: (id: string) => `${id} ${named(rules.find((rule) => rule.id === id)?.name, '')}`.trim(),
    dimensionName: (code: string) => named(dimensions.find((each) => each.code === code)?.name, code),
  };
}

/** What is said of the chosen period. */
export const inPeriod = (periods: readonly Outcomes[], { year }: Choice): Outcomes | undefined =>
  periods.find((period) => period.year === year);

export const countIn = (rows: Outcomes['byOutcome'] | undefined, code: string) =>
  rows?.find((row) => row.code === code)?.count ?? null;
