import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { swedishDate } from '#server/platform/mail/swedish-time.ts';
import type { EditionDocument } from '#shared/contracts/editions.ts';
import type { FirmPlacement, PlacementDocument } from '#shared/contracts/placements.ts';
import { addDays } from '#shared/domain/edition/civil-day.ts';
import type { EditionPlan } from '#shared/domain/edition/edition-plan.ts';
import type { Owner, Staff } from './people.ts';
import type { TestApp } from './test-app.ts';

type Site = Pick<TestApp, 'clock'>;
type Provider = Pick<Staff, 'visitor' | 'organisationId'>;

/** So many days from now, by the clock of the site. */
export const dayFrom = ({ clock }: Site, days: number): string => addDays(swedishDate(clock.now()), days);

export function planOf(site: Site, changes: Partial<EditionPlan> = {}): EditionPlan {
  return {
    name: null,
    delivery: 'on-site',
    municipality: '2080',
    venue: 'Stora salen',
    position: null,
    applyBy: dayFrom(site, 20),
    startsOn: dayFrom(site, 30),
    endsOn: dayFrom(site, 90),
    places: 3,
    minimumGroup: 2,
    language: 'sv',
    days: [{ heldOn: dayFrom(site, 30), startsAt: '09:00', endsAt: '16:00' }],
    ...changes,
  };
}

/** A package that all four clusters give. */
export const sharedPackage = 'one-page-digital-plan';

export const editionAt = ({ organisationId }: Pick<Staff, 'organisationId'>, editionId: string, rest = '') =>
  `/api/advisor/organisations/${organisationId}/editions/${editionId}${rest}`;

/** An edition of the provider that takes firms. */
export async function openEdition(
  site: Site,
  staff: Provider,
  changes: Partial<EditionPlan> = {},
  packageCode = sharedPackage,
): Promise<EditionDocument> {
  const reply = await staff.visitor.put(editionAt(staff, randomUUID()), {
    packageCode,
    plan: planOf(site, changes),
    isOpen: true,
    revision: 0,
  });
  expect(reply.statusCode, reply.body).toBe(200);
  return reply.json<EditionDocument>();
}

export async function readEdition(staff: Provider, editionId: string): Promise<EditionDocument> {
  const reply = await staff.visitor.get(editionAt(staff, editionId));
  expect(reply.statusCode, reply.body).toBe(200);
  return reply.json<EditionDocument>();
}

export const placingOf = (staff: Pick<Staff, 'organisationId'>, editionId: string, firmId: string) =>
  editionAt(staff, editionId, `/firms/${firmId}/placement-moves`);

/** One move of the provider with a firm; the reply as it came. */
export const place = (staff: Provider, editionId: string, firmId: string, body: object) =>
  staff.visitor.post(placingOf(staff, editionId, firmId), body);

export async function placed(
  staff: Provider,
  editionId: string,
  firmId: string,
  body: object,
): Promise<PlacementDocument & { hasTakenUp: boolean }> {
  const reply = await place(staff, editionId, firmId, body);
  expect(reply.statusCode, reply.body).toBe(200);
  return reply.json<PlacementDocument & { hasTakenUp: boolean }>();
}

export async function placementsIn(staff: Provider, editionId: string): Promise<PlacementDocument[]> {
  const reply = await staff.visitor.get(editionAt(staff, editionId, '/placements'));
  expect(reply.statusCode, reply.body).toBe(200);
  return reply.json<{ placements: PlacementDocument[] }>().placements;
}

type Own = { placements: FirmPlacement[]; unnamedWith: { code: string }[] };

/** What the firm sees of its places. */
export async function ownPlacements({ visitor, firmId }: Pick<Owner, 'visitor' | 'firmId'>): Promise<Own> {
  const reply = await visitor.get(`/api/firms/${firmId}/placements`);
  expect(reply.statusCode, reply.body).toBe(200);
  return reply.json<Own>();
}

export const answersOf = ({ firmId }: Pick<Owner, 'firmId'>, placementId: string) =>
  `/api/firms/${firmId}/placements/${placementId}/answers`;

export async function mailsAboutPlacement(
  { admin }: Pick<TestApp, 'admin'>,
  placementId: string,
): Promise<{ kind: string; recipient: string; facts: Record<string, string> }[]> {
  const { rows } = await admin.query(
    `select kind, recipient, facts from outbox_mails where dedupe_key like $1 order by created_at, mail_id`,
    [`placement:${placementId}:%`],
  );
  return rows;
}
