import { contentFolder } from '#server/folders.ts';
import { readChecked } from '#server/platform/content/read-checked.ts';
import type { Answers, AnswerValue } from '#shared/domain/answers/answer.ts';
import type { AddedSteps, Grounds } from '#shared/domain/crosswalk/derive-row.ts';
import { type Figure, type MeasuredFigures, measureFigures } from '#shared/domain/crosswalk/figure.ts';
import { highestSteps, type Measure, measureSchema, questionsOf } from '#shared/domain/crosswalk/measure.ts';

export const dmat = await readChecked(contentFolder, 'crosswalk/dmat.yaml', measureSchema);
export const dii = await readChecked(contentFolder, 'crosswalk/dii.yaml', measureSchema);

/** Answers as levels; a word is a choice, and `null` that it is not applicable. */
export function answersOf(given: Readonly<Record<string, number | string | null>>): Answers {
  const answerOf = (value: number | string | null): AnswerValue => {
    if (value === null) return { state: 'not-applicable' };
    return typeof value === 'number' ? { state: 'level', level: value } : { state: 'choice', choice: value };
  };
  return Object.fromEntries(
    Object.entries(given).map(([item, value]) => [item, { value: answerOf(value), comment: '' }]),
  );
}

export const groundsOf = ({ answers = {}, added = {}, profile = {} }: Partial<Grounds> = {}): Grounds => ({
  answers,
  added,
  profile,
});

/** The same step for every row of a question; a row that excludes the others is left out. */
export function allOf(measure: Measure, code: string, step: number): AddedSteps {
  const question = questionsOf(measure).find((each) => each.code === code);
  if (question === undefined) throw new Error(`no question ${code}`);
  const rows = question.rows.filter(({ isExclusive }) => isExclusive !== true);
  return Object.fromEntries(rows.map((row) => [row.code, step]));
}

/** Every row of the measure at its lowest, or highest, step. */
export function everyRow(measure: Measure, end: 'lowest' | 'highest'): AddedSteps {
  const steps = questionsOf(measure).map(({ code, kind }) =>
    allOf(measure, code, end === 'lowest' ? 0 : highestSteps[kind]),
  );
  return { ...Object.assign({}, ...steps), 'q7-not-digital': 0 };
}

export const figuresOf = (measure: Measure, grounds: Partial<Grounds>): MeasuredFigures =>
  measureFigures(measure, groundsOf(grounds));

export const dimensionOf = ({ dimensions }: MeasuredFigures, code: string): Figure | null | undefined =>
  dimensions.find((dimension) => dimension.code === code)?.figure;
