import type * as z from 'zod/mini';
import type { ruleOutcomesDocumentSchema } from '#shared/contracts/rule-outcomes.ts';
import type { Definition } from '#shared/domain/instrument/definition.ts';
import { describeAsks, describeOutcomes } from '#shared/domain/outcomes/describe-outcomes.ts';
import { listYears } from '#shared/domain/outcomes/list-years.ts';
import { rulesBringing } from '#shared/domain/outcomes/rules-bringing.ts';
import { sha256OfJson } from '../../platform/content/canonical-json.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { asRuleEditor } from './access.ts';
import { getCountedEnd, listOutcomeCells, listVersionsInUse } from './outcome-repository.ts';

export type RuleOutcomesBody = z.input<typeof ruleOutcomesDocumentSchema>;

const dimensionsOf = ({ structure, texts }: Definition): RuleOutcomesBody['dimensions'] =>
  structure.dimensions.map(({ code }) => ({
    code,
    name: { sv: texts.sv[`${code}.name`] ?? code, en: texts.en[`${code}.name`] ?? code },
  }));

/** What became of the suggestions, protected here: nothing that could be traced to a firm leaves the server. */
export async function getRuleOutcomes(context: Context, access: AccessContext): Promise<RuleOutcomesBody> {
  const { protection } = context.bundle;
  const counted = await asRuleEditor(context, access, async (tx) => {
    const end = await getCountedEnd(tx, context.clock.now());
    return {
      end,
      versions: await listVersionsInUse(tx, end.endsAt),
      rows: await listOutcomeCells(tx, end.endsAt),
    };
  });
  // What has been published since the month closed changes nothing of it.
  const { catalogue } = await context.published.catalogueBefore(counted.end.endsAt);
  const { definition } = await context.published.currentInstrumentVersion();
  // Simulated firms are never counted together with others.
  const isSimulated = counted.rows.some((row) => row.isSimulated);
  const cells = counted.rows.filter((row) => row.isSimulated === isSimulated);
  const years = listYears(cells, counted.versions, counted.end.year);
  const dimensions = dimensionsOf(definition);
  const input = {
    cells,
    years,
    packages: catalogue.packages.map((each) => ({ code: each.code, ruleIds: rulesBringing(catalogue.rules, each) })),
    dimensions: dimensions.map(({ code }) => code),
  };
  const document = {
    countedUntil: counted.end.endsAt.toISOString(),
    isSimulated,
    protection,
    years: years.map(({ year }) => year),
    packages: catalogue.packages.map(({ code, name }) => ({ code, name })),
    rules: catalogue.rules.map(({ id, name }) => ({ id, name })),
    dimensions,
    outcomes: describeOutcomes(input, protection),
    asked: describeAsks(input, protection),
  };
  return { ...document, sha256: sha256OfJson(document).toString('hex') };
}
