import { useLingui } from '@lingui/react/macro';
import type { InvitedFirm } from '#shared/contracts/plans.ts';
import type { PlaceNow } from '#shared/domain/cohort/inviting.ts';

type Refused = Extract<InvitedFirm, { outcome: 'refused' }>;
type Now = Pick<PlaceNow, 'status' | 'isElsewhere'>;

/** What is true now of a firm that is not invited with the others. */
export function useNowWords() {
  const { t } = useLingui();
  const here: Record<Now['status'], string> = {
    invited: t`has been asked already`,
    placed: t`has its place already`,
    completed: t`has taken part to the end`,
    waiting: t`has been put on the waiting list of the group since the plan was made`,
    declined: t`has said no since the plan was made`,
    expired: t`has been asked since the plan was made and did not answer in time`,
    left: t`has left the group since the plan was made`,
  };
  const elsewhere: Partial<Record<Now['status'], string>> = {
    invited: t`has been asked for another group of the package`,
    placed: t`has a place in another group of the package`,
    waiting: t`is on the waiting list of another group of the package`,
    completed: t`has taken part in another group of the package`,
  };
  const refusals: Partial<Record<Refused['code'], string>> = {
    'edition-full': t`the last place has been taken`,
    'edition-closed': t`the group takes no firms any more`,
    'package-out-of-use': t`the package of the group has gone out of use since the plan was made`,
    'already-placed': t`is in a group for the package with another organisation`,
    'not-found': t`does not let you in any more`,
    'service-unavailable': t`was not asked: the service could not reply. Try again`,
  };
  const now = ({ status, isElsewhere }: Now): string => (isElsewhere ? elsewhere[status] : undefined) ?? here[status];
  return {
    now,
    refused: ({ code, now: stands }: Pick<Refused, 'code' | 'now'>): string =>
      stands === undefined ? (refusals[code] ?? t`was not asked: something went wrong. Try again`) : now(stands),
  };
}
