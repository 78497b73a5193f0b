import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import type { Answers } from '#shared/domain/answers/answer.ts';
import type { FirmProfile } from '#shared/domain/firm/firm-profile.ts';
import type { Structure } from '#shared/domain/instrument/definition.ts';
import type { Item } from '#shared/domain/instrument/item.ts';
import { buildCatalogue } from '#shared/domain/routing/build-catalogue.ts';
import type { Catalogue } from '#shared/domain/routing/catalogue.ts';
import { chooseSuggestions } from '#shared/domain/routing/choose-suggestions.ts';
import type { Routing } from '#shared/domain/routing/routing.ts';
import type { RoutingContext, RoutingInput } from '#shared/domain/routing/routing-input.ts';
import { bandOf } from '#shared/domain/scoring/bands.ts';
import type { DimensionScore, ItemContribution } from '#shared/domain/scoring/score.ts';
import { answer, ladder, rules, structureOf, workshop } from '../../support/small-instrument.ts';

/** The starred items of the brief, by dimension. */
const starred = {
  D1: ['D1.1', 'D1.2'],
  D2: ['D2.1', 'D2.2'],
  D3: ['D3.1', 'D3.4'],
  D4: ['D4.1', 'D4.3'],
  D5: ['D5.1', 'D5.3'],
  D6: ['D6.1', 'D6.5'],
  D7: ['D7.1', 'D7.5'],
  D8: ['D8.1', 'D8.4'],
  D9: ['D9.1', 'D9.2'],
  PM1: ['PM1.1', 'PM1.3'],
  PM2: ['PM2.1', 'PM2.2'],
  PM3: ['PM3.1', 'PM3.3'],
  PM4: ['PM4.1', 'PM4.2', 'PM4.5'],
  PM5: ['PM5.1', 'PM5.2'],
  PM6: ['PM6.1', 'PM6.2'],
  X1: ['X1.1', 'X1.3', 'X1.5'],
  X2: ['X2.1', 'X2.2', 'X2.4'],
  X3: ['X3.1', 'X3.2'],
  X4: ['X4.1', 'X4.2', 'X4.5'],
};

export const dimensionNames: readonly string[] = Object.keys(starred);
export const starredItems: readonly string[] = Object.values(starred).flat();

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

function loadCatalogue(): Catalogue {
  const folder = path.resolve(import.meta.dirname, '../../../shared/content');
  const names = globSync(['{providers,packages}/*.yaml', 'steps.yaml', 'routing-rules.yaml', 'routing-reasons.yaml'], {
    cwd: folder,
  });
  const files = names.map((file) => {
    const document: unknown = parse(readFileSync(path.join(folder, file), 'utf8'));
    return { file, document };
  });
  const { catalogue, issues } = buildCatalogue(files);
  if (catalogue === undefined) throw new Error(JSON.stringify(issues));
  return catalogue;
}

/** The catalogue that ships. */
export const catalogue = loadCatalogue();

/** Metal products, 10-49 employees, in Hudiksvall, with a role in the chain that no rule asks about. */
export const plainFirm: FirmProfile = { ...workshop, chainRole: 'system-supplier' };

export const nothingKnown: RoutingContext = { sharedNeeds: null, openCohorts: null, takenPackages: null };

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

export const suggestedCodes = ({ suggestions }: Routing): string[] => suggestions.map(({ packageCode }) => packageCode);
export const firedIds = ({ firedRules }: Routing): string[] => firedRules.map(({ ruleId }) => ruleId);
