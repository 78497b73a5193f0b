import { measuredBy } from '#shared/domain/benchmark/measured-by.ts';
import { canonicalJson } from '#shared/domain/canonical-json.ts';
import type { Definition } from '#shared/domain/instrument/definition.ts';
import { sha256OfJson } from '../../platform/content/canonical-json.ts';

type Version = { readonly definition: Definition };

/** For each measure of the questionnaire one fingerprint of all that it is measured by in the versions. */
export function measuringOf(measures: readonly string[], versions: readonly Version[]): Record<string, string> {
  return Object.fromEntries(
    measures.flatMap((measure) => {
      const facts = versions.flatMap(({ definition }) => measuredBy(measure, definition) ?? []);
      // Versions that measure it alike are one, so that another part of the questionnaire can be changed.
      const distinct = [...new Set(facts.map(canonicalJson))].sort();
      return facts.length === 0 ? [] : [[measure, sha256OfJson(distinct).toString('hex')]];
    }),
  );
}
