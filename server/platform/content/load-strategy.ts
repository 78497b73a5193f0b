import type * as z from 'zod';
import type { KnownToStrategy } from '#shared/domain/strategy/check-strategy.ts';
import { checkStrategy } from '#shared/domain/strategy/check-strategy.ts';
import { composeStrategy } from '#shared/domain/strategy/compose-strategy.ts';
import type { Strategy, StrategyParts } from '#shared/domain/strategy/strategy.ts';
import { strategyPartsSchema } from '#shared/domain/strategy/strategy.ts';
import { ContentError, readAll, readChecked, readCheckedFolder } from './read-checked.ts';

const { outline, priorities, terms, supportForms, needs, figures, conflicts, cautions, branches } =
  strategyPartsSchema.shape;

/** Reads the strategy's files, each checked by itself and none against the others. */
export async function readStrategyParts(contentFolder: string): Promise<StrategyParts> {
  const read = <S extends z.core.$ZodType>(name: string, schema: S) =>
    readChecked(contentFolder, `strategy/${name}.yaml`, schema);
  return readAll({
    outline: read('outline', outline),
    priorities: read('priorities', priorities),
    terms: read('terms', terms),
    supportForms: read('support-forms', supportForms),
    needs: read('needs', needs),
    figures: readCheckedFolder(contentFolder, 'strategy/figures', figures.def.element),
    conflicts: read('conflicts', conflicts),
    cautions: read('cautions', cautions),
    branches: read('branches', branches),
  });
}

/** The strategy that ships, put together. Throws one error that lists every fault. */
export async function loadStrategy(contentFolder: string, known: KnownToStrategy): Promise<Strategy> {
  const parts = await readStrategyParts(contentFolder);
  const issues = checkStrategy(parts, known);
  if (issues.length > 0) {
    throw new ContentError(issues.map(({ path: place, detail, code }) => `strategy: ${place}: ${detail} (${code})`));
  }
  return composeStrategy(parts, known);
}
