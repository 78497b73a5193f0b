import type * as z from 'zod/mini';
import type { referralSchema } from '#shared/contracts/referrals.ts';
import type { LocalisedText } from '#shared/domain/language.ts';
import type { Catalogue } from '#shared/domain/routing/catalogue.ts';
import type { Context } from '../../platform/context.ts';
import { DomainError } from '../../platform/domain-error.ts';
import type { ReferralRow } from './repository.ts';

export type ReferralBody = z.input<typeof referralSchema>;

function nameIn(list: readonly { code: string; name: LocalisedText }[], code: string): LocalisedText {
  const found = list.find((entry) => entry.code === code);
  return found?.name ?? { sv: code, en: code };
}

function describe(row: ReferralRow, catalogue: Catalogue): ReferralBody {
  const { referralId, packageCode, providerCode, status, contactName, email, events } = row;
  return {
    referralId,
    packageCode,
    packageName: nameIn(catalogue.packages, packageCode),
    providerCode,
    providerName: nameIn(catalogue.providers, providerCode),
    status,
    contactName,
    email,
    events,
  };
}

/** Named by the catalogue the firm saw, whatever has been published since. */
export async function describeReferral(context: Context, row: ReferralRow): Promise<ReferralBody> {
  const version = await context.published.findCatalogue(row.catalogueVersionId);
  if (version === undefined) throw new DomainError('internal-error');
  return describe(row, version.catalogue);
}
