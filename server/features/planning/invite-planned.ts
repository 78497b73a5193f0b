import type * as z from 'zod/mini';
import type { invitePlanned as invitePlannedEndpoint } from '#shared/contracts/plans.ts';
import type { PlacementStatus } from '#shared/domain/edition/placement-states.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { listPlacements } from './candidate-repository.ts';
import { findPlanRow, listPlanPlaces, type PlanPlace } from './plan-repository.ts';

type Invited = z.input<(typeof invitePlannedEndpoint.responses)[200]>['results'][number];

type Invitation = {
  readonly organisationId: string;
  readonly editionId: string;
  readonly firmId: string;
  /** Of the placement as it was seen; 0 when there was none. */
  readonly revision: number;
};

/** Invites one firm in a transaction of its own, as if it was done from its edition; the firm is told. */
export type Invite = (
  context: Context,
  access: AccessContext,
  invitation: Invitation,
) => Promise<{ readonly status: PlacementStatus }>;

const standing: readonly PlacementStatus[] = ['invited', 'placed', 'completed'];

/** Invites everybody whom the plan gives a place as things stood. Who cannot be invited any more holds up nobody. */
export async function invitePlanned(
  context: Context,
  access: AccessContext,
  { invite, ...place }: PlanPlace & { readonly invite: Invite },
): Promise<Invited[]> {
  const { organisationId } = place;
  const { plan, places, placements } = await inTransaction(context.database, access, async (tx) => {
    const found = await findPlanRow(tx, place);
    if (found === undefined) throw new DomainError('not-found');
    return {
      plan: found,
      places: await listPlanPlaces(tx, place.planId),
      placements: await listPlacements(tx, organisationId),
    };
  });
  const before = new Map(placements.map((each) => [`${each.firmId} ${each.editionId}`, each]));
  const results: Invited[] = [];
  for (const { firmId, editionId } of places) {
    const had = before.get(`${firmId} ${editionId}`);
    const seen = { firmId, editionId };
    if (had !== undefined && standing.includes(had.status)) {
      results.push({ outcome: 'done', ...seen, status: had.status });
      continue;
    }
    // A firm that has said no since, or that somebody has moved, is not asked again without being looked at.
    if (had !== undefined && had.statusSince > plan.createdAt) {
      results.push({ outcome: 'refused', ...seen, code: 'changed-meanwhile', status: had.status });
      continue;
    }
    try {
      const { status } = await invite(context, access, { ...seen, organisationId, revision: had?.revision ?? 0 });
      results.push({ outcome: 'done', ...seen, status });
    } catch (error) {
      if (!(error instanceof DomainError) || error.code === 'internal-error') throw error;
      results.push({ outcome: 'refused', ...seen, code: error.code });
    }
  }
  return results;
}
