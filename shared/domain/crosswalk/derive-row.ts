import type { Answer, Answers } from '../answers/answer.ts';
import type { FirmProfile } from '../firm/firm-profile.ts';
import type { Bound, CrosswalkFact, MeasureRow } from './measure.ts';

/** Steps that the firm has added itself, by row. */
export type AddedSteps = Readonly<Record<string, number | undefined>>;

/** What a response holds that figures can be derived from. */
export type Grounds = {
  readonly answers: Answers;
  readonly profile: Pick<FirmProfile, 'certifications'>;
  readonly added: AddedSteps;
};

/** Lowest and highest step that a row can stand at. */
export type StepRange = { readonly lowest: number; readonly highest: number };

export type Derivation = { readonly range: StepRange; readonly sources: readonly CrosswalkFact[] };

type ItemFact = Extract<CrosswalkFact, { item: string }>;

function holdsOfItem(fact: ItemFact, answer: Answer | undefined): boolean {
  const value = answer?.value ?? null;
  if (value === null) return false;
  if ('isNotApplicable' in fact) return value.state === 'not-applicable';
  if ('choices' in fact) return value.state === 'choice' && fact.choices.includes(value.choice);
  if (value.state !== 'level') return false;
  return 'atLeast' in fact ? value.level >= fact.atLeast : value.level <= fact.atMost;
}

/** Whether a fact is known to hold. Without an answer nothing is known, so that nothing holds. */
function holds(fact: CrosswalkFact, { answers, profile, added }: Grounds): boolean {
  if ('item' in fact) return holdsOfItem(fact, answers[fact.item]);
  if ('certification' in fact) return profile.certifications?.includes(fact.certification) === true;
  const step = added[fact.row];
  if (step === undefined) return false;
  return 'atLeast' in fact ? step >= fact.atLeast : step <= fact.atMost;
}

const factsOf = ({ when }: Bound): readonly CrosswalkFact[] => ('all' in when ? when.all : [when]);

/**
 * The narrowest range that the answers show, with what shows it; the whole range when nothing does. Where one answer
 * shows that something is there and another that it is not, it is there: what was found somewhere exists.
 */
export function deriveRow({ derived }: Pick<MeasureRow, 'derived'>, full: StepRange, grounds: Grounds): Derivation {
  const holding = (derived?.from ?? []).filter((bound) => factsOf(bound).every((fact) => holds(fact, grounds)));
  const lowest = Math.max(full.lowest, ...holding.flatMap((bound) => ('lowest' in bound ? [bound.lowest] : [])));
  const ceiling = Math.min(full.highest, ...holding.flatMap((bound) => ('highest' in bound ? [bound.highest] : [])));
  const highest = Math.max(lowest, ceiling);
  const sources = holding.filter((bound) =>
    'lowest' in bound
      ? bound.lowest === lowest && lowest > full.lowest
      : bound.highest === highest && highest < full.highest,
  );
  return { range: { lowest, highest }, sources: distinct(sources.flatMap(factsOf)) };
}

const keyOf = (fact: CrosswalkFact): string =>
  'item' in fact ? fact.item : 'row' in fact ? fact.row : fact.certification;

/** One of each item, row or certification: what was answered there is told once. */
function distinct(facts: readonly CrosswalkFact[]): CrosswalkFact[] {
  return [...new Map(facts.map((fact) => [keyOf(fact), fact])).values()];
}
