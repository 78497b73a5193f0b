import { expect, test } from 'vitest';
import { contentFolder } from '#server/folders.ts';
import { loadContent } from '#server/platform/content/load-content.ts';
import type { Structure } from '#shared/domain/instrument/definition.ts';
import { itemCodesOfForm } from '#shared/domain/instrument/index-structure.ts';
import { dimensionsOfForm, limitToPart, movedPart, partFaults, proposedPart } from '#shared/domain/respondents/part.ts';
import { respondentRoles, sideOf } from '#shared/domain/respondents/respondent-role.ts';

const { structure } = (await loadContent(contentFolder)).definition;

test('every area of the quick check concerns somebody, and four of them both office and shop floor', () => {
  const sidesOf = (dimension: string) =>
    new Set(
      respondentRoles
        .filter((role) => proposedPart(structure, 'snabbkoll', role).includes(dimension))
        .map((role) => sideOf(role)),
    );
  const asked = dimensionsOfForm(structure, 'snabbkoll');

  expect(asked.filter((code) => sidesOf(code).size === 0)).toEqual([]);
  expect(asked.filter((code) => sidesOf(code).size === 2)).toEqual(
    expect.arrayContaining(['PM1', 'PM2', 'PM4', 'PM5']),
  );
});

test('a form with nothing for a role asks all of it', () => {
  expect(proposedPart(structure, 'digital', 'operator')).toEqual(dimensionsOfForm(structure, 'digital'));
});

test('a respondent is asked the questions of their part and no context questions', () => {
  const limited = limitToPart(structure, 'snabbkoll', ['PM1', 'X2']);

  expect([...new Set(itemCodesOfForm(limited, 'snabbkoll').map((code) => code.split('.')[0]))]).toEqual(['PM1', 'X2']);
});

test('a part holds areas that the form asks, each once', () => {
  expect(partFaults(structure, 'process', ['PM1', 'D1', 'PM1'])).toEqual(['D1', 'PM1']);
  expect(partFaults(structure, 'process', ['PM1', 'PM2'])).toEqual([]);
});

const [first] = structure.forms;
/** The quick check as another version asks it. */
const asking = (sections: readonly string[], others: readonly string[] = []): Structure => ({
  ...structure,
  dimensions: [
    ...structure.dimensions,
    ...others.flatMap((code) => structure.dimensions.slice(0, 1).map((each) => ({ ...each, code }))),
  ],
  forms:
    first === undefined
      ? []
      : [{ ...first, code: 'snabbkoll', sections: sections.map((code) => ({ code, steps: [] })) }],
});
const moved = (before: Structure, after: Structure, part: readonly string[]) =>
  movedPart(before, after, { formCode: 'snabbkoll', role: 'operator', part });

test('a part goes over to another version without what that does not ask, and with what is new and concerns the role', () => {
  const [before, after] = [asking(['D1', 'PM1', 'PM2']), asking(['D1', 'D2', 'PM2', 'PM3'])];
  expect(moved(before, after, ['PM1', 'PM2'])).toEqual(['PM2', 'PM3']);
  // What was left out on purpose stays out.
  expect(moved(before, after, ['PM1', 'D1'])).toEqual(['D1', 'PM3']);
  expect(moved(after, before, ['PM2', 'PM3'])).toEqual(['PM1', 'PM2']);
});

test('of a part of which nothing is left, it is what is proposed to the role', () => {
  const [before, after] = [asking(['D1', 'PM1', 'PM2']), asking(['D1', 'PM2'])];
  expect(moved(before, after, ['PM1'])).toEqual(['PM2']);
});

test('an area that no role is said to be concerned by is proposed to all of them', () => {
  const newer = asking(['PM1', 'Z9'], ['Z9']);
  for (const role of respondentRoles) expect(proposedPart(newer, 'snabbkoll', role)).toContain('Z9');
  expect(proposedPart(newer, 'snabbkoll', 'operator')).toEqual(['PM1', 'Z9']);
});
