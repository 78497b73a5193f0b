import { nameOf } from '#shared/domain/routing/name-of.ts';
import type { Context } from '../../platform/context.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import type { PlacementNews } from '../../platform/mail/mail-kinds.ts';
import { insertMail } from '../../platform/mail/repository.ts';
import { dayInWords } from '../../platform/mail/swedish-time.ts';
import type { EditionRow } from './edition-repository.ts';
import { type LivePlacement, listRecipients } from './placement-repository.ts';

/** Days are told as days; noon is the same one wherever the reader is. */
const noonOf = (day: string): Date => new Date(`${day}T12:00:00Z`);

const dayFacts = (name: string, day: string) => ({
  [`${name}Sv`]: dayInWords(noonOf(day), 'sv'),
  [`${name}En`]: dayInWords(noonOf(day), 'en'),
});

type News = {
  readonly edition: EditionRow;
  readonly placement: LivePlacement;
  /** Tells this news from the others about the placement. */
  readonly occasion: string;
  readonly news: PlacementNews | { readonly answerBy: string };
};

/** Writes to the firm's owners, in the transaction of what it tells about. */
export async function tellFirm(
  context: Context,
  tx: Transaction,
  { edition, placement, ...told }: News,
): Promise<void> {
  const version = await context.published.findCatalogue(edition.catalogueVersionId);
  if (version === undefined) throw new DomainError('internal-error');
  const packageName = nameOf(version.catalogue.packages, edition.packageCode);
  const facts: Record<string, string> = {
    packageSv: packageName.sv,
    packageEn: packageName.en,
    providerSv: edition.organisationName.sv,
    providerEn: edition.organisationName.en,
    ...dayFacts('startsOn', edition.startsOn),
    firmId: placement.firmId,
  };
  const { news, occasion } = told;
  for (const [place, { email, language }] of (await listRecipients(tx, placement.placementId)).entries()) {
    await insertMail(tx, {
      mailId: context.identifiers.newId(),
      ...(typeof news === 'string'
        ? { kind: 'placement-news', facts: { ...facts, news } }
        : { kind: 'placement-invitation', facts: { ...facts, ...dayFacts('answerBy', news.answerBy) } }),
      recipient: email,
      language,
      dedupeKey: `placement:${placement.placementId}:${occasion}:${place}`,
      createdAt: context.clock.now(),
    });
  }
}
