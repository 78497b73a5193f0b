import * as z from 'zod';
import type { StoredAnswer } from '#shared/contracts/responses.ts';
import type { Answer, AnswerValue } from '#shared/domain/answers/answer.ts';

export const answerRowSchema = z.object({
  itemCode: z.string(),
  state: z.string().nullable(),
  level: z.int().nullable(),
  choice: z.string().nullable(),
  choices: z.array(z.string()).nullable(),
  number: z.number().nullable(),
  isYes: z.boolean().nullable(),
  text: z.string().nullable(),
  comment: z.string(),
  revision: z.int(),
  answeredAt: z.date(),
  isCarried: z.boolean(),
});
export type AnswerRow = z.infer<typeof answerRowSchema>;

export type AnswerColumns = Pick<AnswerRow, 'state' | 'level' | 'choice' | 'choices' | 'number' | 'isYes' | 'text'>;

const emptyColumns: AnswerColumns = {
  state: null,
  level: null,
  choice: null,
  choices: null,
  number: null,
  isYes: null,
  text: null,
};

/** One typed column per state; the table's check constraint says the same. */
export function toColumns(value: AnswerValue | null): AnswerColumns {
  if (value === null) return emptyColumns;
  const columns = { ...emptyColumns, state: value.state };
  switch (value.state) {
    case 'level':
      return { ...columns, level: value.level };
    case 'choice':
      return { ...columns, choice: value.choice };
    case 'choices':
      return { ...columns, choices: value.choices };
    case 'number':
      return { ...columns, number: value.number };
    case 'yes-no':
      return { ...columns, isYes: value.yes };
    case 'text':
      return { ...columns, text: value.text };
    case 'dont-know':
    case 'not-applicable':
      return columns;
  }
}

function toValue(row: AnswerColumns): AnswerValue | null {
  if (row.level !== null) return { state: 'level', level: row.level };
  if (row.choice !== null) return { state: 'choice', choice: row.choice };
  if (row.choices !== null) return { state: 'choices', choices: row.choices };
  if (row.number !== null) return { state: 'number', number: row.number };
  if (row.isYes !== null) return { state: 'yes-no', yes: row.isYes };
  if (row.text !== null) return { state: 'text', text: row.text };
  return row.state === 'dont-know' || row.state === 'not-applicable' ? { state: row.state } : null;
}

export function toAnswer(row: Omit<AnswerRow, 'revision' | 'answeredAt' | 'isCarried'>): Answer {
  return { value: toValue(row), comment: row.comment };
}

export function toStoredAnswer(row: AnswerRow): StoredAnswer {
  return {
    itemCode: row.itemCode,
    answer: toAnswer(row),
    revision: row.revision,
    answeredAt: row.answeredAt.toISOString(),
    isCarried: row.isCarried,
  };
}
