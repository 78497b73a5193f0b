import { nameOf } from '#shared/domain/routing/name-of.ts';
import { recordAudit } from '../../platform/audit/repository.ts';
import type { Clock } from '../../platform/clock.ts';
import type { PublishedContent } from '../../platform/content/published-content.ts';
import type { Database, Transaction } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { Identifiers } from '../../platform/identifier.ts';
import { insertMail } from '../../platform/mail/repository.ts';
import { swedishDate } from '../../platform/mail/swedish-time.ts';
import { type ExpiredRow, expireRows } from './expiry-repository.ts';
import { placementFacts } from './placement-facts.ts';

export type ExpiryParts = {
  readonly database: Database;
  readonly clock: Clock;
  readonly identifiers: Identifiers;
  readonly published: PublishedContent;
};

/** Small, so that nobody waits for it: each batch is a transaction of its own. */
const batch = 50;

/**
 * Ends the invitations whose day has passed, so that their places are free, and tells the firms. Several processes may
 * do it at once: an invitation expires once.
 */
export async function expirePlacements(parts: ExpiryParts): Promise<void> {
  const now = parts.clock.now();
  let count = batch;
  while (count === batch) {
    count = await inTransaction(
      parts.database,
      { surface: 'worker' },
      async (tx) => {
        const rows = await expireRows(tx, { today: swedishDate(now), now, most: batch });
        for (const [place, row] of rows.entries()) await tell(parts, tx, row, { place, now });
        const expired = new Map(rows.map((row) => [row.placementId, row]));
        for (const { placementId, firmId } of expired.values()) {
          const detail = { firmId, move: 'expire', status: 'expired' };
          await recordAudit(tx, { action: 'placement-moved', objectKind: 'placement', objectId: placementId, detail });
        }
        return expired.size;
      },
      { isRetriable: true },
    );
  }
}

async function tell(
  { identifiers, published }: ExpiryParts,
  tx: Transaction,
  row: ExpiredRow,
  { place, now }: { place: number; now: Date },
): Promise<void> {
  const { placementId, revision, packageCode, email, language } = row;
  if (email === null || language === null) return;
  const version = await published.findCatalogue(row.catalogueVersionId, tx);
  const packageName = nameOf(version?.catalogue.packages ?? [], packageCode);
  await insertMail(tx, {
    mailId: identifiers.newId(),
    kind: 'placement-news',
    recipient: email,
    language,
    facts: { news: 'expired', ...placementFacts({ ...row, packageName }) },
    dedupeKey: `placement:${placementId}:${revision}:${place}`,
    createdAt: now,
  });
}
