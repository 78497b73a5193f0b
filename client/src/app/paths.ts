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
  method: '/method',
  privacy: '/privacy',
  accessibility: '/accessibility',
} as const;

export const paths = {
  home: () => routePatterns.home,
  start: () => routePatterns.start,
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
  method: () => routePatterns.method,
  privacy: () => routePatterns.privacy,
  accessibility: () => routePatterns.accessibility,
};
