import { createBrowserRouter, type RouteObject } from 'react-router';
import { sweepKeptKey } from '../features/campaigns/kept-key.ts';
import { NotFoundPage } from './error-pages/not-found-page.tsx';
import { RouteErrorPage } from './error-pages/route-error-page.tsx';
import { keepShown } from './keep-shown.ts';
import { readyFeatures } from './language/language.ts';
import { bareHandle } from './layouts/bare.ts';
import { Frame, FrameErrorPage, FramePending } from './layouts/frame.tsx';
import { routePatterns } from './paths.ts';
import { siteRoute } from './site.ts';
import { leadToEndOfVisit } from './visit-over.ts';
import { visitorRoute } from './visitor.ts';

type RouteModule = NonNullable<Extract<RouteObject['lazy'], () => Promise<unknown>>>;

/** A page in its own file, fetched when it is first visited together with the words of the features on it. */
function page(path: string, features: readonly string[], load: RouteModule) {
  const lazy = async () => {
    const [module] = await Promise.all([load(), readyFeatures(features)]);
    return module;
  };
  return { path, lazy };
}

/** The pages of one response share what was loaded for it. */
const answering: RouteObject = {
  ...page(routePatterns.response, ['answering'], () => import('./routes/answering-route.tsx')),
  children: [
    page(routePatterns.item, [], () => import('./routes/item-route.tsx')),
    page(routePatterns.overview, [], () => import('./routes/overview-route.tsx')),
    page(routePatterns.review, [], () => import('./routes/review-route.tsx')),
    page(routePatterns.answeredVersion, [], () => import('./routes/answered-version-route.tsx')),
  ],
};

const result: RouteObject = {
  ...page(routePatterns.result, ['result', 'firm', 'reviewing'], () => import('./routes/result-frame-route.tsx')),
  children: [
    { index: true, lazy: () => import('./routes/result-route.tsx') },
    page(routePatterns.calculation, [], () => import('./routes/calculation-route.tsx')),
    page(routePatterns.reports, ['reports'], () => import('./routes/reports-route.tsx')),
  ],
};

/** The pages of one draft share it, so that each sees what the others have stored. */
const draft: RouteObject = {
  ...page(routePatterns.draft, ['editing', 'answering'], () => import('./routes/draft-frame-route.tsx')),
  children: [
    { index: true, lazy: () => import('./routes/draft-route.tsx') },
    page(routePatterns.draftSection, [], () => import('./routes/draft-section-route.tsx')),
    page(routePatterns.draftNewItem, [], () => import('./routes/draft-item-route.tsx')),
    page(routePatterns.draftItem, [], () => import('./routes/draft-item-route.tsx')),
    page(routePatterns.draftRules, [], () => import('./routes/draft-rules-route.tsx')),
    page(routePatterns.draftDifference, [], () => import('./routes/draft-difference-route.tsx')),
    page(routePatterns.draftPreview, [], () => import('./routes/draft-preview-route.tsx')),
  ],
};

