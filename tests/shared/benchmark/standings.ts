import { ofLevel, type Standing } from '#shared/domain/benchmark/standing.ts';

/** Firms that lie in a stratum of each release, or in none, with the same answers unless their numbers say otherwise. */
export function standing(
  strata: readonly (number | null)[],
  firms: number,
  answers: readonly number[] = strata.map(() => 0),
): Standing {
  const stands = strata.flatMap((stratum, release) =>
    stratum === null ? [] : [{ release, stratum, parts: ofLevel(answers[release] ?? 0) }],
  );
  return { stands, firms };
}
