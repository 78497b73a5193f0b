import { declineReasons, type SupportChoices } from '#shared/domain/routing/support-choices.ts';
import { addHours } from './calendar.ts';
import { createDice, type Dice } from './dice.ts';
import type { SimulatedResponse, World } from './simulated-firm.ts';

export type SimulatedChoices = {
  /** Place in the firm's responses. */
  readonly response: number;
  readonly chosen: SupportChoices;
  readonly at: Date;
};

/** Its own chance, so that the rest of the firm comes out as it did before firms chose anything. */
const ownChance = 0x5f_37_59;

/**
 * What the firm makes of its suggestions, of some of its results: its own order, what it declines, and what it asks for where it
 * needs most.
 */
export function simulateChoices(
  world: World,
  index: number,
  responses: readonly SimulatedResponse[],
): SimulatedChoices[] {
  const dice = createDice(world.seed ^ ownChance, index);
  const { choices } = world.figures;
  return responses.flatMap((each, response): SimulatedChoices[] => {
    if (!dice.happens(choices.says) || each.routing.suggestions.length === 0) return [];
    const chosen = choose(dice, world, each);
    const at = addHours(each.submittedAt, dice.even());
    return isSaying(chosen) ? [{ response, chosen, at }] : [];
  });
}

const isSaying = ({ order, declined, asks }: SupportChoices): boolean =>
  order.length + declined.length + asks.length > 0;

function choose(dice: Dice, { figures }: World, { routing }: SimulatedResponse): SupportChoices {
  const { declines, otherOrder, asks } = figures.choices;
  const codes = routing.suggestions.map(({ packageCode }) => packageCode);
  const declined = codes
    .filter(() => dice.happens(declines))
    .map((packageCode) => ({ packageCode, reason: dice.one(declineReasons), note: '' }));
  const kept = codes.filter((code) => !declined.some(({ packageCode }) => packageCode === code));
  const [largest] = routing.needs.toSorted((one, other) => (other.need ?? 0) - (one.need ?? 0));
  return {
    // As the page stores it: once something was moved, and then without what is declined.
    order: dice.happens(otherOrder) && kept.length > 1 ? kept.toReversed() : [],
    declined,
    asks:
      largest !== undefined && dice.happens(asks)
        ? [{ dimension: largest.dimension, words: 'Simulerat: stöd som inte finns.' }]
        : [],
  };
}
