import type { ConsentPurpose } from '#shared/domain/access/consent.ts';
import { regionsReceiver } from '#shared/domain/access/consent.ts';
import type { Catalogue } from '#shared/domain/routing/catalogue.ts';
import type { Suggestion } from '#shared/domain/routing/routing.ts';
import { addDays, addHours, dayMs } from './calendar.ts';
import type { Dice } from './dice.ts';
import { simulateReferral } from './simulate-referral.ts';
import type { SimulatedConsent, SimulatedReferral, SimulatedResponse, World } from './simulated-firm.ts';

/** The firm asks about the first suggestion, perhaps the second too; never again about what it has asked about. */
export function askForSupport(
  dice: Dice,
  world: World,
  responses: readonly SimulatedResponse[],
  earlier: readonly SimulatedReferral[],
): SimulatedReferral[] {
  const response = responses.length - 1;
  const { routing, submittedAt } = responses[response] ?? {};
  if (routing === undefined || submittedAt === undefined) return [];
  const known = new Set(earlier.map(({ packageCode }) => packageCode));
  const { asks, asksForMore } = world.figures.referrals;
  return routing.suggestions
    .filter(({ packageCode }) => !known.has(packageCode))
    .filter(({ rank }) => dice.happens(rank === 1 ? asks : asksForMore ** (rank - 1)))
    .map((suggestion) => refer(dice, world, { response, suggestion, submittedAt }));
}

function refer(
  dice: Dice,
  world: World,
  { response, suggestion, submittedAt }: { response: number; suggestion: Suggestion; submittedAt: Date },
): SimulatedReferral {
  const chosenAt = addHours(submittedAt, 0.1 + dice.even());
  const durationWeeks =
    world.catalogue.packages.find(({ code }) => code === suggestion.packageCode)?.durationWeeks ?? 1;
  const events = simulateReferral(dice, { chosenAt, durationWeeks, now: world.now, figures: world.figures });
  const { packageCode, providerCode } = suggestion;
  const withdrawnAt = events.find(({ status }) => status === 'withdrawn')?.at ?? null;
  const consent: SimulatedConsent = { purpose: 'contact', receiver: providerCode, givenAt: chosenAt, withdrawnAt };
  return { response, packageCode, providerCode, events, consent };
}

/** The dimensions that completed packages were about. */
export function supportedBy(
  catalogue: Catalogue,
  referrals: readonly SimulatedReferral[],
  by: Date,
): ReadonlySet<string> {
  const completed = new Set(
    referrals
      .filter(({ events }) => events.some(({ status, at }) => status === 'completed' && at <= by))
      .map(({ packageCode }) => packageCode),
  );
  const packages = catalogue.packages.filter(({ code }) => completed.has(code));
  return new Set(packages.flatMap(({ dimensions }) => dimensions.map(({ code }) => code)));
}

/** Those that stand by themselves, given with the first result or the first request. */
export function simulateConsents(
  dice: Dice,
  { now, figures }: World,
  responses: readonly SimulatedResponse[],
  referrals: readonly SimulatedReferral[],
): SimulatedConsent[] {
  const first = responses.find(({ person }) => person === 0);
  if (first === undefined) return [];
  const give = (purpose: ConsentPurpose, receiver: string): SimulatedConsent => {
    const givenAt = addHours(first.submittedAt, 0.2);
    const ageDays = (now.getTime() - givenAt.getTime()) / dayMs;
    const isWithdrawn = dice.happens(figures.consents.withdrawn);
    return { purpose, receiver, givenAt, withdrawnAt: isWithdrawn ? addDays(givenAt, dice.even() * ageDays) : null };
  };
  const receiver = referrals[0]?.providerCode ?? first.routing.suggestions[0]?.providerCode;
  return [
    ...(dice.happens(figures.consents.statistics) ? [give('statistics', regionsReceiver)] : []),
    ...(receiver !== undefined && dice.happens(figures.consents.result) ? [give('result', receiver)] : []),
    ...(receiver !== undefined && dice.happens(figures.consents.cohort) ? [give('cohort', receiver)] : []),
  ];
}
