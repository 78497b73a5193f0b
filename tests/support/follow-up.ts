import { randomUUID } from 'node:crypto';
import type { Activity } from '#shared/domain/followup/activity.ts';
import type { IndexValue } from '#shared/domain/followup/index-value.ts';
import type { Staff } from './people.ts';

export const exampleActivity: Activity = {
  name: { sv: 'Robotdemonstratorn', en: 'The robot demonstrator' },
  steps: ['P3.1', 'P1.2'],
  status: 'started',
  from: '2025-02-01',
  until: null,
  packages: [],
  project: { name: 'Smartare verkstäder', reference: 'RD-2025-117' },
  goals: 'Fyrtio företag har provat en robot i egen miljö.',
  funding: [
    { tag: 'erdf', kronor: 4_000_000 },
    { tag: 'regional', kronor: null },
  ],
  s3Area: 'd-advanced-industry',
  policyAreas: ['research-innovation'],
  counties: ['20'],
  programmes: ['smart-industry'],
  responsible: 'Region Dalarna',
  link: 'https://www.example.se/robot',
};

export const exampleIndexValue: IndexValue = {
  index: 'Ett digitaliseringsindex',
  source: 'Statistikmyndigheten i exemplet',
  link: 'https://www.example.se/index',
  year: 2024,
  geography: 'sweden',
  dimension: 'D1',
  measures: 'Andel företag som använder minst tre digitala verktyg',
  value: 61.5,
  unit: 'percent',
  lowest: 0,
  highest: 100,
  note: 'Mäter användning och inte mognad. Alla branscher.',
};

export const activityUrl = ({ organisationId }: Pick<Staff, 'organisationId'>, activityId: string, rest = ''): string =>
  `/api/region/organisations/${organisationId}/activities/${activityId}${rest}`;
export const indexValueUrl = (
  { organisationId }: Pick<Staff, 'organisationId'>,
  indexValueId: string,
  rest = '',
): string => `/api/region/organisations/${organisationId}/index-values/${indexValueId}${rest}`;

/** Writes one down and gives its identifier. */
export async function writeActivity(analyst: Staff, changes: Partial<Activity> = {}): Promise<string> {
  const activityId = randomUUID();
  const body = { activity: { ...exampleActivity, ...changes }, revision: 0 };
  const reply = await analyst.visitor.put(activityUrl(analyst, activityId), body);
  if (reply.statusCode !== 200) throw new Error(reply.body);
  return activityId;
}

export async function enterIndexValue(analyst: Staff, changes: Partial<IndexValue> = {}): Promise<string> {
  const indexValueId = randomUUID();
  const body = { indexValue: { ...exampleIndexValue, ...changes }, revision: 0 };
  const reply = await analyst.visitor.put(indexValueUrl(analyst, indexValueId), body);
  if (reply.statusCode !== 200) throw new Error(reply.body);
  return indexValueId;
}
