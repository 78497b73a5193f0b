import type { Condition } from './condition.ts';
import type { Definition, Structure } from './definition.ts';
import type { DefinitionIssue } from './definition-issue.ts';
import { indexStructure } from './index-structure.ts';
import type { Item } from './item.ts';
import { dimensionTextKeys, itemTextKeys, scaleTextKeys } from './text-keys.ts';

/** The file in which a code is written, by which a fault in the whole is traced back. */
function fileOf(code: string): string {
  const section = code.split('.')[0] ?? '';
  if (/^[A-Z]+[0-9]+$/.test(section)) return `dimensions/${section}.yaml`;
  return /^[A-Z]+$/.test(section) ? `blocks/${section}.yaml` : 'instrument.yaml';
}

function issue(code: string, path: string, reason: string, file = 'instrument.yaml'): DefinitionIssue {
  return { file, path, code, reason };
}

function repeated(codes: readonly string[]): string[] {
  return codes.filter((code, index) => codes.indexOf(code) !== index);
}

function itemsNamedIn(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(itemsNamedIn);
  if ('any' in condition) return condition.any.flatMap(itemsNamedIn);
  if ('not' in condition) return itemsNamedIn(condition.not);
  return 'item' in condition ? [condition.item] : [];
}

function checkCodes(structure: Structure): DefinitionIssue[] {
  const codes = [...structure.items.map(({ code }) => code), ...structure.dimensions.map(({ code }) => code)];
  return repeated(codes).map((code) => issue('repeated-code', code, `the code ${code} is used twice`, fileOf(code)));
}

function checkConditions(structure: Structure): DefinitionIssue[] {
  const order = structure.items.map(({ code }) => code);
  return structure.items.flatMap((item, index) =>
    (item.appliesWhen === undefined ? [] : itemsNamedIn(item.appliesWhen))
      .filter((named) => !order.slice(0, index).includes(named))
      .map((named) =>
        issue(
          'condition-not-earlier',
          `${item.code}/appliesWhen`,
          `${named} is not an earlier item`,
          fileOf(item.code),
        ),
      ),
  );
}

function checkForms(structure: Structure): DefinitionIssue[] {
  const { items } = indexStructure(structure);
  return structure.forms.flatMap((form) => [
    ...repeated(form.sections.map(({ code }) => code)).map((code) =>
      issue('repeated-section', `forms/${form.code}`, `the section ${code} is listed twice`),
    ),
    ...form.sections.flatMap((section) => {
      const asked = section.steps.flatMap((step) => step.items);
      const path = `forms/${form.code}/${section.code}`;
      const unknown = asked.filter((code) => !items.has(code));
      const isDimension = structure.dimensions.some(({ code }) => code === section.code);
      const isScored = asked.some((code) => items.get(code)?.purpose === 'score');
      return [
        ...unknown.map((code) => issue('unknown-item', path, `there is no item ${code}`)),
        ...(asked.length === 0 || (isDimension && !isScored)
          ? [issue('nothing-asked', path, `the form asks nothing that is scored in ${section.code}`)]
          : []),
      ];
    }),
  ]);
}

function checkScoring(structure: Structure): DefinitionIssue[] {
  const { scoring } = structure;
  const { items } = indexStructure(structure);
  const limits = scoring.bands.map(({ from }) => from);
  const isAscending = limits.every((limit, index) => limit > (limits[index - 1] ?? -1));
  const named = [
    ...scoring.stagedLevels.flatMap(({ stages }) => stages.flatMap(({ requires }) => requires.map(({ item }) => item))),
    ...scoring.gaps.flatMap(({ from, to }) => [from, to]),
  ];
  return [
    ...(limits[0] === 0 && isAscending
      ? []
      : [issue('bands-not-ascending', 'scoring/bands', 'bands begin at 0 and rise')]),
    ...scoring.stagedLevels
      .filter(({ stages }) => stages.some(({ stage }, index) => stage !== index + 1))
      .map(({ code }) =>
        issue('stages-not-ascending', `scoring/stagedLevels/${code}`, 'stages are numbered from 1 up'),
      ),
    ...named
      .filter((code) => !items.has(code))
      .map((code) => issue('unknown-item', 'scoring', `there is no item ${code}`)),
  ];
}

function requiredKeys(item: Item): string[] {
  const question = itemTextKeys.question(item);
  switch (item.kind) {
    case 'ladder':
      return [question, ...[0, 1, 2, 3, 4].map((level) => itemTextKeys.level(item, level))];
    case 'single-choice':
    case 'multiple-choice':
      return [question, ...item.choices.map(({ code }) => itemTextKeys.choice(item, code))];
    case 'number':
      return [question, itemTextKeys.unit(item)];
    case 'yes-no':
    case 'text':
      return [question];
  }
}

function checkTexts({ structure, texts }: Definition): DefinitionIssue[] {
  const bands = structure.scoring.bands.map(({ code }) => code);
  const keys = [
    ...structure.items.flatMap(requiredKeys),
    ...bands.map(scaleTextKeys.band),
    ...structure.dimensions.flatMap(({ code }) => [
      dimensionTextKeys.name(code),
      ...bands.flatMap((band) => [dimensionTextKeys.meaning(code, band), dimensionTextKeys.next(code, band)]),
    ]),
    ...structure.scoring.stagedLevels.flatMap(({ code, stages }) =>
      stages.flatMap(({ stage }) => [scaleTextKeys.stageName(code, stage), scaleTextKeys.stageMeaning(code, stage)]),
    ),
  ];
  return (['sv', 'en'] as const).flatMap((language) =>
    [...new Set(keys)]
      .filter((key) => texts[language][key] === undefined)
      .map((key) => issue('missing-text', key, `there is no text in ${language}`, fileOf(key))),
  );
}

function checkLevels({ structure, texts }: Definition): DefinitionIssue[] {
  return (['sv', 'en'] as const).flatMap((language) =>
    structure.items
      .filter(({ kind }) => kind === 'ladder')
      .filter((item) => {
        const words = [0, 1, 2, 3, 4].map((level) => texts[language][itemTextKeys.level(item, level)]?.toLowerCase());
        return new Set(words).size < words.length;
      })
      .map((item) =>
        issue('levels-alike', `${item.code}/levels`, `two levels say the same in ${language}`, fileOf(item.code)),
      ),
  );
}

/** What keeps a definition from being used: codes that point nowhere, limits out of order, words that are missing. */
export function checkDefinition(definition: Definition): DefinitionIssue[] {
  const { structure } = definition;
  return [
    ...checkCodes(structure),
    ...checkConditions(structure),
    ...checkForms(structure),
    ...checkScoring(structure),
    ...checkTexts(definition),
    ...checkLevels(definition),
  ];
}
