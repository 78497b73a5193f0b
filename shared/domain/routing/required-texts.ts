import { branches, chainRoles, counties, outsideRegion, sizeClasses } from '../firm/firm-profile.ts';
import type { KnownCodes } from './known-codes.ts';
import { reasonPlaceholders } from './make-reason.ts';
import { componentCodes } from './ranking.ts';
import type { Evidence } from './routing.ts';
import { profileFlags, profileNumbers } from './routing-condition.ts';
import { routingTextKeys } from './routing-text-keys.ts';

type RequiredText = { readonly key: string; readonly placeholders: readonly string[] };

/** What renderEvidence fills in for each kind of fact. */
const evidencePlaceholders: Readonly<Record<Evidence['fact'], readonly string[]>> = {
  item: ['question', 'points'],
  dimension: ['dimension', 'level'],
  mean: ['dimensions', 'level'],
  every: ['level'],
  importance: ['dimension', 'importance'],
  wish: ['dimension', 'wish'],
  gap: ['gap', 'steps'],
  flag: ['statement'],
  number: ['statement'],
  profile: ['statement'],
  'shared-need': ['dimensions', 'firms'],
};

/** What describeCondition fills in. */
const conditionPlaceholders: Readonly<Record<string, readonly string[]>> = {
  criteria: ['condition'],
  'comes-after': ['condition'],
  not: ['condition'],
  dimension: ['dimension', 'bands'],
  mean: ['dimensions', 'bands', 'scored'],
  every: ['dimensions', 'bands'],
  'at-most': ['question', 'item', 'points'],
  'at-least': ['question', 'item', 'points'],
  importance: ['dimension', 'points'],
  wish: ['wishes', 'dimension'],
  gap: ['gap', 'steps'],
  above: ['value'],
  below: ['value'],
  size: ['sizes'],
  branch: ['branches'],
  'chain-role': ['roles'],
  'shared-need': ['firms'],
  quoted: ['word'],
};

/** Every key of the catalogue's `texts` that routing may ask for, with the placeholders its text must have. */
export function listRequiredTexts({ gaps, wishes }: KnownCodes): RequiredText[] {
  return [
    ...Object.entries(reasonPlaceholders).map(([code, placeholders]) =>
      text(routingTextKeys.reason(code), placeholders),
    ),
    ...Object.entries(evidencePlaceholders).map(([fact, placeholders]) =>
      text(routingTextKeys.evidence(fact), placeholders),
    ),
    ...Object.entries(conditionPlaceholders).map(([kind, placeholders]) =>
      text(routingTextKeys.condition(kind), placeholders),
    ),
    ...componentCodes.map((code) => text(routingTextKeys.component(code), code === 'rule' ? ['rule'] : [])),
    ...profileFlags.flatMap((flag) => [true, false].map((value) => text(routingTextKeys.flag(flag, value)))),
    ...profileNumbers.map((number) => text(routingTextKeys.number(number), ['value'])),
    ...[...gaps].map((gap) => text(routingTextKeys.gap(gap))),
    ...[...wishes].map((wish) => text(routingTextKeys.wish(wish))),
    ...[...counties, outsideRegion].map((county) => text(routingTextKeys.county(county))),
    ...branches.map((branch) => text(routingTextKeys.branch(branch))),
    ...sizeClasses.map((size) => text(routingTextKeys.size(size))),
    ...chainRoles.map((role) => text(routingTextKeys.chainRole(role))),
    text(routingTextKeys.and),
    text(routingTextKeys.or),
  ];
}

const text = (key: string, placeholders: readonly string[] = []): RequiredText => ({ key, placeholders });
