import type * as z from 'zod/mini';
import type { catalogueDocumentSchema } from '#shared/contracts/catalogue.ts';
import type { Definition, Texts } from '#shared/domain/instrument/definition.ts';
import { dimensionTextKeys, itemTextKeys, scaleTextKeys } from '#shared/domain/instrument/text-keys.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { asPackageEditor } from './access.ts';
import { findVersionNumber, listDraftRows } from './catalogue-repository.ts';
import { describeSummary } from './describe.ts';

type Body = z.input<typeof catalogueDocumentSchema>;

/** The words that conditions are described with: a tenth of all there are. */
function wordsOf({ structure, texts }: Definition): Body['texts'] {
  const keys = [
    ...structure.dimensions.map(({ code }) => dimensionTextKeys.name(code)),
    ...structure.scoring.bands.map(({ code }) => scaleTextKeys.band(code)),
    ...structure.items.map(itemTextKeys.question),
  ];
  const picked = (words: Texts) =>
    Object.fromEntries(keys.flatMap((key) => (words[key] === undefined ? [] : [[key, words[key]]])));
  return { sv: picked(texts.sv), en: picked(texts.en) };
}

export async function getCatalogue(context: Context, access: AccessContext): Promise<Body> {
  const { definition } = await context.published.currentInstrumentVersion();
  return asPackageEditor(context, access, async (tx, organisations) => {
    const { catalogue, catalogueVersionId } = await context.published.currentCatalogue(tx);
    return {
      catalogueVersionId,
      versionNumber: await findVersionNumber(tx, catalogueVersionId),
      catalogue,
      structure: definition.structure,
      texts: wordsOf(definition),
      supportForms: context.bundle.strategy.supportForms.map(({ code, name }) => ({ code, name })),
      organisations: [...organisations],
      drafts: (await listDraftRows(tx)).map((row) => ({ ...describeSummary(row), content: row.content })),
    };
  });
}
