import type { FormView } from '#shared/domain/instrument/view-form.ts';
import type { Language } from '#shared/domain/language.ts';
import { fetchForm } from '../../lib/fetch-form.ts';
import { isAway } from '../../lib/http/errors.ts';
import { type AnsweringSession, openKeptSession, openSession } from './answering-session.ts';
import { fetchResponse } from './api.ts';
import { type LastTime, loadLastTime, nothingBefore } from './load-last-time.ts';
import { loadVersions, type Versions } from './load-versions.ts';
import { forgetKeptResponse, readKeptResponse } from './remembered-response.ts';

export type LoadedAnswering = {
  session: AnsweringSession;
  form: FormView;
  isSubmitted: boolean;
  lastTime: LastTime;
  versions: Versions;
};

async function loadFromServer(responseId: string, language: Language): Promise<LoadedAnswering> {
  const response = await fetchResponse(responseId);
  const isSubmitted = response.status === 'submitted';
  if (isSubmitted) forgetKeptResponse(responseId);
  const [session, form, lastTime, versions] = await Promise.all([
    openSession(response),
    fetchForm(response.instrumentVersionId, response.formCode, language),
    loadLastTime(response),
    loadVersions(response),
  ]);
  return { session, form, isSubmitted, lastTime, versions };
}

/** With the form that this browser has kept, and the answers that wait in it. */
async function loadFromBrowser(responseId: string, language: Language): Promise<LoadedAnswering | undefined> {
  const kept = readKeptResponse();
  if (kept?.responseId !== responseId) return undefined;
  const form = await fetchForm(kept.instrumentVersionId, kept.formCode, language);
  // Earlier rounds belong to an account.
  const lastTime = kept.isClaimed ? 'awaited' : nothingBefore;
  return { session: await openKeptSession(kept), form, isSubmitted: false, lastTime, versions: null };
}

/**
 * Everything the pages of one response need, fetched once; from then on they need no network to be shown. Without a
 * network the questions last answered in this browser open all the same.
 */
export async function loadAnswering(responseId: string, language: Language): Promise<LoadedAnswering> {
  try {
    return await loadFromServer(responseId, language);
  } catch (error) {
    const kept = isAway(error) ? await loadFromBrowser(responseId, language) : undefined;
    if (kept === undefined) throw error;
    return kept;
  }
}
