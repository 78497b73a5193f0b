import type { OrganiserKind } from '#shared/domain/campaign/region-view.ts';
import type { Context } from '../../platform/context.ts';
import { type AccessContext, inTransaction, type Transaction } from '../../platform/database/transaction.ts';
import { asStaffOf } from '../../platform/identity/as-staff-of.ts';
import { worksFor } from '../../platform/identity/staff-repository.ts';

/**
 * Runs the work for somebody who makes calls for the organisation. That of a region runs as another role of the database,
 * which cannot read how far an invited firm has come.
 */
export async function asOrganiserOf<T>(
  context: Context,
  access: AccessContext,
  organisationId: string,
  work: (tx: Transaction, organiser: OrganiserKind) => Promise<T>,
): Promise<T> {
  const ofProvider = await inTransaction(context.database, access, async (tx) => {
    const isOwn = await worksFor(tx, organisationId, ['advisor', 'manager']);
    return isOwn ? { done: await work(tx, 'provider') } : undefined;
  });
  if (ofProvider !== undefined) return ofProvider.done;
  const asRegion: AccessContext = { ...access, surface: 'statistics' };
  return asStaffOf(context, asRegion, { organisationId, roles: ['analyst'] }, (tx) => work(tx, 'region'));
}
