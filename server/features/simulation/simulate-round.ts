import { completeness } from '#shared/domain/answers/completeness.ts';
import type { FirmProfile } from '#shared/domain/firm/firm-profile.ts';
import { chooseSuggestions } from '#shared/domain/routing/choose-suggestions.ts';
import { nothingKnown } from '#shared/domain/routing/routing-context.ts';
import { scoreResponse } from '#shared/domain/scoring/score-response.ts';
import { addHours } from './calendar.ts';
import type { Dice } from './dice.ts';
import type { Maturity } from './maturity.ts';
import { simulateAnswers } from './simulate-answers.ts';
import type { SimulatedPerson, SimulatedResponse, World } from './simulated-firm.ts';

type RoundInput = {
  readonly round: number;
  readonly at: Date;
  readonly people: readonly SimulatedPerson[];
  readonly maturity: Maturity;
  readonly formCode: string;
  readonly profile: FirmProfile;
};

/** The colleagues first, each on a day of the own, then the owner, whose submission ends the round. */
export function answerRound(dice: Dice, world: World, input: RoundInput): SimulatedResponse[] {
  const { structure, catalogue, figures } = world;
  const { round, at, people, maturity, formCode, profile } = input;
  return [...people.entries()].reverse().map(([person, respondent]) => {
    const answers = simulateAnswers(dice, { structure, formCode, profile, maturity, respondent, figures });
    const scoreProfile = scoreResponse(structure, formCode, profile, answers);
    const counts = completeness(structure, formCode, profile, answers);
    const submittedAt = addHours(at, -person * (2 + 4 * dice.even()));
    return {
      round,
      person,
      formCode,
      profile,
      answers,
      startedAt: addHours(submittedAt, -0.4),
      submittedAt,
      answeredItems: counts.answered,
      scoredItems: counts.total,
      scoreProfile,
      routing: chooseSuggestions({ structure, scoreProfile, answers, profile, catalogue, context: nothingKnown }),
    };
  });
}
