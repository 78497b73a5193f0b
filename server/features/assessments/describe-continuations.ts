import type { ResultDocument } from '#shared/contracts/results.ts';
import { carriedItems, listContinuations } from '#shared/domain/instrument/continuations.ts';
import { indexStructure } from '#shared/domain/instrument/index-structure.ts';
import { formTextKeys, textOf } from '#shared/domain/instrument/text-keys.ts';
import type { Context } from '../../platform/context.ts';
import type { AnswerRow } from './answer-row.ts';
import { findTarget } from './continue-response.ts';
import { toAnswers } from './describe-response.ts';
import type { ResponseRow } from './response-repository.ts';

/** What the firm can go on with in the newest version, and how much of what it has said comes along. */
export async function describeContinuations(
  context: Context,
  response: ResponseRow,
  rows: readonly AnswerRow[],
): Promise<ResultDocument['continuations']> {
  const { structure, texts, mayCompare } = await findTarget(context, response);
  const { items } = indexStructure(structure);
  const answers = toAnswers(rows);
  return listContinuations(structure, response.formCode).map(({ addedForm, formCode, minutes, newItems }) => {
    const carried = carriedItems(structure, formCode, answers, mayCompare);
    return {
      addedForm,
      name: textOf(texts, formTextKeys.name(addedForm), addedForm),
      minutes,
      newItems,
      carriedAnswers: carried.length,
      carriedScored: carried.filter((code) => items.get(code)?.purpose === 'score').length,
    };
  });
}
