import type { RoutingContext } from '#shared/domain/routing/routing-context.ts';
import { standingOf } from '#shared/domain/routing/routing-context.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { listComingEditions, listPast, listSharedNeeds } from './routing-context-repository.ts';

/** The threshold of the database function `shared_needs`. */
const sharedNeedFirms = 5;

/** What routing is told beside the firm's answers, as it is on the day of the submission. */
export async function readRoutingContext(tx: Transaction, today: string): Promise<RoutingContext> {
  const editions = await listComingEditions(tx, today);
  const past = await listPast(tx);
  const codesOf = (isTaken: boolean): string[] => [
    ...new Set(past.filter((one) => one.isTaken === isTaken).map(({ packageCode }) => packageCode)),
  ];
  return {
    sharedNeeds: { firms: sharedNeedFirms, dimensions: await listSharedNeeds(tx) },
    editions: editions.map(({ packageCode, startsOn, days, ...edition }) => ({
      packageCode,
      standing: standingOf(edition, today),
      startsOn,
      days,
    })),
    takenPackages: codesOf(true),
    packagesUnderWay: codesOf(false),
    ownEditions: past.filter(({ days }) => days.length > 0).map(({ packageCode, days }) => ({ packageCode, days })),
  };
}
