import type { EditionMove } from '#shared/domain/edition/edition-states.ts';
import type { Context } from '../../platform/context.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { PlacementNews } from '../../platform/mail/mail-kinds.ts';
import type { EditionRow } from './edition-repository.ts';
import { type LivePlacement, listLiveIds } from './placement-repository.ts';
import { tellFirm } from './tell-firm.ts';

/** What a firm has planned by. */
const isElsewhereOrThen = (before: EditionRow, edition: EditionRow): boolean =>
  (['delivery', 'municipality', 'venue', 'startsOn', 'endsOn'] as const).some(
    (field) => before[field] !== edition[field],
  ) || JSON.stringify(before.days) !== JSON.stringify(edition.days);

async function tellAll(
  context: Context,
  tx: Transaction,
  { edition, placements, news }: { edition: EditionRow; placements: readonly LivePlacement[]; news: PlacementNews },
): Promise<void> {
  for (const placement of placements) {
    await tellFirm(context, tx, { edition, placement, occasion: `edition-${edition.revision}`, news });
  }
}

/** Tells who is asked, takes part or waits that the edition is held at another time or place. */
export async function tellOfChange(
  context: Context,
  tx: Transaction,
  before: EditionRow,
  edition: EditionRow,
): Promise<void> {
  if (!isElsewhereOrThen(before, edition)) return;
  await tellAll(context, tx, {
    edition,
    placements: await listLiveIds(tx, edition.editionId),
    news: 'edition-changed',
  });
}

const newsOf: Readonly<Partial<Record<EditionMove, PlacementNews>>> = {
  confirm: 'edition-confirmed',
  cancel: 'edition-cancelled',
  complete: 'edition-over',
};

/** Tells those that were asked, took part or waited before the move. */
export async function tellOfMove(
  context: Context,
  tx: Transaction,
  { edition, move, placements }: { edition: EditionRow; move: EditionMove; placements: readonly LivePlacement[] },
): Promise<void> {
  const news = newsOf[move];
  if (news !== undefined) await tellAll(context, tx, { edition, placements, news });
}
