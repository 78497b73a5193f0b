import type { SupportPackage } from '#shared/domain/effect/effect-groups.ts';
import type { EffectSpec } from '#shared/domain/effect/effect-release.ts';
import type { EffectInput, LevelRow } from '#shared/domain/effect/make-effect.ts';
import { smallRules } from '../benchmark/arbitrary-material.ts';

/** Two packages towards one step, one towards another, and one that is about something else. */
export const packages: readonly SupportPackage[] = [
  { code: 'clinic', steps: ['P3.1'], dimensions: ['D1'] },
  { code: 'mentor', steps: ['P3.1', 'P3.2'], dimensions: ['D1', 'D2'] },
  { code: 'sprint', steps: ['P3.2'], dimensions: ['D1'] },
  { code: 'green', steps: ['P5.1'], dimensions: ['X1'] },
];

const name = { sv: 'Namn', en: 'Name' };

/** Five pairs at least, and nothing rounded away. */
export const effectRules = { ...smallRules, fewestFirms: 5, fewestDifferent: 3, leastDoubtPercent: 5, roundTo: 1 };

export const effectSpec: EffectSpec = {
  kind: 'effect',
  name,
  before: { from: '2024-01-01', until: '2025-01-01' },
  after: { from: '2025-01-01', until: '2026-01-01' },
  population: 'all',
  isSimulated: false,
  counties: ['17', '20', '21'],
  measures: ['D1'],
  packages: packages.map(({ code, steps, dimensions }) => ({ code, steps: [...steps], dimensions: [...dimensions] })),
  matching: { version: 'small', caliper: 50, confidencePercent: 95 },
  rules: effectRules,
  names: { measures: {}, headings: {}, attributes: {} },
};

export type FixtureFirm = {
  readonly taken: readonly string[];
  readonly before: number;
  readonly after: number;
  readonly insiders?: readonly number[];
};

/** Firms of one kind, numbered from one, with levels in one dimension. */
export function inputOf(firms: readonly FixtureFirm[], spec: EffectSpec = effectSpec): EffectInput {
  return {
    spec,
    firms: firms.map(({ taken, insiders = [] }, index) => ({
      number: index + 1,
      likeness: 'a',
      packages: taken,
      insiders,
    })),
    levels: firms.map(({ before, after }, index): LevelRow => ({ number: index + 1, measure: 'D1', before, after })),
    earlier: [],
    standings: [],
  };
}

/** So many firms that took part, with changes that vary about the mean, and as many beside them that did not change. */
export function pairsOf(taken: readonly string[], count: number, mean: number, start = 100): FixtureFirm[] {
  return Array.from({ length: count }, (_, index) => {
    const before = start + (index % 5) * 10;
    return [
      { taken, before, after: before + mean + ((index % 5) - 2) * 20 },
      { taken: [], before, after: before },
    ];
  }).flat();
}
