import { generatePath } from 'react-router';
import { expect, test } from 'vitest';
import { isForEverybody } from '#client/src/app/layouts/is-for-everybody.ts';
import { routePatterns } from '#client/src/app/paths.ts';

/** Each page says it of itself; one that is new must be put here. */
const isTheSame: Record<keyof typeof routePatterns, boolean> = {
  home: true,
  start: true,
  response: false,
  item: false,
  overview: false,
  review: false,
  result: false,
  calculation: false,
  ownReview: false,
  crosswalk: false,
  crosswalkAnswers: false,
  sharedCrosswalk: false,
  contact: false,
  referrals: false,
  claim: false,
  resume: true,
  packages: true,
  package: true,
  strategy: true,
  method: true,
  privacy: true,
  retention: true,
  accessibility: true,
  signIn: true,
  signInReturn: true,
  secondFactor: false,
  account: false,
  accountErasure: false,
  demoPeople: true,
  demoMails: false,
  firm: false,
  firmAccess: false,
  firmContacts: false,
  firmMembers: false,
  firmErasure: false,
  firmPlacements: false,
  advisor: false,
  plans: false,
  newPlan: false,
  plan: false,
  sharedFirm: false,
  reviews: false,
  firmReview: false,
  editions: false,
  newEdition: false,
  edition: false,
  changeEdition: false,
  placeFirm: false,
  ownAchievement: false,
  achievement: false,
  editedPackages: false,
  packageDraft: false,
  packagePreview: false,
  packageHistory: false,
  meetingPlan: false,
  meeting: false,
  meetingRoom: false,
  meetingsAhead: false,
  region: false,
  newRelease: false,
  newEffect: false,
  release: false,
  steps: false,
  portfolio: false,
  newActivity: false,
  activity: false,
  changeActivity: false,
  indexValues: false,
  newIndexValue: false,
  indexValue: false,
  changeIndexValue: false,
  coverage: false,
  publishedReleases: true,
  publishedRelease: true,
  gaps: true,
  collaboration: true,
  organisations: false,
  organisation: false,
  contacts: false,
  reminders: false,
  optOut: false,
  webhooks: false,
  webhook: false,
  people: false,
  outbox: false,
  auditLog: false,
  erasures: false,
  editor: false,
  version: false,
  draft: false,
  draftSection: false,
  draftNewItem: false,
  draftItem: false,
  draftRules: false,
  draftDifference: false,
  draftPreview: false,
};

/** An address that the pattern matches. */
function addressOf(name: keyof typeof routePatterns): string {
  const pattern: string = routePatterns[name];
  const names = [...pattern.matchAll(/:([A-Za-z]+)/g)].map(([, param]) => param);
  return generatePath(pattern, Object.fromEntries(names.map((param) => [param, '7'])));
}

test.each(Object.keys(isTheSame) as (keyof typeof isTheSame)[])('whether %s is the same for everybody', (name) => {
  expect(isForEverybody(addressOf(name))).toBe(isTheSame[name]);
});

test('an address that is nowhere is not the same for everybody', () => {
  expect(isForEverybody('/packages/p1/more')).toBe(false);
});
