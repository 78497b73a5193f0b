import type * as z from 'zod/mini';
import type { listReferrals as listReferralsEndpoint } from '#shared/contracts/referrals.ts';
import { nameOf } from '#shared/domain/routing/name-of.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { getSubmitted } from './access.ts';
import { describeReferral } from './describe-referral.ts';
import { type FallingRow, listFalling, listProvidersInUse, listReferralRows } from './repository.ts';

type Body = z.input<(typeof listReferralsEndpoint.responses)[200]>;

/** Groups go by their own name, or by that of their package in the version they were planned with. */
async function describeFalling(context: Context, { places, ...falling }: FallingRow): Promise<Body['falling'][number]> {
  const named = places.map(async ({ ownName, packageCode, catalogueVersionId, isWaiting }) => {
    if (ownName !== null) return { name: { sv: ownName, en: ownName }, isWaiting };
    const version = await context.published.findCatalogue(catalogueVersionId);
    if (version === undefined) throw new DomainError('internal-error');
    return { name: nameOf(version.catalogue.packages, packageCode), isWaiting };
  });
  return { ...falling, places: await Promise.all(named) };
}

export async function listReferrals(context: Context, access: AccessContext, responseId: string): Promise<Body> {
  const { rows, providersInUse, falling } = await inTransaction(context.database, access, async (tx) => {
    await getSubmitted(tx, responseId);
    return {
      rows: await listReferralRows(tx, responseId),
      providersInUse: await listProvidersInUse(tx),
      falling: await listFalling(tx, responseId, context.clock.now()),
    };
  });
  const told = falling.filter(({ places, meetings }) => places.length > 0 || meetings > 0);
  return {
    referrals: await Promise.all(rows.map((row) => describeReferral(context, row))),
    providersInUse,
    falling: await Promise.all(told.map((row) => describeFalling(context, row))),
  };
}
