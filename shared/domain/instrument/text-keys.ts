import type { SizeClass } from '../firm/firm-profile.ts';
import type { LocalisedText } from '../language.ts';
import type { Definition } from './definition.ts';
import type { Item } from './item.ts';

/** Keys under which the words of an item are found in `Definition.texts`. */
export const itemTextKeys = {
  question: (item: Item) => `${item.textCode}.question`,
  help: (item: Item) => `${item.textCode}.help`,
  trace: (item: Item) => `${item.textCode}.trace`,
  /** Replaces the question for a firm whose role is subcontractor. */
  subcontractor: (item: Item) => `${item.textCode}.subcontractor`,
  unit: (item: Item) => `${item.textCode}.unit`,
  level: (item: Item, level: number) => `${item.textCode}.level.${level}`,
  choice: (item: Item, choice: string) => `${item.textCode}.choice.${choice}`,
  sizeNote: (item: Item, index: number) => `${item.textCode}.size-note.${index}`,
};

export const dimensionTextKeys = {
  name: (dimension: string) => `${dimension}.name`,
  about: (dimension: string) => `${dimension}.about`,
  meaning: (dimension: string, band: string) => `${dimension}.band.${band}.meaning`,
  next: (dimension: string, band: string) => `${dimension}.band.${band}.next`,
};

/** Feedback of a dimension and band; texts that differ by size have `small` or `large` after their kind. */
export const feedbackTextKey = (dimension: string, band: string, kind: string) =>
  `${dimension}.feedback.${band}.${kind}`;

export const sectionTextKeys = {
  name: (section: string) => `${section}.name`,
  about: (section: string) => `${section}.about`,
};

export const formTextKeys = {
  name: (form: string) => `form.${form}.name`,
  about: (form: string) => `form.${form}.about`,
};

export const scaleTextKeys = {
  level: (level: number) => `scale.level.${level}`,
  band: (band: string) => `scale.band.${band}`,
  part: (part: string) => `scale.part.${part}`,
  stageName: (stagedLevel: string, stage: number) => `staged.${stagedLevel}.${stage}.name`,
  stageMeaning: (stagedLevel: string, stage: number) => `staged.${stagedLevel}.${stage}.meaning`,
};

/** The size note that concerns a firm of this size, by its key; undefined when none does. */
export function sizeNoteKey(item: Item, sizeClass: SizeClass): string | undefined {
  const index = item.sizeNotes.findIndex((sizes) => sizes.includes(sizeClass));
  return index < 0 ? undefined : itemTextKeys.sizeNote(item, index);
}

/** The text of a key in both languages; where a language lacks it, `otherwise` stands there. */
export function textOf({ sv, en }: Definition['texts'], key: string, otherwise = ''): LocalisedText {
  return { sv: sv[key] ?? otherwise, en: en[key] ?? otherwise };
}
