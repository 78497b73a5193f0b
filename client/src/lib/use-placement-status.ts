import { useLingui } from '@lingui/react/macro';
import type { PlacementStatus } from '#shared/domain/edition/placement-states.ts';

/** What it is called where a firm is in a group. */
export function usePlacementStatus(): (status: PlacementStatus) => string {
  const { t } = useLingui();
  const statuses: Record<PlacementStatus, string> = {
    invited: t`Asked, not answered`,
    placed: t`Takes part`,
    waiting: t`On the waiting list`,
    declined: t`Said no`,
    expired: t`Did not answer in time`,
    left: t`No longer in it`,
    completed: t`Took part to the end`,
  };
  return (status) => statuses[status];
}
