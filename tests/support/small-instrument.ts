import type { Answer, Answers, AnswerValue } from '#shared/domain/answers/answer.ts';
import type { FirmProfile } from '#shared/domain/firm/firm-profile.ts';
import type { ScoringRules, Structure } from '#shared/domain/instrument/definition.ts';
import type { Item } from '#shared/domain/instrument/item.ts';

export const workshop: FirmProfile = {
  municipality: '2184',
  branch: 'metal-products-and-machinery',
  sizeClass: '10-49',
  chainRole: 'subcontractor',
};

/** What a firm may add to its profile, all of it. */
export const everythingSaid: Partial<FirmProfile> = {
  branchDetail: 'Svarvade detaljer i rostfritt stål',
  workplaces: 2,
  isPartOfGroup: true,
  headquartersOutsideRegion: true,
  parentOrganisationNumber: '5560360793',
  ownershipChangePlanned: false,
  certifications: ['quality', 'product-or-branch'],
  energyCostShare: '2-5',
  employees: 18,
  womenPercent: 11,
  womenManagementPercent: 25,
  womenProductionPercent: 7.5,
  largestCustomerPercent: 62,
  threeLargestCustomersPercent: 84,
  exportPercent: 0,
  clusterMemberships: ['triple-steelix', 'other'],
  collaborationPartners: ['other-sme', 'test-bed'],
  hasUsedTestBed: true,
  supportTaken: ['none'],
};

export const rules: ScoringRules = {
  version: 'test-1',
  ladderPoints: [0, 1, 2, 3, 4],
  minimumShareAnswered: 0.6,
  bands: [
    { code: 'low', from: 0 },
    { code: 'mid', from: 1.5 },
    { code: 'high', from: 2.8 },
  ],
  stagedLevels: [],
  gaps: [],
};

type Ladder = Extract<Item, { kind: 'ladder' }>;

export function ladder(code: string, changes: Partial<Ladder> = {}): Ladder {
  return {
    code,
    textCode: code,
    purpose: 'score',
    kind: 'ladder',
    weight: 1,
    allowsDontKnow: true,
    allowsNotApplicable: true,
    sizeNotes: [],
    ...changes,
  };
}

/** One form `quick` that asks everything, one item per step, dimension by dimension. */
export function structureOf(items: readonly Item[], scoring: ScoringRules = rules): Structure {
  const codes = [...new Set(items.map(({ code }) => code.split('.')[0] ?? ''))];
  const itemsOf = (dimension: string) => items.filter(({ code }) => code.startsWith(`${dimension}.`));
  return {
    instrument: 'test',
    dimensions: codes.map((code) => ({
      code,
      part: code.startsWith('PM') ? 'process' : code.startsWith('X') ? 'module' : 'digital',
      items: itemsOf(code).map((item) => item.code),
    })),
    items: [...items],
    forms: [
      {
        code: 'quick',
        minutes: 5,
        sections: codes.map((code) => ({
          code,
          steps: itemsOf(code).map((item) => ({ items: [item.code] })),
        })),
      },
    ],
    scoring,
  };
}

export const answer = (value: AnswerValue | null): Answer => ({ value, comment: '' });
export const level = (points: number): Answer => answer({ state: 'level', level: points });
export const dontKnow = answer({ state: 'dont-know' });
export const notApplicable = answer({ state: 'not-applicable' });

/** Levels by item code; `?` is *vet ej*, `-` is *ej relevant*. */
export function answersOf(given: Readonly<Record<string, number | '?' | '-'>>): Answers {
  return Object.fromEntries(
    Object.entries(given).map(([code, mark]) => [
      code,
      mark === '?' ? dontKnow : mark === '-' ? notApplicable : level(mark),
    ]),
  );
}
