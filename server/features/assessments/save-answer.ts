import type { StoredAnswer } from '#shared/contracts/responses.ts';
import type { Answer } from '#shared/domain/answers/answer.ts';
import { checkAnswer } from '#shared/domain/answers/check-answer.ts';
import type { Structure } from '#shared/domain/instrument/definition.ts';
import type { Item } from '#shared/domain/instrument/item.ts';
import type { Context } from '../../platform/context.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { getOpenResponse } from './access.ts';
import type { Save } from './answer-repository.ts';
import { findAcknowledgement, findAnswer, upsertAnswer } from './answer-repository.ts';
import { toAnswer, toStoredAnswer } from './answer-row.ts';
import type { ResponseRow } from './response-repository.ts';

export type SaveInput = {
  responseId: string;
  itemCode: string;
  clientId: string;
  clientSequence: number;
  baseRevision: number;
  answer: Answer;
};

/** Saves one answer. Sending the same save again gives the acknowledgement it was given the first time. */
export async function saveAnswer(context: Context, accessKey: string, input: SaveInput): Promise<StoredAnswer> {
  return inTransaction(
    context.database,
    { accessKey },
    async (tx) => {
      const response = await getOpenResponse(tx, input.responseId);
      const save: Save = { ...input, firmId: response.firmId, instrumentVersionId: response.instrumentVersionId };
      const acknowledged = await findAcknowledgement(tx, save);
      if (acknowledged !== undefined) {
        return { ...acknowledged, answer: input.answer, answeredAt: acknowledged.answeredAt.toISOString() };
      }
      const { structure } = (await context.published.instrumentVersion(response.instrumentVersionId, tx)).definition;
      refuseUnfitAnswer(structure, response, input);
      const saved = await upsertAnswer(tx, save, context.clock.now());
      if (saved === undefined) return settleConflict(tx, input);
      return {
        itemCode: input.itemCode,
        answer: input.answer,
        revision: saved.revision,
        answeredAt: saved.answeredAt.toISOString(),
      };
    },
    { isRetriable: true },
  );
}

function findItem(structure: Structure, formCode: string, itemCode: string): Item | undefined {
  const form = structure.forms.find(({ code }) => code === formCode);
  const isAsked = form?.sections.some(({ steps }) => steps.some(({ items }) => items.includes(itemCode)));
  return isAsked === true ? structure.items.find(({ code }) => code === itemCode) : undefined;
}

/**
 * Checks the answer against its question, not whether the question is on the path just now: an answer
 * that waited in a browser while the path changed is kept, and scored only if the path comes back.
 */
function refuseUnfitAnswer(structure: Structure, response: ResponseRow, input: SaveInput): void {
  const item = findItem(structure, response.formCode, input.itemCode);
  if (item === undefined) throw new DomainError('not-found');
  const issues = checkAnswer(item, input.answer);
  if (issues.length > 0) {
    throw new DomainError('answer-not-accepted', {
      fields: issues.map(({ path, code }) => ({ path: `body/answer/${path}`, code })),
    });
  }
}

function isSameAnswer(a: Answer, b: Answer): boolean {
  return JSON.stringify(a.value) === JSON.stringify(b.value) && a.comment === b.comment;
}

/** Somebody else saved in between: fine when they saved the same, else both values go back to be chosen from. */
async function settleConflict(tx: Transaction, input: SaveInput): Promise<StoredAnswer> {
  const row = await findAnswer(tx, input.responseId, input.itemCode);
  if (row === undefined) throw new DomainError('answer-conflict');
  const current = toStoredAnswer(row);
  if (isSameAnswer(toAnswer(row), input.answer)) return current;
  throw new DomainError('answer-conflict', { members: { current } });
}
