import { i18n } from '@lingui/core';
import { type Language, languages, sourceLanguage } from '#shared/domain/language.ts';
import { readPreference, writePreference } from '../../lib/preference.ts';
import { fetchCatalogue, fetchFeatures } from './catalogues.ts';

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

async function showLanguage(language: Language): Promise<void> {
  i18n.load(language, await fetchCatalogue(language));
  i18n.activate(language);
  document.documentElement.lang = language;
}

export function currentLanguage(): Language {
  return wanted;
}

export function showFirstLanguage(): Promise<void> {
  return showLanguage(wanted);
}

/** Changes the words of the page and nothing else: no reload, no lost state. */
export async function chooseLanguage(language: Language): Promise<void> {
  await showLanguage(language);
  wanted = language;
  writePreference(preferenceName, language);
}

/** Makes the words of features ready before their pages show. */
export async function readyFeatures(features: readonly string[]): Promise<void> {
  const language = wanted;
  i18n.load(language, await fetchFeatures(features, language));
  // The reader may have changed language meanwhile.
  if (language !== wanted) await readyFeatures(features);
}