const advisersPages: RouteObject[] = [
  { index: true, lazy: () => import('./routes/advisor-route.tsx') },
  page(routePatterns.contacts, ['outreach'], () => import('./routes/contacts-route.tsx')),
  page(routePatterns.campaigns, ['campaigns'], () => import('./routes/campaigns-route.tsx')),
  page(routePatterns.newCampaign, ['campaigns'], () => import('./routes/new-campaign-route.tsx')),
  page(routePatterns.campaign, ['campaigns'], () => import('./routes/campaign-route.tsx')),
  page(routePatterns.changeCampaign, ['campaigns'], () => import('./routes/change-campaign-route.tsx')),
  page(routePatterns.reminders, ['outreach'], () => import('./routes/reminders-route.tsx')),
  page(
    routePatterns.sharedFirm,
    ['result', 'change', 'reviewing', 'editions', 'contact-notes', 'meetings', 'crosswalk', 'reports'],
    () => import('./routes/shared-firm-route.tsx'),
  ),
  page(routePatterns.handOver, ['kiosk'], () => import('./routes/hand-over-route.tsx')),
  page(routePatterns.meetingsAhead, ['meetings'], () => import('./routes/meetings-ahead-route.tsx')),
  page(routePatterns.meetingPlan, ['meetings'], () => import('./routes/meeting-plan-route.tsx')),
  page(
    routePatterns.meeting,
    ['meetings', 'result', 'change', 'contact-notes'],
    () => import('./routes/meeting-route.tsx'),
  ),
  page(routePatterns.reviews, ['reviewing'], () => import('./routes/reviews-route.tsx')),
  page(routePatterns.sharedReports, ['reports'], () => import('./routes/shared-reports-route.tsx')),
  page(routePatterns.sharedCrosswalk, ['crosswalk'], () => import('./routes/shared-crosswalk-route.tsx')),
  page(routePatterns.firmReview, ['reviewing'], () => import('./routes/firm-review-route.tsx')),
  page(routePatterns.editions, ['editions'], () => import('./routes/editions-route.tsx')),
  page(routePatterns.newEdition, ['editions'], () => import('./routes/new-edition-route.tsx')),
  page(routePatterns.edition, ['editions'], () => import('./routes/edition-route.tsx')),
  page(routePatterns.changeEdition, ['editions'], () => import('./routes/change-edition-route.tsx')),
  page(routePatterns.placeFirm, ['editions'], () => import('./routes/place-firm-route.tsx')),
  page(routePatterns.ownAchievement, [], () => import('./routes/own-achievement-route.tsx')),
  page(routePatterns.achievement, ['achievement'], () => import('./routes/achievement-route.tsx')),
  page(routePatterns.plans, ['planning'], () => import('./routes/plans-route.tsx')),
  page(routePatterns.newPlan, ['planning'], () => import('./routes/new-plan-route.tsx')),
  page(routePatterns.plan, ['planning'], () => import('./routes/plan-route.tsx')),
  page(routePatterns.editedPackages, ['catalogue'], () => import('./routes/edited-packages-route.tsx')),
  page(routePatterns.packageDraft, ['catalogue'], () => import('./routes/package-draft-route.tsx')),
  page(routePatterns.packagePreview, ['catalogue', 'packages'], () => import('./routes/package-preview-route.tsx')),
  page(routePatterns.packageHistory, ['catalogue'], () => import('./routes/package-history-route.tsx')),
];

/** The pages of an adviser have the way between them in common, which stays when one of them cannot be fetched. */
const advising: RouteObject = {
  ...page(routePatterns.advisor, ['advising'], () => import('./routes/advisor-frame-route.tsx')),
  children: [{ ErrorBoundary: RouteErrorPage, children: advisersPages }],
};

const regionsPages: RouteObject[] = [
  { index: true, lazy: () => import('./routes/region-route.tsx') },
  page(routePatterns.regionCampaigns, ['campaigns'], () => import('./routes/campaigns-route.tsx')),
  page(routePatterns.newRegionCampaign, ['campaigns'], () => import('./routes/new-campaign-route.tsx')),
  page(routePatterns.regionCampaign, ['campaigns'], () => import('./routes/campaign-route.tsx')),
  page(routePatterns.changeRegionCampaign, ['campaigns'], () => import('./routes/change-campaign-route.tsx')),
  page(routePatterns.newRelease, ['releases'], () => import('./routes/new-release-route.tsx')),
  page(routePatterns.newEffect, ['releases'], () => import('./routes/new-effect-route.tsx')),
  page(routePatterns.release, ['releases'], () => import('./routes/release-route.tsx')),
  page(routePatterns.steps, ['followup'], () => import('./routes/steps-route.tsx')),
  page(routePatterns.portfolio, ['followup'], () => import('./routes/portfolio-route.tsx')),
  page(routePatterns.newActivity, ['followup'], () => import('./routes/new-activity-route.tsx')),
  page(routePatterns.activity, ['followup'], () => import('./routes/activity-route.tsx')),
  page(routePatterns.changeActivity, ['followup'], () => import('./routes/change-activity-route.tsx')),
  page(routePatterns.indexValues, ['followup'], () => import('./routes/index-values-route.tsx')),
  page(routePatterns.newIndexValue, ['followup'], () => import('./routes/new-index-value-route.tsx')),
  page(routePatterns.indexValue, ['followup'], () => import('./routes/index-value-route.tsx')),
  page(routePatterns.changeIndexValue, ['followup'], () => import('./routes/change-index-value-route.tsx')),
  page(routePatterns.coverage, ['coverage'], () => import('./routes/coverage-route.tsx')),
];

