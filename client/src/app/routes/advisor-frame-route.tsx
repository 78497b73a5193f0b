import { Outlet } from 'react-router';
import { AdvisorNavigation } from '../../features/advising/advisor-navigation.tsx';
import { Page } from '../../ui/page/page.tsx';
import { useAdvisorHrefs, useIsAdvisor } from '../advisor.ts';

/** The pages of an adviser, with the way between them. */
export function Component() {
  const isAdvisor = useIsAdvisor();
  const hrefs = useAdvisorHrefs();
  if (!isAdvisor) return <Outlet />;
  return (
    <Page width="results">
      <AdvisorNavigation hrefs={hrefs} />
      <Outlet />
    </Page>
  );
}
