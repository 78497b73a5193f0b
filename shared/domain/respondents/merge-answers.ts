import type { Answer, Answers, AnswerValue } from '../answers/answer.ts';
import type { Item } from '../instrument/item.ts';
import { fewestOthers, type Other, type Together } from './together.ts';

/**
 * The firm's answers out of its respondents'. An item that is a ladder, or each of whose choices has points, gets the median of those
 * who placed the firm on it; of an even number the lower of the two in the middle, since a level counts when it is
 * true together with those before it. More *ej relevant* than placings make it not relevant: also one against nobody's
 * placing, since who says *vet ej* says nothing of whether it concerns the firm. The others count where at least
 * `fewestOthers` of them have placed the firm or found the item not relevant; otherwise only those who have said that they may count alone.
 * Any other item, and every comment, is the leading respondent's alone.
 */
export function mergeAnswers(items: readonly Item[], { lead, others }: Together): Answers {
  const merged = items.flatMap((item): [string, Answer][] => {
    const own = lead.answers[item.code];
    const value = mergeItem(item, own?.value ?? null, others);
    const comment = own?.comment ?? '';
    return value === null && comment === '' ? [] : [[item.code, { value, comment }]];
  });
  return Object.fromEntries(merged);
}

/** Whether the answers of others to it are of use to the firm's. */
export const isMerged = (item: Item): boolean => placesOf(item) !== undefined;

type Place = (value: AnswerValue) => number | undefined;

function mergeItem(item: Item, own: AnswerValue | null, others: readonly Other[]): AnswerValue | null {
  const placeOf = placesOf(item);
  if (placeOf === undefined) return own;
  const given = others.flatMap(({ answers, countsAlone }) => {
    const value = answers[item.code]?.value ?? null;
    return value === null ? [] : [{ value, countsAlone }];
  });
  const isEnough = given.filter(({ value }) => isJudged(value, placeOf)).length >= fewestOthers;
  const counted = given.filter(({ countsAlone }) => isEnough || countsAlone).map(({ value }) => value);
  return mergePlaced(own === null ? counted : [own, ...counted], placeOf);
}

/** Where an answer to the item places the firm; undefined for an item whose answers lie in no order. */
function placesOf(item: Item): Place | undefined {
  switch (item.kind) {
    case 'ladder':
      return (value) => (value.state === 'level' ? value.level : undefined);
    case 'single-choice': {
      const points = new Map(item.choices.map((choice) => [choice.code, choice.points]));
      if ([...points.values()].includes(undefined)) return undefined;
      return (value) => (value.state === 'choice' ? points.get(value.choice) : undefined);
    }
    case 'yes-no': {
      const { points } = item;
      if (points === undefined) return undefined;
      return (value) => (value.state === 'yes-no' ? points[value.yes ? 'yes' : 'no'] : undefined);
    }
    case 'multiple-choice':
    case 'number':
    case 'text':
      return undefined;
  }
}

const isJudged = (value: AnswerValue, placeOf: Place): boolean =>
  value.state === 'not-applicable' || placeOf(value) !== undefined;

function mergePlaced(values: readonly AnswerValue[], placeOf: Place): AnswerValue | null {
  const notRelevant = values.filter(({ state }) => state === 'not-applicable');
  const placed = values
    .flatMap((value) => {
      const place = placeOf(value);
      return place === undefined ? [] : [{ value, place }];
    })
    .toSorted((one, other) => one.place - other.place);
  if (notRelevant[0] !== undefined && notRelevant.length > placed.length) return notRelevant[0];
  const lowerMedian = placed[Math.floor((placed.length - 1) / 2)];
  return lowerMedian?.value ?? values[0] ?? null;
}
