import type * as z from 'zod/mini';
import type { listFirmWaiting as listFirmWaitingEndpoint } from '#shared/contracts/firm-waiting.ts';
import { dueSoonDays } from '#shared/domain/meeting/due-soon.ts';
import type { Catalogue } from '#shared/domain/routing/catalogue.ts';
import { nameOf } from '#shared/domain/routing/name-of.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { swedishDate } from '../../platform/mail/swedish-time.ts';
import { inFirm } from './access.ts';
import {
  listPassedOn,
  listPlacesToAnswer,
  listReviewsToAnswer,
  listStepsDue,
  type PassedOnRow,
  type PlaceRow,
} from './waiting-repository.ts';

export type WaitingBody = z.input<(typeof listFirmWaitingEndpoint.responses)[200]>;

const dayMs = 86_400_000;

async function catalogueOf(context: Context, catalogueVersionId: string): Promise<Catalogue> {
  const version = await context.published.findCatalogue(catalogueVersionId);
  if (version === undefined) throw new DomainError('internal-error');
  return version.catalogue;
}

async function describePlace(context: Context, row: PlaceRow): Promise<WaitingBody['places'][number]> {
  const { ownName, packageCode, catalogueVersionId, ...place } = row;
  const { packages } = await catalogueOf(context, catalogueVersionId);
  return { ...place, name: ownName === null ? nameOf(packages, packageCode) : { sv: ownName, en: ownName } };
}

async function describePassedOn(context: Context, row: PassedOnRow): Promise<WaitingBody['passedOn'][number]> {
  const { packages, providers } = await catalogueOf(context, row.catalogueVersionId);
  return {
    referralId: row.referralId,
    responseId: row.responseId,
    packageName: nameOf(packages, row.packageCode),
    providerName: nameOf(providers, row.providerCode),
    receiverName: nameOf(providers, row.receiverCode),
  };
}

/** What the policies keep from a respondent is not among it. */
export async function listFirmWaiting(context: Context, access: AccessContext, firmId: string): Promise<WaitingBody> {
  const now = context.clock.now();
  const today = swedishDate(now);
  const until = swedishDate(new Date(now.getTime() + dueSoonDays * dayMs));
  const found = await inFirm(context, access, { firmId, action: 'read-firm' }, async (tx) => ({
    reviews: await listReviewsToAnswer(tx, firmId),
    places: await listPlacesToAnswer(tx, firmId),
    steps: await listStepsDue(tx, firmId, until),
    passedOn: await listPassedOn(tx, firmId),
  }));
  return {
    reviews: found.reviews.map(({ givenAt, ...review }) => ({ ...review, givenAt: givenAt.toISOString() })),
    places: await Promise.all(found.places.map((row) => describePlace(context, row))),
    steps: found.steps.map((step) => ({ ...step, isOverdue: step.dueOn < today })),
    passedOn: await Promise.all(found.passedOn.map((row) => describePassedOn(context, row))),
  };
}
