import type { CampaignDocument } from '#shared/contracts/campaigns.ts';
import { formatDay, formatTime, swedishDay } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';

/** When firms are invited: at once, from a morning on, or none any more. */
export type Inviting = { readonly isNow: boolean; readonly day: string; readonly time: string } | undefined;

/** Nobody is written to at night, or before the first day. */
export function useInviting(): (campaign: Pick<CampaignDocument, 'invitesFrom' | 'countedAt'>) => Inviting {
  const language = useLanguage();
  return ({ invitesFrom, countedAt }) => {
    if (invitesFrom === null) return undefined;
    const from = new Date(invitesFrom);
    return {
      isNow: invitesFrom <= countedAt,
      day: formatDay(swedishDay(from), language),
      time: formatTime(from, language),
    };
  };
}
