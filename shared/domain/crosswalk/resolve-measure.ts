import { type AddedSteps, deriveRow, type Grounds, type StepRange } from './derive-row.ts';
import { type CrosswalkFact, highestSteps, type Measure, type MeasureQuestion } from './measure.ts';

/**
 * `added`: the firm's own answer, which beats what is derived. `excluded`: another row of the question, which excludes
 * it, holds. `unknown`: nothing says anything; the whole range.
 */
export const rowOrigins = ['added', 'derived', 'excluded', 'unknown'] as const;
export type RowOrigin = (typeof rowOrigins)[number];

export type ResolvedRow = {
  readonly code: string;
  readonly range: StepRange;
  readonly origin: RowOrigin;
  /** What a derived row was derived from. */
  readonly sources: readonly CrosswalkFact[];
};

export type ResolvedQuestion = { readonly question: MeasureQuestion; readonly rows: readonly ResolvedRow[] };

const isTrue = ({ range }: ResolvedRow): boolean => range.lowest > 0;

function resolveRow(
  row: MeasureQuestion['rows'][number],
  kind: MeasureQuestion['kind'],
  grounds: Grounds,
): ResolvedRow {
  const full = { lowest: 0, highest: highestSteps[kind] };
  const own = ownStep(grounds.added, row.code, full);
  if (own !== undefined) {
    return { code: row.code, range: { lowest: own, highest: own }, origin: 'added', sources: [] };
  }
  const { range, sources } = deriveRow(row, full, grounds);
  return { code: row.code, range, origin: sources.length > 0 ? 'derived' : 'unknown', sources };
}

/** An answer beyond the steps of the question says nothing. */
function ownStep(added: AddedSteps, code: string, { lowest, highest }: StepRange): number | undefined {
  const step = added[code];
  return step !== undefined && step >= lowest && step <= highest ? step : undefined;
}

/**
 * Every row of a question with what is known of it. A row that excludes the others is taken at its word, whatever else
 * was answered: then none of the others holds.
 */
export function resolveQuestion(question: MeasureQuestion, grounds: Grounds): ResolvedQuestion {
  const rows = question.rows.map((row) => resolveRow(row, question.kind, grounds));
  const excluding = new Set(question.rows.filter(({ isExclusive }) => isExclusive).map(({ code }) => code));
  if (!rows.some((row) => excluding.has(row.code) && isTrue(row))) return { question, rows };
  return {
    question,
    rows: rows.map((row) =>
      excluding.has(row.code)
        ? row
        : { code: row.code, range: { lowest: 0, highest: 0 }, origin: 'excluded', sources: [] },
    ),
  };
}

/** Every question of a measure by its code, resolved. */
export function resolveMeasure(measure: Measure, grounds: Grounds): ReadonlyMap<string, ResolvedQuestion> {
  const questions = measure.dimensions.flatMap((dimension) => dimension.questions);
  return new Map(questions.map((question) => [question.code, resolveQuestion(question, grounds)]));
}
