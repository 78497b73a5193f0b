import type { LocalisedText } from '../language.ts';
import type { Section } from './outline.ts';
import type { StrategyParts } from './strategy.ts';

type Named = readonly { readonly code: string; readonly name: LocalisedText }[];

const swotName = ({ sv, en }: LocalisedText): LocalisedText => ({ sv: `SWOT – ${sv}`, en: `SWOT – ${en}` });

/**
 * Every part of the document that a source may name, in the order of its rows. Challenges, themes and priorities lend
 * their names to the parts about them; a priority without a name is left out.
 */
export function listSections({ outline, priorities }: StrategyParts, names: Named): Section[] {
  const nameOf = new Map(names.map(({ code, name }) => [code, name]));
  const sections = [
    ...outline.sections,
    ...outline.challenges.map(({ code, name, lines }) => ({ code, name, lines })),
    ...outline.themes.map(({ code, name, lines }) => ({ code, name, lines })),
    ...outline.themes.map(({ name, swot }) => ({ code: swot.code, name: swotName(name), lines: swot.lines })),
    ...priorities.flatMap(({ code, lines }) => {
      const name = nameOf.get(code);
      return name === undefined ? [] : [{ code, name, lines }];
    }),
  ];
  return sections.toSorted((one, other) => one.lines.from - other.lines.from);
}