/** The pages of an analyst, in the same way. */
const region: RouteObject = {
  ...page(routePatterns.region, ['region', 'releases'], () => import('./routes/region-frame-route.tsx')),
  children: [{ ErrorBoundary: RouteErrorPage, children: regionsPages }],
};

/** Pages for everybody, where an analyst has the way between the region's pages too. */
const regionsPublicPages: RouteObject = {
  lazy: async () => {
    const [module] = await Promise.all([import('./routes/region-frame-route.tsx'), readyFeatures(['region'])]);
    return module;
  },
  children: [
    page(routePatterns.gaps, ['releases'], () => import('./routes/gaps-route.tsx')),
    page(routePatterns.collaboration, ['releases', 'strategy'], () => import('./routes/collaboration-route.tsx')),
    page(routePatterns.strategy, ['strategy'], () => import('./routes/strategy-route.tsx')),
  ],
};

/** The screen in the room has nothing of the site round it, which says who is signed in and leads elsewhere. */
const room: RouteObject = {
  ...page(
    routePatterns.meetingRoom,
    ['advising', 'meetings', 'result'],
    () => import('./routes/meeting-room-route.tsx'),
  ),
  handle: bareHandle,
};

const pages: RouteObject[] = [
  page(routePatterns.home, ['introduction'], () => import('./routes/home-route.tsx')),
  page(routePatterns.accessibility, ['introduction'], () => import('./routes/accessibility-route.tsx')),
  page(routePatterns.start, ['start'], () => import('./routes/start-route.tsx')),
  page(routePatterns.kiosk, ['kiosk'], () => import('./routes/kiosk-route.tsx')),
  page(routePatterns.endVisit, ['kiosk'], () => import('./routes/end-visit-route.tsx')),
  page(routePatterns.resume, ['answering'], () => import('./routes/resume-route.tsx')),
  answering,
  result,
  page(routePatterns.crosswalk, ['crosswalk'], () => import('./routes/crosswalk-route.tsx')),
  page(routePatterns.crosswalkAnswers, ['crosswalk'], () => import('./routes/crosswalk-answers-route.tsx')),
  page(routePatterns.change, ['change'], () => import('./routes/change-route.tsx')),
  page(routePatterns.ownReview, ['reviewing'], () => import('./routes/own-review-route.tsx')),
  page(routePatterns.respondents, ['respondents'], () => import('./routes/respondents-route.tsx')),
  page(routePatterns.invitation, ['respondents', 'answering'], () => import('./routes/invitation-route.tsx')),
  page(routePatterns.sharing, ['sharing'], () => import('./routes/sharing-route.tsx')),
  page(routePatterns.sharedResult, ['sharing'], () => import('./routes/shared-result-route.tsx')),
  page(routePatterns.contact, ['contact'], () => import('./routes/contact-route.tsx')),
  page(routePatterns.referrals, ['contact'], () => import('./routes/referrals-route.tsx')),
  page(routePatterns.claim, ['firm'], () => import('./routes/claim-route.tsx')),
  page(routePatterns.firm, ['firm'], () => import('./routes/firm-route.tsx')),
  page(routePatterns.firmAccess, ['firm'], () => import('./routes/firm-access-route.tsx')),
  page(
    routePatterns.firmContacts,
    ['firm', 'contact-notes', 'meetings'],
    () => import('./routes/firm-contacts-route.tsx'),
  ),
  page(routePatterns.firmMembers, ['firm'], () => import('./routes/firm-members-route.tsx')),
  page(routePatterns.firmPlacements, ['editions'], () => import('./routes/firm-placements-route.tsx')),
  page(routePatterns.firmErasure, ['erasure', 'account', 'sign-in'], () => import('./routes/firm-erasure-route.tsx')),
  page(routePatterns.packages, ['packages'], () => import('./routes/packages-route.tsx')),
  page(routePatterns.package, ['packages', 'editions'], () => import('./routes/package-route.tsx')),
  page(routePatterns.method, ['information'], () => import('./routes/method-route.tsx')),
  page(routePatterns.privacy, ['information'], () => import('./routes/privacy-route.tsx')),
  page(routePatterns.retention, ['retention'], () => import('./routes/retention-route.tsx')),
  page(
    routePatterns.campaignInvitation,
    ['campaigns', 'start'],
    () => import('./routes/campaign-invitation-route.tsx'),
  ),
  page(routePatterns.optOut, ['outreach'], () => import('./routes/opt-out-route.tsx')),
  page(routePatterns.signIn, ['sign-in'], () => import('./routes/sign-in-route.tsx')),
  page(routePatterns.signInReturn, ['sign-in'], () => import('./routes/sign-in-return-route.tsx')),
  page(routePatterns.secondFactor, ['account', 'sign-in'], () => import('./routes/second-factor-route.tsx')),
  page(routePatterns.account, ['account', 'sign-in'], () => import('./routes/account-route.tsx')),
  page(
    routePatterns.accountErasure,
    ['erasure', 'account', 'sign-in'],
    () => import('./routes/account-erasure-route.tsx'),
  ),
  page(routePatterns.demoPeople, ['demo'], () => import('./routes/demo-people-route.tsx')),
  page(routePatterns.demoMails, ['demo'], () => import('./routes/demo-mails-route.tsx')),
  advising,
  room,
  region,
  regionsPublicPages,
  page(routePatterns.publishedReleases, ['releases', 'demo'], () => import('./routes/published-releases-route.tsx')),
  page(routePatterns.publishedRelease, ['releases', 'coverage'], () => import('./routes/published-release-route.tsx')),
  page(routePatterns.organisations, ['coordination'], () => import('./routes/organisations-route.tsx')),
  page(routePatterns.organisation, ['coordination'], () => import('./routes/organisation-route.tsx')),
  page(routePatterns.webhooks, ['webhooks'], () => import('./routes/webhooks-route.tsx')),
  page(routePatterns.webhook, ['webhooks'], () => import('./routes/webhook-route.tsx')),
  page(routePatterns.people, ['coordination', 'account'], () => import('./routes/people-route.tsx')),
  page(routePatterns.outbox, ['coordination'], () => import('./routes/outbox-route.tsx')),
  page(routePatterns.auditLog, ['coordination'], () => import('./routes/audit-log-route.tsx')),
  page(
    routePatterns.erasures,
    ['erasure', 'coordination', 'account', 'sign-in'],
    () => import('./routes/erasures-route.tsx'),
  ),
  page(routePatterns.editor, ['editing'], () => import('./routes/editor-route.tsx')),
  page(routePatterns.editedRules, ['catalogue'], () => import('./routes/edited-rules-route.tsx')),
  page(routePatterns.ruleOutcomes, ['outcomes'], () => import('./routes/rule-outcomes-route.tsx')),
  page(routePatterns.version, ['editing'], () => import('./routes/version-route.tsx')),
  draft,
  { path: '*', Component: NotFoundPage },
];

// Before the first address is read.
leadToEndOfVisit();
sweepKeptKey();

export const router: ReturnType<typeof createBrowserRouter> = createBrowserRouter(
  [
    {
      ...siteRoute,
      Component: Frame,
      HydrateFallback: FramePending,
      ErrorBoundary: FrameErrorPage,
      children: [{ ...visitorRoute, ErrorBoundary: RouteErrorPage, children: pages }],
    },
  ],
  { dataStrategy: keepShown(() => router.state) },
);
