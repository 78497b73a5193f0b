import type * as z from 'zod/mini';
import type { ownComparisonSchema } from '#shared/contracts/own-comparison.ts';
import { compareWithRelease, levelsIn, type OwnContribution } from '#shared/domain/benchmark/own-comparison.ts';
import type { ReleaseDocument } from '#shared/domain/benchmark/release.ts';
import type { FirmProfile } from '#shared/domain/firm/firm-profile.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { findOwnContribution, findSubmitted } from './own-comparison-repository.ts';
import { findNewestLevels, type WholeRelease } from './repository.ts';

type Body = z.input<typeof ownComparisonSchema>;

/** The firm beside the others of its groups, in the newest release of levels of firms of its kind: simulated or real. */
export async function compareOwn(context: Context, access: AccessContext, responseId: string): Promise<Body> {
  return inTransaction(context.database, access, async (tx) => {
    const submitted = await findSubmitted(tx, responseId);
    if (submitted === undefined) throw new DomainError('not-found');
    const release = await findNewestLevels(tx, submitted.isSimulated);
    if (release === undefined) return { comparison: null };
    const own = await findOwnContribution(tx, release.releaseId);
    return { comparison: describe(release, submitted.profile, own ?? null) };
  });
}

function describe(release: WholeRelease, profile: FirmProfile, own: OwnContribution | null): Body['comparison'] {
  const { number, publishedAt, organisationName, document } = release;
  if (number === null || publishedAt === null || document?.format !== 'mattstock-release-1') {
    throw new DomainError('internal-error');
  }
  const { spec } = document;
  const { name, from, until, isSimulated, population } = spec;
  return {
    release: {
      number,
      name,
      organisationName,
      from,
      until,
      isSimulated,
      population,
      publishedAt: publishedAt.toISOString(),
    },
    isCounted: own !== null,
    measures: levelsIn(spec).map((code) => ({ code, name: spec.names.measures[code]?.name ?? { sv: code, en: code } })),
    groups: compareWithRelease(document, profile, own).map(({ key, place, peers }) => ({
      key,
      values: valuesOf(spec, place),
      peers: [...peers],
    })),
  };
}

function valuesOf({ names }: ReleaseDocument['spec'], place: Readonly<Record<string, string>>) {
  return Object.entries(place).flatMap(([code, value]) => {
    const attribute = names.attributes[code];
    const name = attribute?.values[value];
    return attribute === undefined || name === undefined ? [] : [{ attribute: attribute.name, value: name }];
  });
}
