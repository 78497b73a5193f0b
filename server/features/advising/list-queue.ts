import type * as z from 'zod/mini';
import type { listQueue as listQueueEndpoint, QueueFilter } from '#shared/contracts/advisor-queue.ts';
import { coverageOf, sumCoverage } from '#shared/domain/review/review-coverage.ts';
import { nameOf } from '#shared/domain/routing/name-of.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext, Transaction } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { describeWish } from '../../platform/editions/describe-wish.ts';
import { insertListing } from './queue-news-repository.ts';
import { readPlace, writePlace } from './queue-place.ts';
import { listQueueRows, type QueueRowRow } from './queue-repository.ts';

export type QueueBody = z.input<(typeof listQueueEndpoint.responses)[200]>;
type RowBody = QueueBody['rows'][number];

const pageLength = 50;

/** One page of the queue; every firm whose facts it shows is told that it stood there. */
export async function listQueue(context: Context, access: AccessContext, filter: QueueFilter): Promise<QueueBody> {
  const place = readPlace(filter.after);
  const now = context.clock.now();
  const rows = await inTransaction(context.database, access, async (tx) => {
    const found = await listQueueRows(tx, { filter, place, now }, pageLength + 1);
    await noteListings(tx, found.slice(0, pageLength));
    return found;
  });
  const page = rows.slice(0, pageLength);
  const last = page.at(-1);
  return {
    rows: await Promise.all(page.map((row) => describeRow(context, row))),
    next: rows.length > pageLength && last !== undefined ? writePlace(last) : null,
  };
}

async function noteListings(tx: Transaction, rows: readonly QueueRowRow[]): Promise<void> {
  const shown = rows.filter(({ county }) => county !== null);
  for (const organisationId of new Set(shown.map((row) => row.organisationId))) {
    const firmIds = shown.filter((row) => row.organisationId === organisationId).map(({ firmId }) => firmId);
    await insertListing(tx, { firmIds, organisationId });
  }
}

async function describeRow(context: Context, row: QueueRowRow): Promise<RowBody> {
  const { firmId, organisationId, organisationName, name, isSimulated, purposes } = row;
  return {
    firmId,
    organisationId,
    organisationName,
    name,
    isSimulated,
    purposes,
    facts: factsOf(row),
    referral: await describeReferral(context, row),
  };
}

/** All of them are there or none is: they come from one row. */
function factsOf(row: QueueRowRow): RowBody['facts'] {
  const { municipality, county, branch, sizeClass, round, submittedAt, digitalLevel, processLevel } = row;
  if (municipality === null || county === null || branch === null || sizeClass === null) return null;
  if (round === null || submittedAt === null) return null;
  return {
    municipality,
    county,
    branch,
    sizeClass,
    round,
    submittedAt: submittedAt.toISOString(),
    digitalLevel,
    processLevel,
    review: reviewOf(row),
  };
}

function reviewOf(row: QueueRowRow): NonNullable<RowBody['facts']>['review'] {
  const { reviewStatus: status, reviewedDigitalLevel: digitalLevel, reviewedProcessLevel: processLevel } = row;
  if (status === null) return null;
  const coverage = sumCoverage(coverageOf(row.reviewable ?? [], row.reviewedCodes ?? []).values());
  return { status, digitalLevel, processLevel, coverage };
}

async function describeReferral(context: Context, row: QueueRowRow): Promise<RowBody['referral']> {
  const { referralId, catalogueVersionId, packageCode, status, chosenAt, answerDueAt, statusSince, revision } = row;
  if (referralId === null || catalogueVersionId === null || packageCode === null || status === null) return null;
  if (chosenAt === null || answerDueAt === null || statusSince === null || revision === null) return null;
  const version = await context.published.findCatalogue(catalogueVersionId);
  if (version === undefined) throw new DomainError('internal-error');
  return {
    referralId,
    packageCode,
    packageName: nameOf(version.catalogue.packages, packageCode),
    status,
    chosenAt: chosenAt.toISOString(),
    answerDueAt: answerDueAt.toISOString(),
    statusSince: statusSince.toISOString(),
    wishedEdition: describeWish(context, row.wish),
    revision,
    assignedTo: row.assignedTo === null ? null : { personId: row.assignedTo, name: row.assigneeName },
  };
}
