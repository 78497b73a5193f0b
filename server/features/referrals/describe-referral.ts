import type * as z from 'zod/mini';
import type { referralSchema } from '#shared/contracts/referrals.ts';
import type { Catalogue } from '#shared/domain/routing/catalogue.ts';
import { nameOf } from '#shared/domain/routing/name-of.ts';
import type { Context } from '../../platform/context.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { describeWish } from '../../platform/editions/describe-wish.ts';
import type { ReferralRow } from './repository.ts';

export type ReferralBody = z.input<typeof referralSchema>;

function describe(context: Context, row: ReferralRow, catalogue: Catalogue): ReferralBody {
  const {
    referralId,
    packageCode,
    providerCode,
    status,
    contactName,
    email,
    consentWithdrawnAt,
    handedOverTo,
    events,
  } = row;
  return {
    referralId,
    packageCode,
    packageName: nameOf(catalogue.packages, packageCode),
    providerCode,
    providerName: nameOf(catalogue.providers, providerCode),
    status,
    contactName,
    email,
    wishedEdition: describeWish(context, row.wish),
    consentWithdrawnAt: consentWithdrawnAt?.toISOString() ?? null,
    handedOverTo:
      handedOverTo === null ? null : { code: handedOverTo, name: nameOf(catalogue.providers, handedOverTo) },
    events,
  };
}

/** Named by the catalogue the firm saw, whatever has been published since. */
export async function describeReferral(context: Context, row: ReferralRow): Promise<ReferralBody> {
  const version = await context.published.findCatalogue(row.catalogueVersionId);
  if (version === undefined) throw new DomainError('internal-error');
  return describe(context, row, version.catalogue);
}
