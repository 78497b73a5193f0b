import * as contract from '#shared/contracts/crosswalk.ts';
import type { FormView } from '#shared/domain/instrument/view-form.ts';
import type { Language } from '#shared/domain/language.ts';
import { fetchForm } from '../../lib/fetch-form.ts';
import { callEndpoint } from '../../lib/http/call-endpoint.ts';

/** The figures, and the words of the questionnaire version that they are derived from. */
export type LoadedCrosswalk = { crosswalk: contract.CrosswalkDocument; form: FormView };

export type SharedPlace = { organisationId: string; firmId: string; responseId: string };

async function withForm(crosswalk: contract.CrosswalkDocument, language: Language): Promise<LoadedCrosswalk> {
  return { crosswalk, form: await fetchForm(crosswalk.instrumentVersionId, crosswalk.formCode, language) };
}

export const fetchCrosswalk = (responseId: string) => callEndpoint(contract.getCrosswalk, { params: { responseId } });

let sending: Promise<unknown> = Promise.resolve();

/** Saves one after the other. What is on its way goes on when its page is left, and what is read next has it. */
export function saveInTurn<T>(save: () => Promise<T>): Promise<T> {
  const saved = sending.then(save);
  sending = saved.catch(() => undefined);
  return saved;
}

export async function loadCrosswalk(responseId: string, language: Language): Promise<LoadedCrosswalk> {
  await sending;
  return withForm(await fetchCrosswalk(responseId), language);
}

export async function loadSharedCrosswalk(place: SharedPlace, language: Language): Promise<LoadedCrosswalk> {
  return withForm(await callEndpoint(contract.getSharedCrosswalk, { params: place }), language);
}

export type AddedAnswer = { rowCode: string; baseRevision: number; step: number | null };

/** Sends one added answer; gives everything as it stands then. */
export const sendAdded = (responseId: string, { rowCode, ...body }: AddedAnswer) =>
  callEndpoint(contract.addCrosswalkAnswer, { params: { responseId, rowCode }, body });
