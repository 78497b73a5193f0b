import type * as z from 'zod/mini';
import type { ruleOutcomesDocumentSchema } from '#shared/contracts/rule-outcomes.ts';
import type { Definition } from '#shared/domain/instrument/definition.ts';
import { dimensionTextKeys, textOf } from '#shared/domain/instrument/text-keys.ts';
import { describeAsks, describeOutcomes } from '#shared/domain/outcomes/describe-outcomes.ts';
import { listYears } from '#shared/domain/outcomes/list-years.ts';
import { rulesBringing } from '#shared/domain/outcomes/rules-bringing.ts';
import type { Catalogue } from '#shared/domain/routing/catalogue.ts';
import { sha256OfJson } from '../../platform/content/canonical-json.ts';
import type { Context } from '../../platform/context.ts';
import { getCountedEnd } from '../../platform/database/closed-month-repository.ts';
import type { AccessContext, Transaction } from '../../platform/database/transaction.ts';
import { asRuleEditor } from './access.ts';
import { listOutcomeCells, listVersionsInUse, type VersionRow } from './outcome-repository.ts';

export type RuleOutcomesBody = z.input<typeof ruleOutcomesDocumentSchema>;

const dimensionsOf = ({ structure, texts }: Definition): RuleOutcomesBody['dimensions'] =>
  structure.dimensions.map(({ code }) => ({
    code,
    name: textOf(texts, dimensionTextKeys.name(code), code),
  }));

/** One after the other, on the one connection. */
async function readCatalogues(
  { published }: Context,
  tx: Transaction,
  versions: readonly VersionRow[],
): Promise<Catalogue[]> {
  const catalogues: Catalogue[] = [];
  for (const { catalogueVersionId } of versions) {
    const found = await published.findPastCatalogue(catalogueVersionId, tx);
    if (found !== undefined) catalogues.push(found.catalogue);
  }
  return catalogues;
}

/** Every rule that there has been, by what the first of the versions that has it calls it. */
function namedRules(versions: readonly Catalogue[]): RuleOutcomesBody['rules'] {
  const named = new Map(versions.toReversed().flatMap(({ rules }) => rules.map(({ id, name }) => [id, name])));
  return [...named].map(([id, name]) => ({ id, name }));
}

/** What became of the suggestions, protected here: nothing that could be traced to a firm leaves the server. */
export async function getRuleOutcomes(context: Context, access: AccessContext): Promise<RuleOutcomesBody> {
  const { protection } = context.bundle;
  const counted = await asRuleEditor(context, access, async (tx) => {
    const end = await getCountedEnd(tx, context.clock.now());
    const versions = await listVersionsInUse(tx, end.endsAt);
    return {
      end,
      versions,
      earlier: await readCatalogues(context, tx, versions),
      rows: await listOutcomeCells(tx, end.endsAt),
    };
  });
  // What has been published since the month closed changes nothing of it.
  const { catalogue } = await context.published.catalogueBefore(counted.end.endsAt);
  // The newest first: a rule is called what it is called now.
  const versions = [catalogue, ...counted.earlier.toReversed()];
  const { definition } = await context.published.currentInstrumentVersion();
  // Simulated firms are never counted together with others.
  const isSimulated = counted.rows.some((row) => row.isSimulated);
  const cells = counted.rows.filter((row) => row.isSimulated === isSimulated);
  const years = listYears(cells, counted.versions, counted.end.year);
  const dimensions = dimensionsOf(definition);
  const input = {
    cells,
    years,
    packages: catalogue.packages.map(({ code }) => ({ code, ruleIds: rulesBringing(versions, code) })),
    dimensions: dimensions.map(({ code }) => code),
  };
  const document = {
    countedUntil: counted.end.endsAt.toISOString(),
    isSimulated,
    protection,
    years: years.map(({ year }) => year),
    packages: catalogue.packages.map(({ code, name }) => ({ code, name })),
    rules: namedRules(versions),
    dimensions,
    outcomes: describeOutcomes(input, protection),
    asked: describeAsks(input, protection),
  };
  return { ...document, sha256: sha256OfJson(document).toString('hex') };
}
