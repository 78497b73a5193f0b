import type { Transaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import type { ResponseRow } from './response-repository.ts';
import { findResponse } from './response-repository.ts';

/** The response the presented key opens. One that exists but is not ours looks like none at all. */
export async function getReachableResponse(tx: Transaction, responseId: string): Promise<ResponseRow> {
  const response = await findResponse(tx, responseId);
  if (response === undefined) throw new DomainError('not-found');
  return response;
}

export async function getOpenResponse(tx: Transaction, responseId: string): Promise<ResponseRow> {
  const response = await getReachableResponse(tx, responseId);
  if (response.status !== 'open') throw new DomainError('response-already-submitted');
  return response;
}

/** One that whoever asks leads: a respondent answers a part of it, and has nothing else to do with it. */
export async function getLedResponse(tx: Transaction, responseId: string): Promise<ResponseRow> {
  const response = await getReachableResponse(tx, responseId);
  if (response.respondent !== null) throw new DomainError('not-found');
  return response;
}

export async function getLedOpenResponse(tx: Transaction, responseId: string): Promise<ResponseRow> {
  await getLedResponse(tx, responseId);
  return getOpenResponse(tx, responseId);
}
