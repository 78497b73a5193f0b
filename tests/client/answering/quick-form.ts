import type { Item } from '#shared/domain/instrument/item.ts';
import type { FormView } from '#shared/domain/instrument/view-form.ts';
import { ladder, structureOf } from '../../support/small-instrument.ts';

const wish: Item = {
  code: 'D1.wish',
  textCode: 'wish',
  purpose: 'wish',
  kind: 'single-choice',
  weight: 0,
  allowsDontKnow: false,
  allowsNotApplicable: false,
  sizeNotes: [],
  choices: [{ code: 'no' }, { code: 'yes' }],
};
const importance: Item = { ...wish, code: 'D1.importance', textCode: 'importance', purpose: 'importance' };
const share: Item = {
  code: 'D2.1',
  textCode: 'D2.1',
  purpose: 'score',
  kind: 'number',
  weight: 1,
  allowsDontKnow: false,
  allowsNotApplicable: false,
  sizeNotes: [],
  minimum: 0,
  maximum: 100,
  decimals: 1,
};

const items = [
  ladder('D1.1', { sizeNotes: [['10-49']] }),
  ladder('D1.2', { allowsDontKnow: false, allowsNotApplicable: false }),
  importance,
  wish,
  share,
];

const base = structureOf(items);
const structure: FormView['structure'] = {
  ...base,
  forms: base.forms.map((form) => ({
    ...form,
    sections: [
      {
        code: 'D1',
        steps: [{ items: ['D1.1'] }, { items: ['D1.2'] }, { items: ['D1.importance', 'D1.wish'] }],
      },
      { code: 'D2', steps: [{ items: ['D2.1'] }] },
    ],
  })),
};

const levels = (code: string, words: string) =>
  Object.fromEntries([0, 1, 2, 3, 4].map((level) => [`${code}.level.${level}`, `${words} ${level}`]));

const texts = {
  sv: {
    'D1.name': 'Digitala arbetssätt',
    'D1.about': 'Hur ni arbetar.',
    'D2.name': 'Data',
    'D1.1.question': 'Hur planerar ni?',
    'D1.1.subcontractor': 'Hur planerar ni era legojobb?',
    'D1.1.help': 'Tänk på en vanlig vecka.',
    'D1.1.trace': 'En tavla i verkstaden.',
    'D1.1.size-note.0': 'Ett kalkylblad räcker.',
    ...levels('D1.1', 'planering'),
    'D1.2.question': 'Hur mäter ni?',
    ...levels('D1.2', 'mätning'),
    'importance.question': 'Hur viktigt är det om två år?',
    'importance.choice.no': 'Inte viktigt',
    'importance.choice.yes': 'Mycket viktigt',
    'wish.question': 'Vill ni ha stöd?',
    'wish.choice.no': 'Nej tack',
    'wish.choice.yes': 'Gärna',
    'D2.1.question': 'Hur stor andel?',
    'D2.1.unit': 'procent',
  },
  en: {
    'D1.name': 'Digital ways of working',
    'D1.about': 'How you work.',
    'D2.name': 'Data',
    'D1.1.question': 'How do you plan?',
    'D1.1.subcontractor': 'How do you plan your contract jobs?',
    ...levels('D1.1', 'planning'),
    'D1.2.question': 'How do you measure?',
    ...levels('D1.2', 'measuring'),
    'importance.question': 'How important?',
    'wish.question': 'Do you want support?',
    'D2.1.question': 'How large a share?',
    'D2.1.unit': 'per cent',
  },
};

/** Four steps: two ladders, the closing step of the dimension, a figure. */
export const quickForm = (language: string): FormView =>
  language === 'en'
    ? { formCode: 'quick', language, structure, texts: texts.en }
    : { formCode: 'quick', language: 'sv', structure, texts: texts.sv };
