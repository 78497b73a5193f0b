import { useLocation, useParams } from 'react-router';
import type { RegionPagesHrefs } from '../features/region/region-navigation.tsx';
import { paths } from './paths.ts';
import { useVisitor } from './visitor.ts';

/** Addresses of the region's pages; one that was chosen of several stays chosen. */
export function useRegionHrefs(): RegionPagesHrefs {
  const { search } = useLocation();
  const { organisationId = new URLSearchParams(search).get('organisation') ?? undefined } = useParams();
  const first = useVisitor()?.memberships.find(({ role }) => role === 'analyst')?.place.placeId ?? '';
  return {
    releases: paths.region(organisationId),
    steps: paths.steps(organisationId),
    portfolio: paths.portfolio(organisationId),
    indexValues: paths.indexValues(organisationId),
    campaigns: paths.regionCampaigns(organisationId ?? first),
    coverage: paths.coverage(organisationId),
    gaps: paths.gaps(),
    collaboration: paths.collaboration(),
    context: paths.strategyPart('figures'),
  };
}

/** Decides what is offered; what is allowed is the server's to say. */
export function useIsAnalyst(): boolean {
  return useVisitor()?.memberships.some(({ role }) => role === 'analyst') ?? false;
}
