import { useLingui } from '@lingui/react/macro';
import type { LettingIn } from '#shared/contracts/advising.ts';
import type { ReferralDocument } from '#shared/contracts/referrals.ts';
import type { FirmProfile } from '#shared/domain/firm/firm-profile.ts';
import { useFirmWords } from '../../lib/use-firm-words.ts';

type Purpose = LettingIn['purposes'][number];
type Status = ReferralDocument['status'];

/** What a firm lets somebody in for, and how far a request has come. */
export function useAdvisingWords() {
  const { t } = useLingui();
  const { firm } = useFirmWords();
  const purposeOf: Record<Purpose, string> = {
    result: t`Results`,
    contact: t`Request for contact`,
    cohort: t`Named in a group`,
  };
  const statusOf: Record<Status, string> = {
    chosen: t`Waits for an answer`,
    accepted: t`Taken up`,
    declined: t`Turned down`,
    started: t`Started`,
    completed: t`Completed`,
    discontinued: t`Broken off`,
    'handed-over': t`Passed on to another provider`,
    withdrawn: t`Withdrawn`,
  };
  const roleOf: Record<FirmProfile['chainRole'], string> = {
    'own-product': t`Own products`,
    subcontractor: t`Subcontractor`,
    'system-supplier': t`System supplier`,
    'service-to-industry': t`Service to industry`,
  };
  return {
    chainRole: (role: FirmProfile['chainRole']) => roleOf[role],
    purpose: (purpose: Purpose) => purposeOf[purpose],
    status: (status: Status) => statusOf[status],
    firm,
  };
}
