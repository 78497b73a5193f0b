import { generatePath } from 'react-router';

/** Every address of the client, in one place. The router matches these; the builders below fill them in. */
export const routePatterns = {
  home: '/',
  start: '/start',
  response: '/responses/:responseId',
  item: '/responses/:responseId/items/:step',
  overview: '/responses/:responseId/overview',
  review: '/responses/:responseId/review',
  answeredVersion: '/responses/:responseId/version',
  result: '/responses/:responseId/result',
  calculation: '/responses/:responseId/result/calculation',
  reports: '/responses/:responseId/result/files',
  crosswalk: '/responses/:responseId/result/crosswalk',
  crosswalkAnswers: '/responses/:responseId/result/crosswalk/answers',
  change: '/responses/:responseId/change',
  ownReview: '/responses/:responseId/result/reviews/:reviewId',
  contact: '/responses/:responseId/packages/:packageCode/contact',
  referrals: '/responses/:responseId/referrals',
  claim: '/responses/:responseId/claim',
  respondents: '/responses/:responseId/respondents',
  invitation: '/answer',
  sharing: '/responses/:responseId/sharing',
  sharedResult: '/shared-result',
  resume: '/resume',
  packages: '/packages',
  package: '/packages/:packageCode',
  strategy: '/strategy',
  method: '/method',
  privacy: '/privacy',
  retention: '/retention',
  accessibility: '/accessibility',
  signIn: '/sign-in',
  signInReturn: '/sign-in/return',
  secondFactor: '/second-factor',
  account: '/account',
  accountErasure: '/account/erasure',
  demoPeople: '/demo/people',
  demoMails: '/demo/mails',
  firm: '/firms/:firmId',
  firmAccess: '/firms/:firmId/access',
  firmMembers: '/firms/:firmId/members',
  firmErasure: '/firms/:firmId/erasure',
  firmPlacements: '/firms/:firmId/placements',
  firmContacts: '/firms/:firmId/contacts',
  advisor: '/advisor',
  contacts: '/advisor/organisations/:organisationId/contacts',
  reminders: '/advisor/organisations/:organisationId/reminders',
  campaigns: '/advisor/organisations/:organisationId/campaigns',
  newCampaign: '/advisor/organisations/:organisationId/campaigns/new',
  campaign: '/advisor/organisations/:organisationId/campaigns/:campaignId',
  changeCampaign: '/advisor/organisations/:organisationId/campaigns/:campaignId/change',
  campaignInvitation: '/campaign',
  optOut: '/opt-out',
  sharedFirm: '/advisor/organisations/:organisationId/firms/:firmId',
  reviews: '/advisor/organisations/:organisationId/firms/:firmId/reviews',
  sharedReports: '/advisor/organisations/:organisationId/firms/:firmId/responses/:responseId/files',
  sharedCrosswalk: '/advisor/organisations/:organisationId/firms/:firmId/responses/:responseId/crosswalk',
  firmReview: '/advisor/organisations/:organisationId/firms/:firmId/reviews/:reviewId',
  editions: '/advisor/editions',
  newEdition: '/advisor/organisations/:organisationId/new-edition',
  edition: '/advisor/organisations/:organisationId/editions/:editionId',
  changeEdition: '/advisor/organisations/:organisationId/editions/:editionId/change',
  placeFirm: '/advisor/organisations/:organisationId/firms/:firmId/groups',
  ownAchievement: '/advisor/achievement',
  achievement: '/advisor/achievement/:organisationId',
  plans: '/advisor/plans',
  newPlan: '/advisor/plans/:organisationId/new',
  plan: '/advisor/plans/:organisationId/:planId',
  editedPackages: '/advisor/packages',
  packageDraft: '/advisor/packages/drafts/:packageDraftId',
  packagePreview: '/advisor/packages/drafts/:packageDraftId/preview',
  packageHistory: '/advisor/packages/:packageCode/history',
  meetingPlan: '/advisor/organisations/:organisationId/firms/:firmId/meetings/new',
  meeting: '/advisor/organisations/:organisationId/firms/:firmId/meetings/:meetingId',
  meetingRoom: '/advisor/organisations/:organisationId/firms/:firmId/meetings/:meetingId/room',
  meetingsAhead: '/advisor/meetings',
  handOver: '/advisor/hand-over',
  kiosk: '/kiosk',
  endVisit: '/kiosk/end',
  region: '/region',
  regionCampaigns: '/region/organisations/:organisationId/campaigns',
  newRegionCampaign: '/region/organisations/:organisationId/campaigns/new',
  regionCampaign: '/region/organisations/:organisationId/campaigns/:campaignId',
  changeRegionCampaign: '/region/organisations/:organisationId/campaigns/:campaignId/change',
  newRelease: '/region/organisations/:organisationId/new-release',
  newEffect: '/region/organisations/:organisationId/new-effect',
  release: '/region/organisations/:organisationId/releases/:releaseId',
  steps: '/region/steps',
  portfolio: '/region/portfolio',
  newActivity: '/region/organisations/:organisationId/new-activity',
  activity: '/region/organisations/:organisationId/activities/:activityId',
  changeActivity: '/region/organisations/:organisationId/activities/:activityId/change',
  indexValues: '/region/index-values',
  newIndexValue: '/region/organisations/:organisationId/new-index-value',
  indexValue: '/region/organisations/:organisationId/index-values/:indexValueId',
  changeIndexValue: '/region/organisations/:organisationId/index-values/:indexValueId/change',
  coverage: '/region/coverage',
  publishedReleases: '/releases',
  gaps: '/gaps',
  collaboration: '/collaboration',
  publishedRelease: '/releases/:releaseNumber',
  organisations: '/organisations',
  organisation: '/organisations/:organisationId',
  webhooks: '/organisations/:organisationId/webhooks',
  webhook: '/organisations/:organisationId/webhooks/:webhookId',
  people: '/people',
  outbox: '/outbox',
  auditLog: '/audit-log',
  erasures: '/erasures',
  editor: '/editor',
  editedRules: '/editor/rules',
  ruleOutcomes: '/editor/outcomes',
  version: '/editor/versions/:instrumentVersionId',
  draft: '/editor/drafts/:draftId',
  draftSection: '/editor/drafts/:draftId/sections/:section',
  draftNewItem: '/editor/drafts/:draftId/sections/:section/new-item',
  draftItem: '/editor/drafts/:draftId/sections/:section/items/:item',
  draftRules: '/editor/drafts/:draftId/rules',
  draftDifference: '/editor/drafts/:draftId/difference',
  draftPreview: '/editor/drafts/:draftId/preview',
} as const;

