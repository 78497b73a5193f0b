import { type ActionResult, assignReferrals, moveReferrals } from '#shared/contracts/advisor-referrals.ts';
import { callEndpoint } from '../../lib/http/call-endpoint.ts';
import type { ReferralAction, Target } from './referral-action.ts';

export type Refusal = Extract<ActionResult, { outcome: 'refused' }>['code'];

/** What became of each. Where no answer came it is not known whether it was done. */
export type ActionOutcome = {
  readonly action: ReferralAction;
  readonly done: readonly Target[];
  readonly refused: readonly { readonly target: Target; readonly code: Refusal }[];
  readonly unanswered: readonly Target[];
  /** Why they are: what the first of them failed by. */
  readonly failure: unknown;
};

/** As many as the contract takes in one request. */
const mostAtOnce = 100;

/** Those of one organisation together, in parts that can be sent. */
function inParts(targets: readonly Target[]): Target[][] {
  return [...Map.groupBy(targets, ({ organisationId }) => organisationId).values()].flatMap((own) =>
    Array.from({ length: Math.ceil(own.length / mostAtOnce) }, (_, index) =>
      own.slice(index * mostAtOnce, (index + 1) * mostAtOnce),
    ),
  );
}

async function sendPart(action: ReferralAction, part: readonly Target[]): Promise<readonly ActionResult[]> {
  const params = { organisationId: part[0]?.organisationId ?? '' };
  const referrals = part.map(({ referralId, revision }) => ({ referralId, revision }));
  const isKeptAlive = true;
  const { results } =
    action.kind === 'move'
      ? await callEndpoint(moveReferrals, {
          params,
          body: { referrals, move: action.move, ...action.saying },
          isKeptAlive,
        })
      : await callEndpoint(assignReferrals, { params, body: { referrals, personId: action.personId }, isKeptAlive });
  return results;
}

/** Sends the action to each request's own organisation, all of it at once: the page may be on its way out. */
export async function sendAction(action: ReferralAction, targets: readonly Target[]): Promise<ActionOutcome> {
  const parts = inParts(targets);
  const replies = await Promise.allSettled(parts.map((part) => sendPart(action, part)));
  const results = new Map(
    replies
      .flatMap((reply) => (reply.status === 'fulfilled' ? reply.value : []))
      .map((each) => [each.referralId, each]),
  );
  const resultOf = ({ referralId }: Target) => results.get(referralId as ActionResult['referralId']);
  return {
    action,
    done: targets.filter((target) => resultOf(target)?.outcome === 'done'),
    refused: targets.flatMap((target) => {
      const result = resultOf(target);
      return result?.outcome === 'refused' ? [{ target, code: result.code }] : [];
    }),
    unanswered: targets.filter((target) => resultOf(target) === undefined),
    failure: replies.find((reply) => reply.status === 'rejected')?.reason ?? null,
  };
}
