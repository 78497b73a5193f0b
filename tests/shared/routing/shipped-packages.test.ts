import { expect, test } from 'vitest';
import { languages } from '#shared/domain/language.ts';
import { checkSupportForms } from '#shared/domain/routing/check-support-forms.ts';
import type { Package } from '#shared/domain/routing/package.ts';
import { catalogue } from './shipped-catalogue.ts';

const { packages, providers } = catalogue;
const limits = { name: 60, summary: 160, forWhom: 160, content: 420, effort: 300, greenStatement: 220 } as const;
const fields = Object.keys(limits) as (keyof typeof limits)[];
const codesOf = (chosen: readonly Package[]) => chosen.map(({ code }) => code);

test('offers at least 45 packages, all of them proposals', () => {
  expect(packages.length).toBeGreaterThanOrEqual(45);
  expect(codesOf(packages.filter(({ status }) => status !== 'proposal'))).toEqual([]);
});

test.each(fields)('the %s of every package is said in both languages and is short enough for a phone', (field) => {
  const faulty = packages.filter((each) =>
    languages.some((language) => {
      const length = each[field]?.[language].trim().length ?? 0;
      return length === 0 || length > limits[field];
    }),
  );

  expect(codesOf(faulty)).toEqual([]);
});

test('no two packages say the same about what they do for energy, material or climate', () => {
  const statements = packages.map(({ greenStatement }) => greenStatement.sv);

  expect(new Set(statements).size).toBe(packages.length);
});

test('the texts shout nothing, name no year and count nothing without a number', () => {
  const forbidden = /!|\b(19|20)\d\d\b|\b(ofta|ibland|sällan|många|often|sometimes|seldom|rarely|many)\b/i;
  const spoken = [
    ...packages.flatMap(({ code, providerReason, criteria, comesAfter, ...each }) =>
      [...fields.map((field) => each[field]), providerReason, criteria?.why, comesAfter?.why].map((text) => ({
        code,
        text,
      })),
    ),
    ...providers.map(({ code, about }) => ({ code, text: about })),
  ];

  expect(spoken.filter(({ text }) => forbidden.test(`${text?.sv} ${text?.en}`)).map(({ code }) => code)).toEqual([]);
});

test('every step of the strategy that firms can take part in has a package', () => {
  const served = new Set(packages.flatMap(({ steps }) => steps));
  const unserved = catalogue.steps.map(({ code }) => code).filter((code) => !served.has(code));

  // P6 is how the three regions govern together; no firm takes part in it.
  expect(unserved).toEqual(['P6.1', 'P6.2', 'P6.3']);
});

test('mentoring of people is another kind than mentorship between firms', () => {
  const consistingOf = (form: string) => codesOf(packages.filter(({ supportForms }) => supportForms?.includes(form)));

  expect(consistingOf('S43')).toEqual(['inclusion-mentor']);
  expect(consistingOf('S2')).not.toContain('inclusion-mentor');
});

test('the packages consist of the forms of support in the strategy, but for two that are no offer to firms', () => {
  const known = Array.from({ length: 55 }, (_, index) => `S${index + 1}`);

  // S29 is policy for capital investment, S53 the establishment of data centres.
  expect(checkSupportForms(catalogue, known).map(({ path }) => path)).toEqual(['supportForms/S29', 'supportForms/S53']);
});

test('organisations that the strategy does not name stand last, after those that it does, and are not confirmed', () => {
  const added = providers.filter(({ type }) => type === 'finance-and-advice' || type === 'industrial-development');
  const addedCodes = added.map(({ code }) => code);

  expect(addedCodes.toSorted()).toEqual(['almi', 'iuc']);
  for (const { isNamedInStrategy, confirmation } of added) {
    expect({ isNamedInStrategy, confirmation }).toEqual({
      isNamedInStrategy: false,
      confirmation: 'needs-confirmation',
    });
  }
  for (const { providers: named } of packages) {
    const firstAdded = named.findIndex((code) => addedCodes.includes(code));
    expect(firstAdded).not.toBe(0);
    if (firstAdded > 0) expect(named.slice(firstAdded).every((code) => addedCodes.includes(code))).toBe(true);
  }
});

test('every provider says what is a proposal', () => {
  const silent = providers.filter(({ about }) => !about.sv.includes('förslag') || !about.en.includes('proposal'));

  expect(silent.map(({ code }) => code)).toEqual([]);
});
