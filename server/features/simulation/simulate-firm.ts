import type { PopulationFigures } from '../../platform/content/population-figures.ts';
import { addDays, addHours, addWeekdays, dayMs } from './calendar.ts';
import { createDice, type Dice } from './dice.ts';
import { growMaturity, simulateMaturity } from './maturity.ts';
import { firmNameOf, personNameOf } from './names.ts';
import { simulateChoices } from './simulate-choices.ts';
import { type SimulatedProfile, simulateProfile } from './simulate-profile.ts';
import { answerRound } from './simulate-round.ts';
import { askForSupport, simulateConsents, supportedBy } from './simulate-support.ts';
import type { SimulatedFirm, SimulatedPerson, SimulatedReferral, SimulatedResponse, World } from './simulated-firm.ts';

/**
 * One firm from nothing to now: what it is, who answers, the rounds, what was suggested, what it asked for and what
 * came of it. The same seed, moment and index always give the same firm.
 */
export function simulateFirm(world: World, index: number): SimulatedFirm {
  const dice = createDice(world.seed, index);
  const facts = simulateProfile(dice, world.figures, world.municipalities);
  const people = simulatePeople(dice, facts, world.figures);
  const formCode = formOf(dice, world);
  const responses: SimulatedResponse[] = [];
  const referrals: SimulatedReferral[] = [];
  let maturity = simulateMaturity(dice, world.figures, facts, world.structure);
  let at: Date | undefined = firstRoundAt(dice, world);
  for (let round = 0; at !== undefined && at <= addHours(world.now, -2); round += 1) {
    responses.push(...answerRound(dice, world, { round, at, people, maturity, formCode, profile: facts.profile }));
    referrals.push(...askForSupport(dice, world, responses, referrals));
    const next: Date | undefined = nextRoundAt(dice, world, at, round);
    if (next !== undefined) {
      const years = (next.getTime() - at.getTime()) / (365 * dayMs);
      const supported = supportedBy(world.catalogue, referrals, next);
      maturity = growMaturity(dice, world.figures, maturity, { years, supported });
    }
    at = next;
  }
  return {
    index,
    name: firmNameOf(dice, facts.branch.trades, index),
    language: dice.happens(world.figures.answering.english) ? 'en' : 'sv',
    people,
    responses,
    referrals,
    consents: simulateConsents(dice, world, responses, referrals),
    choices: simulateChoices(world, index, responses),
  };
}

function simulatePeople(dice: Dice, { size }: SimulatedProfile, { maturity }: PopulationFigures): SimulatedPerson[] {
  const colleagues = Math.floor(size.colleagues + dice.even());
  return Array.from({ length: 1 + colleagues }, () => ({
    name: personNameOf(dice),
    shift: dice.normal(0, maturity.respondent),
  }));
}

/** Of the forms that the version has, joined ones by their parts. */
function formOf(dice: Dice, { figures, structure }: World): string {
  const isThere = (code: string) => structure.forms.some((form) => form.code === code);
  const forms = Object.entries(figures.answering.forms)
    .filter(([code]) => code.split('+').every(isThere))
    .map(([code, share]) => ({ code, share }));
  return dice.byShare(forms).code;
}

/** In the working hours of a weekday. */
const atWork = (dice: Dice, day: Date): Date => {
  const morning = new Date(day);
  morning.setUTCHours(6, dice.whole(0, 59), 0, 0);
  return addHours(addWeekdays(morning, 0), dice.even() * 8);
};

function firstRoundAt(dice: Dice, { now, figures }: World): Date {
  const { rounds } = figures;
  const [latest, earliest] = dice.happens(rounds.new) ? rounds.newDaysAgo : rounds.firstDaysAgo;
  const at = atWork(dice, addDays(now, -dice.whole(latest, earliest)));
  // Today's working hours, or Monday's, may still be to come; and what follows on a round takes its time too.
  return at <= addHours(now, -2) ? at : addDays(at, -7);
}

/** Two rounds at most. */
function nextRoundAt(dice: Dice, { figures }: World, at: Date, round: number): Date | undefined {
  const [from, to] = figures.rounds.daysBetween;
  const comesBack = dice.happens(figures.rounds.comesBack);
  const next = atWork(dice, addDays(at, dice.whole(from, to)));
  return comesBack && round === 0 ? next : undefined;
}
