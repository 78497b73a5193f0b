import { i18n } from '@lingui/core';
import { routePatterns } from '#client/src/app/paths.ts';
import * as activity from '#client/src/app/routes/activity-route.tsx';
import * as changeActivity from '#client/src/app/routes/change-activity-route.tsx';
import * as indexValues from '#client/src/app/routes/index-values-route.tsx';
import * as newActivity from '#client/src/app/routes/new-activity-route.tsx';
import * as newIndexValue from '#client/src/app/routes/new-index-value-route.tsx';
import * as portfolio from '#client/src/app/routes/portfolio-route.tsx';
import * as steps from '#client/src/app/routes/steps-route.tsx';
import { messages as words } from '#client/src/features/followup/locales/sv.po';
import {
  type ActivityRow,
  activityRowSchema,
  type FollowUpFrame,
  followUpFrameSchema,
  type IndexValueRow,
  indexValueRowSchema,
} from '#shared/contracts/follow-up.ts';
import type { Activity } from '#shared/domain/followup/activity.ts';
import type { IndexValue } from '#shared/domain/followup/index-value.ts';
import { exampleActivity, exampleIndexValue } from '../../support/follow-up.ts';
import { openRoutes } from '../app/open-routes.tsx';
import { uuid } from '../coordination/coordination-fixture.ts';
import { speak } from '../ui/show.tsx';

export const organisationId = uuid('d', 20);
const at = '2026-11-20T09:00:00.000Z';
const both = (sv: string) => ({ sv, en: `${sv} (en)` });

export const frame: FollowUpFrame = followUpFrameSchema.parse({
  today: '2026-11-26',
  priorities: [
    { code: 'P1', name: both('Resurser') },
    { code: 'P3', name: both('Omställning') },
  ],
  steps: [
    { code: 'P1.1', name: both('Magnetinitiativ') },
    { code: 'P1.2', name: both('Testbäddar') },
    { code: 'P3.1', name: both('Utvecklingspaket') },
  ],
  packages: [
    { code: 'one-page-plan', name: both('Planen på en sida'), steps: ['P3.1'], counties: ['20'], isOffered: true },
  ],
  editions: [
    {
      packageCode: 'one-page-plan',
      status: 'completed',
      provider: both('Klustret'),
      county: '20',
      startsOn: '2026-02-01',
      endsOn: '2026-04-01',
      isSimulated: false,
    },
  ],
  lists: {
    version: 'follow-up-1',
    standing: 'proposal',
    s3Areas: [{ code: 'd-advanced-industry', name: both('Avancerad industri'), region: '20' }],
    policyAreas: [{ code: 'research-innovation', name: both('Forskning och innovation') }],
    programmes: [{ code: 'smart-industry', name: both('Smart industri') }],
  },
});

type RowChanges = { activity?: Partial<Activity> } & Partial<Omit<ActivityRow, 'activity'>>;
export const activityRow = (number: number, { activity: changes = {}, ...row }: RowChanges = {}): ActivityRow =>
  activityRowSchema.parse({
    activityId: uuid('e', number),
    region: '20',
    organisationName: both('Region Dalarna'),
    isOwn: true,
    isSimulated: false,
    revision: 1,
    changedAt: at,
    withdrawalReason: null,
    ...row,
    activity: { ...exampleActivity, ...changes },
  });

export const indexRow = (number: number, changes: Partial<IndexValue> = {}): IndexValueRow =>
  indexValueRowSchema.parse({
    indexValueId: uuid('f', number),
    region: '20',
    organisationName: both('Region Dalarna'),
    isOwn: true,
    isSimulated: false,
    revision: 1,
    changedAt: at,
    withdrawalReason: null,
    indexValue: { ...exampleIndexValue, ...changes },
  });

/** The pages in Swedish, in front of what the endpoints answer. */
export async function openFollowUp(address: string) {
  i18n.load('sv', words);
  speak('sv');
  i18n.load('sv', words);
  i18n.activate('sv');
  const routes = [
    { path: routePatterns.steps, ...steps },
    { path: routePatterns.portfolio, ...portfolio },
    { path: routePatterns.newActivity, ...newActivity },
    { path: routePatterns.activity, ...activity },
    { path: routePatterns.changeActivity, ...changeActivity },
    { path: routePatterns.indexValues, ...indexValues },
    { path: routePatterns.newIndexValue, ...newIndexValue },
    { path: '*', element: <h1>En annan sida</h1> },
  ];
  return openRoutes(routes, address);
}
