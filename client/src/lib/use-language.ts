import { useLingui } from '@lingui/react';
import type { Language, LocalisedText } from '#shared/domain/language.ts';

/** The language the interface is shown in now. */
export function useLanguage(): Language {
  const { i18n } = useLingui();
  return i18n.locale === 'en' ? 'en' : 'sv';
}

/** Picks the reader's language out of content that comes in every language. */
export function useLocalised(): (text: LocalisedText) => string {
  const language = useLanguage();
  return (text) => text[language];
}
