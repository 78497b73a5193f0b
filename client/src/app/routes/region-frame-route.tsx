import { Outlet } from 'react-router';
import { RegionNavigation } from '../../features/region/region-navigation.tsx';
import { Page } from '../../ui/page/page.tsx';
import { useIsAnalyst, useRegionHrefs } from '../region.ts';

/** The pages of an analyst, with the way between them. */
export function Component() {
  const isAnalyst = useIsAnalyst();
  const hrefs = useRegionHrefs();
  if (!isAnalyst) return <Outlet />;
  return (
    <Page width="results">
      <RegionNavigation hrefs={hrefs} />
      <Outlet />
    </Page>
  );
}
