import * as z from 'zod';
import type { EditionFilter } from '#shared/contracts/editions.ts';
import { similarPackages } from '#shared/domain/edition/similar-packages.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { swedishDate } from '../../platform/mail/swedish-time.ts';
import { describeEdition, type EditionBody } from './describe-edition.ts';
import { type EditionPlace, listEditionRows } from './edition-repository.ts';

const pageLength = 50;
const placeSchema = z.tuple([z.iso.date(), z.uuid()]);

function readPlace(after: string | undefined): EditionPlace | undefined {
  if (after === undefined) return undefined;
  const parsed = placeSchema.safeParse(after.split('_'));
  if (!parsed.success) {
    throw new DomainError('invalid-request', { fields: [{ path: 'query/after', code: 'unknown-place' }] });
  }
  const [startsOn, editionId] = parsed.data;
  return { startsOn, editionId };
}

/** One page of editions: when, where and how full, of the own providers or of all. */
export async function listEditions(
  context: Context,
  access: AccessContext,
  filter: EditionFilter,
): Promise<{ editions: EditionBody[]; next: string | null }> {
  const { like } = filter;
  const { catalogue } = await context.published.currentCatalogue();
  const joinable =
    like === undefined ? undefined : { packages: similarPackages(catalogue.packages, like).map(({ code }) => code) };
  const query = {
    today: swedishDate(context.clock.now()),
    time: filter.time,
    isOwn: filter.whose === 'own',
    packageCode: filter.package,
    joinable,
    isShort: filter.short === 'true',
    after: readPlace(filter.after),
  };
  const rows = await inTransaction(context.database, access, (tx) => listEditionRows(tx, query, pageLength + 1));
  const page = rows.slice(0, pageLength);
  const last = page.at(-1);
  return {
    editions: await Promise.all(page.map((row) => describeEdition(context, row, catalogue))),
    next: rows.length > pageLength && last !== undefined ? `${last.startsOn}_${last.editionId}` : null,
  };
}
