import { expect } from 'vitest';
import type { QueueRow } from '#shared/contracts/advisor-queue.ts';
import type { ActionResult } from '#shared/contracts/advisor-referrals.ts';
import type { ReferralDocument } from '#shared/contracts/referrals.ts';
import type { Owner, Staff } from './people.ts';
import type { TestApp } from './test-app.ts';

/** Asks for contact about the package with that place in the catalogue. */
export async function askForContact(
  { content }: Pick<TestApp, 'content'>,
  owner: Pick<Owner, 'visitor' | 'responseId'>,
  place = 0,
): Promise<ReferralDocument> {
  const reply = await owner.visitor.post(`/api/responses/${owner.responseId}/referrals`, {
    packageCode: content.catalogue.packages[place]?.code,
    firmName: 'Smeden AB',
    contactName: 'Åsa Öberg',
    email: 'asa@smeden.example',
    message: 'Ring efter tre.',
    consentWordingVersion: 'contact-1',
    hasConsented: true,
  });
  expect(reply.statusCode, reply.body).toBe(201);
  return reply.json<ReferralDocument>();
}

export async function queueOf({ visitor }: Pick<Staff, 'visitor'>, query = ''): Promise<QueueRow[]> {
  const reply = await visitor.get(`/api/advisor/queue${query}`);
  expect(reply.statusCode, reply.body).toBe(200);
  return reply.json<{ rows: QueueRow[] }>().rows;
}

export const movesOf = (organisationId: string) => `/api/advisor/organisations/${organisationId}/referral-moves`;
export const assignmentsOf = (organisationId: string) =>
  `/api/advisor/organisations/${organisationId}/referral-assignments`;

/** One referral, moved by somebody of its provider. */
export async function move(
  staff: Pick<Staff, 'visitor' | 'organisationId'>,
  referralId: string,
  revision: number,
  saying: Readonly<Record<string, string>>,
): Promise<ActionResult | undefined> {
  const reply = await staff.visitor.post(movesOf(staff.organisationId), {
    referrals: [{ referralId, revision }],
    ...saying,
  });
  expect(reply.statusCode, reply.body).toBe(200);
  return reply.json<{ results: ActionResult[] }>().results[0];
}
