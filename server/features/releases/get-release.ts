import type * as z from 'zod/mini';
import type { verificationSchema } from '#shared/contracts/release-verifications.ts';
import type { releaseInProgressSchema } from '#shared/contracts/releases.ts';
import { blocksOf, type ReleaseBlock, type ReleaseReport, type ToldReport } from '#shared/domain/benchmark/release.ts';
import { verifiabilityOf } from '#shared/domain/benchmark/verification.ts';
import { type AnySpec, aboutOf, findNewestSame, kindOf, withoutFigures } from '#shared/domain/effect/any-release.ts';
import { couldBeSeen, findSharing } from '#shared/domain/effect/may-be-near.ts';
import { sha256OfJson } from '../../platform/content/canonical-json.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext, Transaction } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { refuseOthers } from '../../platform/identity/as-staff-of.ts';
import { describeRow } from './describe-row.ts';
import { findRelease, listPublishedRows, listReleaseRows, mayBeCounted, type WholeRelease } from './repository.ts';
import { listVerifications, type VerificationRow } from './verification-repository.ts';

export type ReleasePlace = { readonly organisationId: string; readonly releaseId: string };

/** A release that an analyst of the organisation may look at. */
export async function getOwnRelease(tx: Transaction, place: ReleasePlace): Promise<WholeRelease> {
  await refuseOthers(tx, place.organisationId, ['analyst']);
  const release = await findRelease(tx, place.releaseId);
  if (release === undefined) throw new DomainError('not-found');
  return release;
}

/** Why a release may not be published as it stands at this moment. */
export async function findBlocks(tx: Transaction, release: WholeRelease): Promise<ReleaseBlock[]> {
  const { releaseId, status, report, isShown } = release;
  if (status === 'published') return [];
  const isCountable = status !== 'built' || (await mayBeCounted(tx, releaseId));
  return blocksOf({ status, isShown, mayBeCounted: isCountable }, report);
}

/** Of what may not be looked at: neither how much of it is hidden, from one building to the next. */
function toldOf({ attacked, ...report }: ReleaseReport, isShown: boolean): ToldReport {
  return isShown ? report : { ...report, measures: [] };
}

function describeVerification(
  { organisationId: of, createdAt, endedAt, ...row }: VerificationRow,
  organisationId: string,
): z.input<typeof verificationSchema> {
  return {
    ...row,
    isOwn: of === organisationId,
    createdAt: createdAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
  };
}

const countedBy = (spec: AnySpec) => ({
  ...aboutOf(spec),
  kind: kindOf(spec),
  isSimulated: spec.isSimulated,
  measures: spec.measures,
});

/** The number of the newest of the others that is published of the same periods and firms. */
async function findAlike(tx: Transaction, { releaseId, spec }: WholeRelease): Promise<number | null> {
  const others = (await listPublishedRows(tx)).filter((each) => each.releaseId !== releaseId);
  return findNewestSame(
    others.map((each) => ({ ...countedBy(each.spec), number: each.number })),
    countedBy(spec),
  );
}

/** What counts some of the same answers, of all that whoever asks may read. */
async function listSharing(tx: Transaction, { releaseId, spec }: WholeRelease, organisationId: string) {
  const others = (await listReleaseRows(tx)).filter((each) => each.releaseId !== releaseId && couldBeSeen(each));
  return findSharing(
    others.map((row) => describeRow(row, organisationId)),
    countedBy(spec),
  );
}

export async function getRelease(
  context: Context,
  access: AccessContext,
  place: ReleasePlace,
): Promise<z.input<typeof releaseInProgressSchema>> {
  return inTransaction(context.database, access, async (tx) => {
    const release = await getOwnRelease(tx, place);
    const { spec, status, step, steps, isInterrupted, isShown, report, document, sha256, keepsInsiders } = release;
    const verifications = await listVerifications(tx, place.releaseId);
    const blocks = await findBlocks(tx, release);
    const told = document === null || isShown ? document : withoutFigures(document);
    return {
      ...describeRow(release, place.organisationId),
      step,
      steps,
      isInterrupted,
      spec,
      alike: await findAlike(tx, release),
      report: report === null ? null : toldOf(report, isShown),
      sharing: blocks.includes('too-near') ? await listSharing(tx, release, place.organisationId) : [],
      blocks,
      document: told,
      // Of what is told: by that of what is withheld one could try figures until they fit.
      sha256: told === null || isShown ? sha256 : sha256OfJson(told).toString('hex'),
      verifiability: verifiabilityOf({ status, kind: kindOf(spec), keepsInsiders }),
      verifications: verifications.map((row) => describeVerification(row, place.organisationId)),
    };
  });
}
