import { addDays } from '#shared/domain/edition/civil-day.ts';
import { type EditionPlan, planFromPackage } from '#shared/domain/edition/edition-plan.ts';
import { swedishDate } from '../../platform/mail/swedish-time.ts';
import { addHours, addDays as daysLater } from './calendar.ts';
import { type EditionDraw, type Group, placeOf } from './edition-draw.ts';
import type { AskingFirm } from './placeable-repository.ts';
import { followSteps } from './simulate-placement.ts';
import type { SimulatedEdition, SimulatedPlacement } from './simulated-edition.ts';

/** Fewer than these were helped one by one, and made no group. */
const leastGroup = 3;

const startOf = ({ startedAt, chosenAt }: AskingFirm): Date => startedAt ?? chosenAt;
const earliest = (moments: readonly Date[]): Date => new Date(Math.min(...moments.map((moment) => moment.getTime())));
const latest = (moments: readonly Date[]): Date => new Date(Math.max(...moments.map((moment) => moment.getTime())));

/** Firms one after the other in groups of at most so many, each of which was under way at one time. */
function inGroups(firms: readonly AskingFirm[], most: number, days: number): AskingFirm[][] {
  const groups: AskingFirm[][] = [];
  for (const firm of firms.toSorted((one, other) => startOf(one).getTime() - startOf(other).getTime())) {
    const group = groups.at(-1);
    const [first] = group ?? [];
    const isTogether = first !== undefined && startOf(firm) <= daysLater(startOf(first), days);
    if (group !== undefined && isTogether && group.length < most) group.push(firm);
    else groups.push([firm]);
  }
  return groups;
}

/** Asked a few days before it began, since it had asked itself; and done when its request was. */
function takePart(firm: AskingFirm): SimulatedPlacement {
  const begun = startOf(firm);
  const asked = new Date(Math.max(firm.chosenAt.getTime(), daysLater(begun, -6).getTime()));
  const isDone = firm.status === 'completed';
  return {
    firmId: firm.firmId,
    referralId: firm.referralId,
    answerBy: null,
    steps: followSteps([
      { move: 'invite', at: asked },
      { move: 'accept', at: begun },
      ...(isDone ? [{ move: 'complete' as const, at: firm.statusSince }] : []),
    ]),
  };
}

function planOf(draw: EditionDraw, { offer }: Group, firms: readonly AskingFirm[], endsOn: string): EditionPlan {
  const startsOn = swedishDate(earliest(firms.map(startOf)));
  const stated = planFromPackage(offer, startsOn);
  return {
    ...stated,
    ...placeOf(draw, stated.delivery, firms),
    applyBy: startsOn,
    startsOn,
    endsOn: endsOn < startsOn ? startsOn : endsOn,
    places: Math.max(stated.places, firms.length),
    // Where fewer came than the package is made for, the provider held it all the same.
    minimumGroup: Math.min(stated.minimumGroup, firms.length),
  };
}

/** Groups whose firms have all completed. */
export function pastEditions(draw: EditionDraw, group: Group): SimulatedEdition[] {
  const { offer, organisationId, firms } = group;
  const completed = firms.filter(({ status }) => status === 'completed');
  return inGroups(completed, offer.groupSize?.maximum ?? 1, 7 * offer.durationWeeks + 30)
    .filter(({ length }) => length >= leastGroup)
    .map((members) => {
      const ended = latest(members.map(({ statusSince }) => statusSince));
      return {
        organisationId,
        packageCode: offer.code,
        plan: planOf(draw, group, members, swedishDate(ended)),
        status: 'completed',
        createdAt: daysLater(earliest(members.map(startOf)), -40),
        statusSince: addHours(ended, 1) > draw.now ? ended : addHours(ended, 1),
        placements: members.map(takePart),
      };
    });
}

/** One group of those that are under way now. */
export function runningEditions(draw: EditionDraw, group: Group): SimulatedEdition[] {
  const { offer, organisationId, firms } = group;
  const started = firms.filter(({ status }) => status === 'started').slice(0, offer.groupSize?.maximum ?? 1);
  if (started.length < 2) return [];
  const begun = earliest(started.map(startOf));
  const today = swedishDate(draw.now);
  const planned = addDays(swedishDate(begun), 7 * offer.durationWeeks);
  return [
    {
      organisationId,
      packageCode: offer.code,
      plan: planOf(draw, group, started, planned < today ? addDays(today, 14) : planned),
      status: 'confirmed',
      createdAt: daysLater(begun, -40),
      statusSince: begun,
      placements: started.map(takePart),
    },
  ];
}
