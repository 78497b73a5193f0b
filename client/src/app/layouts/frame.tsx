import { type Location, Outlet, ScrollRestoration } from 'react-router';
import { Spinner } from '../../ui/loading/spinner.tsx';
import { Page } from '../../ui/page/page.tsx';
import { RouteErrorPage } from '../error-pages/route-error-page.tsx';
import { useSite } from '../site.ts';
import { useVisitorByNow } from '../use-visitor-by-now.ts';
import { useVisitor } from '../visitor.ts';
import { useIsBare } from './bare.ts';
import { OtherVisitor } from './other-visitor.tsx';
import { SessionEnded } from './session-ended.tsx';
import { SiteLayout } from './site-layout.tsx';
import { useSessionEnd } from './use-session-end.ts';
import { useVisit, useVisitOver } from './use-visit.ts';
import { VisitStrip } from './visit-strip.tsx';

/**
 * The first page of a visit has the same key whichever it is, and would begin where another one was left. Whoever asks for
 * a part of it gets to that part, wherever the page was left earlier in the same window.
 */
const scrollKey = ({ key, pathname, hash }: Location): string => {
  if (key !== 'default') return key;
  return hash === '' ? pathname : `${pathname}${hash} ${performance.timeOrigin}`;
};

function OnItsWay() {
  return (
    <Page>
      <Spinner />
    </Page>
  );
}

export function Frame() {
  const site = useSite();
  const openedBy = useVisitor();
  const visitor = useVisitorByNow();
  const { isTold, dismiss } = useSessionEnd();
  const isBare = useIsBare();
  const visit = useVisit();
  const { isOver, isEnding } = useVisitOver(visit);
  return (
    <SiteLayout
      isBare={isBare || isOver}
      isDemo={site?.isDemo === true}
      hasDemoPeople={site?.hasDemoPeople === true}
      visitor={visitor}
      strip={isOver ? undefined : <VisitStrip visit={visit} />}
    >
      <OtherVisitor openedBy={openedBy} visitor={visitor} isToldAlready={isTold} />
      {isOver && !isEnding ? <OnItsWay /> : <Outlet />}
      {isTold && <SessionEnded onDismiss={dismiss} />}
      <ScrollRestoration getKey={scrollKey} />
    </SiteLayout>
  );
}

/** What the header shows as long as the server has not spoken. */
const unknown = { isDemo: false, hasDemoPeople: false, visitor: undefined };

/** The frame while the first page is on its way. */
export function FramePending() {
  return (
    <SiteLayout {...unknown}>
      <OnItsWay />
    </SiteLayout>
  );
}

/** The frame itself failed; the same frame without anything that could fail again. */
export function FrameErrorPage() {
  return (
    <SiteLayout {...unknown}>
      <RouteErrorPage />
    </SiteLayout>
  );
}
