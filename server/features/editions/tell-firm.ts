import { nameOf } from '#shared/domain/routing/name-of.ts';
import type { Context } from '../../platform/context.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import type { PlacementNews } from '../../platform/mail/mail-kinds.ts';
import { insertMail } from '../../platform/mail/repository.ts';
import type { EditionRow } from './edition-repository.ts';
import { dayFacts, placementFacts } from './placement-facts.ts';
import { type LivePlacement, listRecipients } from './placement-repository.ts';

type News = {
  readonly edition: EditionRow;
  readonly placement: LivePlacement;
  /** Tells this news from the others about the placement. */
  readonly occasion: string;
  readonly news: PlacementNews | { readonly answerBy: string; readonly hasTakenUp: boolean };
};

/** Writes to the firm's owners, in the transaction of what it tells about. */
export async function tellFirm(
  context: Context,
  tx: Transaction,
  { edition, placement, ...told }: News,
): Promise<void> {
  const version = await context.published.findCatalogue(edition.catalogueVersionId, tx);
  if (version === undefined) throw new DomainError('internal-error');
  const packageName = nameOf(version.catalogue.packages, edition.packageCode);
  const { organisationName, startsOn } = edition;
  const facts = placementFacts({ packageName, organisationName, startsOn, firmId: placement.firmId });
  const { news, occasion } = told;
  for (const [place, { email, language }] of (await listRecipients(tx, placement.placementId)).entries()) {
    await insertMail(tx, {
      mailId: context.identifiers.newId(),
      ...(typeof news === 'string'
        ? { kind: 'placement-news', facts: { ...facts, news } }
        : {
            kind: news.hasTakenUp ? 'request-invited' : 'placement-invitation',
            facts: { ...facts, ...dayFacts('answerBy', news.answerBy) },
          }),
      recipient: email,
      language,
      dedupeKey: `placement:${placement.placementId}:${occasion}:${place}`,
      createdAt: context.clock.now(),
    });
  }
}
