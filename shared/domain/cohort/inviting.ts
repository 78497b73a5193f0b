import * as z from 'zod/mini';
import { holdsPlace, placementStatuses } from '../edition/placement-states.ts';

/** What there is by now between a firm of a plan and its edition, or another edition of the same package. */
export const placeNowSchema = z.object({
  status: z.enum(placementStatuses),
  /** In another edition of the package. */
  isElsewhere: z.boolean(),
  /** Whether it came to be so after the plan was made. */
  isSincePlan: z.boolean(),
});
export type PlaceNow = z.infer<typeof placeNowSchema>;

/**
 * `open`: is invited when all are. `there`: has been asked or has its place. `changed`: has said no, or been moved by
 * somebody, since the plan was made; it is not asked again without being looked at.
 */
export type Inviting = 'open' | 'there' | 'changed';

export function invitingOf(now: PlaceNow | undefined): Inviting {
  if (now === undefined) return 'open';
  if (now.isElsewhere) return 'changed';
  if (holdsPlace(now.status)) return 'there';
  return now.isSincePlan ? 'changed' : 'open';
}
