import { expect, test } from 'vitest';
import { contentFolder } from '#server/folders.ts';
import { loadContent } from '#server/platform/content/load-content.ts';
import { itemCodesOfForm } from '#shared/domain/instrument/index-structure.ts';
import { dimensionsOfForm, limitToPart, partFaults, proposedPart } from '#shared/domain/respondents/part.ts';
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
