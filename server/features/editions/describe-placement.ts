import type * as z from 'zod/mini';
import type { placementSchema } from '#shared/contracts/placements.ts';
import type { PlacementRow } from './placement-repository.ts';

export type PlacementBody = z.input<typeof placementSchema>;

export function describePlacement({ referralId, statusSince, waitingSince, ...row }: PlacementRow): PlacementBody {
  return {
    ...row,
    statusSince: statusSince.toISOString(),
    waitingSince: waitingSince?.toISOString() ?? null,
    hasReferral: referralId !== null,
  };
}
