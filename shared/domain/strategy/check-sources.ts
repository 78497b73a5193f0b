import type { CatalogueIssue } from '../routing/build-catalogue.ts';
import type { Section } from './outline.ts';
import { type Lines, type Passage, parsePassages } from './passage.ts';
import type { StrategyParts } from './strategy.ts';

type Sourced = { readonly path: string; readonly source: string };

/**
 * Faults of the pointers into the strategy: one that is not written as a pointer, names no part of the document, or rows
 * outside the part it names. Figures from elsewhere point elsewhere.
 */
export function checkSources(parts: StrategyParts, sections: readonly Section[]): CatalogueIssue[] {
  const linesOf = new Map(sections.map(({ code, lines }) => [code, lines]));
  return listSources(parts).flatMap(({ path, source }) => {
    const passages = parsePassages(source);
    if (passages === undefined) return [{ code: 'faulty-source', path, detail: `"${source}" is no list of rows` }];
    return passages.flatMap((passage) => checkPassage(path, passage, linesOf.get(passage.section)));
  });
}

function checkPassage(path: string, { section, lines }: Passage, within: Lines | undefined): CatalogueIssue[] {
  if (within === undefined) return [{ code: 'unknown-section', path, detail: `there is no section ${section}` }];
  return lines
    .filter(({ from, to }) => from > to || from < within.from || to > within.to)
    .map(({ from, to }) => ({
      code: 'outside-section',
      path,
      detail: `L${from}–${to} is not within ${section}, L${within.from}–${within.to}`,
    }));
}

function listSources(parts: StrategyParts): Sourced[] {
  const { outline, priorities, terms, supportForms, needs, figures, cautions, branches } = parts;
  return [
    { path: 'goal', source: outline.goal.source },
    ...sourcesOf('principles', outline.principles),
    ...sourcesOf('challenges', outline.challenges),
    ...sourcesOf('functions', outline.functions),
    ...sourcesOf('followUps', outline.followUps),
    ...sourcesOf('priorities', priorities),
    ...priorities.flatMap(({ code, aliases }) => aliases.map(({ source }) => ({ path: `priorities/${code}`, source }))),
    ...terms.flatMap(({ code, variants }) => variants.map(({ source }) => ({ path: `terms/${code}`, source }))),
    ...sourcesOf('supportForms', supportForms),
    ...sourcesOf('needs', needs),
    ...sourcesOf(
      'figures',
      figures.filter(({ evidence }) => evidence !== 'elsewhere'),
    ),
    ...sourcesOf('cautions', cautions),
    ...branches.map(({ branch, source }) => ({ path: `branches/${branch}`, source })),
  ];
}

function sourcesOf(list: string, entries: readonly { code: string; source: string | null }[]): Sourced[] {
  return entries.flatMap(({ code, source }) => (source === null ? [] : [{ path: `${list}/${code}`, source }]));
}
