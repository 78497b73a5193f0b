import { generatePath } from 'react-router';

/** Every address of the client, in one place. The router matches these; the builders below fill them in. */
export const routePatterns = {
  home: '/',
  start: '/start',
  response: '/responses/:responseId',
  item: '/responses/:responseId/items/:step',
  overview: '/responses/:responseId/overview',
  review: '/responses/:responseId/review',
  result: '/responses/:responseId/result',
  calculation: '/responses/:responseId/result/calculation',
  contact: '/responses/:responseId/packages/:packageCode/contact',
  referrals: '/responses/:responseId/referrals',
  resume: '/resume',
  packages: '/packages',
  package: '/packages/:packageCode',
  strategy: '/strategy',
  method: '/method',
  privacy: '/privacy',
  accessibility: '/accessibility',
  editor: '/editor',
  version: '/editor/versions/:instrumentVersionId',
  draft: '/editor/drafts/:draftId',
  draftSection: '/editor/drafts/:draftId/sections/:section',
  draftNewItem: '/editor/drafts/:draftId/sections/:section/new-item',
  draftItem: '/editor/drafts/:draftId/sections/:section/items/:item',
  draftRules: '/editor/drafts/:draftId/rules',
  draftDifference: '/editor/drafts/:draftId/difference',
  draftPreview: '/editor/drafts/:draftId/preview',
} as const;

export const paths = {
  home: () => routePatterns.home,
  start: (formCode?: string) =>
    formCode === undefined ? routePatterns.start : `${routePatterns.start}?form=${encodeURIComponent(formCode)}`,
  /** `step` counts from 1 along the respondent's path. */
  item: (responseId: string, step: number) => generatePath(routePatterns.item, { responseId, step: String(step) }),
  overview: (responseId: string) => generatePath(routePatterns.overview, { responseId }),
  review: (responseId: string) => generatePath(routePatterns.review, { responseId }),
  result: (responseId: string) => generatePath(routePatterns.result, { responseId }),
  calculation: (responseId: string) => generatePath(routePatterns.calculation, { responseId }),
  contact: (responseId: string, packageCode: string) =>
    generatePath(routePatterns.contact, { responseId, packageCode }),
  referrals: (responseId: string) => generatePath(routePatterns.referrals, { responseId }),
  resume: () => routePatterns.resume,
  packages: () => routePatterns.packages,
  package: (packageCode: string) => generatePath(routePatterns.package, { packageCode }),
  strategy: () => routePatterns.strategy,
  method: () => routePatterns.method,
  privacy: () => routePatterns.privacy,
  accessibility: () => routePatterns.accessibility,
  editor: () => routePatterns.editor,
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
