import { Outlet } from 'react-router';
import { AdvisorNavigation } from '../../features/advising/advisor-navigation.tsx';
import { LeftDeedsNotice } from '../../features/advising/left-deeds-notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { useAdvisorHrefs, useIsAdvisor } from '../advisor.ts';
import { useVisitor } from '../visitor.ts';

/** The pages of an adviser, with the way between them. */
export function Component() {
  const isAdvisor = useIsAdvisor();
  const hrefs = useAdvisorHrefs();
  const personId = useVisitor()?.personId ?? null;
  if (!isAdvisor) return <Outlet />;
  return (
    <Page width="results">
      <AdvisorNavigation hrefs={hrefs} />
      <LeftDeedsNotice personId={personId} />
      <Outlet />
    </Page>
  );
}
