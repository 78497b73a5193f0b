import { Outlet, ScrollRestoration } from 'react-router';
import { Spinner } from '../../ui/loading/spinner.tsx';
import { Page } from '../../ui/page/page.tsx';
import { RouteErrorPage } from '../error-pages/route-error-page.tsx';
import { useSite } from '../site.ts';
import { SiteLayout } from './site-layout.tsx';

export function Frame() {
  const site = useSite();
  return (
    <SiteLayout isDemo={site?.isDemo === true}>
      <Outlet />
      <ScrollRestoration />
    </SiteLayout>
  );
}

/** The frame while the first page is on its way. */
export function FramePending() {
  return (
    <SiteLayout isDemo={false}>
      <Page>
        <Spinner />
      </Page>
    </SiteLayout>
  );
}

/** The frame itself failed; the same frame without anything that could fail again. */
export function FrameErrorPage() {
  return (
    <SiteLayout isDemo={false}>
      <RouteErrorPage />
    </SiteLayout>
  );
}
