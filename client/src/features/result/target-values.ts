import { type FirmTarget, type TargetLevel, targetLevels } from '#shared/domain/scoring/targets.ts';

/** What is chosen in the form, area by area; empty for what is proposed. */
export type TypedTargets = Record<string, string>;

export function typeTargets(targets: readonly FirmTarget[], areas: readonly string[]): TypedTargets {
  return Object.fromEntries(
    areas.map((code) => [code, String(targets.find(({ dimension }) => dimension === code)?.level ?? '')]),
  );
}

/** Null for the proposal. */
export const levelTyped = (typed: string | undefined): TargetLevel | null =>
  targetLevels.find((level) => String(level) === typed) ?? null;

export const readTargets = (typed: TypedTargets, areas: readonly string[]) =>
  areas.map((dimension) => ({ dimension, level: levelTyped(typed[dimension]) }));

/** What somebody chose here on top of what was stored elsewhere meanwhile: only what was not touched here follows it. */
export function keepChosen(typed: TypedTargets, seen: TypedTargets, newest: TypedTargets): TypedTargets {
  return Object.fromEntries(
    Object.entries(newest).map(([code, stored]) => {
      const chosen = typed[code] ?? '';
      return [code, chosen === seen[code] ? stored : chosen];
    }),
  );
}
