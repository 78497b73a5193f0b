import { continueResponse } from '#shared/contracts/responses.ts';
import { getResult, type ResultDocument } from '#shared/contracts/results.ts';
import type { FormView } from '#shared/domain/instrument/view-form.ts';
import type { Language } from '#shared/domain/language.ts';
import { fetchForm } from '../../lib/fetch-form.ts';
import { callEndpoint } from '../../lib/http/call-endpoint.ts';

export const sendContinuation = (responseId: string, addedForm: string, language: Language) =>
  callEndpoint(continueResponse, { params: { responseId }, body: { addedForm, language } });

export type LoadedResult = { result: ResultDocument; form: FormView };

/** A result and the words of the questionnaire version it was made with. */
export async function loadResult(responseId: string, language: Language): Promise<LoadedResult> {
  const result = await callEndpoint(getResult, { params: { responseId } });
  const { instrumentVersionId, formCode } = result.response;
  return { result, form: await fetchForm(instrumentVersionId, formCode, language) };
}
