import type { FormView } from '#shared/domain/instrument/view-form.ts';
import type { Language } from '#shared/domain/language.ts';
import { fetchForm } from '../../lib/fetch-form.ts';
import { type AnsweringSession, openSession } from './answering-session.ts';
import { fetchResponse } from './api.ts';

export type LoadedAnswering = { session: AnsweringSession; form: FormView };

/** Everything the pages of one response need, fetched once; from then on they need no network to be shown. */
export async function loadAnswering(responseId: string, language: Language): Promise<LoadedAnswering> {
  const response = await fetchResponse(responseId);
  const [session, form] = await Promise.all([
    openSession(response),
    fetchForm(response.instrumentVersionId, response.formCode, language),
  ]);
  return { session, form };
}
