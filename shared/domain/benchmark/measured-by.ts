import type { Definition } from '../instrument/definition.ts';
import type { Item } from '../instrument/item.ts';
import { readMeasureCode } from './measure-code.ts';

/** Whether the measure is taken from answers to the questionnaire, and not from the profile of the firm. */
export function isOfQuestionnaire(measure: string): boolean {
  return ['level', 'importance', 'wish', 'gap'].includes(readMeasureCode(measure).source);
}

/** The questions behind a measure; a gap comes from the level, how important the dimension is, and what is wished. */
function itemsOf(measure: string, { dimensions, items }: Definition['structure']): Item[] {
  const { source, of } = readMeasureCode(measure);
  const scored = dimensions.find(({ code }) => code === of)?.items ?? [];
  const asked = [`${of}.importance`, `${of}.wish`];
  return items.filter(({ code, purpose }) => {
    const isScored = purpose === 'score' && scored.includes(code);
    if (source === 'level') return isScored;
    return source === 'gap' ? isScored || asked.includes(code) : code === measure;
  });
}

/**
 * What a measure is measured by in one version of the questionnaire: its questions with their words, weights and points,
 * which of them each form asks, and the rules of scoring. Two versions that say the same measure it alike. Null for what is
 * not asked by the questionnaire.
 */
export function measuredBy(measure: string, { structure, texts }: Definition) {
  if (!isOfQuestionnaire(measure)) return null;
  const items = itemsOf(measure, structure);
  const isOwn = (key: string) => items.some(({ textCode }) => key.startsWith(`${textCode}.`));
  const wordsIn = (language: 'sv' | 'en') =>
    Object.fromEntries(Object.entries(texts[language]).filter(([key]) => isOwn(key)));
  const { ladderPoints, minimumShareAnswered } = structure.scoring;
  return {
    items,
    words: { sv: wordsIn('sv'), en: wordsIn('en') },
    forms: structure.forms.map(({ code, sections }) => {
      const asked = sections.flatMap(({ steps }) => steps.flatMap((step) => step.items));
      return { code, items: items.map((item) => item.code).filter((item) => asked.includes(item)) };
    }),
    scoring: { ladderPoints, minimumShareAnswered },
  };
}
