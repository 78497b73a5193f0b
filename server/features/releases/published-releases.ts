import type * as z from 'zod/mini';
import type { listPublishedReleases, publishedReleaseSchema } from '#shared/contracts/releases.ts';
import { sourcesOf } from '#shared/domain/benchmark/measure-code.ts';
import { aboutOf, kindOf, periodOf } from '#shared/domain/effect/any-release.ts';
import type { Context } from '../../platform/context.ts';
import { inTransaction, nobody } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { findPublishedRelease, listPublishedRows, type ReleaseRow } from './repository.ts';
import { listPublishedVerifications } from './verification-repository.ts';

function describePublished({ number, organisationName, spec, publishedAt }: ReleaseRow) {
  if (number === null || publishedAt === null) throw new DomainError('internal-error');
  const { name, isSimulated } = spec;
  return {
    number,
    kind: kindOf(spec),
    name,
    organisationName,
    ...periodOf(spec),
    ...aboutOf(spec),
    isSimulated,
    publishedAt: publishedAt.toISOString(),
    tells: 'kind' in spec ? [] : sourcesOf(spec.measures),
  };
}

export async function listPublished({
  database,
}: Context): Promise<z.input<(typeof listPublishedReleases.responses)[200]>> {
  const rows = await inTransaction(database, nobody, listPublishedRows);
  return { releases: rows.map(describePublished) };
}

export async function getPublished(
  { database }: Context,
  number: number,
): Promise<z.input<typeof publishedReleaseSchema>> {
  const [release, verifications] = await inTransaction(database, nobody, async (tx) => {
    const found = await findPublishedRelease(tx, number);
    return [found, found === undefined ? [] : await listPublishedVerifications(tx, found.releaseId)] as const;
  });
  const document = release?.document ?? null;
  const sha256 = release?.sha256 ?? null;
  if (release === undefined || document === null || sha256 === null) throw new DomainError('not-found');
  return {
    ...describePublished(release),
    document,
    sha256,
    verifications: verifications.map(({ endedAt, ...row }) => ({ ...row, endedAt: endedAt.toISOString() })),
  };
}
