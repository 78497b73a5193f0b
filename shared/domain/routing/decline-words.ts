import type { Language, LocalisedText } from '../language.ts';
import type { DeclineReason } from './support-choices.ts';

/** Why a firm declines a suggestion, in the words that it chooses among; every page and file says the same. */
const words: Readonly<Record<DeclineReason, LocalisedText>> = {
  'not-our-need': { sv: 'Det är inte det vi behöver', en: 'It is not what we need' },
  'no-time': { sv: 'Vi har inte tid just nu', en: 'We do not have the time now' },
  'too-costly': { sv: 'Det kostar för mycket', en: 'It costs too much' },
  'too-far': { sv: 'Det är för långt bort', en: 'It is too far away' },
  'wrong-dates': { sv: 'Tiderna passar inte', en: 'The dates do not suit us' },
  'have-other-help': { sv: 'Vi får redan hjälp med det av någon annan', en: 'We have other help with it already' },
  other: { sv: 'Ett annat skäl', en: 'Another reason' },
};

export const declineWords = (reason: DeclineReason, language: Language): string => words[reason][language];

/** By the code of the reason. */
export const declineTexts: Readonly<Record<string, LocalisedText>> = words;
