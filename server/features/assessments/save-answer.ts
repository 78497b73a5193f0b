import type { StoredAnswer } from '#shared/contracts/responses.ts';
import type { Answer } from '#shared/domain/answers/answer.ts';
import { checkAnswer } from '#shared/domain/answers/check-answer.ts';
import type { Structure } from '#shared/domain/instrument/definition.ts';
import { indexStructure, itemCodesOfForm } from '#shared/domain/instrument/index-structure.ts';
import type { Item } from '#shared/domain/instrument/item.ts';
import { isComparable } from '#shared/domain/instrument/version/comparability.ts';
import { goesAlong } from '#shared/domain/instrument/version/version-step.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext, Transaction } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { getOpenResponse } from './access.ts';
import type { Save } from './answer-repository.ts';
import { findAcknowledgement, findAnswer, upsertAnswer, VersionMovedError } from './answer-repository.ts';
import { toAnswer, toStoredAnswer } from './answer-row.ts';
import type { ResponseFacts } from './response-facts.ts';
import { forgetResponseFacts, getResponseFacts } from './response-facts.ts';

export type SaveInput = {
  responseId: string;
  itemCode: string;
  clientId: string;
  clientSequence: number;
  baseRevision: number;
  instrumentVersionId?: string | undefined;
  answer: Answer;
};

/**
 * Saves one answer. Sending the same save again gives the acknowledgement it was given the first time.
 * The common case is one statement; why it wrote nothing is asked only when it did.
 */
export async function saveAnswer(context: Context, access: AccessContext, input: SaveInput): Promise<StoredAnswer> {
  try {
    return await saveOnVersion(context, access, input);
  } catch (error) {
    if (!(error instanceof VersionMovedError)) throw error;
    forgetResponseFacts(context, access, input.responseId);
  }
  try {
    return await saveOnVersion(context, access, input);
  } catch (error) {
    throw error instanceof VersionMovedError ? new DomainError(error.otherwise, { cause: error }) : error;
  }
}

/** As last known; asked anew where the browser knows of another version. */
async function factsFor(context: Context, access: AccessContext, input: SaveInput): Promise<ResponseFacts> {
  const { responseId, instrumentVersionId: answered } = input;
  const facts = await getResponseFacts(context, access, responseId);
  if (answered === undefined || answered === facts.instrumentVersionId) return facts;
  forgetResponseFacts(context, access, responseId);
  return getResponseFacts(context, access, responseId);
}

async function saveOnVersion(context: Context, access: AccessContext, input: SaveInput): Promise<StoredAnswer> {
  const facts = await factsFor(context, access, input);
  const { structure } = (await context.published.instrumentVersion(facts.instrumentVersionId)).definition;
  const save: Save = { ...input, firmId: facts.firmId, instrumentVersionId: facts.instrumentVersionId };
  if (await isAskedAnew(context, structure, facts, input)) {
    const before = await inTransaction(context.database, access, (tx) => findAcknowledgement(tx, save));
    if (before !== undefined) return acknowledgementOf(save, before);
    throw new DomainError('answer-not-accepted', { fields: [{ path: 'body/answer', code: 'asked-anew' }] });
  }
  refuseUnfitAnswer(structure, facts, input);
  return inTransaction(
    context.database,
    access,
    async (tx) => {
      const saved = await upsertAnswer(tx, save, context.clock.now());
      if (saved === undefined) return settle(tx, save);
      return acknowledgementOf(save, saved);
    },
    { isRetriable: true },
  );
}

function acknowledgementOf(save: Save, saved: { revision: number; answeredAt: Date }): StoredAnswer {
  return {
    itemCode: save.itemCode,
    answer: save.answer,
    revision: saved.revision,
    answeredAt: saved.answeredAt.toISOString(),
    isCarried: false,
  };
}

function findItem(structure: Structure, formCode: string, itemCode: string): Item | undefined {
  const isAsked = itemCodesOfForm(structure, formCode).includes(itemCode);
  return isAsked ? indexStructure(structure).items.get(itemCode) : undefined;
}

/**
 * Checks the answer against its question, not whether the question is on the path just now: an answer
 * that waited in a browser while the path changed is kept, and scored only if the path comes back.
 */
function refuseUnfitAnswer(structure: Structure, facts: ResponseFacts, input: SaveInput): void {
  const item = findItem(structure, facts.formCode, input.itemCode);
  if (item === undefined) throw new DomainError('not-found');
  const issues = checkAnswer(item, input.answer);
  if (issues.length > 0) {
    throw new DomainError('answer-not-accepted', {
      fields: issues.map(({ path, code }) => ({ path: `body/answer/${path}`, code })),
    });
  }
}

/** Whether it was answered on another version, and this one does not ask it, asks something else or allows less. */
async function isAskedAnew(
  { published }: Context,
  structure: Structure,
  { instrumentVersionId: now, formCode }: ResponseFacts,
  { instrumentVersionId: answered = now, itemCode, answer }: SaveInput,
): Promise<boolean> {
  if (answered === now) return false;
  const item = findItem(structure, formCode, itemCode);
  if (item === undefined || checkAnswer(item, answer).length > 0) return true;
  // The response may have gone over, or back.
  const [since, until] = [await published.itemMapBetween(answered, now), await published.itemMapBetween(now, answered)];
  const relation = since.get(itemCode) ?? until.get(itemCode);
  // Of a version that is none nothing may be compared.
  if (!isComparable(relation)) return true;
  const before = (await published.instrumentVersion(answered)).definition.structure;
  return !goesAlong(indexStructure(before).items.get(itemCode), item, relation);
}

function isSameAnswer(a: Answer, b: Answer): boolean {
  return JSON.stringify(a.value) === JSON.stringify(b.value) && a.comment === b.comment;
}

/**
 * The stored answer is at another revision: because this very save made it so, or because somebody else saved.
 * That is fine when they saved the same; else both values go back to be chosen from.
 */
async function settle(tx: Transaction, save: Save): Promise<StoredAnswer> {
  const acknowledged = await findAcknowledgement(tx, save);
  if (acknowledged !== undefined) return { ...acknowledgementOf(save, acknowledged), itemCode: acknowledged.itemCode };
  const { instrumentVersionId } = await getOpenResponse(tx, save.responseId);
  if (instrumentVersionId !== save.instrumentVersionId) throw new VersionMovedError('service-unavailable');
  const row = await findAnswer(tx, save.responseId, save.itemCode);
  // There is nothing yet at the revision named.
  if (row === undefined) throw new DomainError('answer-conflict');
  const current = toStoredAnswer(row);
  if (isSameAnswer(toAnswer(row), save.answer)) return current;
  throw new DomainError('answer-conflict', { members: { current } });
}
