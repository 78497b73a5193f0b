import { OverviewPage } from '../../features/answering/overview-page.tsx';

export function Component() {
  return <OverviewPage />;
}
