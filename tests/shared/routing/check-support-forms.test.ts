import { expect, test } from 'vitest';
import { checkSupportForms } from '#shared/domain/routing/check-support-forms.ts';
import { help, small } from './small-catalogue.ts';

const issuesOf = (supportForms: readonly string[][], knownCodes: readonly string[]) => {
  const packages = supportForms.map((forms, index) => ({ ...help, code: `help-${index + 1}`, supportForms: forms }));
  return checkSupportForms({ ...small, packages }, knownCodes).map(({ code, path }) => `${code} ${path}`);
};

test('finds no fault when packages and the strategy have the same forms of support', () => {
  expect(issuesOf([['S1', 'S2'], ['S2']], ['S1', 'S2'])).toEqual([]);
});

test('names every package with a form of support that the strategy does not have', () => {
  expect(issuesOf([['S1', 'S56'], ['S56']], ['S1'])).toEqual([
    'unknown-support-form packages/help-1/supportForms',
    'unknown-support-form packages/help-2/supportForms',
  ]);
});

test('lists the forms of support that no package consists of, in the order they are known by', () => {
  expect(issuesOf([['S2']], ['S3', 'S2', 'S1', 'S3'])).toEqual([
    'unused-support-form supportForms/S3',
    'unused-support-form supportForms/S1',
  ]);
});

test('takes a package from before forms of support existed as one without any', () => {
  const { supportForms: _none, ...earlier } = help;

  expect(checkSupportForms({ ...small, packages: [earlier] }, ['S1']).map(({ code }) => code)).toEqual([
    'unused-support-form',
  ]);
});
