import { foreseeReminders, remindFirms } from '#shared/contracts/outreach.ts';
import { type Foreseen, planReminders, type ReminderOutcome } from '#shared/domain/outreach/reminders.ts';
import { callEndpoint } from '../../lib/http/call-endpoint.ts';
import { inParts, organisationOf } from './in-parts.ts';
import type { Target } from './referral-action.ts';

export type ReminderPlan = ReturnType<typeof planReminders<Target>>;

type Results = readonly { readonly firmId: string; readonly outcome: ReminderOutcome }[];

/** By the key of each row; nothing of those that were not answered. */
function byKey(part: readonly Target[], results: Results): Map<string, ReminderOutcome> {
  const outcomes = new Map(results.map(({ firmId, outcome }) => [firmId, outcome]));
  return new Map(
    part.flatMap(({ key, firmId }) => {
      const outcome = outcomes.get(firmId);
      return outcome === undefined ? [] : [[key, outcome] as const];
    }),
  );
}

/** Reminds those of one organisation, also when the page is left meanwhile. */
export async function sendReminders(part: readonly Target[]): Promise<Map<string, ReminderOutcome>> {
  const body = { firmIds: part.map(({ firmId }) => firmId) };
  const { results } = await callEndpoint(remindFirms, { params: organisationOf(part), body, isKeptAlive: true });
  return byKey(part, results);
}

async function foreseePart(part: readonly Target[]): Promise<Foreseen<Target>[]> {
  const body = { firmIds: part.map(({ firmId }) => firmId) };
  const { results } = await callEndpoint(foreseeReminders, { params: organisationOf(part), body });
  const outcomes = byKey(part, results);
  return part.map((target) => ({ target, outcome: outcomes.get(target.key) ?? 'not-found' }));
}

/** Who of them would get a mail now, and why the others would not. */
export async function fetchReminderPlan(targets: readonly Target[]): Promise<ReminderPlan> {
  return planReminders((await Promise.all(inParts(targets).map(foreseePart))).flat());
}
