import { expect, test } from 'vitest';
import * as z from 'zod';
import { listEndpoints } from '../support/all-endpoints.ts';

/** Of a browser tab, and of a published version: neither belongs to a firm or an organisation. */
const ofNobody = ['clientId', 'fromVersionId', 'instrumentVersionId'];

/**
 * Many at once, which no address holds: `api/advisor-referrals`, `api/planning` and `api/outreach` give each of them
 * those of another tenant. Of lists the schema has no names.
 */
const inBulk = [
  'moveReferrals: referralId',
  'assignReferrals: referralId',
  'assignReferrals: personId',
  'previewPlan: items',
  'makePlan: items',
  'makePlan: prefixItems',
  'makePlan: firmId',
  'makePlan: editionId',
  'makePlan: fromPlanId',
  'invitePlanned: firmId',
  'invitePlanned: editionId',
  'inviteContacts: items',
  'foreseeReminders: items',
  'remindFirms: items',
  'optOutOfContact: code',
  // A public one; of another provider or package it is none. See api/wished-editions.
  'requestContact: wishedEditionId',
  // An earlier round of the same firm; of another one it is none. See api/change.
  'getChange: since',
  'saveThenLevel: since',
  // A firm of the campaign in the address; of another campaign it is none. See api/campaigns.
  'resendInvitations: inviteeId',
  // A published version.
  'changeVersion: to',
];

/** Names of properties that hold an identifier, at any depth. */
function identifiersIn(schema: unknown, name = ''): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  if ('format' in schema && schema.format === 'uuid') return [name];
  const isProperty = (key: string) => !Array.isArray(schema) && key !== 'anyOf';
  return Object.entries(schema).flatMap(([key, part]: [string, unknown]) =>
    identifiersIn(part, isProperty(key) ? key : name),
  );
}

test('what belongs to somebody is named in the address alone, where the tests of tenants swap it', async () => {
  const found = (await listEndpoints()).flatMap(({ name, body, query }) =>
    [body, query]
      .filter((schema) => schema !== undefined)
      .flatMap((schema) => identifiersIn(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })))
      .filter((identifier) => !ofNobody.includes(identifier))
      .map((identifier) => `${name}: ${identifier}`),
  );
  expect(found.filter((each) => !inBulk.includes(each))).toEqual([]);
});
