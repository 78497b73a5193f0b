import type { Answer, Answers } from '#shared/domain/answers/answer.ts';
import type { FirmProfile } from '#shared/domain/firm/firm-profile.ts';
import type { Structure } from '#shared/domain/instrument/definition.ts';
import { indexStructure, itemCodesOfForm } from '#shared/domain/instrument/index-structure.ts';
import type { Item } from '#shared/domain/instrument/item.ts';
import { isItemOnPath } from '#shared/domain/instrument/path.ts';
import type { PopulationFigures } from '../../platform/content/population-figures.ts';
import type { Dice } from './dice.ts';
import type { Maturity } from './maturity.ts';

/** How the firm looks to one of its people: a constant shift, on the scale 0-4. */
export type Respondent = { readonly shift: number };

type AnsweringInput = {
  readonly structure: Structure;
  readonly formCode: string;
  readonly profile: FirmProfile;
  readonly maturity: Maturity;
  readonly respondent: Respondent;
  readonly figures: PopulationFigures;
};

const highest = 4;

/** Administration is digital before business development is (strategy T1 L582-584). */
const bridgeShift: Readonly<Record<string, number>> = { 'IB.administration': 1, 'IB.business-development': -0.7 };

const comments: readonly string[] = [
  'Vi har börjat, men det hänger på en person.',
  'Gäller inte nattskiftet ännu.',
  'Planerat till hösten.',
  'Kunden styr hur vi gör här.',
];

const dimensionOf = (itemCode: string): string => itemCode.split('.')[0] ?? '';

const clampTo = (most: number, value: number): number => Math.min(most, Math.max(0, Math.round(value)));

/** The whole form as one respondent would fill it in; free texts are left out. */
export function simulateAnswers(dice: Dice, input: AnsweringInput): Answers {
  const { items } = indexStructure(input.structure);
  const average = [...input.maturity.values()].reduce((sum, level) => sum + level, 0) / input.maturity.size;
  const answers: Record<string, Answer> = {};
  for (const code of itemCodesOfForm(input.structure, input.formCode)) {
    const item = items.get(code);
    if (item === undefined || !isItemOnPath(item, input.profile, answers)) continue;
    const level = (input.maturity.get(dimensionOf(code)) ?? average) + input.respondent.shift;
    const value = simulateValue(dice, item, level, input.figures);
    if (value !== null)
      answers[code] = { value, comment: dice.happens(input.figures.answering.comment) ? dice.one(comments) : '' };
  }
  return answers;
}

function simulateValue(dice: Dice, item: Item, level: number, figures: PopulationFigures): Answer['value'] {
  if (item.allowsNotApplicable && dice.happens(figures.answering.notApplicable)) return { state: 'not-applicable' };
  if (item.allowsDontKnow && dice.happens(figures.answering.dontKnow)) return { state: 'dont-know' };
  const seen = dice.normal(level + (bridgeShift[item.code] ?? 0), figures.maturity.item);
  switch (item.kind) {
    case 'ladder':
      return { state: 'level', level: clampTo(highest, seen) };
    case 'single-choice':
      return choose(item, item.purpose === 'score' || item.purpose === 'context' ? seen : wantedAt(dice, level));
    case 'yes-no':
      return { state: 'yes-no', yes: seen > highest / 2 };
    case 'number':
      return { state: 'number', number: Math.round(item.minimum + (item.maximum - item.minimum) * dice.even()) };
    case 'multiple-choice':
      return {
        state: 'choices',
        choices: item.choices.filter(() => dice.happens(seen / highest)).map(({ code }) => code),
      };
    case 'text':
      return null;
  }
}

/** Where a firm is weak it more often finds the matter important and wants support; often it does not. */
const wantedAt = (dice: Dice, level: number): number => dice.normal(2.1 + (1.8 - level) * 0.35, 1.1);

/** The choices lie evenly on the scale 0-4. */
function choose(item: Extract<Item, { kind: 'single-choice' }>, at: number): Answer['value'] {
  const last = item.choices.length - 1;
  const choice = item.choices[clampTo(last, (at / highest) * last)];
  return choice === undefined ? null : { state: 'choice', choice: choice.code };
}
