import type { Catalogue } from '../routing/catalogue.ts';
import { listSections } from './list-sections.ts';
import type { Strategy, StrategyParts } from './strategy.ts';

export type NamedPriorities = Pick<Catalogue, 'priorities' | 'steps'>;

/**
 * Joins what the strategy says with the names of its priorities and steps, which the catalogue of packages holds, in the
 * catalogue's order. A priority that only one of them has is left out; `checkStrategy` says so.
 */
export function composeStrategy(parts: StrategyParts, { priorities, steps }: NamedPriorities): Strategy {
  const contentOf = new Map(parts.priorities.map((content) => [content.code, content]));
  return {
    ...parts,
    outline: { ...parts.outline, sections: listSections(parts, priorities) },
    priorities: priorities.flatMap(({ code, name }) => {
      const content = contentOf.get(code);
      const own = steps.filter((step) => step.code.startsWith(`${code}.`));
      return content === undefined ? [] : [{ ...content, name, steps: own }];
    }),
  };
}
