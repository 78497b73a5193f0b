import type * as z from 'zod/mini';
import type { listPackageEditions as endpoint } from '#shared/contracts/editions.ts';
import { placesLeft } from '#shared/domain/edition/edition-states.ts';
import { canBeJoined } from '#shared/domain/edition/edition-time.ts';
import { wishStandingOf } from '#shared/domain/edition/wished-edition.ts';
import type { Context } from '../../platform/context.ts';
import { inTransaction, nobody } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { swedishDate } from '../../platform/mail/swedish-time.ts';
import { describeFacts } from './describe-edition.ts';
import { listPublicEditions } from './edition-repository.ts';

type Body = z.input<(typeof endpoint.responses)[200]>;

/** When and where a package is held next, for everybody. */
export async function listPackageEditions(context: Context, packageCode: string): Promise<Body> {
  const { catalogue } = await context.published.currentCatalogue();
  if (!catalogue.packages.some(({ code }) => code === packageCode)) throw new DomainError('not-found');
  const today = swedishDate(context.clock.now());
  const rows = await inTransaction(context.database, nobody, (tx) => listPublicEditions(tx, packageCode, today));
  return {
    editions: await Promise.all(
      rows.map(async (row) => ({
        ...(await describeFacts(context, row)),
        providerCode: row.providerCode,
        place: context.bundle.municipalities.find(({ code }) => code === row.municipality)?.name ?? null,
        placesLeft: placesLeft(row),
        canBeJoined: canBeJoined(row, today),
        standing: wishStandingOf(row, today),
      })),
    ),
  };
}
