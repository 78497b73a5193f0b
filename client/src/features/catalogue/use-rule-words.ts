import { useLingui } from '@lingui/react/macro';
import { saidOfTheFirm } from '#shared/domain/routing/condition-to-editors.ts';
import { describeCondition } from '#shared/domain/routing/describe-condition.ts';
import { matchesSelector } from '#shared/domain/routing/matches-selector.ts';
import type { PackageSelector, RoutingRule } from '#shared/domain/routing/routing-rule.ts';
import type { RuleIssue } from '#shared/domain/routing/rule-drafting/check-rule-changes.ts';
import { boundsOf } from '#shared/domain/routing/rule-drafting/number-bounds.ts';
import type { RuleDifference } from '#shared/domain/routing/rule-drafting/rule-changes.ts';
import { listInWords } from '#shared/domain/wording/list-in-words.ts';
import { typedNumber } from '../../lib/format.ts';
import { useNames, useWorkshop } from './catalogue-context.tsx';
import { useNumberWords } from './use-condition-words.ts';

const mostNamed = 3;

function useRankingWords(): Readonly<Record<string, string>> {
  const { t } = useLingui();
  return {
    'target/default': t`Level that needs are measured against`,
    'target/ambitious': t`Level for an area that the firm finds decisive`,
    'target/fromImportance': t`Decisive from this importance`,
    unansweredImportance: t`Importance that is not answered counts as`,
    'wishFactors/no': t`Factor when the firm wants no support`,
    'wishFactors/later': t`Factor when the firm wants support later`,
    'wishFactors/yes': t`Factor when the firm wants support this year`,
    unansweredWishFactor: t`Factor when the wish is not answered`,
    'ownPriority/importanceAtLeast': t`The firm's own priority from this importance`,
    secondNeedShare: t`Share of the second largest need that is added`,
    minimumNeed: t`Smallest need that counts`,
    maximumSuggestions: t`Most suggestions for one firm`,
    wideRange: t`A level is called unsure from a range of this many levels`,
    firstProviderValue: t`Value of the first provider of a branch`,
    followingProviderValue: t`Value of the following providers of a branch`,
    'weights/need': t`Weight: the need`,
    'weights/own-priority': t`Weight: the firm's own priority`,
    'weights/giver': t`Weight: a role as partner or giver`,
    'weights/speciality': t`Weight: the provider's speciality`,
    'weights/branch': t`Weight: made for the branch`,
    'weights/chain-role': t`Weight: made for the role in the chain`,
    'weights/group': t`Weight: in a group`,
    'weights/cross-actor': t`Weight: several actors together`,
    'weights/green': t`Weight: green`,
    'weights/open-cohort': t`Weight: a group takes firms now`,
    'weights/home-county': t`Weight: the provider is in the firm's county`,
    'weights/rule': t`Weight: points from rules`,
  };
}

function useNumberKindWords(): Readonly<Record<string, string>> {
  const { t } = useLingui();
  return {
    atLeast: t`at least`,
    atMost: t`at most`,
    above: t`above`,
    below: t`below`,
    minimumScored: t`Fewest areas with a level`,
    sharedNeedWithoutCohort: t`Fewest firms with the same need`,
    points: t`points`,
    factor: t`factor`,
    longerThanWeeks: t`Packages that are longer than, in weeks`,
  };
}

function partAt(value: unknown, steps: readonly string[]): unknown {
  const [step, ...rest] = steps;
  if (step === undefined || typeof value !== 'object' || value === null) return value;
  return partAt(Reflect.get(value, step), rest);
}

const wordIn = (value: unknown, key: string): string | undefined => {
  const found = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  return typeof found === 'string' ? found : undefined;
};

