import { useLingui } from '@lingui/react/macro';
import type { Condition } from '#shared/domain/instrument/condition.ts';
import { type ConditionKind, kindOf } from './conditions.ts';
import { useProfileWords } from './use-profile-words.ts';

export function useConditionKindWords(): Record<ConditionKind, string> {
  const { t } = useLingui();
  return {
    sizeClass: t`the size is one of`,
    branch: t`the industry is one of`,
    chainRole: t`the role is one of`,
    atLeast: t`an earlier question has at least level`,
    choice: t`an earlier question has the choice`,
    isNotApplicable: t`an earlier question is “not relevant”`,
    all: t`all of these hold`,
    any: t`any of these holds`,
    not: t`this does not hold`,
  };
}

type Options = readonly { readonly value: string; readonly label: string }[];

function listed(options: Options, chosen: readonly string[]): string {
  return options.flatMap(({ value, label }) => (chosen.includes(value) ? [label] : [])).join(', ');
}

type ItemFact = Extract<Condition, { item: string }>;

function useItemFactWords(): (fact: ItemFact) => string {
  const { t } = useLingui();
  return (fact) => {
    const { item } = fact;
    if ('atLeast' in fact) return t`${item} has at least level ${fact.atLeast}`;
    return 'choice' in fact ? t`${item} has the choice “${fact.choice}”` : t`${item} is “not relevant”`;
  };
}

/** Says a condition of any depth in one run of words. */
export function useConditionWords(): (condition: Condition) => string {
  const kinds = useConditionKindWords();
  const sayFact = useItemFactWords();
  const { sizes, branches, roles } = useProfileWords();
  const say = (condition: Condition): string => {
    const kind = kinds[kindOf(condition)];
    if ('sizeClass' in condition) return `${kind}: ${listed(sizes, condition.sizeClass)}`;
    if ('branch' in condition) return `${kind}: ${listed(branches, condition.branch)}`;
    if ('chainRole' in condition) return `${kind}: ${listed(roles, condition.chainRole)}`;
    if ('item' in condition) return sayFact(condition);
    if ('not' in condition) return `${kind} (${say(condition.not)})`;
    const parts = 'all' in condition ? condition.all : condition.any;
    return `${kind} (${parts.map(say).join('; ')})`;
  };
  return say;
}
