import { regionsReceiver } from '#shared/domain/access/consent.ts';
import { moveReferral } from '#shared/domain/referral/referral-states.ts';
import { addDays, addHours, addWeekdays, dayMs } from './calendar.ts';
import { createDice, type Dice } from './dice.ts';
import { growMaturity, simulateMaturity } from './maturity.ts';
import { firmNameOf, personNameOf } from './names.ts';
import { simulateChoices } from './simulate-choices.ts';
import { simulateProfile } from './simulate-profile.ts';
import type { ReferralEvent } from './simulate-referral.ts';
import { answerRound } from './simulate-round.ts';
import { supportedBy } from './simulate-support.ts';
import type { SimulatedConsent, SimulatedFirm, SimulatedReferral, World } from './simulated-firm.ts';

type Pilot = World['figures']['pilot'];

/** What each firm of the trial takes part in; null for those that take part in nothing. */
export function pilotPlaces({ packages, without }: Pilot): (string | null)[] {
  return [
    ...packages.flatMap(({ code, firms }) => Array.from({ length: firms }, () => code)),
    ...Array.from({ length: without }, () => null),
  ];
}

const dayIn = (dice: Dice, now: Date, [latest, earliest]: readonly [number, number]): Date => {
  const morning = addDays(now, -dice.whole(latest, earliest));
  morning.setUTCHours(7, dice.whole(0, 59), 0, 0);
  return addHours(addWeekdays(morning, 0), dice.even() * 6);
};

/** All of one kind, but for where they lie and what they are like otherwise. */
function worldOfPilot(world: World): World {
  const { figures } = world;
  const { branch, size } = figures.pilot;
  return {
    ...world,
    figures: {
      ...figures,
      branches: figures.branches.filter(({ code }) => code === branch),
      sizes: figures.sizes.filter(({ code }) => code === size),
    },
  };
}

/**
 * A firm of the trial: it answers in the one season and in the other, and takes part in the package, if there is one,
 * between. `place`: which of the trial's firms it is.
 */
export function simulatePilotFirm(world: World, index: number, place: string | null): SimulatedFirm {
  const { catalogue, structure } = world;
  const dice = createDice(world.seed, index);
  const narrow = worldOfPilot(world);
  const { pilot } = narrow.figures;
  const facts = simulateProfile(dice, narrow.figures, world.municipalities);
  const people = [{ name: personNameOf(dice), shift: dice.normal(0, narrow.figures.maturity.respondent) }];
  const answer = (round: number, at: Date, maturity: ReturnType<typeof simulateMaturity>) =>
    answerRound(dice, world, { round, at, people, maturity, formCode: pilot.form, profile: facts.profile });
  const first = dayIn(dice, world.now, pilot.firstDaysAgo);
  const second = dayIn(dice, world.now, pilot.secondDaysAgo);
  const before = simulateMaturity(dice, narrow.figures, facts, structure);
  const referrals = place === null ? [] : [takePart(world, place, first)];
  const years = (second.getTime() - first.getTime()) / (365 * dayMs);
  const supported = supportedBy(catalogue, referrals, second);
  const after = growMaturity(dice, narrow.figures, before, { years, supported });
  const responses = [...answer(0, first, before), ...answer(1, second, after)];
  return {
    index,
    name: firmNameOf(dice, facts.branch.trades, index),
    language: 'sv',
    people,
    responses,
    referrals,
    consents: [consentAt('statistics', regionsReceiver, addHours(first, 0.2))],
    choices: simulateChoices(world, index, responses),
  };
}

const consentAt = (purpose: SimulatedConsent['purpose'], receiver: string, givenAt: Date): SimulatedConsent => ({
  purpose,
  receiver,
  givenAt,
  withdrawnAt: null,
});

/** From the choice to the end, by the moves of the product's own rules; a step that they do not know is a fault here. */
function takePart({ catalogue }: World, packageCode: string, answeredAt: Date): SimulatedReferral {
  const offer = catalogue.packages.find(({ code }) => code === packageCode);
  const [providerCode] = offer?.providers ?? [];
  if (offer === undefined || providerCode === undefined) throw new Error(`no package ${packageCode}`);
  const chosenAt = addDays(answeredAt, 1);
  const startedAt = addWeekdays(addDays(chosenAt, 14), 0);
  const moves = [
    ['accept', addWeekdays(chosenAt, 2)],
    ['start', startedAt],
    ['complete', addDays(startedAt, 7 * offer.durationWeeks)],
  ] as const;
  const events: ReferralEvent[] = [{ move: 'choose', status: 'chosen', at: chosenAt }];
  for (const [move, at] of moves) {
    const status = moveReferral(events.at(-1)?.status ?? 'chosen', move, 'provider');
    if (status === undefined) throw new Error(`a referral cannot ${move}`);
    events.push({ move, status, at });
  }
  return { response: 0, packageCode, providerCode, events, consent: consentAt('contact', providerCode, chosenAt) };
}
