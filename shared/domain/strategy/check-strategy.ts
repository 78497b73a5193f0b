import { repeatedCodes } from '../repeated-codes.ts';
import type { CatalogueIssue } from '../routing/build-catalogue.ts';
import { unknownCodes } from '../routing/catalogue-issue.ts';
import { checkFigures } from './check-figures.ts';
import { checkSources } from './check-sources.ts';
import { codesOf } from './codes-of.ts';
import type { NamedPriorities } from './compose-strategy.ts';
import { listSections } from './list-sections.ts';
import type { StrategyParts } from './strategy.ts';

/** What exists beside the strategy and may be named in it. */
export type KnownToStrategy = NamedPriorities & { readonly dimensions: ReadonlySet<string> };

/** What keeps well-formed parts of the strategy from standing together; empty when nothing does. */
export function checkStrategy(parts: StrategyParts, known: KnownToStrategy): CatalogueIssue[] {
  const sections = listSections(parts, known.priorities);
  return [
    ...checkRepeatedCodes(parts, sections),
    ...checkPriorities(parts, known),
    ...checkSupport(parts, known),
    ...checkBranches(parts),
    ...checkFigures(parts),
    ...checkSources(parts, sections),
  ];
}

type Coded = readonly { readonly code: string }[];

/** Codes that stand for two things of the same kind: only the first of them would ever be found. */
function checkRepeatedCodes(parts: StrategyParts, sections: Coded): CatalogueIssue[] {
  const { outline } = parts;
  const lists: Record<string, Coded> = {
    sections,
    principles: outline.principles,
    challenges: outline.challenges,
    themes: outline.themes,
    functions: outline.functions,
    followUps: outline.followUps,
    priorities: parts.priorities,
    terms: parts.terms,
    supportForms: parts.supportForms,
    needs: parts.needs,
    figures: parts.figures,
    conflicts: parts.conflicts,
    cautions: parts.cautions,
    branches: parts.branches.map(({ branch }) => ({ code: branch })),
  };
  return Object.entries(lists).flatMap(([list, entries]) =>
    [...repeatedCodes(entries.map(({ code }) => code))].map((code) => ({
      code: 'repeated-code',
      path: `${list}/${code}`,
      detail: `${code} is given twice`,
    })),
  );
}

function checkPriorities({ priorities, outline }: StrategyParts, known: KnownToStrategy): CatalogueIssue[] {
  const challenges = codesOf(outline.challenges);
  const answered = new Set(priorities.flatMap(({ answers }) => Object.keys(answers)));
  const described = codesOf(priorities);
  return [
    ...unknownCodes('priority', 'priorities', [...described], codesOf(known.priorities)),
    ...known.priorities
      .filter(({ code }) => !described.has(code))
      .map(({ code }) => ({
        code: 'priority-not-described',
        path: `priorities/${code}`,
        detail: 'it has a name only',
      })),
    ...priorities.flatMap(({ code, answers }) =>
      unknownCodes('challenge', `priorities/${code}`, Object.keys(answers), challenges),
    ),
    ...outline.challenges
      .filter(({ code }) => !answered.has(code))
      .map(({ code }) => ({
        code: 'challenge-not-answered',
        path: `challenges/${code}`,
        detail: 'no priority answers it',
      })),
  ];
}

function checkSupport({ supportForms, needs, outline }: StrategyParts, known: KnownToStrategy): CatalogueIssue[] {
  const challenges = codesOf(outline.challenges);
  const served = new Set([...codesOf(known.priorities), ...codesOf(known.steps)]);
  const forms = codesOf(supportForms);
  return [
    ...supportForms.flatMap((form) => [
      ...unknownCodes('challenge', `supportForms/${form.code}`, form.challenges, challenges),
      ...unknownCodes('step', `supportForms/${form.code}`, form.serves, served),
    ]),
    ...needs.flatMap((need) => [
      ...unknownCodes('dimension', `needs/${need.code}`, need.dimensions, known.dimensions),
      ...unknownCodes('support-form', `needs/${need.code}`, need.nearest, forms),
    ]),
  ];
}

function checkBranches({ branches, figures }: StrategyParts): CatalogueIssue[] {
  return branches.flatMap(({ branch, employees }) =>
    unknownCodes('figure', `branches/${branch}`, employees === null ? [] : [employees], codesOf(figures)),
  );
}
