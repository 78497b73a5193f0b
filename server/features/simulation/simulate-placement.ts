import { movePlacement, type PlacementMove, type PlacementStart } from '#shared/domain/edition/placement-states.ts';
import type { PlacementStep } from './simulated-edition.ts';

type Step = { readonly move: PlacementMove; readonly at: Date };

const partyOf = (move: PlacementMove): PlacementStep['party'] => {
  if (move === 'expire') return 'time';
  return move === 'accept' || move === 'decline' ? 'firm' : 'provider';
};

/** What has happened to a place, by the product's own rules; a step that they do not know is a fault of the drawing. */
export function followSteps(steps: readonly Step[]): PlacementStep[] {
  let status: PlacementStart = 'none';
  return steps.map(({ move, at }) => {
    const party = partyOf(move);
    const next = movePlacement(status, move, party);
    if (next === undefined) throw new Error(`a placement cannot ${move} from ${status}`);
    status = next;
    return { move, party, status: next, at };
  });
}
