import * as contract from '#shared/contracts/crosswalk.ts';
import type { FormView } from '#shared/domain/instrument/view-form.ts';
import type { Language } from '#shared/domain/language.ts';
import { fetchForm } from '../../lib/fetch-form.ts';
import { callEndpoint } from '../../lib/http/call-endpoint.ts';

/** The figures, and the words of the questionnaire version that they are derived from. */
export type LoadedCrosswalk = {
  crosswalk: contract.CrosswalkDocument;
  form: FormView;
  /** The last answer that was added in this tab could not be kept. */
  isLastUnsaved: boolean;
};

export type SharedPlace = { organisationId: string; firmId: string; responseId: string };

async function withForm(
  crosswalk: contract.CrosswalkDocument,
  language: Language,
  isLastUnsaved: boolean,
): Promise<LoadedCrosswalk> {
  const form = await fetchForm(crosswalk.instrumentVersionId, crosswalk.formCode, language);
  return { crosswalk, form, isLastUnsaved };
}

export const fetchCrosswalk = (responseId: string) => callEndpoint(contract.getCrosswalk, { params: { responseId } });

/** Of each response, whether what was sent last was kept. */
const sending = new Map<string, Promise<boolean>>();

/** Saves one after the other. What is on its way goes on when its page is left, and what is read next knows of it. */
export function saveInTurn<T extends { readonly kind: string }>(
  responseId: string,
  save: () => Promise<T>,
): Promise<T> {
  const saved = Promise.resolve(sending.get(responseId)).then(save);
  sending.set(
    responseId,
    saved.then(
      ({ kind }) => kind === 'saved',
      () => false,
    ),
  );
  return saved;
}

export async function loadCrosswalk(responseId: string, language: Language): Promise<LoadedCrosswalk> {
  const wasKept = (await sending.get(responseId)) ?? true;
  return withForm(await fetchCrosswalk(responseId), language, !wasKept);
}

export async function loadSharedCrosswalk(place: SharedPlace, language: Language): Promise<LoadedCrosswalk> {
  return withForm(await callEndpoint(contract.getSharedCrosswalk, { params: place }), language, false);
}

export type AddedAnswer = { rowCode: string; baseRevision: number; step: number | null };

/** Sends one added answer; gives everything as it stands then. */
export const sendAdded = (responseId: string, { rowCode, ...body }: AddedAnswer) =>
  callEndpoint(contract.addCrosswalkAnswer, { params: { responseId, rowCode }, body });
