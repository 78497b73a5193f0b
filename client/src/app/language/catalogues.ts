import type { Messages } from '@lingui/core';
import type { Language } from '#shared/domain/language.ts';

type Catalogue = { messages: Messages };

/** Frame, components, error pages. */
const siteCatalogues: Record<Language, () => Promise<Catalogue>> = {
  sv: () => import('../../locales/sv/messages.po'),
  en: () => import('../../locales/en/messages.po'),
};

/** The words of each feature lie beside it and are fetched with its pages, one language at a time. */
const featureCatalogues = import.meta.glob<Catalogue>('../../features/*/locales/*.po');

const neededFeatures = new Set<string>();

async function fetchFeature(feature: string, language: Language): Promise<Messages> {
  const load = featureCatalogues[`../../features/${feature}/locales/${language}.po`];
  if (!load) throw new Error(`The feature "${feature}" has no words in the language "${language}".`);
  return (await load()).messages;
}

async function fetchParts(features: Iterable<string>, language: Language): Promise<Messages> {
  const parts = await Promise.all([...features].map((feature) => fetchFeature(feature, language)));
  return Object.assign({}, ...parts);
}

/** The words of features from now on, also when the language changes later. */
export async function fetchFeatures(features: readonly string[], language: Language): Promise<Messages> {
  const added = features.filter((feature) => !neededFeatures.has(feature));
  for (const feature of added) neededFeatures.add(feature);
  try {
    return await fetchParts(features, language);
  } catch (error) {
    // Their pages do not show, and their words are not to stop those of the others.
    for (const feature of added) neededFeatures.delete(feature);
    throw error;
  }
}

/** What every page needs. */
export async function fetchSiteWords(language: Language): Promise<Messages> {
  return (await siteCatalogues[language]()).messages;
}

/** All words of the pages visited so far. */
export async function fetchCatalogue(language: Language): Promise<Messages> {
  const [site, features] = await Promise.all([fetchSiteWords(language), fetchParts(neededFeatures, language)]);
  return { ...site, ...features };
}
