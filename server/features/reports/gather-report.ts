import type * as z from 'zod/mini';
import type { ownComparisonSchema } from '#shared/contracts/own-comparison.ts';
import type { ReportFormat } from '#shared/contracts/reports.ts';
import { regionsReceiver } from '#shared/domain/access/consent.ts';
import { nameStatisticsReceivers } from '#shared/domain/access/statistics-receivers.ts';
import { isAnythingCompared } from '#shared/domain/change/round-change.ts';
import { composeReport } from '#shared/domain/report/compose-report.ts';
import type { Report } from '#shared/domain/report/report.ts';
import type { ReportSource } from '#shared/domain/report/report-source.ts';
import { insertTaking, isChoiceNamed } from '../../platform/audit/look-repository.ts';
import { recordAudit } from '../../platform/audit/repository.ts';
import { findSince, type SubmittedRound } from '../../platform/change/change-since.ts';
import { listRoundsBefore } from '../../platform/change/round-repository.ts';
import { listThenLevels, type ThenRow } from '../../platform/change/then-level-repository.ts';
import { changedSinceFirst } from '../../platform/content/changed-since-first.ts';
import type { Context } from '../../platform/context.ts';
import { type AccessContext, inTransaction, type Transaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { swedishDate } from '../../platform/mail/swedish-time.ts';
import {
  findReported,
  listAddedRows,
  listEarlierShared,
  listViewers,
  type ReportedRow,
  type ViewerRow,
} from './repository.ts';

/** What other features know of the same response. */
export type ReportSources = {
  readonly listReviews: (tx: Transaction, submissionId: string) => Promise<ReportSource['reviews']>;
  readonly listTargets: (tx: Transaction, firmId: string) => Promise<ReportSource['targets']>;
  readonly findChoices: (tx: Transaction, responseId: string) => Promise<NonNullable<ReportSource['choices']>>;
  readonly findAgreement: (tx: Transaction, responseId: string) => Promise<ReportSource['agreement'] | undefined>;
  readonly compareOwn: (access: AccessContext, responseId: string) => Promise<z.input<typeof ownComparisonSchema>>;
};

export type SharedPlace = {
  readonly organisationId: string;
  readonly firmId: string;
  readonly responseId: string;
  readonly format: ReportFormat;
};

type Material = {
  readonly reported: ReportedRow;
  readonly earlier: readonly SubmittedRound[];
  readonly said: readonly ThenRow[];
  /** Null where whoever reads may not see it. */
  readonly added: Awaited<ReturnType<typeof listAddedRows>> | null;
  readonly reviews: ReportSource['reviews'];
  readonly viewers: readonly ViewerRow[] | null;
  readonly targets: ReportSource['targets'];
  readonly choices: ReportSource['choices'];
  readonly agreement: ReportSource['agreement'];
};

/** Of a response that is not submitted yet, as of one that is not ours, there is nothing. */
async function getReported(tx: Transaction, responseId: string): Promise<ReportedRow> {
  const reported = await findReported(tx, responseId);
  if (reported === undefined) throw new DomainError('not-found');
  return reported;
}

async function readBesides(tx: Transaction, { responseId, submissionId }: ReportedRow, sources: ReportSources) {
  return {
    said: await listThenLevels(tx, responseId),
    added: await listAddedRows(tx, responseId),
    reviews: await sources.listReviews(tx, submissionId),
  };
}

const viewerOf = ({ purpose, receiverCode, receiverName, wordingVersion }: ViewerRow) => ({
  purpose,
  receiver:
    receiverCode === regionsReceiver
      ? nameStatisticsReceivers(wordingVersion)
      : (receiverName ?? { sv: receiverCode, en: receiverCode }),
});

async function changeOf(context: Context, { reported, earlier, said }: Material): Promise<ReportSource['change']> {
  const since = await findSince(context, reported, earlier, said);
  if (since === undefined || !isAnythingCompared(since.change)) return null;
  return { since: since.round.submittedAt.toISOString(), told: since.change };
}

/** Answers whose question means what the rules of the measures were written for. */
async function answersToMeasure(
  { published }: Context,
  { instrumentVersionId, answers }: ReportedRow,
): Promise<ReportSource['answersToMeasure']> {
  const changed = await changedSinceFirst(published, instrumentVersionId, Object.keys(answers));
  return Object.fromEntries(Object.entries(answers).filter(([item]) => !changed.includes(item)));
}

async function describeReport(
  context: Context,
  material: Material,
  comparison: ReportSource['comparison'],
): Promise<Report> {
  const { reported, added, reviews, viewers, targets, choices, agreement } = material;
  const { definition } = await context.published.instrumentVersion(reported.instrumentVersionId);
  const version = await context.published.findCatalogue(reported.catalogueVersionId);
  if (version === undefined) throw new DomainError('internal-error');
  const { firmName, organisationNumber, isSimulated, receiptNumber, answeredItems, scoredItems } = reported;
  const { formCode, profile, answers, scoreProfile, routing } = reported;
  return composeReport({
    ...{ definition, formCode, profile, answers, scoreProfile, routing, reviews, comparison, targets },
    ...{ choices, agreement },
    asOf: swedishDate(context.clock.now()),
    firm: { name: firmName, organisationNumber, isSimulated },
    receipt: {
      ...{ number: receiptNumber, answeredItems, scoredItems },
      submittedAt: reported.submittedAt.toISOString(),
    },
    version: {
      version: reported.versionNumber,
      definitionSha256: reported.definitionSha256,
      catalogueVersion: reported.catalogueNumber,
    },
    catalogue: version.catalogue,
    change: await changeOf(context, material),
    measures: context.bundle.measures,
    answersToMeasure: await answersToMeasure(context, reported),
    added: added && Object.fromEntries(added.map(({ rowCode, step }) => [rowCode, step])),
    viewers: viewers?.map(viewerOf) ?? null,
  });
}

/** The report of the response that the presented key or session opens. */
export async function gatherOwn(
  context: Context,
  access: AccessContext,
  responseId: string,
  sources: ReportSources,
): Promise<Report> {
  const material = await inTransaction(context.database, access, async (tx) => {
    const reported = await getReported(tx, responseId);
    const besides = await readBesides(tx, reported, sources);
    return {
      reported,
      ...besides,
      earlier: await listRoundsBefore(tx),
      viewers: await listViewers(tx, reported.firmId),
      targets: await sources.listTargets(tx, reported.firmId),
      choices: await sources.findChoices(tx, responseId),
      agreement: (await sources.findAgreement(tx, responseId)) ?? null,
    };
  });
  const { comparison } = await sources.compareOwn(access, responseId);
  return describeReport(context, material, comparison);
}

/**
 * The same of a firm that shares its results; that the file is taken is written down with the reading. What it is compared
 * with, what it aims at, what it makes of its suggestions, how far its people agree and whom else it lets in stays with the firm.
 */
export async function gatherShared(
  context: Context,
  access: AccessContext,
  { organisationId, firmId, responseId, format }: SharedPlace,
  sources: ReportSources,
): Promise<Report> {
  const material = await inTransaction(context.database, access, async (tx) => {
    const accessEventId = context.identifiers.newId();
    const file = `report-${format}` as const;
    if (!(await insertTaking(tx, { organisationId, firmId, file, accessEventId }))) throw new DomainError('not-found');
    const reported = await getReported(tx, responseId);
    if (reported.firmId !== firmId) throw new DomainError('not-found');
    const besides = await readBesides(tx, reported, sources);
    const earlier = await listEarlierShared(tx, reported);
    await recordAudit(tx, {
      action: 'firm-looked-at',
      objectKind: 'firm',
      objectId: firmId,
      detail: { organisationId, hasResults: true, hasRequests: false, file },
    });
    const added = (await isChoiceNamed(tx)) ? besides.added : null;
    return { reported, ...besides, added, earlier, viewers: null, targets: [], choices: null, agreement: null };
  });
  return describeReport(context, material, null);
}
