import { repeatedCodes } from '../repeated-codes.ts';
import { checkConditions } from './check-conditions.ts';
import type { Definition, Structure } from './definition.ts';
import type { DefinitionIssue } from './definition-issue.ts';
import { fileOfCode } from './file-of-code.ts';
import { indexStructure } from './index-structure.ts';
import type { Item } from './item.ts';
import { neededTexts } from './source-of.ts';
import { itemTextKeys } from './text-keys.ts';

function issue(
  code: string,
  path: string,
  reason: string,
  { file = 'instrument.yaml', ...more }: Partial<Pick<DefinitionIssue, 'file' | 'about'>> = {},
): DefinitionIssue {
  return { file, path, code, reason, ...more };
}

function checkCodes({ items, dimensions, forms, scoring }: Structure): DefinitionIssue[] {
  const worded = new Map(items.map((item) => [item.textCode, item]));
  const choices = [...worded].flatMap(([textCode, item]) =>
    'choices' in item ? item.choices.map(({ code }) => `${textCode}/${code}`) : [],
  );
  const codes = [...items, ...dimensions].map(({ code }) => code);
  const inForms = forms.map(({ code }) => `forms/${code}`);
  const inScoring = [
    ...scoring.bands.map(({ code }) => `scoring/bands/${code}`),
    ...scoring.stagedLevels.map(({ code }) => `scoring/stagedLevels/${code}`),
  ];
  return [...repeatedCodes([...codes, ...choices, ...inForms, ...inScoring])].map((code) =>
    issue('repeated-code', code, `the code ${code} is used twice`, { file: fileOfCode(code) }),
  );
}

/** An answer is found by its item's code in every version, so the code says for good where the item belongs. */
function checkPlaces({ dimensions, forms }: Structure): DefinitionIssue[] {
  const asked = forms.flatMap(({ sections }) =>
    sections.map(({ code, steps }) => ({ code, items: steps.flatMap(({ items }) => items) })),
  );
  const places = [...dimensions, ...asked].flatMap(({ code, items }) => items.map((item) => [item, code] as const));
  const astray = new Map(places.filter(([item, section]) => !item.startsWith(`${section}.`)));
  return [...astray].map(([code, section]) =>
    issue('code-outside-section', code, `${code} is not a code of ${section}`, {
      file: fileOfCode(section),
      about: { section },
    }),
  );
}

/** Whether every answer to the item but *vet ej* and *ej relevant* gives points. */
function givesPoints(item: Item): boolean {
  switch (item.kind) {
    case 'ladder':
      return true;
    case 'single-choice':
      return item.choices.every(({ points }) => points !== undefined);
    case 'multiple-choice':
      return item.choices.some(({ points }) => points !== undefined);
    case 'yes-no':
      return item.points !== undefined;
    case 'number':
    case 'text':
      return false;
  }
}

/** Whether some number may be answered: the least must itself have no more decimals than are allowed. */
function hasNumbers({ minimum, maximum, decimals }: Extract<Item, { kind: 'number' }>): boolean {
  return minimum <= maximum && Number(minimum.toFixed(decimals)) === minimum;
}

function checkAnswers({ items }: Structure): DefinitionIssue[] {
  const inFile = (code: string) => ({ file: fileOfCode(code) });
  return items.flatMap((item) => [
    ...(item.purpose === 'score' && item.weight > 0 && !givesPoints(item)
      ? [issue('no-points', item.code, 'an answer that gives no points would count as unknown', inFile(item.code))]
      : []),
    ...(item.kind === 'number' && !hasNumbers(item)
      ? [issue('no-number-fits', item.code, 'the limits and decimals leave no number to answer', inFile(item.code))]
      : []),
  ]);
}

function checkForms(structure: Structure): DefinitionIssue[] {
  const { items } = indexStructure(structure);
  return structure.forms.flatMap((form) => [
    ...[...repeatedCodes(form.sections.map(({ code }) => code))].map((code) =>
      issue('repeated-section', `forms/${form.code}`, `the section ${code} is listed twice`, {
        about: { section: code },
      }),
    ),
    ...form.sections.flatMap((section) => {
      const asked = section.steps.flatMap((step) => step.items);
      const path = `forms/${form.code}/${section.code}`;
      const unknown = asked.filter((code) => !items.has(code));
      const isDimension = structure.dimensions.some(({ code }) => code === section.code);
      const isScored = asked.some((code) => items.get(code)?.purpose === 'score');
      return [
        ...unknown.map((code) => issue('unknown-item', path, `there is no item ${code}`, { about: { item: code } })),
        ...(asked.length === 0 || (isDimension && !isScored)
          ? [
              issue('nothing-asked', path, `the form asks nothing that is scored in ${section.code}`, {
                about: { section: section.code },
              }),
            ]
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
      .map((code) => issue('unknown-item', 'scoring', `there is no item ${code}`, { about: { item: code } })),
  ];
}

/** A key that stands where its text should is what `sourcesOf` puts in place of words that a version lacks. */
function checkTexts(definition: Definition): DefinitionIssue[] {
  const { texts } = definition;
  const keys = new Set([...neededTexts(definition), ...Object.keys(texts.sv), ...Object.keys(texts.en)]);
  return (['sv', 'en'] as const).flatMap((language) =>
    [...keys]
      .filter((key) => (texts[language][key] ?? key) === key)
      .map((key) =>
        issue('missing-text', key, `there is no text in ${language}`, { file: fileOfCode(key), about: { language } }),
      ),
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
        issue('levels-alike', `${item.code}/levels`, `two levels say the same in ${language}`, {
          file: fileOfCode(item.code),
          about: { language },
        }),
      ),
  );
}

/** What keeps a definition from being used: codes that point nowhere, limits out of order, words that are missing. */
export function checkDefinition(definition: Definition): DefinitionIssue[] {
  const { structure } = definition;
  return [
    ...checkCodes(structure),
    ...checkPlaces(structure),
    ...checkAnswers(structure),
    ...checkConditions(structure),
    ...checkForms(structure),
    ...checkScoring(structure),
    ...checkTexts(definition),
    ...checkLevels(definition),
  ];
}
