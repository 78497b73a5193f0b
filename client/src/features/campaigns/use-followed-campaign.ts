import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { CampaignDocument } from '#shared/contracts/campaigns.ts';
import type { CampaignState } from '#shared/domain/campaign/campaign-state.ts';
import { fetchCampaign, type Place } from './api.ts';

const askEveryMs = 5000;

/** Firms may answer, or will. */
export const isFollowed = (state: CampaignState): boolean =>
  state === 'open' || state === 'grace' || state === 'scheduled';

/** As it is now: asked for again and again as long as firms may answer and the page is looked at. A fault is asked through. */
export function useFollowedCampaign(place: Place, loaded: CampaignDocument) {
  const [campaign, setCampaign] = useState(loaded);
  const isAsking = useRef(false);
  const isNow = isFollowed(campaign.state);
  // What was asked for before something newer was known tells nothing any more.
  const newest = useRef(0);
  const put = (known: CampaignDocument) => {
    newest.current += 1;
    setCampaign(known);
  };
  const refresh = async () => {
    newest.current += 1;
    const asked = newest.current;
    const known = await fetchCampaign(place);
    if (asked === newest.current) setCampaign(known);
  };
  const ask = useEffectEvent(async () => {
    if (isAsking.current || document.visibilityState === 'hidden') return;
    isAsking.current = true;
    await refresh().catch(() => undefined);
    isAsking.current = false;
  });
  useEffect(() => {
    if (!isNow) return;
    const timer = setInterval(() => void ask(), askEveryMs);
    return () => clearInterval(timer);
  }, [isNow]);
  return { campaign, setCampaign: put, refresh };
}
