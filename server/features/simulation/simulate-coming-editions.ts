import { addDays } from '#shared/domain/edition/civil-day.ts';
import { type EditionPlan, planFromPackage } from '#shared/domain/edition/edition-plan.ts';
import { placesTaken } from '#shared/domain/edition/edition-states.ts';
import { answerByOf } from '#shared/domain/edition/edition-time.ts';
import { holdsPlace } from '#shared/domain/edition/placement-states.ts';
import { swedishDate } from '../../platform/mail/swedish-time.ts';
import { addHours, addDays as daysLater } from './calendar.ts';
import { type EditionDraw, type Group, placeOf } from './edition-draw.ts';
import type { AskingFirm } from './placeable-repository.ts';
import { followSteps } from './simulate-placement.ts';
import type { SimulatedEdition, SimulatedPlacement } from './simulated-edition.ts';

type Candidate = Pick<AskingFirm, 'firmId'> & { readonly referralId: string | null; readonly since: Date };

/** Those that have asked for the package come first, then others that let the provider in. */
function candidatesOf(draw: EditionDraw, { firms, letIn, offer }: Group): Candidate[] {
  const asking = firms
    .filter(({ status }) => status === 'accepted')
    .map(({ firmId, referralId, statusSince }) => ({ firmId, referralId, since: statusSince }));
  const known = new Set(firms.map(({ firmId }) => firmId));
  const others = letIn
    .filter(({ firmId }) => !known.has(firmId) && !draw.isBusy(firmId))
    .map(({ firmId, since }) => ({ firmId, referralId: null, since, turn: draw.dice.even() }))
    .toSorted((one, other) => one.turn - other.turn);
  return [...asking, ...others].filter(({ firmId }) => !draw.isTaken(firmId, offer.code));
}

/** Asked some days ago, and what came of it; the day by which it should answer has passed only where it did not. */
function invite(draw: EditionDraw, { firmId, referralId, since }: Candidate, plan: EditionPlan): SimulatedPlacement {
  const { dice, now, figures } = draw;
  const daysAgo = dice.whole(1, 24);
  const asked = new Date(Math.max(since.getTime() + 3_600_000, daysLater(now, -daysAgo).getTime()));
  const answerBy = answerByOf(plan, swedishDate(asked));
  const answered = new Date(Math.min(addHours(asked, 4 + 90 * dice.even()).getTime(), now.getTime()));
  const begun = [{ move: 'invite' as const, at: asked }];
  const first = { firmId, referralId, answerBy: null };
  if (dice.happens(figures.editions.says.yes)) {
    return { ...first, steps: followSteps([...begun, { move: 'accept', at: answered }]) };
  }
  if (dice.happens(figures.editions.says.no)) {
    return { ...first, steps: followSteps([...begun, { move: 'decline', at: answered }]) };
  }
  if (answerBy >= swedishDate(now)) return { ...first, answerBy, steps: followSteps(begun) };
  const expired = new Date(`${addDays(answerBy, 1)}T04:00:00Z`);
  return { ...first, steps: followSteps([...begun, { move: 'expire', at: expired > now ? now : expired }]) };
}

const countOf = (placements: readonly SimulatedPlacement[]) => {
  const held = placements.map(({ steps }) => steps.at(-1)?.status).filter((status) => status && holdsPlace(status));
  return placesTaken({ invited: 0, placed: held.length });
};

/** Asks one after the other until as many places are taken as there are, or as are wanted; the next ones wait. */
function fill(draw: EditionDraw, group: Group, plan: EditionPlan, wanted: number): SimulatedPlacement[] {
  const placements: SimulatedPlacement[] = [];
  for (const candidate of candidatesOf(draw, group)) {
    if (countOf(placements) >= Math.min(wanted, plan.places)) break;
    placements.push(invite(draw, candidate, plan));
    draw.occupy(candidate.firmId);
    draw.take(candidate.firmId, group.offer.code);
  }
  if (countOf(placements) < plan.places) return placements;
  const waiting = candidatesOf(draw, group).slice(0, draw.dice.whole(1, 3));
  for (const { firmId, referralId } of waiting) {
    draw.take(firmId, group.offer.code);
    draw.occupy(firmId);
    const at = addHours(draw.now, -1 - 60 * draw.dice.even());
    placements.push({ firmId, referralId, answerBy: null, steps: followSteps([{ move: 'queue', at }]) });
  }
  return placements;
}

/** An edition that is to come: open, with as many firms as there were, or planned only. */
export function comingEditions(draw: EditionDraw, group: Group): SimulatedEdition[] {
  const { dice, now, figures } = draw;
  const { offer, organisationId, firms } = group;
  const stated = planFromPackage(offer, swedishDate(daysLater(now, -7 * dice.whole(0, 5))));
  const isPlanned = dice.happens(figures.editions.onlyPlanned);
  // Where many have asked, the group is small enough to become full.
  const places = dice.happens(figures.editions.full) ? stated.minimumGroup : stated.places;
  const today = swedishDate(now);
  const plan = {
    ...stated,
    ...placeOf(draw, stated.delivery, firms),
    applyBy: stated.applyBy < today ? today : stated.applyBy,
    places,
  };
  const wanted = dice.whole(Math.ceil(plan.minimumGroup / 2), plan.places + 1);
  const createdAt = daysLater(now, -dice.whole(25, 60));
  return [
    {
      organisationId,
      packageCode: offer.code,
      plan,
      status: isPlanned ? 'planned' : 'open',
      createdAt,
      statusSince: createdAt,
      placements: isPlanned ? [] : fill(draw, group, plan, wanted),
    },
  ];
}
