import { type ActionResult, assignReferrals, moveReferrals } from '#shared/contracts/advisor-referrals.ts';
import type { ReminderOutcome } from '#shared/domain/outreach/reminders.ts';
import { callEndpoint } from '../../lib/http/call-endpoint.ts';
import { inParts, organisationOf } from './in-parts.ts';
import type { Action, Deed, RequestDeed, Target } from './referral-action.ts';
import { sendReminders } from './reminder-api.ts';

/** Why a request was not moved or given. */
export type Refusal = Extract<ActionResult, { outcome: 'refused' }>['code'];
/** Why it was not done: with a request, or to remind a firm. */
export type WhyRefused =
  | { readonly kind: 'request'; readonly code: Refusal }
  | { readonly kind: 'reminder'; readonly code: Exclude<ReminderOutcome, 'done'> };

/** What became of each. Where no answer came it is not known whether it was done. */
export type ActionOutcome = {
  readonly action: Action;
  readonly done: readonly Target[];
  readonly refused: readonly { readonly target: Target; readonly why: WhyRefused }[];
  readonly unanswered: readonly Target[];
  /** The same for those, as it is tried again; null where there are none. A request that was moved after all is not moved twice. */
  readonly again: Deed | null;
  /** Why they are: what the first of them failed by. */
  readonly failure: unknown;
};

/** By the key of each row. */
type Results = ReadonlyMap<string, 'done' | WhyRefused>;

async function sendPart({ action, targets }: RequestDeed): Promise<Results> {
  const params = organisationOf(targets);
  const referrals = targets.map(({ referralId, revision }) => ({ referralId, revision }));
  const isKeptAlive = true;
  const { results } =
    action.kind === 'move'
      ? await callEndpoint(moveReferrals, {
          params,
          body: { referrals, move: action.move, ...action.saying },
          isKeptAlive,
        })
      : await callEndpoint(assignReferrals, { params, body: { referrals, personId: action.personId }, isKeptAlive });
  return new Map(
    results.map((each) => [
      each.referralId,
      each.outcome === 'done' ? 'done' : { kind: 'request' as const, code: each.code },
    ]),
  );
}

async function remindPart(targets: readonly Target[]): Promise<Results> {
  const outcomes = await sendReminders(targets);
  return new Map(
    [...outcomes].map(([key, code]) => [key, code === 'done' ? 'done' : { kind: 'reminder' as const, code }]),
  );
}

const isOfRequests = (deed: Deed): deed is RequestDeed => deed.action.kind !== 'remind';

const sendParts = (deed: Deed): Promise<Results>[] =>
  isOfRequests(deed)
    ? inParts(deed.targets).map((targets) => sendPart({ action: deed.action, targets }))
    : inParts(deed.targets).map(remindPart);

function deedFor(deed: Deed, isWanted: (target: Target) => boolean): Deed | null {
  const wanted: Deed = isOfRequests(deed)
    ? { ...deed, targets: deed.targets.filter(isWanted) }
    : { ...deed, targets: deed.targets.filter(isWanted) };
  return wanted.targets.length === 0 ? null : wanted;
}

/** Sends the deed to each row's own organisation, all of it at once: the page may be on its way out. */
export async function sendAction(deed: Deed): Promise<ActionOutcome> {
  const replies = await Promise.allSettled(sendParts(deed));
  const results: Results = new Map(replies.flatMap((reply) => (reply.status === 'fulfilled' ? [...reply.value] : [])));
  const targets: readonly Target[] = deed.targets;
  return {
    action: deed.action,
    done: targets.filter(({ key }) => results.get(key) === 'done'),
    refused: targets.flatMap((target) => {
      const why = results.get(target.key);
      return why === undefined || why === 'done' ? [] : [{ target, why }];
    }),
    unanswered: targets.filter(({ key }) => !results.has(key)),
    again: deedFor(deed, ({ key }) => !results.has(key)),
    failure: replies.find((reply) => reply.status === 'rejected')?.reason ?? null,
  };
}
