import { i18n } from '@lingui/core';
import { type Language, languages, sourceLanguage } from '#shared/domain/language.ts';
import { readPreference, writePreference } from '../../lib/preference.ts';
import { fetchCatalogue, fetchFeatures, fetchSiteWords } from './catalogues.ts';

const preferenceName = 'language';
const parameterName = 'lang';

/** Takes `?lang=` out of the address once it is read, or a reload would undo a later choice. */
function takeLanguageOfAddress(): Language | undefined {
  const url = new URL(window.location.href);
  if (!url.searchParams.has(parameterName)) return undefined;
  const asked = languages.find((language) => language === url.searchParams.get(parameterName));
  url.searchParams.delete(parameterName);
  window.history.replaceState(window.history.state, '', url);
  if (asked) writePreference(preferenceName, asked);
  return asked;
}

/** The language asked for: by the address, then by this browser's earlier choice, then Swedish. */
let wanted: Language = takeLanguageOfAddress() ?? readPreference(preferenceName, languages) ?? sourceLanguage;

async function showLanguage(language: Language, fetchWords: typeof fetchCatalogue): Promise<void> {
  i18n.load(language, await fetchWords(language));
  i18n.activate(language);
  document.documentElement.lang = language;
}

export function currentLanguage(): Language {
  return wanted;
}

/** The words of the first page itself come with it, so that one which cannot be fetched says so in words. */
export function showFirstLanguage(): Promise<void> {
  return showLanguage(wanted, fetchSiteWords);
}

/** Changes the words of the page and nothing else: no reload, no lost state. */
export async function chooseLanguage(language: Language): Promise<void> {
  await showLanguage(language, fetchCatalogue);
  wanted = language;
  writePreference(preferenceName, language);
}

/** Shows a page in the language it is meant for. What the reader chooses later is remembered, this is not. */
export async function beginInLanguage(language: Language): Promise<void> {
  if (language === wanted) return;
  await showLanguage(language, fetchCatalogue);
  wanted = language;
}

/** Makes the words of features ready before their pages show. */
export async function readyFeatures(features: readonly string[]): Promise<void> {
  const language = wanted;
  i18n.load(language, await fetchFeatures(features, language));
  // The reader may have changed language meanwhile.
  if (language !== wanted) await readyFeatures(features);
}
