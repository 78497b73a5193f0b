import type * as z from 'zod/mini';
import type { releaseRowSchema } from '#shared/contracts/releases.ts';
import { aboutOf, kindOf, periodOf } from '#shared/domain/effect/any-release.ts';
import type { ReleaseRow } from './repository.ts';

/** A release as it stands in a list, for an analyst of the organisation. */
export function describeRow(row: ReleaseRow, organisationId: string): z.input<typeof releaseRowSchema> {
  const { spec, createdAt, publishedAt } = row;
  return {
    releaseId: row.releaseId,
    number: row.number,
    name: spec.name,
    organisationId: row.organisationId,
    organisationName: row.organisationName,
    kind: kindOf(spec),
    ...periodOf(spec),
    ...aboutOf(spec),
    measures: [...spec.measures],
    isSimulated: spec.isSimulated,
    status: row.status,
    createdAt: createdAt.toISOString(),
    publishedAt: publishedAt?.toISOString() ?? null,
    isBlocked: row.isBlocked,
    isOwn: row.organisationId === organisationId,
  };
}
