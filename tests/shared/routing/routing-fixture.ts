import type { Answers } from '#shared/domain/answers/answer.ts';
import type { FirmProfile } from '#shared/domain/firm/firm-profile.ts';
import type { Structure } from '#shared/domain/instrument/definition.ts';
import type { Item } from '#shared/domain/instrument/item.ts';
import type { Catalogue } from '#shared/domain/routing/catalogue.ts';
import { chooseSuggestions } from '#shared/domain/routing/choose-suggestions.ts';
import type { Routing } from '#shared/domain/routing/routing.ts';
import type { RoutingContext } from '#shared/domain/routing/routing-context.ts';
import { nothingKnown } from '#shared/domain/routing/routing-context.ts';
import type { RoutingInput } from '#shared/domain/routing/routing-input.ts';
import { bandOf } from '#shared/domain/scoring/bands.ts';
import type { DimensionScore, ItemContribution } from '#shared/domain/scoring/score.ts';
import { answer, ladder, rules, structureOf, workshop } from '../../support/small-instrument.ts';
import { catalogue } from './shipped-catalogue.ts';

/** The starred items of the brief. */
export const starredItems: readonly string[] = [
  'D1.1 D1.2 D2.1 D2.2 D3.1 D3.4 D4.1 D4.3 D5.1 D5.3 D6.1 D6.5 D7.1 D7.5 D8.1 D8.4 D9.1 D9.2',
  'PM1.1 PM1.3 PM2.1 PM2.2 PM3.1 PM3.3 PM4.1 PM4.2 PM4.5 PM5.1 PM5.2 PM6.1 PM6.2',
  'X1.1 X1.3 X1.5 X2.1 X2.2 X2.4 X3.1 X3.2 X4.1 X4.2 X4.5',
].flatMap((line) => line.split(' '));

const importanceChoices = ['none', 'little', 'some', 'much', 'decisive'] as const;
export type Importance = 0 | 1 | 2 | 3 | 4;
export type Wish = 'no' | 'later' | 'yes';

function beside(dimension: string): Item[] {
  const base = { ...ladder(''), kind: 'single-choice' as const };
  const importance = importanceChoices.map((code, points) => ({ code, points }));
  const wish = ['no', 'later', 'yes'].map((code) => ({ code }));
  return [
    { ...base, code: `${dimension}.importance`, textCode: 'importance', purpose: 'importance', choices: importance },
    { ...base, code: `${dimension}.wish`, textCode: 'wish', purpose: 'wish', choices: wish },
  ];
}

function usage(code: string): Item {
  const choices = ['none', 'small', 'some', 'large'].map((choice, points) => ({ code: choice, points }));
  return { ...ladder(code), kind: 'single-choice', purpose: 'context', choices };
}

const gaps = [
  { code: 'administration-business-development', from: 'IB.administration', to: 'IB.business-development' },
];
const scored = structureOf(
  starredItems.map((code) => ladder(code)),
  { ...rules, gaps },
);

export const dimensionNames: readonly string[] = scored.dimensions.map(({ code }) => code);

/** The quick check, without words: every dimension with its starred items, importance and wish. */
export const structure: Structure = {
  ...scored,
  items: [
    ...scored.items,
    ...dimensionNames.flatMap(beside),
    usage('IB.administration'),
    usage('IB.business-development'),
  ],
};

/** Metal products, 10-49 employees, in Hudiksvall, with a role in the chain that no rule asks about. */
export const plainFirm: FirmProfile = { ...workshop, chainRole: 'system-supplier' };

/** Groups that take firms, and whose days are not set. */
export const openGroups = (...codes: readonly string[]): Pick<RoutingContext, 'editions'> => ({
  editions: codes.map((packageCode) => ({ packageCode, standing: 'open', startsOn: '2026-09-01', days: [] })),
});

export type Known = {
  readonly levels?: Readonly<Record<string, number>>;
  /** Points by item; an item of the brief that is not starred may be given too. */
  readonly points?: Readonly<Record<string, number>>;
  readonly importance?: Readonly<Record<string, Importance>>;
  readonly wish?: Readonly<Record<string, Wish>>;
  readonly gapSteps?: number;
  readonly profile?: Partial<FirmProfile>;
  readonly context?: Partial<RoutingContext>;
  readonly catalogue?: Catalogue;
};

/** Exactly these facts and no others: a dimension that is not given a level has none. */
export function inputOf(known: Known): RoutingInput {
  const points = Object.entries(known.points ?? {});
  const levels = known.levels ?? {};
  const dimensions = scored.dimensions.map(({ code, part }) => ({
    dimension: code,
    part,
    ...scoreAt(levels[code]),
    items: points.filter(([item]) => item.startsWith(`${code}.`)).map(contribution),
  }));
  const steps = known.gapSteps ?? null;
  return {
    structure,
    catalogue: known.catalogue ?? catalogue,
    profile: { ...plainFirm, ...known.profile },
    context: { ...nothingKnown, ...known.context },
    answers: choicesOf(known.importance ?? {}, known.wish ?? {}),
    scoreProfile: {
      rulesVersion: rules.version,
      dimensions,
      parts: [],
      stagedLevels: [],
      gaps: gaps.map(({ code }) => ({ code, steps })),
    },
  };
}

export const routeOf = (known: Known): Routing => chooseSuggestions(inputOf(known));

export const fires = (ruleId: string, known: Known): boolean =>
  routeOf(known).firedRules.some((fired) => fired.ruleId === ruleId);

function scoreAt(level: number | undefined): Omit<DimensionScore, 'dimension' | 'part' | 'items'> {
  const weights = { weightedPoints: 0, answeredWeight: 0, applicableWeight: 1 };
  if (level === undefined) {
    const none = { level: null, percent: null, range: null, band: null, rangeBands: null };
    return { status: 'too-few-answers', ...none, ...weights };
  }
  const band = bandOf(level, rules.bands);
  return {
    status: 'scored',
    level,
    percent: level * 25,
    range: { lowest: level, highest: level },
    band,
    rangeBands: { lowest: band, highest: band },
    ...weights,
  };
}

const contribution = ([item, points]: [string, number]): ItemContribution => ({
  item,
  points,
  weight: 1,
  state: 'answered',
});

/** Answers to the questions of importance and wish. */
export function choicesOf(
  importance: Readonly<Record<string, Importance>>,
  wish: Readonly<Record<string, Wish>>,
): Answers {
  const chosen = (code: string, choice: string) => [code, answer({ state: 'choice', choice })] as const;
  return Object.fromEntries([
    ...Object.entries(importance).map(([dimension, points]) =>
      chosen(`${dimension}.importance`, importanceChoices[points]),
    ),
    ...Object.entries(wish).map(([dimension, choice]) => chosen(`${dimension}.wish`, choice)),
  ]);
}

/** The same level for several dimensions. */
export const allAt = (names: readonly string[], level: number): Record<string, number> =>
  Object.fromEntries(names.map((name) => [name, level]));

export const digital = dimensionNames.filter((name) => name.startsWith('D'));
export const process = dimensionNames.filter((name) => name.startsWith('PM'));
