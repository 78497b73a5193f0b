import type { Round } from '#shared/domain/change/moved-items.ts';
import {
  describeRoundChange,
  inOrderOfKind,
  isAnythingCompared,
  type RoundChange,
} from '#shared/domain/change/round-change.ts';
import type { ThenLevel } from '#shared/domain/change/then-level.ts';
import type { Context } from '../context.ts';
import type { ThenRow } from './then-level-repository.ts';

/** One submission as it was frozen. */
export type SubmittedRound = Omit<Round, 'definition'> & {
  readonly responseId: string;
  readonly formCode: string;
  readonly submittedAt: Date;
  readonly instrumentVersionId: string;
};

const thenLevels = [0, 1, 2, 3, 4] as const;

function thenLevelsOf(rows: readonly ThenRow[], responseId: string): Record<string, ThenLevel> {
  return Object.fromEntries(
    rows
      .filter(({ since }) => since === responseId)
      .map(({ dimension, level }) => [dimension, thenLevels.find((each) => each === level) ?? 'dont-know']),
  );
}

export async function compareWith(
  context: Context,
  later: SubmittedRound,
  earlier: SubmittedRound,
  said: readonly ThenRow[],
): Promise<RoundChange> {
  const [from, to] = [earlier.instrumentVersionId, later.instrumentVersionId];
  const relations = from === to ? undefined : await context.published.itemMapBetween(from, to);
  const [before, after] = await Promise.all([
    context.published.instrumentVersion(from),
    context.published.instrumentVersion(to),
  ]);
  return describeRoundChange(
    {
      earlier: { ...earlier, definition: before.definition },
      later: { ...later, definition: after.definition },
      relations,
      thenLevels: thenLevelsOf(said, earlier.responseId),
    },
    context.bundle.change,
  );
}

/** As many rounds are tried as the one to compare with; some may be of forms or versions that have nothing in common. */
export const mostEarlierRounds = 12;

export type Since<T extends SubmittedRound = SubmittedRound> = { readonly round: T; readonly change: RoundChange };

/**
 * The round to compare with unless another is chosen: of those of the same form the newest that anything can be compared
 * with, else of the others. Where there is none, the first of them with nothing compared; undefined where there is no round.
 */
export async function findSince<T extends SubmittedRound>(
  context: Context,
  later: SubmittedRound,
  newestFirst: readonly T[],
  said: readonly ThenRow[],
): Promise<Since<T> | undefined> {
  let first: Since<T> | undefined;
  for (const round of inOrderOfKind(newestFirst, later.formCode)) {
    const since = { round, change: await compareWith(context, later, round, said) };
    if (isAnythingCompared(since.change)) return since;
    first ??= since;
  }
  return first;
}

/** The round that whoever is shown the change is shown it since; undefined where nothing can be compared. */
export async function comparedSince<T extends SubmittedRound>(
  context: Context,
  later: SubmittedRound,
  newestFirst: readonly T[],
): Promise<T | undefined> {
  const since = await findSince(context, later, newestFirst, []);
  return since !== undefined && isAnythingCompared(since.change) ? since.round : undefined;
}