/** As an analyst of one of several regions. */
const asRegion = (path: string, organisationId: string | undefined): string =>
  organisationId === undefined ? path : `${path}?organisation=${organisationId}`;

/** Of one published release; without a number, of the newest that tells of it. */
const ofRelease = (path: string, releaseNumber: number | undefined): string =>
  releaseNumber === undefined ? path : `${path}?release=${releaseNumber}`;

/** With the choices of another release. */
const likeRelease = (path: string, releaseId: string | undefined): string =>
  releaseId === undefined ? path : `${path}?as=${releaseId}`;

export const paths = {
  home: () => routePatterns.home,
  start: (formCode?: string) =>
    formCode === undefined ? routePatterns.start : `${routePatterns.start}?form=${encodeURIComponent(formCode)}`,
  /** `step` counts from 1 along the respondent's path. */
  item: (responseId: string, step: number) => generatePath(routePatterns.item, { responseId, step: String(step) }),
  overview: (responseId: string) => generatePath(routePatterns.overview, { responseId }),
  review: (responseId: string) => generatePath(routePatterns.review, { responseId }),
  answeredVersion: (responseId: string) => generatePath(routePatterns.answeredVersion, { responseId }),
  result: (responseId: string) => generatePath(routePatterns.result, { responseId }),
  change: (responseId: string) => generatePath(routePatterns.change, { responseId }),
  calculation: (responseId: string) => generatePath(routePatterns.calculation, { responseId }),
  reports: (responseId: string) => generatePath(routePatterns.reports, { responseId }),
  crosswalk: (responseId: string) => generatePath(routePatterns.crosswalk, { responseId }),
  crosswalkAnswers: (responseId: string) => generatePath(routePatterns.crosswalkAnswers, { responseId }),
  ownReview: (responseId: string, reviewId: string) => generatePath(routePatterns.ownReview, { responseId, reviewId }),
  contact: (responseId: string, packageCode: string) =>
    generatePath(routePatterns.contact, { responseId, packageCode }),
  referrals: (responseId: string) => generatePath(routePatterns.referrals, { responseId }),
  respondents: (responseId: string) => generatePath(routePatterns.respondents, { responseId }),
  /** Where a respondent comes who has closed their answers in this browser. */
  closedHere: (left: Readonly<Record<string, number>>) => {
    const told = Object.entries(left).flatMap(([what, count]) => (count > 0 ? [`&${what}=${count}`] : []));
    return `${routePatterns.invitation}#closed${told.join('')}`;
  },
  sharing: (responseId: string) => generatePath(routePatterns.sharing, { responseId }),
  claim: (responseId: string) => generatePath(routePatterns.claim, { responseId }),
  resume: () => routePatterns.resume,
  packages: () => routePatterns.packages,
  package: (packageCode: string) => generatePath(routePatterns.package, { packageCode }),
  strategy: () => routePatterns.strategy,
  /** A part by its code: a step, a priority, the figures. */
  strategyPart: (code: string) => `${routePatterns.strategy}#${code}`,
  method: () => routePatterns.method,
  /** How firms are protected, or compared. */
  methodPart: (part: 'publishing' | 'support') => `${routePatterns.method}#${part}`,
  privacy: () => routePatterns.privacy,
  retention: () => routePatterns.retention,
  accessibility: () => routePatterns.accessibility,
  /** `next` is a path of the site to go on to; anything else is not followed. */
  signIn: (next?: string) =>
    next === undefined ? routePatterns.signIn : `${routePatterns.signIn}?next=${encodeURIComponent(next)}`,
  secondFactor: (next?: string) =>
    next === undefined ? routePatterns.secondFactor : `${routePatterns.secondFactor}?next=${encodeURIComponent(next)}`,
  account: () => routePatterns.account,
  accountErasure: () => routePatterns.accountErasure,
  demoPeople: () => routePatterns.demoPeople,
  demoMails: () => routePatterns.demoMails,
  firm: (firmId: string) => generatePath(routePatterns.firm, { firmId }),
  firmAccess: (firmId: string) => generatePath(routePatterns.firmAccess, { firmId }),
  firmMembers: (firmId: string) => generatePath(routePatterns.firmMembers, { firmId }),
  firmPlacements: (firmId: string) => generatePath(routePatterns.firmPlacements, { firmId }),
  firmErasure: (firmId: string) => generatePath(routePatterns.firmErasure, { firmId }),
  firmContacts: (firmId: string) => generatePath(routePatterns.firmContacts, { firmId }),
  advisor: () => routePatterns.advisor,
  contacts: (organisationId: string) => generatePath(routePatterns.contacts, { organisationId }),
  reminders: (organisationId: string) => generatePath(routePatterns.reminders, { organisationId }),
  campaignInvitation: () => routePatterns.campaignInvitation,
  campaigns: (organisationId: string) => generatePath(routePatterns.campaigns, { organisationId }),
  newCampaign: (organisationId: string) => generatePath(routePatterns.newCampaign, { organisationId }),
  campaign: (organisationId: string, campaignId: string) =>
    generatePath(routePatterns.campaign, { organisationId, campaignId }),
  changeCampaign: (organisationId: string, campaignId: string) =>
    generatePath(routePatterns.changeCampaign, { organisationId, campaignId }),
  /** The code stands in the fragment, as in a mail. */
  optOut: (code: string) => `${routePatterns.optOut}#${code}`,
  sharedFirm: (organisationId: string, firmId: string) =>
    generatePath(routePatterns.sharedFirm, { organisationId, firmId }),
  reviews: (organisationId: string, firmId: string) => generatePath(routePatterns.reviews, { organisationId, firmId }),
  sharedReports: (organisationId: string, firmId: string, responseId: string) =>
    generatePath(routePatterns.sharedReports, { organisationId, firmId, responseId }),
  sharedCrosswalk: (organisationId: string, firmId: string, responseId: string) =>
    generatePath(routePatterns.sharedCrosswalk, { organisationId, firmId, responseId }),
  firmReview: (organisationId: string, firmId: string, reviewId: string) =>
    generatePath(routePatterns.firmReview, { organisationId, firmId, reviewId }),
  editions: () => routePatterns.editions,
  shortEditions: () => `${routePatterns.editions}?short=true`,
  newEdition: (organisationId: string) => generatePath(routePatterns.newEdition, { organisationId }),
  edition: (organisationId: string, editionId: string) =>
    generatePath(routePatterns.edition, { organisationId, editionId }),
  changeEdition: (organisationId: string, editionId: string) =>
    generatePath(routePatterns.changeEdition, { organisationId, editionId }),
  placeFirm: (organisationId: string, firmId: string) =>
    generatePath(routePatterns.placeFirm, { organisationId, firmId }),
  ownAchievement: () => routePatterns.ownAchievement,
  achievement: (organisationId: string) => generatePath(routePatterns.achievement, { organisationId }),
  plans: (organisationId?: string) =>
    organisationId === undefined ? routePatterns.plans : `${routePatterns.plans}?organisation=${organisationId}`,
  newPlan: (organisationId: string, editionIds: readonly string[]) =>
    `${generatePath(routePatterns.newPlan, { organisationId })}?editions=${editionIds.join(',')}`,
  plan: (organisationId: string, planId: string) => generatePath(routePatterns.plan, { organisationId, planId }),
  editedPackages: () => routePatterns.editedPackages,
  packageDraft: (packageDraftId: string) => generatePath(routePatterns.packageDraft, { packageDraftId }),
  packagePreview: (packageDraftId: string) => generatePath(routePatterns.packagePreview, { packageDraftId }),
  packageHistory: (packageCode: string) => generatePath(routePatterns.packageHistory, { packageCode }),
  meetingPlan: (organisationId: string, firmId: string) =>
    generatePath(routePatterns.meetingPlan, { organisationId, firmId }),
  meeting: (organisationId: string, firmId: string, meetingId: string) =>
    generatePath(routePatterns.meeting, { organisationId, firmId, meetingId }),
  meetingRoom: (organisationId: string, firmId: string, meetingId: string) =>
    generatePath(routePatterns.meetingRoom, { organisationId, firmId, meetingId }),
  meetingsAhead: () => routePatterns.meetingsAhead,
  handOver: () => routePatterns.handOver,
  /** On a device that is handed over: with which form and language it begins. */
  kiosk: ({ formCode, language }: { formCode: string; language: string }) =>
    `${routePatterns.kiosk}?form=${encodeURIComponent(formCode)}&in=${language}`,
  endVisit: () => routePatterns.endVisit,
  /** Ends without being asked to. */
  endVisitNow: () => `${routePatterns.endVisit}?now`,
  region: (organisationId?: string) => asRegion(routePatterns.region, organisationId),
  regionCampaigns: (organisationId: string) => generatePath(routePatterns.regionCampaigns, { organisationId }),
  newRegionCampaign: (organisationId: string) => generatePath(routePatterns.newRegionCampaign, { organisationId }),
  regionCampaign: (organisationId: string, campaignId: string) =>
    generatePath(routePatterns.regionCampaign, { organisationId, campaignId }),
  changeRegionCampaign: (organisationId: string, campaignId: string) =>
    generatePath(routePatterns.changeRegionCampaign, { organisationId, campaignId }),
  newRelease: (organisationId: string, asRelease?: string) =>
    likeRelease(generatePath(routePatterns.newRelease, { organisationId }), asRelease),
  newEffect: (organisationId: string, asRelease?: string) =>
    likeRelease(generatePath(routePatterns.newEffect, { organisationId }), asRelease),
  release: (organisationId: string, releaseId: string) =>
    generatePath(routePatterns.release, { organisationId, releaseId }),
  steps: (organisationId?: string) => asRegion(routePatterns.steps, organisationId),
  portfolio: (organisationId?: string) => asRegion(routePatterns.portfolio, organisationId),
  newActivity: (organisationId: string, step?: string) =>
    `${generatePath(routePatterns.newActivity, { organisationId })}${step === undefined ? '' : `?step=${step}`}`,
  activity: (organisationId: string, activityId: string) =>
    generatePath(routePatterns.activity, { organisationId, activityId }),
  changeActivity: (organisationId: string, activityId: string) =>
    generatePath(routePatterns.changeActivity, { organisationId, activityId }),
  indexValues: (organisationId?: string) => asRegion(routePatterns.indexValues, organisationId),
  newIndexValue: (organisationId: string) => generatePath(routePatterns.newIndexValue, { organisationId }),
  indexValue: (organisationId: string, indexValueId: string) =>
    generatePath(routePatterns.indexValue, { organisationId, indexValueId }),
  changeIndexValue: (organisationId: string, indexValueId: string) =>
    generatePath(routePatterns.changeIndexValue, { organisationId, indexValueId }),
  coverage: (organisationId?: string, releaseNumber?: number) => {
    const asked = new URLSearchParams();
    if (organisationId !== undefined) asked.set('organisation', organisationId);
    if (releaseNumber !== undefined) asked.set('release', String(releaseNumber));
    return asked.size === 0 ? routePatterns.coverage : `${routePatterns.coverage}?${asked.toString()}`;
  },
  publishedReleases: () => routePatterns.publishedReleases,
  gaps: (releaseNumber?: number) => ofRelease(routePatterns.gaps, releaseNumber),
  collaboration: (releaseNumber?: number) => ofRelease(routePatterns.collaboration, releaseNumber),
  publishedRelease: (releaseNumber: number) =>
    generatePath(routePatterns.publishedRelease, { releaseNumber: String(releaseNumber) }),
  organisations: () => routePatterns.organisations,
  organisation: (organisationId: string) => generatePath(routePatterns.organisation, { organisationId }),
  webhooks: (organisationId: string) => generatePath(routePatterns.webhooks, { organisationId }),
  webhook: (organisationId: string, webhookId: string) =>
    generatePath(routePatterns.webhook, { organisationId, webhookId }),
  people: () => routePatterns.people,
  outbox: () => routePatterns.outbox,
  auditLog: () => routePatterns.auditLog,
  erasures: () => routePatterns.erasures,
  editor: () => routePatterns.editor,
  editedRules: () => routePatterns.editedRules,
  /** Of one rule, or of all. */
  ruleOutcomes: (ruleId?: string) =>
    ruleId === undefined ? routePatterns.ruleOutcomes : `${routePatterns.ruleOutcomes}?rule=${ruleId}`,
  version: (instrumentVersionId: string) => generatePath(routePatterns.version, { instrumentVersionId }),
  draft: (draftId: string) => generatePath(routePatterns.draft, { draftId }),
  draftSection: (draftId: string, section: string) => generatePath(routePatterns.draftSection, { draftId, section }),
  draftNewItem: (draftId: string, section: string) => generatePath(routePatterns.draftNewItem, { draftId, section }),
  draftItem: (draftId: string, section: string, item: string) =>
    generatePath(routePatterns.draftItem, { draftId, section, item }),
  draftRules: (draftId: string) => generatePath(routePatterns.draftRules, { draftId }),
  draftDifference: (draftId: string) => generatePath(routePatterns.draftDifference, { draftId }),
  draftPreview: (draftId: string) => generatePath(routePatterns.draftPreview, { draftId }),
};
