import type { CatalogueIssue } from '../routing/build-catalogue.ts';
import { unknownCodes } from '../routing/catalogue-issue.ts';
import { codesOf } from './codes-of.ts';
import type { Conflict, Figure } from './figure.ts';
import type { StrategyParts } from './strategy.ts';

/**
 * Faults of the figures and of what is said about them: names of nothing, a conflict that only one side knows, a figure
 * that rests on itself, and a figure without a year that does not say why.
 */
export function checkFigures({ figures, conflicts, cautions }: StrategyParts): CatalogueIssue[] {
  const existing = codesOf(figures);
  return [
    ...figures.flatMap(checkYear),
    ...figures.flatMap((figure) => checkOrigin(figure, figures)),
    ...figures.flatMap((figure) => checkNamedConflicts(figure, conflicts)),
    ...conflicts.flatMap((conflict) => checkConflict(conflict, figures)),
    ...cautions.flatMap((caution) => unknownCodes('figure', `cautions/${caution.code}`, caution.figures, existing)),
  ];
}

function checkYear({ code, year, note }: Figure): CatalogueIssue[] {
  if (year !== null || note !== undefined) return [];
  return [{ code: 'no-year-and-no-note', path: `figures/${code}`, detail: 'say what the source says instead' }];
}

const originsOf = (figure: Figure): readonly string[] => (figure.evidence === 'derived' ? figure.derivedFrom : []);

/** Everything a figure rests on, near or far. */
function listOrigins(code: string, figures: readonly Figure[], seen: Set<string> = new Set()): Set<string> {
  for (const origin of figures.filter((figure) => figure.code === code).flatMap(originsOf)) {
    if (seen.has(origin)) continue;
    seen.add(origin);
    listOrigins(origin, figures, seen);
  }
  return seen;
}

function checkOrigin(figure: Figure, figures: readonly Figure[]): CatalogueIssue[] {
  const path = `figures/${figure.code}`;
  const unknown = unknownCodes('figure', path, originsOf(figure), codesOf(figures));
  if (!listOrigins(figure.code, figures).has(figure.code)) return unknown;
  return [...unknown, { code: 'rests-on-itself', path, detail: 'a figure cannot be derived from itself' }];
}

function checkNamedConflicts(
  { code, conflicts: named = [] }: Figure,
  conflicts: readonly Conflict[],
): CatalogueIssue[] {
  const path = `figures/${code}`;
  const oneSided = conflicts.filter((conflict) => named.includes(conflict.code) && !conflict.figures.includes(code));
  return [
    ...unknownCodes('conflict', path, named, codesOf(conflicts)),
    ...oneSided.map((conflict) => ({
      code: 'conflict-not-mutual',
      path,
      detail: `the conflict ${conflict.code} does not name it`,
    })),
  ];
}

function checkConflict({ code, figures: named }: Conflict, figures: readonly Figure[]): CatalogueIssue[] {
  const path = `conflicts/${code}`;
  const oneSided = figures.filter((figure) => named.includes(figure.code) && !figure.conflicts?.includes(code));
  return [
    ...unknownCodes('figure', path, named, codesOf(figures)),
    ...oneSided.map((figure) => ({
      code: 'conflict-not-mutual',
      path,
      detail: `the figure ${figure.code} does not name it`,
    })),
  ];
}
