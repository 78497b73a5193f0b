import type * as z from 'zod/mini';
import type { invitePlanned as invitePlannedEndpoint } from '#shared/contracts/plans.ts';
import { invitingOf } from '#shared/domain/cohort/inviting.ts';
import type { Assignment } from '#shared/domain/cohort/problem.ts';
import { isCodeOffered } from '#shared/domain/routing/is-offered.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { listPlacesNow, type PlaceNowRow } from './plan-now-repository.ts';
import { listPlanEditions, listPlanPlaces } from './plan-parts-repository.ts';
import { findPlanRow, type PlanPlace } from './plan-repository.ts';

type Invited = z.input<(typeof invitePlannedEndpoint.responses)[200]>['results'][number];
type Refused = Extract<Invited, { outcome: 'refused' }>;

type Invitation = Assignment & {
  readonly organisationId: string;
  /** Of the placement as it was seen; 0 when there was none. */
  readonly revision: number;
};

/**
 * Invites one firm in a transaction of its own, as if it was done from its edition; the firm is told, and a request of its
 * that waits is taken up.
 */
export type Invite = (
  context: Context,
  access: AccessContext,
  invitation: Invitation,
) => Promise<{ readonly hasTakenUp: boolean }>;

type Parts = { readonly invite: Invite; readonly logFault: (error: unknown) => void };
type Seen = {
  readonly places: ReadonlySet<string>;
  readonly now: ReadonlyMap<string, PlaceNowRow>;
  /** Editions whose package firms are offered by the catalogue in use. */
  readonly offered: ReadonlySet<string>;
};

const keyOf = ({ firmId, editionId }: Assignment): string => `${firmId} ${editionId}`;

/**
 * Invites these firms of the plan as things stand, each for itself: what is refused to one, or fails, holds up nobody, and
 * of each it is told what came of it.
 */
export async function invitePlanned(
  context: Context,
  access: AccessContext,
  { places, parts, ...plan }: PlanPlace & { readonly places: readonly Assignment[]; readonly parts: Parts },
): Promise<Invited[]> {
  const seen = await look(context, access, plan);
  const asked = [...new Map(places.map((place) => [keyOf(place), place])).values()];
  const results: Invited[] = [];
  let isAway = false;
  for (const { firmId, editionId } of asked) {
    const place = { firmId, editionId };
    const told: Invited | undefined = isAway ? refusal(place, 'service-unavailable') : whatStands(place, seen);
    const revision = seen.now.get(keyOf(place))?.revision ?? 0;
    const result: Invited =
      told ?? (await attempt(context, access, { ...place, organisationId: plan.organisationId, revision }, parts));
    // Without a database there is nothing to wait for, firm by firm.
    isAway ||= result.outcome === 'refused' && result.code === 'service-unavailable';
    results.push(result);
  }
  if (isAway || !results.some(isUnexplained)) return results;
  const after = await look(context, access, plan);
  return results.map((result) => (isUnexplained(result) ? (whatStands(result, after) ?? result) : result));
}

async function look(context: Context, access: AccessContext, plan: PlanPlace): Promise<Seen> {
  return inTransaction(context.database, access, async (tx) => {
    if ((await findPlanRow(tx, plan)) === undefined) throw new DomainError('not-found');
    const places = await listPlanPlaces(tx, plan.planId);
    const now = await listPlacesNow(tx, plan.planId);
    const { catalogue } = await context.published.currentCatalogue(tx);
    const offered = (await listPlanEditions(tx, plan.planId)).filter(({ facts }) =>
      isCodeOffered(catalogue.packages, facts.packageCode),
    );
    return {
      places: new Set(places.map(keyOf)),
      now: new Map(now.map((each) => [keyOf(each), each])),
      offered: new Set(offered.map(({ editionId }) => editionId)),
    };
  });
}

const refusal = ({ firmId, editionId }: Assignment, code: Refused['code'], now?: PlaceNowRow): Refused => ({
  outcome: 'refused',
  firmId,
  editionId,
  code,
  ...(now === undefined ? {} : { now: { status: now.status, isElsewhere: now.isElsewhere } }),
});

/** What there is to tell of the place without inviting anybody; undefined where the firm is to be invited. */
function whatStands({ firmId, editionId }: Assignment, seen: Seen): Invited | undefined {
  const place = { firmId, editionId };
  if (!seen.places.has(keyOf(place))) return refusal(place, 'not-found');
  const now = seen.now.get(keyOf(place));
  const inviting = invitingOf(now);
  if (now !== undefined && inviting === 'there') return { outcome: 'there', ...place, status: now.status };
  if (!seen.offered.has(editionId)) return refusal(place, 'package-out-of-use');
  if (now === undefined || inviting === 'open') return undefined;
  // A firm that has said no since, or that somebody has moved, is not asked again without being looked at.
  return refusal(place, now.isElsewhere ? 'already-placed' : 'changed-meanwhile', now);
}

async function attempt(
  context: Context,
  access: AccessContext,
  invitation: Invitation,
  { invite, logFault }: Parts,
): Promise<Invited> {
  const { firmId, editionId } = invitation;
  try {
    const { hasTakenUp } = await invite(context, access, invitation);
    return { outcome: 'invited', firmId, editionId, hasTakenUp };
  } catch (error) {
    const code = error instanceof DomainError ? error.code : 'internal-error';
    if (code === 'internal-error') logFault(error);
    return refusal(invitation, code);
  }
}

const unexplained: readonly Refused['code'][] = [
  'changed-meanwhile',
  'already-placed',
  'move-not-possible',
  'internal-error',
];

/** Somebody else was there at the same time, or nobody knows what was kept: it is looked up what it has come to. */
function isUnexplained(result: Invited): result is Refused {
  return result.outcome === 'refused' && result.now === undefined && unexplained.includes(result.code);
}