/** What numbers and rules are called, and what a draft makes of them. */
export function useRuleWords() {
  const { t } = useLingui();
  const names = useNames();
  const { language, context } = names;
  const { catalogue } = useWorkshop();
  const { rules, packages } = catalogue.catalogue;
  const ranking = useRankingWords();
  const kinds = useNumberKindWords();
  const profileNumbers: Readonly<Record<string, string>> = useNumberWords();

  const ruleOf = (id: string | undefined): RoutingRule | undefined => rules.find((rule) => rule.id === id);
  const ruleName = (id: string): string => `${id} ${ruleOf(id)?.name[language] ?? ''}`.trim();
  const packagesOf = (selector: PackageSelector): string => {
    const names = packages.filter((each) => matchesSelector(each, selector)).map(({ name }) => name[language]);
    const more = names.length - mostNamed;
    return more > 1 ? `${names.slice(0, mostNamed).join(', ')} ${t`and ${more} more`}` : listInWords(names, language);
  };
  const aboutFact = (fact: unknown): string => {
    const [item, importance, gap, number] = ['item', 'importance', 'gap', 'number'].map((key) => wordIn(fact, key));
    if (importance !== undefined) {
      const dimension = names.dimension(importance);
      return t`Importance of ${dimension}`;
    }
    if (gap !== undefined) {
      const both = names.gap(gap);
      return t`Steps between ${both}`;
    }
    return number === undefined ? (item ?? '') : (profileNumbers[number] ?? number);
  };
  /** What of the firm or of the packages the number is about; empty when its own name says so. */
  const aboutOf = (rule: RoutingRule, steps: readonly string[]): string => {
    const [part, index] = steps;
    if (steps.at(-1) === 'longerThanWeeks') return '';
    if (part === 'effects') {
      const effect = rule.effects[Number(index)];
      if (effect?.effect === 'prefer') return packagesOf(effect.packages);
      return effect?.effect === 'emphasise' ? listInWords(effect.dimensions.map(names.dimension), language) : '';
    }
    return aboutFact(partAt(rule, steps.slice(0, -1)));
  };
  const rangeOf = (path: string): { least: string; most: string } | undefined => {
    const bounds = boundsOf(rules, path);
    if (bounds === undefined) return undefined;
    const [least, most] = [bounds.least, bounds.most].map((value) => typedNumber(value, language));
    return least === undefined || most === undefined ? undefined : { least, most };
  };
  const numberName = (path: string): string => {
    const [part, id, ...steps] = path.split('/');
    if (part === 'ranking') return ranking[path.slice('ranking/'.length)] ?? path;
    const rule = ruleOf(id);
    const kind = kinds[steps.at(-1) ?? ''] ?? path;
    const about = rule === undefined ? '' : aboutOf(rule, steps);
    return about === '' ? kind : `${about}: ${kind}`;
  };
  const placeOf = (path: string): string => {
    const [part, id = ''] = path.split('/');
    return part === 'rules' ? ruleName(id) : t`The ranking`;
  };
  return {
    ruleName,
    numberName,
    placeOf,
    condition: (rule: RoutingRule): string => describeCondition(rule.when, saidOfTheFirm(context)),
    value: (value: number): string => typedNumber(value, language),
    rangeOf,
    difference: (difference: RuleDifference) =>
      difference.kind === 'switch'
        ? {
            place: ruleName(difference.ruleId),
            what: t`Whether the rule is in use`,
            before: difference.isOff ? t`in use` : t`switched off`,
            after: difference.isOff ? t`switched off` : t`in use`,
          }
        : {
            place: placeOf(difference.path),
            what: numberName(difference.path),
            before: typedNumber(difference.before, language),
            after: typedNumber(difference.after, language),
          },
    issue: ({ path, code, about }: RuleIssue): string => {
      const name = path.split('/').length > 2 || path.startsWith('ranking') ? numberName(path) : placeOf(path);
      switch (code) {
        case 'gone':
          return t`${about} is no longer in the rules in use. Take the change away.`;
        case 'out-of-range': {
          const { least, most } = rangeOf(path) ?? { least: '', most: '' };
          return t`${name}: give a number from ${least} to ${most}.`;
        }
        case 'never-holds':
          return t`${name}: no firm can ever meet this condition. Look for limits that rule each other out.`;
        default:
          return t`${name}: this cannot be published as it is: ${code}. ${about}`;
      }
    },
  };
}
