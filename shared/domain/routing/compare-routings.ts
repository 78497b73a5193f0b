import * as z from 'zod/mini';
import { dimensionCodeSchema, wordCodeSchema } from '../instrument/codes.ts';
import type { Catalogue } from './catalogue.ts';
import { chooseSuggestions } from './choose-suggestions.ts';
import type { RoutingContext } from './routing-context.ts';
import { nothingKnown } from './routing-context.ts';
import type { RoutingInput } from './routing-input.ts';

/** A submitted result as it was routed. `context`: null when it was not stored with the result. */
export type RoutedFirm = Omit<RoutingInput, 'catalogue' | 'context'> & { readonly context: RoutingContext | null };

const numberSchema = z.int().check(z.gte(0), z.lte(1000));

/**
 * How counts of firms are told. Hidden are those below `fewest`, also nought, and those that leave fewer than
 * `fewestOutside` firms out: what holds for everybody holds for each. The rest are rounded to `step`.
 */
export const countRulesSchema = z.strictObject({
  fewest: numberSchema,
  fewestOutside: numberSchema,
  step: numberSchema.check(z.gte(1)),
});
export type CountRules = z.infer<typeof countRulesSchema>;

/** A count of firms; null when it may not be told. */
const toldCountSchema = z.nullable(z.int());
export type ToldCount = z.infer<typeof toldCountSchema>;

/** In how many firms a package, or a gap of a dimension, comes and goes. */
const turnoverSchema = <Code extends z.ZodMiniType<string>>(code: Code) =>
  z.strictObject({ code, gained: toldCountSchema, lost: toldCountSchema });
export type Turnover = { readonly code: string; readonly gained: ToldCount; readonly lost: ToldCount };

export const routingComparisonSchema = z.strictObject({
  firms: toldCountSchema,
  /** Routed without a stored context, as a firm of which only its answers are known. */
  withoutContext: toldCountSchema,
  /** Another set of suggestions, in whichever order. */
  otherSet: toldCountSchema,
  /** Another first suggestion, or one where there was none, or none where there was one. */
  otherFirst: toldCountSchema,
  /** Those of which at least one count can be told. */
  packages: z.array(turnoverSchema(wordCodeSchema)),
  gaps: z.array(turnoverSchema(dimensionCodeSchema)),
});
export type RoutingComparison = z.infer<typeof routingComparisonSchema>;

type Outline = { readonly packages: readonly string[]; readonly gaps: readonly string[] };

/** What one firm was suggested, and would have been. */
export type RoutingChange = { readonly was: Outline; readonly is: Outline; readonly hasContext: boolean };

/** What another catalogue would have suggested to the firm. */
export function compareRouting(firm: RoutedFirm, before: Catalogue, after: Catalogue): RoutingChange {
  return { was: outlineOf(firm, before), is: outlineOf(firm, after), hasContext: firm.context !== null };
}

/** What another catalogue would have suggested to the firms together, as far as it may be told. */
export function tellChanges(changes: readonly RoutingChange[], rules: CountRules): RoutingComparison {
  const all = changes.length;
  const count = (holds: (change: RoutingChange) => boolean): ToldCount =>
    tellPart(changes.filter(holds).length, all, rules);
  return {
    firms: tell(all, rules),
    withoutContext: tell(changes.filter(({ hasContext }) => !hasContext).length, rules),
    otherSet: count(({ was, is }) => !hasSame(was.packages, is.packages)),
    otherFirst: count(({ was, is }) => was.packages[0] !== is.packages[0]),
    packages: turnovers(changes, ({ packages }) => packages, rules),
    gaps: turnovers(changes, ({ gaps }) => gaps, rules),
  };
}

function outlineOf(firm: RoutedFirm, catalogue: Catalogue): Outline {
  const { suggestions, gaps } = chooseSuggestions({ ...firm, catalogue, context: firm.context ?? nothingKnown });
  return {
    packages: suggestions.map(({ packageCode }) => packageCode),
    gaps: gaps.map(({ dimension }) => dimension),
  };
}

const tell = (count: number, { fewest, step }: CountRules): ToldCount =>
  count < fewest ? null : Math.round(count / step) * step;

const tellPart = (count: number, all: number, rules: CountRules): ToldCount =>
  all - count < rules.fewestOutside ? null : tell(count, rules);

const hasSame = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((code) => others.includes(code));

function turnovers(
  changes: readonly RoutingChange[],
  listOf: (outline: Outline) => readonly string[],
  rules: CountRules,
) {
  const codes = new Set(changes.flatMap(({ was, is }) => [...listOf(was), ...listOf(is)]));
  const has = (outline: Outline, code: string) => listOf(outline).includes(code);
  const count = (holds: (change: RoutingChange) => boolean) =>
    tellPart(changes.filter(holds).length, changes.length, rules);
  return [...codes]
    .sort()
    .map(
      (code): Turnover => ({
        code,
        gained: count(({ was, is }) => !has(was, code) && has(is, code)),
        lost: count(({ was, is }) => has(was, code) && !has(is, code)),
      }),
    )
    .filter(({ gained, lost }) => gained !== null || lost !== null);
}
