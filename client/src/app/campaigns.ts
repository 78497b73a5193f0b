import { useMatch } from 'react-router';
import { paths, routePatterns } from './paths.ts';

const ofProvider = {
  campaigns: paths.campaigns,
  newCampaign: paths.newCampaign,
  campaign: paths.campaign,
  change: paths.changeCampaign,
};
const ofRegion: typeof ofProvider = {
  campaigns: paths.regionCampaigns,
  newCampaign: paths.newRegionCampaign,
  campaign: paths.regionCampaign,
  change: paths.changeRegionCampaign,
};

/** Addresses of the pages of campaigns, among those of an adviser or of a region: where one is, one stays. */
export function useCampaignPaths(): typeof ofProvider {
  return useMatch(`${routePatterns.region}/*`) === null ? ofProvider : ofRegion;
}
